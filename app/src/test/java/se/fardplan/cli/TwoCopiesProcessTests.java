package se.fardplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.fardplan.access.Accounts;
import se.fardplan.access.CurrentUser;

/** Two copies of the application on one PostgreSQL, as real processes that start at the same moment. */
class TwoCopiesProcessTests {

    private static final int WRITERS = 10;
    private static final int FORMS_A_SECOND = 50;
    private static final Duration BEFORE_THE_KILL = Duration.ofSeconds(6);
    private static final Duration AFTER_THE_KILL = Duration.ofSeconds(6);
    private static final String PASSWORD = "nio gula hästar i regn";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    @TempDir
    static Path folder;

    private static DebianPostgres postgres;
    private static String config;
    private static JdbcClient rows;

    private Spawned one;
    private Spawned other;

    @BeforeAll
    static void prepare() throws Exception {
        postgres = new DebianPostgres(folder);
        postgres.prepare();
        config = Files.writeString(
                        folder.resolve("fardplan.properties"), """
                database-url=%s
                database-owner=chef
                database-owner-password=ägarens
                database-user=rum
                database-password=programmets
                fardplan.backup.folder=%s
                """.formatted(postgres.url(), folder.resolve("backups")))
                .toString();
        rows = JdbcClient.create(new DriverManagerDataSource(postgres.url(), "chef", "ägarens"));
    }

    @AfterAll
    static void stopPostgres() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void start() {
        one = serve();
        other = serve();
        one.address();
        other.address();
        rows.sql("delete from access.address_failure").update();
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
    }

    private static Spawned serve() {
        return Spawned.start(
                "serve", "--config", config, "--data", folder.resolve("none").toString(), "--port", "0");
    }

    private static void addAccounts(List<String> emails) {
        Where where = new Where();
        where.config = Path.of(config);
        where.data = folder.resolve("none");
        try (Installation installation = Installation.open(where)) {
            Accounts accounts = installation.ask(Accounts.class);
            emails.forEach(
                    email -> accounts.add(CurrentUser.console(), email, "Anna Ek", List.of("regional-lead"), PASSWORD));
        }
    }

    @Test
    void loseNothingAndDoubleNothingWhenOneIsKilled() throws Exception {
        addAccounts(IntStream.range(0, WRITERS)
                .mapToObj(TwoCopiesProcessTests::email)
                .toList());
        List<Writer> writers = IntStream.range(0, WRITERS).mapToObj(Writer::new).toList();
        for (Writer writer : writers) {
            // Everyone logs in at the copy that will be killed.
            writer.browser.logIn(one.address(), email(writer.number));
        }
        Instant start = Instant.now();
        Instant kill = start.plus(BEFORE_THE_KILL);
        Instant end = kill.plus(AFTER_THE_KILL);
        List<Thread> threads = writers.stream()
                .map(writer -> Thread.ofPlatform().start(() -> writer.writeUntil(start, end)))
                .toList();
        LockSupport.parkUntil(kill.toEpochMilli());
        one.kill();
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        writers.forEach(Writer::assertNothingWrong);
        assertThat(other.isAlive()).isTrue();
        // No one had to log in again.
        assertThat(writers.getFirst()
                        .browser
                        .get(other.address(), "/mitt-konto")
                        .statusCode())
                .isEqualTo(200);
        Spawned audit = Spawned.run("audit", "verify", "--config", config);
        assertThat(audit.await()).as(audit.said().toString()).isZero();

        int acknowledged =
                writers.stream().mapToInt(writer -> writer.acknowledged).sum();
        int afterwards =
                writers.stream().mapToInt(writer -> writer.afterTheKill).sum();
        int unanswered = writers.stream().mapToInt(writer -> writer.unanswered).sum();
        long stored = rows.sql("select count(*) from reports.analysis")
                .query(Long.class)
                .single();
        assertThat(stored).isBetween((long) acknowledged, (long) acknowledged + unanswered);
        assertThat(logged()).isEqualTo(stored);
        assertThat(acknowledged / seconds).isGreaterThan(FORMS_A_SECOND * 0.8);
        assertThat(afterwards).isGreaterThan(0);
        System.out.printf(
                Locale.ROOT,
                "two copies, one killed: %.0f forms/s over %.0f s, %d acknowledged (%d by the one left), %d unanswered, "
                        + "%d stored, none lost, none doubled%n",
                acknowledged / seconds,
                seconds,
                acknowledged,
                afterwards,
                unanswered,
                stored);
    }

    private static String email(int number) {
        return "anna" + number + "@example.se";
    }

    private static long logged() {
        return rows.sql("select count(*) from access.audit_entry where act = 'report.analysis-written'")
                .query(Long.class)
                .single();
    }

    /** Someone who writes one text after the other, five a second, turn by turn at the two copies. */
    private final class Writer {

        private final int number;
        private final Browser browser = new Browser();
        private final List<String> problems = new ArrayList<>();
        private int acknowledged;
        private int version;
        private int unanswered;
        private int afterTheKill;

        Writer(int number) {
            this.number = number;
        }

        private String section() {
            return "/arsrapport/" + (2016 + number) + "/avsnitt/aret";
        }

        void writeUntil(Instant start, Instant end) {
            try {
                Map<String, String> form =
                        hidden(browser.get(one.address(), section()).body());
                Instant turn = start.plusMillis(number * 1000L / FORMS_A_SECOND);
                for (int save = 0; turn.isBefore(end); save++) {
                    LockSupport.parkUntil(turn.toEpochMilli());
                    save(form, save);
                    turn = turn.plusMillis(WRITERS * 1000L / FORMS_A_SECOND);
                }
            } catch (IOException | InterruptedException | RuntimeException e) {
                problems.add(e.toString());
            }
        }

