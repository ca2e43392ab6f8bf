package se.fardplan.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.fardplan.HouseTime;

/** Starts a demo in a scratch folder, reads its first pages and stops: what the JVM learns from it goes into its cache. */
@Command(name = "train", hidden = true, description = "Öva inför en snabbare start (används av startskriptet).")
final class Training implements Callable<Integer> {

    private static final List<String> PAGES = List.of("/", "/strategin", "/nyckeltal", "/app.css");

    @Parameters(index = "0", paramLabel = "MAPP")
    private Path folder = Path.of(".");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Where where = new Where();
        where.data = folder;
        DemoFolder.ensureMarked(folder);
        Settings settings = where.settings(Map.of());
        try (Installation installation =
                        Installation.serve(where, settings, new Door("127.0.0.1", 0), LocalDate.now(HouseTime.SWEDEN));
                HttpClient client = HttpClient.newHttpClient()) {
            String port = installation.rooms().getEnvironment().getRequiredProperty("local.server.port");
            for (String page : PAGES) {
                client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        }
        return 0;
    }
}
