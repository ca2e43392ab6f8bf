package se.fardplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A demo's whole content from one embedded folder to another, and to a PostgreSQL that is not ours. */
class BackupMoveStoreTests {

    @TempDir
    Path folder;

    private static String done(String... arguments) {
        StringWriter said = new StringWriter();
        assertThat(Main.line().setErr(new PrintWriter(said)).execute(arguments))
                .as(said.toString())
                .isZero();
        return said.toString();
    }

    private static Manifest contents(Path file) {
        return BackupFile.open(file, Optional::empty).check();
    }

    @Test
    void carriesEverythingAndKeepsTheMark() throws Exception {
        String here = folder.resolve("here").toString();
        Path there = folder.resolve("there");
        Path file = folder.resolve("demo.backup");
        done("train", here);
        done("backup", file.toString(), "--data", here);
        Manifest saved = contents(file);
        assertThat(saved.demo()).isTrue();
        assertThat(saved.witness()).isNotNull();
        done("restore", file.toString(), "--data", there.toString());
        assertThat(DemoFolder.mark(there)).exists();
        assertThat(there.resolve("audit-chain.txt")).hasSameBinaryContentAs(Path.of(here, "audit-chain.txt"));
        Path again = folder.resolve("again.backup");
        done("backup", again.toString(), "--data", there.toString());
        assertThat(contents(again).tables()).isEqualTo(saved.tables());
        assertThat(contents(again).witness()).isEqualTo(saved.witness());
        try (DebianPostgres postgres = new DebianPostgres(folder)) {
            postgres.prepare();
            String config = Files.writeString(folder.resolve("fardplan.properties"), """
                    database-url=%s
                    database-owner=chef
                    database-owner-password=ägarens
                    database-user=rum
                    database-password=programmets
                    """.formatted(postgres.url()))
                    .toString();
            done("restore", file.toString(), "--config", config);
            Path moved = folder.resolve("moved.backup");
            done(
                    "backup",
                    moved.toString(),
                    "--config",
                    config,
                    "--data",
                    folder.resolve("none").toString());
            assertThat(contents(moved).tables()).isEqualTo(saved.tables());
            assertThat(contents(moved).demo()).isTrue();
            done("audit", "verify", "--config", config);
        }
    }
}