        private void save(Map<String, String> form, int save) throws IOException, InterruptedException {
            boolean first = save % 2 == 0 && one.isAlive();
            form.put("grund", Integer.toString(version));
            form.put("text", text(version + 1));
            try {
                HttpResponse<String> answer = browser.post(first ? one.address() : other.address(), section(), form);
                if (answer.statusCode() != 302
                        || !answer.headers().firstValue("Location").orElse("").endsWith("?sparat")) {
                    problems.add("version " + version + ": " + answer.statusCode());
                } else {
                    version++;
                    acknowledged++;
                    afterTheKill += one.isAlive() ? 0 : 1;
                }
            } catch (IOException killed) {
                if (!first) {
                    throw killed;
                }
                unanswered++;
                // It may have been committed without its answer having come through: the page tells.
                int shown = Integer.parseInt(
                        hidden(browser.get(other.address(), section()).body()).getOrDefault("grund", "-1"));
                if (shown < version || shown > version + 1) {
                    problems.add("version " + version + " acknowledged, " + shown + " shown");
                }
                version = shown;
            }
        }

        void assertNothingWrong() {
            assertThat(problems).as("writer " + number).isEmpty();
            assertThat(rows.sql("select text from reports.analysis where year = :year order by version")
                            .param("year", 2016 + number)
                            .query(String.class)
                            .list())
                    .isEqualTo(IntStream.rangeClosed(1, version)
                            .mapToObj(this::text)
                            .toList());
        }

        private String text(int version) {
            return "Skribent %d, text %d. "
                    .formatted(number, version)
                    .repeat(20)
                    .strip();
        }
    }

    @Test
    void shareSessionsLimitsAndJobs() throws Exception {
        String email = "bo@example.se";
        addAccounts(List.of(email));
        Browser bo = new Browser();
        bo.logIn(one.address(), email);
        assertThat(bo.get(other.address(), "/mitt-konto").statusCode()).isEqualTo(200);

        // Logging out at one is logging out at the other, also for someone who has stolen the cookie.
        Browser thief = bo.stolen();
        assertThat(thief.get(one.address(), "/mitt-konto").statusCode()).isEqualTo(200);
        bo.post(
                other.address(),
                "/logga-ut",
                hidden(bo.get(other.address(), "/om").body()));
        assertThat(thief.get(one.address(), "/mitt-konto").statusCode()).isEqualTo(302);
        assertThat(thief.get(other.address(), "/mitt-konto").statusCode()).isEqualTo(302);

        // The sixth login pushes out the first, whichever copy each was at.
        List<Browser> six = Stream.generate(Browser::new).limit(6).toList();
        for (int login = 0; login < 6; login++) {
            six.get(login).logIn(login % 2 == 0 ? one.address() : other.address(), email);
        }
        assertThat(six.getFirst().get(other.address(), "/mitt-konto").statusCode())
                .isEqualTo(302);
        assertThat(six.get(1).get(one.address(), "/mitt-konto").statusCode()).isEqualTo(200);

        backUpOnce();
        guessAtBoth();
    }

    /** The job is due now; both copies look for it every five seconds. */
    private void backUpOnce() throws IOException {
        Instant until = Instant.now().plusSeconds(60);
        while (rows.sql("update desk.scheduled_task set execution_time = now() where task_name = 'backup'")
                        .update()
                == 0) {
            assertThat(Instant.now()).isBefore(until);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        while (rows.sql("""
                        select count(*) from desk.scheduled_task
                        where task_name = 'backup' and last_success is not null and not picked
                        """).query(Long.class).single() == 0) {
            assertThat(Instant.now())
                    .as("one said " + one.said() + ", other " + other.said())
                    .isBefore(until);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .hasSize(1)
                    .allMatch(file -> file.endsWith(".backup"));
        }
    }

    /** Twenty failures from one address close both copies to it. */
    private void guessAtBoth() throws Exception {
        Browser stranger = new Browser();
        List<Integer> answers = new ArrayList<>();
        for (int guess = 0; guess < 21; guess++) {
            answers.add(stranger.tryLogIn(
                            guess % 2 == 0 ? one.address() : other.address(), "gissad" + guess + "@example.se")
                    .statusCode());
        }
        assertThat(answers.subList(0, 20)).allMatch(status -> status == 401);
        assertThat(answers.getLast()).isEqualTo(429);
        assertThat(stranger.tryLogIn(other.address(), "gissad@example.se").statusCode())
                .isEqualTo(429);
    }

    private static Map<String, String> hidden(String html) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher matcher = HIDDEN.matcher(html);
        while (matcher.find()) {
            fields.putIfAbsent(matcher.group(1), matcher.group(2));
        }
        return fields;
    }

    /** Someone at a browser; its cookies go to both copies, as behind one address. */
    private static final class Browser {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();

        void logIn(String address, String email) throws IOException, InterruptedException {
            HttpResponse<String> answer = tryLogIn(address, email);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        }

        HttpResponse<String> tryLogIn(String address, String email) throws IOException, InterruptedException {
            Map<String, String> form = hidden(get(address, "/logga-in").body());
            form.put("epost", email);
            form.put("losenord", PASSWORD);
            return post(address, "/logga-in", form);
        }

        /** Another browser that has come by the same cookies. */
        Browser stolen() {
            Browser thief = new Browser();
            for (HttpCookie cookie : cookies.getCookieStore().getCookies()) {
                thief.cookies.getCookieStore().add(URI.create("http://localhost"), cookie);
            }
            return thief;
        }

        HttpResponse<String> get(String address, String path) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> post(String address, String path, Map<String, String> form)
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
    }
}
