package se.fardplan.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import se.fardplan.Texts;
import se.fardplan.database.Database;

/**
 * A plan with 20 000 activities taken out of a running server as Excel, 99 cells changed, sent in, previewed and saved;
 * against fastexcel alone writing as many cells and reading them back. Changing the cells is not in the time.
 */
final class ExcelActivitiesBench {

    private static final int ACTIVITIES = 20_000;
    private static final int COLUMNS = 17;
    /** Those whose number begins with three naughts: 1 to 99. */
    private static final int CHANGED = 99;

    private static final double SECONDS_LIMIT = 4;
    private static final double RATIO_LIMIT = 3;
    private static final String PLAN = "00000000-0000-4000-8000-0000000000e5";
    private static final Texts TEXTS = Texts.standing();

    private static final List<String> FILL = List.of(
            """
            insert into plans.plan (id, shape, title, context, first_day, last_day, state, others, version)
            values ('%s', 'LOCAL', 'Stor plan', '', date '2026-01-01', date '2027-12-31', 'DRAFT', '{}', 1)
            """.formatted(PLAN), """
            insert into plans.party (plan, principal, place)
            values ('%s', '2084', 0)
            """.formatted(PLAN), """
            insert into plans.activity (id, plan, owner, title, lead, who, begins, ends, how, by_whom, follow_up, sub_goals,
                                        key_figures, state, reason, version)
            select gen_random_uuid(), '%s', '2084', 'Aktivitet ' || to_char(n, 'FM00000'), 'Det som ska bli annorlunda',
                   'Personer över 65 år', '2026-S1', '2027', 'Steg 0, rad ' || to_char(n, 'FM00000'), 'Hemtjänsten',
                   'Varje månad', '{nara-for-mig}', '{KF18}', 'STARTED', '', 1
            from generate_series(1, %d) as n
            """.formatted(PLAN, ACTIVITIES), "analyze plans.activity");

    private int time;

    private ExcelActivitiesBench() {}

    static boolean run() throws Exception {
        return new ExcelActivitiesBench().measure();
    }

    private boolean measure() throws Exception {
        Path home = Path.of("").toAbsolutePath();
        Path data = Files.createTempDirectory("bench-activities");
        List<String> demo = List.of("./fardplan", "demo", "--data", data.toString(), "--port", "PORT");
        try (Served served = Served.start(demo, Map.of(), home, "/logga-in");
                Database database = Database.openOrJoin(data, Duration.ofSeconds(30), () -> {});
                Connection owner = PlansMosaicBench.connect(database, true)) {
            for (String sql : FILL) {
                PlanRows.execute(owner, sql);
            }
            Client client = Client.loggedIn(served, "lokal@example.org");
            ours(client);
            peer();
            Interleaved measured = Interleaved.of(() -> ours(client), ExcelActivitiesBench::peer);
            measured.print(
                    "excel-activities",
                    "s",
                    ACTIVITIES + " activities out, " + CHANGED
                            + " cells changed, in, previewed and saved; limit ours<=4 s and"
                            + " ratio<=3; peer: fastexcel alone, as many cells out and in");
            return measured.ours() <= SECONDS_LIMIT && measured.ratio() <= RATIO_LIMIT;
        }
    }

    private double ours(Client client) throws Exception {
        String address = "/planera/planer/" + PLAN + "/inlasning";
        long begun = System.nanoTime();
        HttpResponse<byte[]> out = client.file(address + "/aktiviteter.xlsx");
        double seconds = (System.nanoTime() - begun) / 1e9;
        byte[] changed = changed(out.body(), time++);
        long sent = System.nanoTime();
        String preview = client.send(address, "fil", "aktiviteter.xlsx", changed);
        double previewed = (System.nanoTime() - sent) / 1e9;
        String saved = client.post(Client.action(preview), Map.of("sett", Client.hidden(preview, "sett")));
        double in = (System.nanoTime() - sent) / 1e9;
        System.err.printf("out %.2f s, preview %.2f s, in all %.2f s%n", seconds, previewed, seconds + in);
        if (!saved.contains(TEXTS.of("activity.file.done"))
                || !saved.contains(TEXTS.of("sheets.preview.summary", 0, CHANGED, 0, ACTIVITIES - CHANGED))) {
            throw new IllegalStateException("not saved: " + saved.substring(0, Math.min(3000, saved.length())));
        }
        return seconds + in;
    }

    /** The file with 99 of its cells changed, as a spreadsheet program would keep them. */
    private static byte[] changed(byte[] file, int time) throws IOException {
        Path kept = Files.createTempFile("bench-activities", ".xlsx");
        Files.write(kept, file);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(kept.toFile());
                ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.write(text.replaceAll("Steg \\d+, rad (000\\d\\d)", "Steg " + (time + 1) + ", rad $1")
                        .getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        Files.delete(kept);
        return changed.toByteArray();
    }

    private static double peer() throws IOException {
        long begun = System.nanoTime();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "bench", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Aktiviteter");
            for (int row = 0; row < ACTIVITIES; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    sheet.value(row, column, column < 3 ? "Aktivitet " + row + "-" + column : "Personer över 65 år");
                }
            }
        }
        long letters;
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            letters = rows.mapToLong(row -> row.stream()
                            .mapToLong(cell -> cell == null ? 0 : cell.getText().length())
                            .sum())
                    .sum();
        }
        if (letters < ACTIVITIES) {
            throw new IllegalStateException("the file held only " + letters + " letters");
        }
        return (System.nanoTime() - begun) / 1e9;
    }
}
