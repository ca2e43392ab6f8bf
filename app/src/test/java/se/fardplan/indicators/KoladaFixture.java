package se.fardplan.indicators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.TestDatabase;
import se.fardplan.indicators.ImportResult.Note;

/** An empty store of its own to import into, and files in Kolada's shape. */
final class KoladaFixture {

    final TestDatabase database = TestDatabase.copy();
    final DataSource connections = database.dataSource();
    /** On connections of its own, outside any transaction that runs. */
    final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    final VintageStore vintages = new VintageStore(jdbc);
    final CatalogueStore catalogue = new CatalogueStore(jdbc);
    final ObservationStore observations = new ObservationStore(jdbc);
    final Importer importer;
    final TransactionTemplate transaction;
    final List<Note> progress = new ArrayList<>();

    KoladaFixture() {
        JdbcClient client = JdbcClient.create(connections);
        importer = new Importer(
                connections, new VintageStore(client), new CatalogueStore(client), new ImportStore(client));
        transaction = new TransactionTemplate(new DataSourceTransactionManager(connections));
    }

    ImportResult importFiles(Path... files) {
        return importFiles(new ImportRequest.Files(List.of(files), List.of(), List.of(), null));
    }

    ImportResult importFiles(ImportRequest.Files request) {
        return transaction.execute(status -> importer.fromFiles("Provaren", request, progress::add));
    }

    /** Everything stored of {@code indicator} as the latest vintage shows it, a line each. */
    List<String> now(String indicator) {
        return shown(indicator, vintages.findLatest().orElseThrow().number());
    }

    List<String> shown(String indicator, long vintage) {
        return observations.listShown(indicator, vintage).stream()
                .map(KoladaFixture::line)
                .toList();
    }

    /** Such as {@code 2080 2020 T 12.5 published preliminary}. */
    static String line(Observation one) {
        return "%s %d %s %s%s%s%s"
                .formatted(
                        one.area(),
                        one.year(),
                        one.sex(),
                        one.value() == null ? "" : one.value().toPlainString() + " ",
                        one.state().word(),
                        one.preliminary() ? " preliminary" : "",
                        one.origin() == Origin.HAND ? " hand" : "");
    }

    /** A data file of version 3; each row is {@code kpi area year sex value status}, with {@code -} for null and empty. */
    static Path values(Path file, String... rows) {
        String items = Arrays.stream(rows)
                .map(row -> row.split(" "))
                .map(part -> """
                        {"kpi":"%s","municipality":"%s","period":%s,"values":[{"gender":"%s","count":1,"status":"%s","value":%s,"isdeleted":%s}]}
                        """.formatted(
                                part[0],
                                part[1],
                                part[2],
                                part[3],
                                part.length < 6 || part[5].equals("deleted") ? "" : part[5],
                                part[4].equals("-") ? "null" : part[4],
                                part.length == 6 && part[5].equals("deleted")))
                .collect(Collectors.joining(","));
        return answer(file, items, rows.length);
    }

    /** A catalogue file; each row is {@code id|title|type|preliminary day|final day|period}. */
    static Path catalogue(Path file, String... rows) {
        String items = Arrays.stream(rows)
                .map(row -> row.split("\\|"))
                .map(part -> """
                        {"id":"%s","title":"%s","description":"Text. Källa: SCB.","is_divided_by_gender":true,
                        "municipality_type":"%s","auspice":"T","operating_area":"Vård","perspective":null,
                        "prel_publication_date":%s,"publication_date":%s,"publ_period":%s,"has_ou_data":false}
                        """.formatted(part[0], part[1], part[2], text(part, 3), text(part, 4), text(part, 5)))
                .collect(Collectors.joining(","));
        return answer(file, items, rows.length);
    }

    static Path answer(Path file, String items, int count) {
        return write(
                file, "{\"values\":[%s],\"count\":%d,\"next_url\":null,\"previous_url\":null}".formatted(items, count));
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String[] parts, int index) {
        return index < parts.length && !parts[index].isEmpty() ? "\"" + parts[index] + "\"" : "null";
    }
}
