package se.fardplan.assignments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The papers of assignments in the database. */
@Repository
class PaperStore {

    private static final String OF = """
            select id, assignment, kind, title, day, until_day, fields, texts, decision, version
            from assignments.paper
            where assignment = :assignment
            order by day nulls last, until_day nulls last, title, id
            """;

    private static final String ONE = """
            select id, assignment, kind, title, day, until_day, fields, texts, decision, version
            from assignments.paper
            where id = :id
            """;

    private static final String SAVE = """
            insert into assignments.paper (id, assignment, kind, title, day, until_day, fields, texts, decision)
            values (:id, :assignment, :kind, :title, :day, :until, :fields, :texts, :decision)
            on conflict (id) do update
            set title = excluded.title, day = excluded.day, until_day = excluded.until_day, fields = excluded.fields,
                texts = excluded.texts, decision = excluded.decision, version = paper.version + 1
            """;

    private final JdbcClient database;

    PaperStore(JdbcClient database) {
        this.database = database;
    }

    /** By day, those without one last. */
    List<Paper> list(String assignment) {
        return database.sql(OF)
                .param("assignment", assignment)
                .query(PaperStore::paper)
                .list();
    }

    Optional<Paper> find(UUID id) {
        return database.sql(ONE).param("id", id).query(PaperStore::paper).optional();
    }

    void save(Paper paper) {
        List<Paper.Field> fields = List.copyOf(paper.texts().keySet());
        database.sql(SAVE)
                .param("id", paper.id())
                .param("assignment", paper.assignment())
                .param("kind", paper.kind().name())
                .param("title", paper.title())
                .param("day", paper.day())
                .param("until", paper.until())
                .param("fields", fields.stream().map(Enum::name).toArray(String[]::new))
                .param("texts", fields.stream().map(paper::text).toArray(String[]::new))
                .param("decision", paper.decision())
                .update();
    }

    private static Paper paper(ResultSet row, int number) throws SQLException {
        String[] fields = (String[]) row.getArray("fields").getArray();
        String[] texts = (String[]) row.getArray("texts").getArray();
        Map<Paper.Field, String> all = new EnumMap<>(Paper.Field.class);
        for (int i = 0; i < fields.length; i++) {
            all.put(Paper.Field.valueOf(fields[i]), texts[i]);
        }
        return new Paper(
                row.getObject("id", UUID.class),
                row.getString("assignment"),
                Paper.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getObject("day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                all,
                row.getObject("decision", UUID.class),
                row.getLong("version"));
    }
}
