package se.fardplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fardplan.Proves;

/** Two imports at once beside a running server, as real processes: one comes in, the other is told to wait. */
class TwoImportsProcessTests {

    @TempDir
    Path folder;

    @Test
    @Proves("R139")
    void oneComesInAndTheOtherIsToldToWait() throws IOException, InterruptedException {
        String data = folder.resolve("data").toString();
        Path file = Files.writeString(folder.resolve("values-2026-01-01.json"), ImportKillProcessTests.values(7));
        String[] second = {"import", "kolada", "--data", data, "--from", file.toString()};
        try (Spawned server = Spawned.start("serve", "--data", data, "--port", "0");
                KoladaPlayer kolada = KoladaPlayer.silent()) {
            String address = server.address();
            Spawned one = Spawned.start(
                    "import",
                    "kolada",
                    "--data",
                    data,
                    "--from",
                    "api",
                    "--base-url",
                    kolada.address(),
                    "--kpi",
                    "N90009",
                    "--area",
                    "2080");
            kolada.awaitQuestion();

            Spawned two = Spawned.run(second);
            assertThat(two.await()).as(two.said().toString()).isEqualTo(1);
            assertThat(two.said()).contains("En annan import pågår just nu. Vänta tills den är klar och försök igen.");

            kolada.answer();
            assertThat(one.await()).as(one.said().toString()).isZero();
            assertThat(String.join("\n", one.said())).contains("Årgång 1 per ");
            assertThat(ask(address + "/api/v1/indicators/N90009/observations")).contains("\"value\":12.5");
            assertThat(ask(address + "/api/v1/indicators/N90001/observations")).doesNotContain("\"value\":7");

            assertThat(Spawned.run(second).await()).isZero();
            assertThat(ask(address + "/api/v1/indicators/N90001/observations")).contains("\"value\":7");
        }
    }

    private static String ask(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
