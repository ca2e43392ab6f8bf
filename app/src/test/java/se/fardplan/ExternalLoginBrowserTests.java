package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fardplan.access.Accounts;
import se.fardplan.access.CurrentUser;
import se.fardplan.cli.DemoServer;

/** Login by an OpenID provider in a browser: who gets in, with which roles, and what they are told otherwise. */
class ExternalLoginBrowserTests {

    private static final String PASSWORD = "tre gröna cyklar vid Siljan";

    private static LoginProvider provider;
    private static DemoServer server;
    private static JdbcClient database;

    @BeforeAll
    static void open() {
        provider = LoginProvider.start();
        Map<String, Object> settings = new HashMap<>(provider.settings());
        settings.put("fardplan.oidc.roles.processledare avesta", "local-lead:2084");
        settings.put("fardplan.oidc.roles./lan/chefer", "head");
        settings.put("fardplan.oidc.create-accounts", "true");
        server = DemoServer.start("dalarna", Demo.AS_OF, settings);
        provider.know(server.address());
        database = server.ask(JdbcClient.class);
    }

    @AfterAll
    static void close() {
        provider.close();
    }

    private interface Story {
        void play(Page page);
    }

    private static void inBrowser(int width, Story story) {
        try (BrowserContext window = Browser.window(server.address(), width, 900)) {
            story.play(window.newPage());
        }
    }

    /** An account that has been here before, with one role that someone gave. */
    private static String account(String name) {
        String email = name + "@dalarna.example";
        server.ask(Accounts.class).add(CurrentUser.console(), email, "Anna " + name, List.of("politician"), PASSWORD);
        return email;
    }

    private static Map<String, Object> claims(String email, boolean verified, String... groups) {
        return Map.of("email", email, "email_verified", verified, "name", "Anna Ek", "groups", List.of(groups));
    }

    private static void goTo(Page page) {
        page.navigate("/logga-in");
        page.waitForNavigation(
                () -> page.locator("a[href='/oauth2/authorization/lan']").click());
    }

    /** Logs in at the provider and says yes there. */
    private static void logIn(Page page, String name) {
        goTo(page);
        page.fill("input[name=username]", name);
        page.fill("input[name=password]", LoginProvider.PASSWORD);
        page.waitForNavigation(() -> page.press("input[name=password]", "Enter"));
        page.locator("input[name=scope]").all().forEach(scope -> scope.check());
        page.waitForNavigation(() -> page.locator("#submit-consent").click());
    }

    private static List<String> roles(String email) {
        return database.sql("""
                        select g.role || coalesce(':' || g.organisation, '') || ' ' || coalesce(g.source, 'by hand')
                        from access.role_grant g
                        join access.account a on a.id = g.account
                        where a.email = :email and (g.valid_until is null or g.valid_until >= current_date)
                        order by 1
                        """).param("email", email).query(String.class).list();
    }

    private static List<String> log(String email) {
        return database.sql("""
                        select e.actor_name || ': ' || e.act
                        from access.audit_entry e
                        join access.account a on e.subject = 'account/' || a.id
                        where a.email = :email and e.actor_name <> 'Kommandoraden'
                        order by e.seq
                        """).param("email", email).query(String.class).list();
    }

    @Test
    void givesAndTakesRolesAsTheClaimsChange() {
        String email = account("rollbyte");
        provider.person("rollbyte", claims(email, true, "processledare avesta", "/lan/chefer", "okänd grupp"));
        inBrowser(1280, page -> {
            logIn(page, "rollbyte");
            assertThat(page.url()).isEqualTo(server.address() + "/att-gora");
            assertThat(roles(email)).containsExactly("HEAD lan", "LOCAL_LEAD:2084 lan", "POLITICIAN by hand");
            page.navigate("/mitt-konto");
            assertThat(page.locator("section[aria-labelledby=roller]").innerText())
                    .contains("Lokal processledare, Avesta", "Chef i Länschefsnätverket", "Förtroendevald");

            provider.person("rollbyte", claims(email, true, "/lan/chefer"));
            Demo.submit(page, "header form[action='/logga-ut'] button");
            goTo(page);
            assertThat(page.url()).isEqualTo(server.address() + "/att-gora");
            assertThat(roles(email)).containsExactly("HEAD lan", "POLITICIAN by hand");
            assertThat(log(email))
                    .containsExactly(
                            "Länets inloggning: account.role-given",
                            "Länets inloggning: account.role-given",
                            "Anna rollbyte: login.succeeded",
                            "Länets inloggning: account.role-taken",
                            "Anna rollbyte: login.succeeded");
        });
    }

    @Test
    void refusesAnAddressThatIsNotVerified() {
        String email = account("obekraftad");
        provider.person("obekraftad", claims(email, false, "/lan/chefer"));
        inBrowser(390, page -> {
            logIn(page, "obekraftad");
            assertThat(page.locator("main .smal > [role=alert]").innerText()).contains("inte bekräftad");
            assertThat(Walk.shown(page, "not verified").findings).isEmpty();
            assertThat(page.navigate("/mitt-konto").url()).contains("/logga-in");
            assertThat(roles(email)).containsExactly("POLITICIAN by hand");
        });
    }

    @Test
    void tellsTheOneWhoTurnsBack() {
        provider.person("avbryter", claims(account("avbryter"), true));
        inBrowser(1280, page -> {
            goTo(page);
            page.fill("input[name=username]", "avbryter");
            page.fill("input[name=password]", LoginProvider.PASSWORD);
            page.waitForNavigation(() -> page.press("input[name=password]", "Enter"));
            page.waitForNavigation(() -> page.locator("#cancel-consent").click());
            assertThat(page.locator("main .smal > [role=alert]").innerText())
                    .isEqualTo("Du avbröt inloggningen. Försök igen, eller logga in med lösenord.");
        });
    }

    @Test
    void letsInNoClosedAccountAndGivesItNothing() {
        String email = account("avslutad");
        server.ask(Accounts.class).disable(CurrentUser.console(), email);
        provider.person("avslutad", claims(email, true, "/lan/chefer"));
        inBrowser(1280, page -> {
            logIn(page, "avslutad");
            assertThat(page.locator("main .smal > [role=alert]").innerText()).contains("inget öppet konto");
            assertThat(roles(email)).containsExactly("POLITICIAN by hand");
        });
    }

    @Test
    void makesAnAccountOnlyForOneWhoGetsARole() {
        provider.person("ny", claims("ny@dalarna.example", true, "processledare avesta"));
        provider.person("okand", claims("okand@dalarna.example", true, "någon annan grupp"));
        inBrowser(1280, page -> {
            logIn(page, "ny");
            assertThat(page.url()).isEqualTo(server.address() + "/att-gora");
            assertThat(roles("ny@dalarna.example")).containsExactly("LOCAL_LEAD:2084 lan");
        });
        inBrowser(1280, page -> {
            logIn(page, "okand");
            assertThat(page.locator("main .smal > [role=alert]").innerText()).contains("inget öppet konto");
        });
        assertThat(database.sql(
                                "select name || ', ' || organisation from access.account where email like 'ny@%' or email like 'okand@%'")
                        .query(String.class)
                        .list())
                .containsExactly("Anna Ek, 2084");
    }
}
