package se.fardplan.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From {@code ./fardplan serve} to the first page, against a bare web application without database and cache. */
final class StartBench {

    private static final double SECONDS_LIMIT = 3;
    private static final double MEGABYTES_LIMIT = 400;

    private StartBench() {}

    static boolean run() throws Exception {
        Path home = Path.of("").toAbsolutePath();
        Path data = Files.createTempDirectory("bench-start");
        List<String> serve = List.of("./fardplan", "serve", "--data", data.toString(), "--port", "PORT");
        try (Served first = Served.start(serve, Map.of("FARDPLAN_NO_CACHE", "1"), home, "/")) {
            System.err.printf(Locale.ROOT, "first start, an empty folder: %.1f s%n", first.secondsToFirstPage());
        }
        new ProcessBuilder("./fardplan", "make-cache").inheritIO().start().waitFor();
        double[] peak = {0};
        Interleaved measured = Interleaved.of(
                () -> {
                    try (Served served = Served.start(serve, Map.of(), home, "/")) {
                        peak[0] = Math.max(peak[0], served.peakMegabytes());
                        return served.secondsToFirstPage();
                    }
                },
                () -> {
                    try (Served served = Served.start(BareWeb.command(), Map.of(), home, "/")) {
                        return served.secondsToFirstPage();
                    }
                });
        measured.print("start", "s", "limit ours<=3 s; peer: a bare Spring Boot page, no database, no cache");
        System.out.printf(Locale.ROOT, "start-memory peak=%.0fMB (limit <=400 MB)%n", peak[0]);
        return measured.ours() <= SECONDS_LIMIT && peak[0] <= MEGABYTES_LIMIT;
    }
}
