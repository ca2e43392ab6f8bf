package se.fardplan.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A sub-goal's page, against a static file of the same bytes from the same server; then both by ETag. */
final class PageBench {

    private static final String PAGE = "/delmal/nara-for-alla";
    private static final double RATIO_LIMIT = 0.15;
    private static final double ETAG_RATIO_LIMIT = 0.6;

    private PageBench() {}

    static boolean run() throws Exception {
        Path home = Path.of("").toAbsolutePath();
        Path data = Files.createTempDirectory("bench-page");
        Path statics = Files.createTempDirectory("bench-static");
        Map<String, String> withStatics = Map.of(
                "SPRING_WEB_RESOURCES_ADD_MAPPINGS",
                "true",
                "SPRING_WEB_RESOURCES_STATIC_LOCATIONS",
                "file:" + statics + "/");
        List<String> demo = List.of("./fardplan", "demo", "--data", data.toString(), "--port", "PORT");
        try (Served served = Served.start(demo, withStatics, home, PAGE)) {
            HttpResponse<byte[]> page = get(served.uri(PAGE));
            Files.write(statics.resolve("peer.html"), page.body());
            URI peer = served.uri("/peer.html");
            System.err.printf("page of %d bytes%n", page.body().length);

            Interleaved whole = Interleaved.of(
                    () -> Load.perSecond(served.uri(PAGE), null, 200), () -> Load.perSecond(peer, null, 200));
            whole.print("page-sub-goal", "/s", "limit ratio>=0.15; peer: a static file of the same bytes");
            String ownTag = tag(served.uri(PAGE));
            String peerTag = tag(peer);
            Interleaved unchanged = Interleaved.of(
                    () -> Load.perSecond(served.uri(PAGE), ownTag, 304), () -> Load.perSecond(peer, peerTag, 304));
            unchanged.print("page-sub-goal-etag", "/s", "limit ratio>=0.6; peer: the same file by its validator");
            return whole.ratio() >= RATIO_LIMIT && unchanged.ratio() >= ETAG_RATIO_LIMIT;
        }
    }

    private static HttpResponse<byte[]> get(URI uri) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The header line that asks whether {@code uri} has changed: by ETag, else by Last-Modified. */
    private static String tag(URI uri) throws Exception {
        HttpResponse<byte[]> response = get(uri);
        return response.headers()
                .firstValue("ETag")
                .map(tag -> "If-None-Match: " + tag)
                .or(() -> response.headers().firstValue("Last-Modified").map(day -> "If-Modified-Since: " + day))
                .orElseThrow();
    }
}
