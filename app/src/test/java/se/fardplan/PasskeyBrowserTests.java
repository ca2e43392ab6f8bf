package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fardplan.access.Accounts;
import se.fardplan.access.CurrentUser;
import se.fardplan.cli.DemoServer;

/** Passkeys in Chromium with its virtual authenticator: made, used, removed, and every way round them shut. */
class PasskeyBrowserTests {

    private static final DemoServer SERVER = DemoServer.start("dalarna", Demo.AS_OF);
    private static final JdbcClient DATABASE = SERVER.ask(JdbcClient.class);

    private static final String WRONG = "Nyckeln gick inte att logga in med";
    private static final String KEY_BUTTON = "[data-passkey=login] button";

    /** Signs what the server asks, one thing in it changed, and gives the answer as JSON. */
    private static final String SIGN = """
            async ([question, name, value]) => {
              const asked = {...JSON.parse(question), [name]: value};
              const options = PublicKeyCredential.parseRequestOptionsFromJSON(asked);
              return JSON.stringify((await navigator.credentials.get({publicKey: options})).toJSON());
            }
            """;

    private interface Story {
        void play(Page page, Authenticator authenticator) throws IOException;
    }

    private static void withKey(String role, Story story) throws IOException {
        try (BrowserContext window = Browser.window(SERVER.address(), 1280, 900)) {
            Page page = window.newPage();
            Authenticator authenticator = Authenticator.of(page);
            Demo.logIn(page, Demo.account(role));
            addKey(page, Demo.account(role).password(), "Jobbtelefonen");
            assertThat(page.locator("main [role=status]").innerText()).contains("Nyckeln är tillagd");
            logOut(page);
            story.play(page, authenticator);
        }
    }

    private static void addKey(Page page, String password, String name) {
        page.navigate("/mitt-konto");
        page.locator("[data-passkey=add] summary").click();
        page.fill("#nyckelnamn", name);
        page.fill("#nyckellosen", password);
        Demo.submit(page, "[data-passkey=add] button");
    }

    private static void logOut(Page page) {
        Demo.submit(page, "header form[action='/logga-ut'] button");
    }

    private static void logInByKey(Page page) {
        page.navigate("/logga-in");
        Demo.submit(page, KEY_BUTTON);
    }

    private static String alert(Page page) {
        return page.locator("main > * [role=alert]:visible").innerText();
    }

    @Test
    void isAddedLogsInWithoutAnAddressAndIsRemoved() throws IOException {
        withKey("Enhetschef", (page, authenticator) -> {
            assertThat(authenticator.keys()).isEqualTo(1);
            page.navigate("/logga-in?vidare=/mitt-konto");
            assertThat(page.inputValue("#epost")).isEmpty();
            Demo.submit(page, KEY_BUTTON);
            assertThat(page.url()).endsWith("/mitt-konto");
            assertThat(page.locator("main").innerText())
                    .contains(Demo.account("Enhetschef").email(), "Jobbtelefonen", "senast använd");

            page.locator("section[aria-labelledby=nycklar] .list summary").click();
            Demo.submit(page, "form[action$='/borttagning'] button");
            assertThat(page.locator("main [role=status]").innerText()).isEqualTo("Nyckeln är borttagen.");
            assertThat(page.locator("section[aria-labelledby=nycklar] .list").count())
                    .isZero();
            assertThat(letters("enhetschef@example.org"))
                    .containsExactly(
                            "En inloggningsnyckel är tillagd till ditt konto i Färdplan",
                            "En inloggningsnyckel är borttagen från ditt konto i Färdplan");
            assertThat(log("account.key%")).containsExactly("account.key-added", "account.key-removed");

            logOut(page);
            logInByKey(page);
            assertThat(alert(page)).contains(WRONG);
            assertThat(page.navigate("/mitt-konto").url()).contains("/logga-in?vidare=");
        });
    }

