package se.fardplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A server that is killed while someone saves texts: every save it acknowledged is there after the next start, whole and
 * in order, with its line in the log. {@code -Dfardplan.kills} says how many of each kind.
 */
class FormKillProcessTests {

    private static final int KILLS = Integer.getInteger("fardplan.kills", 2);
    private static final String SECTION = "/arsrapport/2025/avsnitt/aret";
    private static final String EMAIL = "anna@example.se";
    private static final String GIVEN = "given at the command line";
    private static final String PASSWORD = "nio gula hästar i regn";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern TEXT = Pattern.compile("<textarea[^>]*>\\s*([^<]*)</textarea>");

    @TempDir
    Path folder;

    private final Random random = new Random(20261122);

    /** What the page shows: the number of the latest version, and its text. */
    private record Shown(int version, String text) {}

    @BeforeAll
    static void learns() {
        Spawned.run("make-cache");
    }

    @ParameterizedTest
    @EnumSource
    void keepsEverySaveItAcknowledged(Victim victim) throws Exception {
        Path data = folder.resolve("data");
        addAccount(data);
        Instant first = Instant.now();
        Spawned server = serve(data);
        server.address();
        // On a machine busy with other things even an undisturbed start takes longer than five seconds.
        Duration undisturbed = Duration.between(first, Instant.now());
        Duration limit = Collections.max(List.of(Duration.ofSeconds(5), undisturbed.multipliedBy(2)));
        new Browser(server.address()).choosePassword();
        Duration slowest = Duration.ZERO;
        try {
            int acknowledged = 0;
            for (int round = 0; round < KILLS; round++) {
                Browser browser = new Browser(server.address());
                browser.logIn();
                acknowledged = saveUntilKilled(browser, victim, server, data, acknowledged);
                if (victim != Victim.POSTGRESQL) {
                    Instant began = Instant.now();
                    server = serve(data);
                    server.address();
                    Duration start = Duration.between(began, Instant.now());
                    assertThat(start).isLessThan(limit);
                    slowest = Collections.max(List.of(slowest, start));
                }
                Browser later = new Browser(server.address());
                later.logIn();
                Shown shown = later.read();
                // The last save may have been committed without its answer having come through.
                assertThat(shown.version()).isBetween(acknowledged, acknowledged + 1);
                assertThat(shown.text()).isEqualTo(text(shown.version()));
                acknowledged = shown.version();
            }
            Spawned audit = Spawned.run("audit", "verify", "--data", data.toString());
            assertThat(audit.await()).as(audit.said().toString()).isZero();
            System.out.printf(
                    Locale.ROOT,
                    "%s killed %d times while texts were saved: %d acknowledged, all there; slowest start after it %.1f s%n",
                    victim,
                    KILLS,
                    acknowledged,
                    slowest.toMillis() / 1000.0);
        } finally {
            server.close();
        }
    }

    /** Saves one text after the other, while another thread kills; returns how many saves were acknowledged. */
    private int saveUntilKilled(Browser browser, Victim victim, Spawned server, Path data, int before)
            throws InterruptedException {
        Duration wait = Duration.ofMillis(300 + random.nextInt(1500));
        Thread killer = Thread.ofPlatform().start(() -> {
            LockSupport.parkNanos(wait.toNanos());
            victim.kill(server, data);
        });
        int acknowledged = before;
        Instant until = Instant.now().plusSeconds(60);
        boolean broken = false;
        while (!broken && Instant.now().isBefore(until)) {
            try {
                broken = !browser.save(acknowledged, text(acknowledged + 1));
                acknowledged += broken ? 0 : 1;
            } catch (IOException e) {
                broken = true;
            }
            // A save that fell between two connections of the pool is not noticed: then the kill is over.
            broken |= !killer.isAlive();
        }
        killer.join();
        return acknowledged;
    }

    private void addAccount(Path data) {
        Spawned add = Spawned.startWith(
                GIVEN + "\n",
                "user",
                "add",
                "--data",
                data.toString(),
                "--name",
                "Anna Ek",
                "--role",
                "regional-lead",
                "--password-stdin",
                EMAIL);
        assertThat(add.await()).as(add.said().toString()).isZero();
    }

    private static Spawned serve(Path data) {
        return Spawned.start("serve", "--data", data.toString(), "--port", "0");
    }

    private static String text(int number) {
        return number == 0 ? "" : ("Text nummer " + number + ". ").repeat(50).strip();
    }

    /** Someone at a browser, with cookies. */
    private static final class Browser {

        private final String address;
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        Browser(String address) {
            this.address = address;
        }

        /** What the command line has set lets nobody in before one's own is chosen. */
        void choosePassword() throws IOException, InterruptedException {
            HttpResponse<String> answer = tryLogIn(GIVEN);
            String choice = URI.create(answer.headers().firstValue("Location").orElseThrow())
                    .getPath();
            Map<String, String> form = hidden(get(choice).body());
            form.put("losenord", PASSWORD);
            assertThat(post(choice, form).statusCode()).isEqualTo(302);
        }

        /** Tries again while the database is away. */
        void logIn() throws IOException, InterruptedException {
            Instant until = Instant.now().plusSeconds(30);
            HttpResponse<String> answer = tryLogIn(PASSWORD);
            while (answer.statusCode() != 302) {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
                assertThat(Instant.now()).as(answer.body()).isBefore(until);
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                answer = tryLogIn(PASSWORD);
            }
        }

        private HttpResponse<String> tryLogIn(String password) throws IOException, InterruptedException {
            HttpResponse<String> page = get("/logga-in");
            if (page.statusCode() != 200) {
                return page;
            }
            Map<String, String> form = hidden(page.body());
            form.put("epost", EMAIL);
            form.put("losenord", password);
            return post("/logga-in", form);
        }

        /** True when the server acknowledged the save. */
        boolean save(int base, String text) throws IOException, InterruptedException {
            HttpResponse<String> page = get(SECTION);
            if (page.statusCode() != 200) {
                return false;
            }
            Map<String, String> form = hidden(page.body());
            form.put("grund", Integer.toString(base));
            form.put("text", text);
            HttpResponse<String> answer = post(SECTION, form);
            return answer.statusCode() == 302
                    && answer.headers().firstValue("Location").orElse("").endsWith("?sparat");
        }

        /** What stands there; the database may need a moment to come back. */
        Shown read() throws IOException, InterruptedException {
            Instant until = Instant.now().plusSeconds(30);
            HttpResponse<String> page = get(SECTION);
            while (page.statusCode() != 200) {
                assertThat(Instant.now()).as(page.body()).isBefore(until);
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                page = get(SECTION);
            }
            Matcher text = TEXT.matcher(page.body());
            assertThat(text.find()).as(page.body()).isTrue();
            return new Shown(
                    Integer.parseInt(hidden(page.body()).get("grund")),
                    text.group(1).strip());
        }

        private HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
        }

        private HttpResponse<String> post(String path, Map<String, String> form)
                throws IOException, InterruptedException {
            String body = form.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return client.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .timeout(Duration.ofSeconds(30))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        private static Map<String, String> hidden(String html) {
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher matcher = HIDDEN.matcher(html);
            while (matcher.find()) {
                fields.put(matcher.group(1), matcher.group(2));
            }
            return fields;
        }
    }
}
