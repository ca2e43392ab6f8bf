package se.fardplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.fardplan.TestDatabase;
import se.fardplan.database.Database;

/** What cannot be done: one sentence that says what to do, and an exit code that is not zero. */
class RefusalStoreTests {

    @TempDir
    Path folder;

    private record Answer(int code, String said) {}

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            Answer answer = run("serve", "--data", folder.resolve("data").toString(), "--port", port);
            assertThat(answer.code).isEqualTo(1);
            assertThat(answer.said)
                    .isEqualTo("Port " + port
                            + " är upptagen. Stoppa det som använder den, eller välj en annan med --port.\n");
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    @Test
    void saysThatTheFolderIsInUse() {
        Path data = folder.resolve("data");
        try (Database server = Database.open(data, Duration.ZERO, () -> {})) {
            server.announce();
            Answer answer = run("serve", "--data", data.toString(), "--port", "0");
            assertThat(answer.code).isEqualTo(1);
            assertThat(answer.said)
                    .startsWith("Mappen ")
                    .contains("används redan")
                    .hasLineCount(1);
        }
    }

    @Test
    void saysThatTheDatabaseCannotBeReached() throws IOException {
        Answer answer = run(
                "user", "list", "--config", config("localhost:1/x", "a", "b").toString());
        assertThat(answer.code).isEqualTo(1);
        assertThat(answer.said).contains("går inte att nå").hasLineCount(1);
    }

    @Test
    void saysThatThePasswordIsWrong() throws IOException {
        TestDatabase database = TestDatabase.empty();
        String address = database.url().substring("jdbc:postgresql://".length());
        Answer answer = run(
                "user",
                "list",
                "--config",
                config(address, database.owner().user(), "fel").toString());
        assertThat(answer.code).isEqualTo(1);
        assertThat(answer.said).contains("nekar inloggning").hasLineCount(1);
    }

    @Test
    void saysWhatInTheSettingsIsNotUnderstood() throws IOException {
        Path config = folder.resolve("fardplan.properties");
        Files.writeString(config, "prot=8080\n");
        assertThat(run("user", "list", "--config", config.toString()).said)
                .contains("Rad 1 i ", "det finns ingen inställning ”prot”. Närmast är ”port”")
                .hasLineCount(1);
        assertThat(run("user", "list", "--config", folder.resolve("none").toString()).said)
                .contains("går inte att läsa")
                .hasLineCount(1);
    }

    @Test
    void saysHowACommandIsWritten() {
        assertThat(run("frobnicate").said)
                .startsWith("”frobnicate” förstås inte här.")
                .hasLineCount(1);
        assertThat(run("user").said)
                .startsWith("Efter ”fardplan user” behövs något av: add, list")
                .hasLineCount(1);
        assertThat(run("user", "add").said).startsWith("E-POST saknas.").hasLineCount(1);
        assertThat(run("demo", "--as-of", "igår").said).contains("--as-of").hasLineCount(1);
        assertThat(run("serve", "--port", "x").said)
                .contains("inget portnummer")
                .hasLineCount(1);
        assertThat(run("frobnicate").code).isEqualTo(2);
    }

    @Test
    void saysThatAFolderWithSomethingElseCannotBecomeADemo() throws IOException {
        Files.writeString(folder.resolve("viktigt.txt"), "x");
        Answer answer = run("demo", "--data", folder.toString(), "--port", "0");
        assertThat(answer.code).isEqualTo(1);
        assertThat(answer.said).contains("kan inte bli en demo").hasLineCount(1);
    }

    @Test
    void keepsRealFiguresOutOfADemo() throws IOException {
        Path data = folder.resolve("demo");
        Files.createDirectories(data);
        DemoFolder.ensureMarked(data);
        Answer answer = run("import", "kolada", "--data", data.toString(), "--from", "x.json");
        assertThat(answer.code).isEqualTo(1);
        assertThat(answer.said).contains("innehåller exempeldata").hasLineCount(1);
        assertThat(run("serve", "--data", data.toString(), "--port", "0").said)
                .contains("innehåller exempeldata")
                .hasLineCount(1);
    }

    @Test
    void tellsAFullDiskAndALostDatabaseApart() {
        assertThat(Failure.sentence(new IllegalStateException(new SQLException("full", "53100")), null))
                .startsWith("Disken är full.");
        assertThat(Failure.sentence(new IllegalStateException(new IOException("No space left on device")), null))
                .startsWith("Disken är full.");
        assertThat(Failure.sentence(new IllegalStateException(new SQLException("gone", "08006")), null))
                .startsWith("Databasen svarar inte längre.");
        assertThat(Failure.sentence(new SQLException("stopping", "57P01"), null))
                .startsWith("Databasen svarar inte längre.");
    }

    private Path config(String address, String owner, String password) throws IOException {
        Path config = folder.resolve("fardplan.properties");
        Files.writeString(config, """
                database-url=postgresql://%s
                database-owner=%s
                database-owner-password=%s
                database-user=fardplan
                database-password=x
                """.formatted(address, owner, password));
        return config;
    }

    private static Answer run(String... arguments) {
        StringWriter said = new StringWriter();
        CommandLine line = Main.line().setErr(new PrintWriter(said));
        return new Answer(line.execute(arguments), said.toString());
    }
}