    @Test
    void asksForThePasswordAgainBeforeOneIsAdded() {
        try (BrowserContext window = Browser.window(SERVER.address(), 1280, 900)) {
            Page page = window.newPage();
            Authenticator authenticator = Authenticator.of(page);
            Demo.logIn(page, Demo.account("Registrator"));
            page.navigate("/mitt-konto");
            page.locator("[data-passkey=add] summary").click();
            page.fill("#nyckelnamn", "Någon annans");
            page.fill("#nyckellosen", "inte det rätta ordet");
            page.locator("[data-passkey=add] button").click();
            page.locator("[data-passkey=add] [role=alert]:visible").waitFor();
            assertThat(page.locator("[data-passkey=add] [role=alert]").innerText())
                    .contains("Ditt nuvarande lösenord stämmer inte");
            assertThat(authenticator.keys()).isZero();
        }
    }

    @Test
    void goesNoFurtherWhenTheOwnerSaysNo() throws IOException {
        withKey("Regional processledare", (page, authenticator) -> {
            authenticator.setVerified(false);
            page.navigate("/logga-in");
            page.locator(KEY_BUTTON).click();
            page.locator("[data-passkey=login] [role=alert]:visible").waitFor();
            assertThat(alert(page)).contains("Ingen nyckel valdes");
            assertThat(page.locator(KEY_BUTTON).isEnabled()).isTrue();
        });
    }

    @Test
    void isRefusedWhenItsHolderWasNotVerified() throws IOException {
        withKey("Lokal processledare", (page, authenticator) -> {
            authenticator.setVerified(false);
            page.navigate("/logga-in");
            String answer = sign(page, question(page), "userVerification", "discouraged");
            assertThat(logIn(page, answer)).contains(WRONG);
        });
    }

    @Test
    void anAnswerHoldsOnce() throws IOException {
        withKey("Chef i Länschefsnätverket", (page, authenticator) -> {
            AtomicReference<String> sent = new AtomicReference<>();
            page.onRequest(request -> {
                if (request.url().endsWith("/logga-in/nyckel")) {
                    sent.set(request.postData());
                }
            });
            logInByKey(page);
            assertThat(page.url()).endsWith("/att-gora");
            logOut(page);
            page.navigate("/logga-in");
            APIResponse again = page.context()
                    .request()
                    .post(
                            "/logga-in/nyckel",
                            RequestOptions.create()
                                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                    .setData(sent.get()));
            assertThat(again.status()).isEqualTo(401);
            assertThat(again.text()).contains(WRONG);

            // Nor does it answer another question than its own.
            String old = sign(page, question(page), "rpId", "localhost");
            question(page);
            assertThat(logIn(page, old)).contains(WRONG);
        });
    }

