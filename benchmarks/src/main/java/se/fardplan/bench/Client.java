package se.fardplan.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Someone who is logged in at the demo and sends its forms, as a browser without script does. */
final class Client {

    private static final String PASSWORD = "sju blå cyklar vid sjön";
    private static final String BOUNDARY = "----bench-between-parts";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final HttpClient straight =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Served served;
    private final String account;
    private String token = "";

    private Client(Served served, String account) {
        this.served = served;
        this.account = account;
    }

    static Client loggedIn(Served served, String account) throws IOException, InterruptedException {
        Client client = new Client(served, account);
        client.token = hidden(client.get("/logga-in"), "_csrf");
        client.post("/logga-in", Map.of("epost", account, "losenord", PASSWORD));
        client.token = hidden(client.get("/mitt-konto"), "_csrf");
        return client;
    }

    /** Logs in once more and does not follow where the answer leads. */
    void logInOnly() throws IOException, InterruptedException {
        HttpRequest request = form("/logga-in", Map.of("epost", account, "losenord", PASSWORD));
        int status =
                straight.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 302) {
            throw new IllegalStateException("expected 302 from the login, got " + status);
        }
    }

    String get(String path) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(served.uri(path)).build());
    }

    /** A file to take away, as it is. */
    HttpResponse<byte[]> file(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(served.uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    String post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return ask(form(path, fields));
    }

    private HttpRequest form(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + token + "&", ""));
        return HttpRequest.newBuilder(served.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    /** Sends a form with one file in it. */
    String send(String path, String field, String fileName, byte[] file) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(part("_csrf", "").getBytes(StandardCharsets.UTF_8));
        body.writeBytes((token + "\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(part(field, "; filename=\"" + fileName + "\"").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return ask(HttpRequest.newBuilder(served.uri(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static String part(String name, String more) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n";
    }

    private String ask(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("expected 200 from " + request.uri() + ", got " + answer.statusCode());
        }
        return answer.body();
    }

    /** The value of a form's hidden field. */
    static String hidden(String page, String name) {
        return found(page, "name=\"" + name + "\" value=\"([^\"]*)\"");
    }

    /** Where the page's first form that saves an upload goes. */
    static String action(String page) {
        return found(page, "action=\"(/[a-z0-9/-]+/inlasning/[0-9a-f-]{36})\"");
    }

    private static String found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException(
                    "no " + pattern + " in " + page.substring(0, Math.min(3000, page.length())));
        }
        return matcher.group(1);
    }
}
