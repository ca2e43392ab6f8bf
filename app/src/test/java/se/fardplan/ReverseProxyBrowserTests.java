package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The server behind a reverse proxy on the same machine: what the proxy says of the visitor is believed. */
class ReverseProxyBrowserTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int TOO_MANY = 429;

    @Test
    void keepsCookiesToHttpsWhereTheVisitorCameByIt() throws Exception {
        HttpResponse<String> inside = client().send(page("/logga-in").build(), text());
        assertThat(inside.headers().allValues("Set-Cookie")).isNotEmpty().noneMatch(ReverseProxyBrowserTests::isSecure);
        HttpResponse<String> outside = client().send(
                        page("/logga-in").header("X-Forwarded-Proto", "https").build(), text());
        assertThat(outside.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(ReverseProxyBrowserTests::isSecure);
        assertThat(outside.headers().firstValue("Strict-Transport-Security")).isPresent();

        Demo.Account lead = Demo.lead();
        HttpResponse<String> login = logIn(client(), "203.0.113.7", lead.email(), lead.password());
        assertThat(login.statusCode()).isEqualTo(302);
        assertThat(login.headers().allValues("Set-Cookie"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(ReverseProxyBrowserTests::isSecure);
    }

    @Test
    void closesTheVisitorsAddressAndNotTheProxys() throws Exception {
        HttpClient guessing = client();
        int last = 0;
        for (int i = 0; i < 25 && last != TOO_MANY; i++) {
            last = logIn(guessing, "203.0.113.5", "nobody" + i + "@example.org", "gissat lösenord " + i)
                    .statusCode();
        }
        assertThat(last).isEqualTo(TOO_MANY);
        Demo.Account lead = Demo.lead();
        assertThat(logIn(client(), "203.0.113.6", lead.email(), lead.password()).statusCode())
                .isEqualTo(302);
    }

    private static HttpResponse<String> logIn(HttpClient client, String visitor, String email, String password)
            throws IOException, InterruptedException {
        HttpResponse<String> form =
                client.send(page("/logga-in").header("X-Forwarded-For", visitor).build(), text());
        Matcher token = TOKEN.matcher(form.body());
        assertThat(token.find()).isTrue();
        String fields = "_csrf=" + token.group(1) + "&epost=" + encoded(email) + "&losenord=" + encoded(password);
        // Java's own cookies would not send a secure one back by http, as the proxy does.
        String cookies = form.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0])
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
        return client.send(
                page("/logga-in")
                        .header("X-Forwarded-For", visitor)
                        .header("X-Forwarded-Proto", "https")
                        .header("Cookie", cookies)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields))
                        .build(),
                text());
    }

    private static HttpClient client() {
        return HttpClient.newHttpClient();
    }

    private static HttpRequest.Builder page(String path) {
        return HttpRequest.newBuilder(URI.create(Demo.DALARNA.address() + path));
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static boolean isSecure(String cookie) {
        return cookie.contains("; Secure");
    }
}