    /** Any port of a host may ask for its passkeys; the answer says who asked. */
    @Test
    void isRefusedWhenAnotherSiteAsked() throws IOException {
        withKey("Förtroendevald", (page, authenticator) -> {
            page.navigate("/logga-in");
            JsonObject question = question(page);
            HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
            other.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("ja".getBytes());
                exchange.close();
            });
            other.start();
            try {
                page.navigate("http://localhost:" + other.getAddress().getPort() + "/");
                String answer = sign(page, question, "rpId", "localhost");
                assertThat(logIn(page, answer)).contains(WRONG);
            } finally {
                other.stop(0);
            }
        });
    }

    @Test
    void aCopyThatLagsBehindIsRefusedAndWrittenDown() throws IOException {
        withKey("Huvudmannens administratör", (page, authenticator) -> {
            JsonObject copy = authenticator.key();
            logInByKey(page);
            assertThat(page.url()).endsWith("/att-gora");
            logOut(page);
            authenticator.clear();
            authenticator.put(copy);
            logInByKey(page);
            assertThat(alert(page)).contains(WRONG);
            assertThat(DATABASE.sql(
                                    "select detail from access.audit_entry where act = 'login.failed' order by seq desc")
                            .query(String.class)
                            .list()
                            .getFirst())
                    .contains("räknare har gått bakåt");
        });
    }

    @Test
    void opensNoClosedAccount() throws IOException {
        withKey("Systemadministratör", (page, authenticator) -> {
            String email = Demo.account("Systemadministratör").email();
            SERVER.ask(Accounts.class).disable(CurrentUser.console(), email);
            logInByKey(page);
            assertThat(alert(page)).contains(WRONG);
            SERVER.ask(Accounts.class).enable(CurrentUser.console(), email);
            logInByKey(page);
            assertThat(page.url()).endsWith("/att-gora");
        });
    }

    /** A browser binds a key to the host, so at another one it is not offered. */
    @Test
    void isOfferedAtTheHouseOwnAddressAlone() {
        try (BrowserContext window = Browser.window(SERVER.address().replace("localhost", "127.0.0.1"), 390, 844)) {
            Page page = window.newPage();
            page.navigate("/logga-in");
            assertThat(page.locator(KEY_BUTTON).isVisible()).isFalse();
            assertThat(page.locator("main form button[type=submit]").isVisible())
                    .isTrue();
        }
    }

    @Test
    void thePasswordDoesWithoutScript() {
        try (BrowserContext window = Browser.windowWithoutScript(SERVER.address(), 390, 844)) {
            Page page = window.newPage();
            page.navigate("/logga-in");
            assertThat(page.locator(KEY_BUTTON).isVisible()).isFalse();
            Demo.logIn(page, Demo.account("Länsadministratör"));
            assertThat(page.url()).endsWith("/att-gora");
            page.navigate("/mitt-konto");
            assertThat(page.locator("[data-passkey=add]").isVisible()).isFalse();
            assertThat(page.locator("[data-passkey=unable]").isVisible()).isTrue();
        }
    }

    @Test
    void itsPagesAreForEveryone() throws IOException {
        withKey("Länsadministratör", (page, authenticator) -> {
            page.navigate("/logga-in");
            assertSound(page, "log in");
            logInByKey(page);
            page.navigate("/mitt-konto");
            page.locator("section[aria-labelledby=nycklar] summary").all().forEach(summary -> summary.click());
            assertSound(page, "own account");
        });
    }

    private static void assertSound(Page page, String name) {
        assertThat(Walk.shown(page, name).findings).isEmpty();
        page.setViewportSize(1280, 900);
    }

    private static JsonObject question(Page page) {
        APIResponse answer = page.context()
                .request()
                .post(
                        "/logga-in/nyckel/fraga",
                        RequestOptions.create()
                                .setForm(FormData.create().set("_csrf", page.inputValue("main input[name=_csrf]"))));
        assertThat(answer.status()).isEqualTo(200);
        return new Gson().fromJson(answer.text(), JsonObject.class);
    }

    private static String sign(Page page, JsonObject question, String name, String value) {
        return (String) page.evaluate(SIGN, List.of(question.toString(), name, value));
    }

    /** Sends an answer as the login page would. */
    private static String logIn(Page page, String answer) {
        page.navigate(SERVER.address() + "/logga-in");
        return page.context()
                .request()
                .post(
                        SERVER.address() + "/logga-in/nyckel",
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("_csrf", page.inputValue("main input[name=_csrf]"))
                                        .set("nyckel", answer)))
                .text();
    }

    private static List<String> letters(String to) {
        return DATABASE.sql("select subject from desk.letter where recipient = :to order by created_at")
                .param("to", to)
                .query(String.class)
                .list();
    }

    private static List<String> log(String act) {
        return DATABASE.sql("""
                        select e.act
                        from access.audit_entry e
                        join access.account a on e.subject = 'account/' || a.id
                        where e.act like :act and a.email = 'enhetschef@example.org'
                        order by e.seq
                        """).param("act", act).query(String.class).list();
    }
}
