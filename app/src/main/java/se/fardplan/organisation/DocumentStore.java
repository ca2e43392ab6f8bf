package se.fardplan.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The documents register and the abbreviations. */
@Repository
class DocumentStore {

    private static final String DOCUMENTS = """
            select key, file, title, title_interpreted, kind, owner, status, version, printed_version, valid_from,
                   valid_to, registration_number, link, note, former_titles
            from organisation.document
            order by position
            """;

    private static final String DELETE_DOCUMENTS = "delete from organisation.document";

    private static final String SAVE_DOCUMENT = """
            insert into organisation.document
                (key, position, file, title, title_interpreted, kind, owner, status, version, printed_version,
                 valid_from, valid_to, registration_number, link, note, former_titles)
            values (:key, :position, :file, :title, :titleInterpreted, :kind, :owner, :status, :version,
                    :printedVersion, :validFrom, :validTo, :registrationNumber, :link, :note, :formerTitles)
            """;

    private static final String ABBREVIATIONS = """
            select short_form, long_form, explanation, interpreted, sources
            from organisation.abbreviation
            order by short_form collate "sv-x-icu"
            """;

    private static final String DELETE_ABBREVIATIONS = "delete from organisation.abbreviation";

    private static final String SAVE_ABBREVIATION = """
            insert into organisation.abbreviation (short_form, long_form, explanation, interpreted, sources)
            values (:shortForm, :longForm, :explanation, :interpreted, :sources)
            """;

    private final JdbcClient jdbc;

    DocumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Document> list() {
        return jdbc.sql(DOCUMENTS).query(DocumentStore::document).list();
    }

    List<Abbreviation> listAbbreviations() {
        return jdbc.sql(ABBREVIATIONS).query(DocumentStore::abbreviation).list();
    }

    void replace(List<Document> documents, List<Abbreviation> abbreviations) {
        jdbc.sql(DELETE_DOCUMENTS).update();
        for (int position = 0; position < documents.size(); position++) {
            save(documents.get(position), position);
        }
        jdbc.sql(DELETE_ABBREVIATIONS).update();
        abbreviations.forEach(this::save);
    }

    private void save(Document document, int position) {
        jdbc.sql(SAVE_DOCUMENT)
                .param("key", document.key())
                .param("position", position)
                .param("file", document.file())
                .param("title", document.title())
                .param("titleInterpreted", document.titleInterpreted())
                .param("kind", document.kind().name())
                .param("owner", document.owner())
                .param("status", document.status())
                .param("version", document.version())
                .param("printedVersion", document.printedVersion())
                .param("validFrom", document.validFrom())
                .param("validTo", document.validTo())
                .param("registrationNumber", document.registrationNumber())
                .param("link", document.link())
                .param("note", document.note())
                .param("formerTitles", document.formerTitles().toArray(String[]::new))
                .update();
    }

    private void save(Abbreviation abbreviation) {
        jdbc.sql(SAVE_ABBREVIATION)
                .param("shortForm", abbreviation.shortForm())
                .param("longForm", abbreviation.longForm())
                .param("explanation", abbreviation.explanation())
                .param("interpreted", abbreviation.interpreted())
                .param("sources", Source.write(abbreviation.sources()))
                .update();
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        return new Document(
                row.getString("key"),
                row.getString("file"),
                row.getString("title"),
                row.getBoolean("title_interpreted"),
                Document.Kind.valueOf(row.getString("kind")),
                row.getString("owner"),
                row.getString("status"),
                row.getString("version"),
                row.getString("printed_version"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("registration_number"),
                row.getString("link"),
                row.getString("note"),
                List.of((String[]) row.getArray("former_titles").getArray()));
    }

    private static Abbreviation abbreviation(ResultSet row, int number) throws SQLException {
        return new Abbreviation(
                row.getString("short_form"),
                row.getString("long_form"),
                row.getString("explanation"),
                row.getBoolean("interpreted"),
                Source.read(row, "sources"));
    }
}
