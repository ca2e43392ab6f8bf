package se.fardplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Every migration and one pass through the main job on a PostgreSQL that is not ours, the oldest we promise. */
class DebianPostgresStoreTests {

    @TempDir
    Path folder;

    @Test
    void doesTheMainJob() throws Exception {
        Path values = folder.resolve("values-2026-03-23.json");
        Files.writeString(values, """
                {"values":[{"kpi":"U20462","municipality":"0020","period":2024,"values":[
                {"gender":"T","count":1,"status":"","value":3366.4,"isdeleted":false}]}],
                "count":1,"next_url":null,"previous_url":null}
                """);
        try (DebianPostgres postgres = new DebianPostgres(folder)) {
            postgres.prepare();
            Path config = folder.resolve("fardplan.properties");
            Files.writeString(config, """
                    database-url=%s
                    database-owner=chef
                    database-owner-password=ägarens
                    database-user=rum
                    database-password=programmets
                    """.formatted(postgres.url()));
            done("import", "kolada", "--config", config.toString(), "--from", values.toString());
            done("user", "add", "--config", config.toString(), "--role", "regional-lead", "anna@example.se");
            Path report = folder.resolve("report.html");
            done(
                    "report",
                    "annual",
                    "--config",
                    config.toString(),
                    "--year",
                    "2025",
                    "--format",
                    "html",
                    "--out",
                    report.toString());
            assertThat(report).isNotEmptyFile();
            done("audit", "verify", "--config", config.toString());
            JdbcClient rows = JdbcClient.create(new DriverManagerDataSource(postgres.url(), "rum", "programmets"));
            assertThat(rows.sql("select value from indicators.observation")
                            .query(String.class)
                            .list())
                    .containsExactly("3366.4");
        }
    }

    private static void done(String... arguments) {
        StringWriter said = new StringWriter();
        assertThat(Main.line().setErr(new PrintWriter(said)).execute(arguments))
                .as(said.toString())
                .isZero();
    }
}
