package se.fardplan.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import se.fardplan.database.Database;

/**
 * {@code ./fardplan backup} of a large database, the whole process from its start, against COPY of every table into files
 * and nothing more: no checksums, no compression, no JVM to start.
 *
 * <p>The size in MB of what COPY writes is set by {@code -Dsize=20}; without it, 1000.
 */
final class BackupBench {

    private static final double RATIO_LIMIT = 0.5;
    private static final int ROWS_A_MEGABYTE = 24_000;

    private static final String VINTAGE = """
            insert into indicators.vintage (number, as_of, imported_at, imported_by, kind, sources)
            values (1, '2026-03-23', now(), 'bench', 'files', 'bench')
            """;

    private static final String OBSERVATIONS = """
            insert into indicators.observation (indicator, area, year, sex, value, state, preliminary, from_vintage)
            select 'U' || number / 87000, lpad((number / 300 %% 290)::text, 4, '0'), 1900 + number %% 100,
                   (array['T', 'K', 'M'])[1 + number / 100 %% 3], round((random() * 10000)::numeric, 4), 'published', false, 1
            from generate_series(0, %d) number
            """;

    private static final String TABLES = """
            select format('%I.%I', schemaname, tablename)
            from pg_catalog.pg_tables
            where schemaname not in ('pg_catalog', 'information_schema')
            order by 1
            """;

    private final Path folder;
    private final Path data;
    private final Database database;
    private long bytes;

    private BackupBench(Path folder, Database database) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.database = database;
    }

    static boolean run() throws Exception {
        Path folder = Files.createTempDirectory("fardplan-bench-");
        int megabytes = Integer.getInteger("size", 1000);
        try (Database database = Database.open(folder.resolve("data"), Duration.ZERO, () -> {})) {
            database.migrate();
            database.announce();
            BackupBench bench = new BackupBench(folder, database);
            bench.fill(megabytes * ROWS_A_MEGABYTE);
            bench.copy();
            System.err.printf(
                    "%d MB in %d tables%n", bench.bytes >> 20, bench.tables().size());
            bench.backup();
            Interleaved measured = Interleaved.of(bench::backup, bench::copy);
            measured.print("backup", "MB/s", "limit ratio>=0.5; peer: COPY of every table to a file");
            return measured.ratio() >= RATIO_LIMIT;
        } finally {
            delete(folder);
        }
    }

    private void fill(int rows) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(VINTAGE);
            statement.execute(OBSERVATIONS.formatted(rows));
            statement.execute("analyze");
        }
    }

    private double backup() throws IOException, InterruptedException {
        Path file = folder.resolve("bench.backup");
        Files.deleteIfExists(file);
        long begun = System.nanoTime();
        Process process = new ProcessBuilder("./fardplan", "backup", file.toString(), "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("said")));
        }
        return megabytesASecond(begun);
    }

    private double copy() throws SQLException, IOException {
        long begun = System.nanoTime();
        long written = 0;
        try (Connection connection = connect()) {
            var copying = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : tables()) {
                Path file = folder.resolve(table);
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 18)) {
                    copying.copyOut("copy " + table + " to stdout", out);
                }
                written += Files.size(file);
            }
        }
        bytes = written;
        return megabytesASecond(begun);
    }

    private double megabytesASecond(long begun) {
        return bytes / 1048576.0 / ((System.nanoTime() - begun) / 1e9);
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
    }
}
