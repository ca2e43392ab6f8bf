package se.fardplan.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A demo's frozen annual report of sixteen organisations and sixty charts as HTML, PDF and Word from a running server,
 * against LibreOffice making a PDF of the same Word file.
 */
final class ReportBench {

    private static final double SECONDS_LIMIT = 5;
    private static final double MEGABYTES_LIMIT = 512;
    private static final int CHARTS = 60;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private ReportBench() {}

    static boolean run() throws Exception {
        Path home = Path.of("").toAbsolutePath();
        Path data = Files.createTempDirectory("bench-report");
        Path files = Files.createTempDirectory("bench-report-files");
        Path word = files.resolve("report.docx");
        List<String> demo = List.of("./fardplan", "demo", "--data", data.toString(), "--port", "PORT");
        String report = "/arsrapport/" + (LocalDate.now().getYear() - 1);
        Map<String, String> large =
                Map.of("FARDPLAN_COUNTIES", LargeCounty.write(home).toString());
        try (Served served = Served.start(demo, large, home, report)) {
            for (int warming = 0; warming < 3; warming++) {
                all(served, report);
            }
            Files.write(word, get(served.uri(report + ".docx")));
            int charts = count(get(served.uri(report + ".html")), "<figure");
            System.err.printf("report with %d charts, a Word file of %d bytes%n", charts, Files.size(word));
            Interleaved measured = Interleaved.of(() -> all(served, report), () -> convert(word, files));
            measured.print(
                    "report-annual", "s", "limit ours<=5 s for three forms; peer: LibreOffice, Word to PDF alone");
            double peak = served.peakMegabytes();
            System.out.printf(
                    Locale.ROOT, "report-annual-memory peak=%.0fMB (limit <=512 MB heap), figures=%d%n", peak, charts);
            return measured.ours() <= SECONDS_LIMIT && peak <= MEGABYTES_LIMIT && charts >= CHARTS;
        }
    }

    /** Seconds for the three forms, one after the other. */
    private static double all(Served served, String report) throws Exception {
        long begun = System.nanoTime();
        for (String form : List.of(".html", ".pdf", ".docx")) {
            get(served.uri(report + form));
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double convert(Path word, Path folder) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        int exit = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=file://" + folder.resolve("profile"),
                        "--headless",
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        folder.toString(),
                        word.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("soffice ended with " + exit);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static byte[] get(URI uri) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("expected 200 from " + uri + ", got " + response.statusCode());
        }
        return response.body();
    }

    private static int count(byte[] text, String word) {
        return new String(text, StandardCharsets.UTF_8).split(word, -1).length - 1;
    }
}
