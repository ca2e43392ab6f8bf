package se.fardplan.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A server in a process of its own, from the moment it was asked to start until it is closed.
 *
 * @param secondsToFirstPage from the process' start to the first page answered with 200
 */
record Served(Process process, int port, double secondsToFirstPage) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Starts {@code command}, whose {@code PORT} is replaced by a free port, and waits for {@code path}. */
    static Served start(List<String> command, Map<String, String> environment, Path folder, String path)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> words = command.stream()
                .map(word -> word.replace("PORT", Integer.toString(port)))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("bench", ".log").toFile());
        builder.environment().putAll(environment);
        long begun = System.nanoTime();
        Process process = builder.start();
        awaitPage(process, URI.create("http://127.0.0.1:" + port + path), begun);
        return new Served(process, port, (System.nanoTime() - begun) / 1e9);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The most memory the server's JVM has had in RAM, in MB, as the kernel counted it (VmHWM). */
    double peakMegabytes() throws IOException {
        long kilobytes = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
        return kilobytes / 1024.0;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static void awaitPage(Process process, URI page, long begun) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(30)).build();
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the server ended with " + process.exitValue(), notYet);
                }
            }
            Thread.sleep(10);
        }
        throw new IllegalStateException("no page within " + PATIENCE + " at " + page);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
