package se.fardplan.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import se.fardplan.Texts;
import se.fardplan.database.Database;
import se.fardplan.sheets.Template;
import se.fardplan.sheets.Template.Field;

/**
 * Ten thousand people who are new here, each with a role, in one Excel file: sent to a running server, previewed, saved and
 * invited, from the first byte of the file to the page that says so; against fastexcel-reader taking the same cells out of
 * the same file and nothing more.
 */
final class ExcelPeopleBench {

    private static final int PEOPLE = 10_000;
    private static final double SECONDS_LIMIT = 5;
    private static final Texts TEXTS = Texts.standing();
    private static final Template TEMPLATE = new Template(
            "Personer",
            Stream.of(
                            "person.email",
                            "person.name",
                            "person.works",
                            "person.role",
                            "person.scope",
                            "person.unit",
                            "unit.from",
                            "unit.until")
                    .map(key -> Field.text(key, TEXTS.of(key)))
                    .toList());
    private static final List<String> ROLES = List.of("role.LOCAL_LEAD", "role.HEAD", "role.UNIT_MANAGER");

    /** What a round leaves behind, so that every round meets the same database; the log keeps its rows, as always. */
    private static final List<String> CLEARING = List.of(
            "delete from people.ticket where email like '%@stormote.example'",
            "delete from desk.letter where recipient like '%@stormote.example'",
            "delete from desk.line where key like 'role/%'",
            "delete from desk.search_text where body like '%@stormote.example%'",
            "delete from desk.search_unlearned",
            "delete from access.role_grant where account in (select id from access.account where email like '%@stormote.example')",
            "delete from access.account where email like '%@stormote.example'",
            "analyze");

    private ExcelPeopleBench() {}

    static boolean run() throws Exception {
        Path home = Path.of("").toAbsolutePath();
        Path data = Files.createTempDirectory("bench-people");
        List<String> demo = List.of("./fardplan", "demo", "--data", data.toString(), "--port", "PORT");
        byte[] file = TEMPLATE.xlsx(
                IntStream.range(0, PEOPLE).mapToObj(ExcelPeopleBench::person).toList());
        System.err.printf("%d people, a file of %d bytes%n", PEOPLE, file.length);
        try (Served served = Served.start(demo, Map.of(), home, "/logga-in");
                Database database = Database.openOrJoin(data, Duration.ofSeconds(30), () -> {});
                Connection owner = DriverManager.getConnection(
                        database.url(),
                        database.owner().user(),
                        database.owner().password())) {
            Client client = Client.loggedIn(served, "lansadmin@example.org");
            ours(client, owner, file);
            peer(file);
            Interleaved measured = Interleaved.of(() -> ours(client, owner, file), () -> peer(file));
            measured.print(
                    "excel-people",
                    "s",
                    PEOPLE + " new people with roles, sent, previewed, saved and invited; limit ours<=5 s; "
                            + "peer: fastexcel-reader, the same cells and no judgement");
            return measured.ours() <= SECONDS_LIMIT;
        }
    }

    private static double ours(Client client, Connection owner, byte[] file) throws Exception {
        long begun = System.nanoTime();
        String preview = client.send("/personer/inlasning", "fil", "personer.xlsx", file);
        long previewed = System.nanoTime();
        String saved = client.post(Client.action(preview), Map.of("sett", Client.hidden(preview, "sett")));
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.err.printf("preview %.2f s, in all %.2f s%n", (previewed - begun) / 1e9, seconds);
        if (!saved.contains(TEXTS.of("import.personer.done"))) {
            throw new IllegalStateException("not saved: " + saved.substring(0, Math.min(2000, saved.length())));
        }
        try (var statement = owner.createStatement();
                var counted = statement.executeQuery(
                        "select count(*) from people.ticket where email like '%@stormote.example'")) {
            if (!counted.next() || counted.getInt(1) != PEOPLE) {
                throw new IllegalStateException("invited " + counted.getInt(1) + " instead of " + PEOPLE);
            }
        }
        clear(owner);
        return seconds;
    }

    private static void clear(Connection owner) throws SQLException {
        for (String sql : CLEARING) {
            try (var statement = owner.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private static double peer(byte[] file) throws IOException {
        long begun = System.nanoTime();
        long letters = 0;
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            letters = rows.mapToLong(row -> row.stream()
                            .mapToLong(cell -> cell == null ? 0 : cell.getText().length())
                            .sum())
                    .sum();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (letters < PEOPLE) {
            throw new IllegalStateException("the file held only " + letters + " letters");
        }
        return seconds;
    }

    private static Map<String, String> person(int number) {
        Map<String, String> person = new HashMap<>();
        String works = number % 2 == 0 ? "Orsa" : "Falun";
        person.put("person.email", "person.%05d@stormote.example".formatted(number));
        person.put("person.name", "Åsa-" + number + " Öberg");
        person.put("person.works", works);
        person.put("person.role", TEXTS.of(ROLES.get(number % ROLES.size())));
        person.put("person.scope", works);
        return person;
    }
}
