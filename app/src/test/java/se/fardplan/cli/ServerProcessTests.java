package se.fardplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers and commands on one folder, as real processes. */
class ServerProcessTests {

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void letsTwoCommandsTakeTurnsOnANewFolder() {
        String data = folder.resolve("data").toString();
        Spawned one = Spawned.start("user", "add", "--data", data, "ett@example.se");
        Spawned two = Spawned.start("user", "add", "--data", data, "tva@example.se");
        assertThat(one.await()).as(one.said().toString()).isZero();
        assertThat(two.await()).as(two.said().toString()).isZero();
        Spawned list = Spawned.run("user", "list", "--data", data);
        assertThat(String.join("\n", list.said())).contains("ett@example.se").contains("tva@example.se");
    }

    @Test
    void carriesOnWhenItsDatabaseHasBeenAway() throws Exception {
        Path data = folder.resolve("data");
        try (Spawned server = Spawned.start("serve", "--data", data.toString(), "--port", "0")) {
            String address = server.address();
            Victim.killPostgres(data);
            int status = ask(address);
            Instant until = Instant.now().plusSeconds(30);
            while (status != 200) {
                assertThat(status).isEqualTo(503);
                assertThat(Instant.now()).isBefore(until);
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                status = ask(address);
            }
            // A command joins the server's database meanwhile.
            assertThat(Spawned.run("user", "add", "--data", data.toString(), "anna@example.se")
                            .await())
                    .isZero();
            assertThat(server.isAlive()).isTrue();
        }
    }

    @Test
    void leavesNothingRunningWhenItIsStopped() throws IOException {
        Path data = folder.resolve("data");
        Spawned server = Spawned.start("serve", "--data", data.toString(), "--port", "0");
        server.address();
        Instant asked = Instant.now();
        server.stop();
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(data.resolve("database/postmaster.pid")).doesNotExist();
        assertThat(data.resolve("connection.properties")).doesNotExist();
        assertThat(running(data)).isZero();
    }

    @Test
    void leavesNothingRunningWhenItIsKilled() {
        Path data = folder.resolve("data");
        Spawned server = Spawned.start("serve", "--data", data.toString(), "--port", "0");
        server.address();
        server.kill();
        Instant until = Instant.now().plusSeconds(20);
        while (running(data) > 0) {
            assertThat(Instant.now()).isBefore(until);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        // The server shut down as it should; there is nothing to recover.
        assertThat(data.resolve("database/postmaster.pid")).doesNotExist();
    }

    private int ask(String address) throws IOException, InterruptedException {
        URI uri = URI.create(address + "/api/v1/indicators/U20462/observations");
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** How many processes have the folder in their command line. */
    private static long running(Path data) {
        return ProcessHandle.allProcesses()
                .map(process -> Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                .filter(file -> {
                    try {
                        return Files.readString(file).contains(data.toString());
                    } catch (IOException e) {
                        return false;
                    }
                })
                .count();
    }
}
