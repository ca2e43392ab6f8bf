package se.fardplan.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Asks one address over and over on kept-alive connections, and counts the answers. */
final class Load {

    private static final int CONNECTIONS = 2;
    private static final long NANOS = 2_000_000_000L;

    private Load() {}

    /** Answers a second over two seconds; every answer must have {@code status}. */
    static double perSecond(URI uri, @Nullable String header, int status) throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(CONNECTIONS)) {
            long until = System.nanoTime() + NANOS;
            Callable<Long> caller = () -> ask(uri, header, status, until);
            long answers = 0;
            for (Future<Long> count : callers.invokeAll(List.of(caller, caller))) {
                answers += count.get();
            }
            return answers / (NANOS / 1e9);
        }
    }

    private static long ask(URI uri, @Nullable String header, int status, long until) throws IOException {
        byte[] request = ("GET " + uri.getRawPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\n"
                        + (header == null ? "" : header + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        long answers = 0;
        while (System.nanoTime() < until) {
            try (Socket socket = new Socket(uri.getHost(), uri.getPort());
                    InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16)) {
                socket.setTcpNoDelay(true);
                boolean open = true;
                while (open && System.nanoTime() < until) {
                    socket.getOutputStream().write(request);
                    open = readAnswer(in, status);
                    answers++;
                }
            }
        }
        return answers;
    }

    /** Reads one answer; false when it is the last on its connection, as every hundredth is. */
    private static boolean readAnswer(InputStream in, int status) throws IOException {
        String first = readLine(in);
        if (!first.startsWith("HTTP/1.1 " + status)) {
            throw new IllegalStateException("expected " + status + ", got " + first);
        }
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).trim());
            }
            last |= lower.equals("connection: close");
            chunked |= lower.startsWith("transfer-encoding: chunked");
        }
        if (chunked) {
            skipChunks(in);
        } else {
            in.skipNBytes(length);
        }
        return !last;
    }

    private static void skipChunks(InputStream in) throws IOException {
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            in.skipNBytes(size + 2);
        }
        readLine(in);
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(readLine(in).trim(), 16);
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection was closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
