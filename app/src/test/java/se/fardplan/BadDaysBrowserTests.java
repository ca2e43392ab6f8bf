package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fardplan.cli.DemoServer;

/** Bad days at the front door, each met in a browser: what is told, and that nothing is lost or let in. */
class BadDaysBrowserTests {

    private static final DemoServer SERVER = DemoServer.start("dalarna", Demo.AS_OF);
    private static final JdbcClient DATABASE = SERVER.ask(JdbcClient.class);
    private static final String ADMIN = "Länsadministratör";

    private interface Story {
        String play(Page page);
    }

    /** Plays a story as someone who is logged in, and prints the sentence it ends with. */
    private static String met(String day, String role, Story story) {
        BadDay.Rows before = BadDay.Rows.of(DATABASE);
        try (BrowserContext window = Browser.window(SERVER.address(), 1280, 900)) {
            Page page = window.newPage();
            Demo.logIn(page, Demo.account(role));
            String sentence = story.play(page);
            before.tell(day, sentence, BadDay.Rows.of(DATABASE));
            return sentence;
        }
    }

    private static String alert(Page page) {
        return page.locator("main [role=alert] p").last().innerText();
    }

    private static long unitPeriods() {
        return DATABASE.sql("select count(*) from organisation.unit_period")
                .query(Long.class)
                .single();
    }

    @BadDay
    void anAdministratorRemovesHerOwnRight() {
        String sentence = met("anAdministratorRemovesHerOwnRight", "Huvudmannens administratör", page -> {
            page.navigate("/personer?roll=ORGANISATION_ADMIN");
            page.waitForNavigation(() -> page.locator("main tbody a").first().click());
            page.fill(
                    "main .list input[type=date]",
                    LocalDate.now(HouseTime.SWEDEN).toString());
            Demo.submit(page, "main .list form button");
            return alert(page);
        });
        assertThat(sentence).contains("din egen behörighet");
    }

    @BadDay
    void theLastAdministratorLeaves() {
        String sentence = met("theLastAdministratorLeaves", ADMIN, page -> {
            page.navigate("/personer?roll=COUNTY_ADMIN");
            page.waitForNavigation(() -> page.locator("main tbody a").first().click());
            page.locator("main details:last-of-type summary").last().click();
            Demo.submit(page, "main form[action$='/avslut'] button");
            return alert(page);
        });
        assertThat(sentence).contains("en annan administratör");
    }

    @BadDay
    void aUnitIsMergedWhileSomeoneWritesAboutIt() {
        long before = unitPeriods();
        String sentence = met("aUnitIsMergedWhileSomeoneWritesAboutIt", ADMIN, page -> {
            page.navigate("/enheter/2081-003/andring");
            page.fill("#namn", "Hemtjänsten i norra delen");
            merge(page.context());
            Demo.submit(page, "main form[action$='/andring'] button[type=submit]");
            assertThat(page.inputValue("#namn")).isEqualTo("Hemtjänsten i norra delen");
            return alert(page);
        });
        assertThat(sentence).contains("Någon annan har ändrat");
        assertThat(unitPeriods()).isEqualTo(before);
    }

    private static void merge(BrowserContext window) {
        Page other = window.newPage();
        other.navigate("/enheter/2081-003/andring");
        other.locator("details:has(#med) summary").click();
        other.selectOption("#med", "2081-004");
        other.fill("#dag", LocalDate.now(HouseTime.SWEDEN).plusDays(9).toString());
        Demo.submit(other, "main form[action$='/sammanslagning'] button");
        assertThat(other.url()).endsWith("/enheter/2081-003");
        other.close();
    }

    @BadDay
    void twoAdministratorsImportPeopleAtOnce() {
        String sentence = met("twoAdministratorsImportPeopleAtOnce", ADMIN, page -> {
            preview(page, "Anna Ek");
            Page other = page.context().newPage();
            preview(other, "Anna Eek");
            Demo.submit(other, "main form[action*='/inlasning/'] button[type=submit]");
            assertThat(other.locator("h1").innerText()).startsWith("Personerna är sparade");
            other.close();
            Demo.submit(page, "main form[action*='/inlasning/'] button[type=submit]");
            return alert(page);
        });
        assertThat(sentence).contains("Något har ändrats sedan du såg förhandsvisningen");
        assertThat(DATABASE.sql("select name from access.account where email = 'anna.ek@orsa.example'")
                        .query(String.class)
                        .list())
                .containsExactly("Anna Eek");
    }

    private static void preview(Page page, String name) {
        String csv = "E-postadress;Namn;Arbetar hos\nanna.ek@orsa.example;" + name + ";Orsa\n";
        page.navigate("/personer/inlasning");
        page.setInputFiles("#fil", new FilePayload("personer.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        Demo.submit(page, "main form button[type=submit]");
    }

    @BadDay
    void aSessionCookieIsStolenAndUsedAfterTheLogout() {
        String sentence = met("aSessionCookieIsStolenAndUsedAfterTheLogout", ADMIN, page -> {
            List<Cookie> stolen = page.context().cookies();
            Demo.submit(page, "header form[action='/logga-ut'] button");
            try (BrowserContext thief = Browser.window(SERVER.address(), 1280, 900)) {
                thief.addCookies(stolen);
                Page theirs = thief.newPage();
                theirs.navigate("/personer");
                assertThat(theirs.url()).contains("/logga-in?vidare=");
                return theirs.locator("h1").innerText();
            }
        });
        assertThat(sentence).isEqualTo("Logga in");
    }

    @BadDay
    void twoHundredPasswordsAreGuessedAMinute() {
        BadDay.Rows before = BadDay.Rows.of(DATABASE);
        try (BrowserContext window = Browser.window(SERVER.address(), 1280, 900)) {
            Page page = window.newPage();
            page.navigate("/logga-in");
            String token = page.inputValue("main input[name=_csrf]");
            APIResponse last = null;
            for (int guess = 0; guess < 200; guess++) {
                last = window.request()
                        .post(
                                "/logga-in",
                                RequestOptions.create()
                                        .setForm(FormData.create()
                                                .set("_csrf", token)
                                                .set("epost", "gissad" + guess + "@example.org")
                                                .set("losenord", "hemligt" + guess)));
            }
            assertThat(last.status()).isEqualTo(429);
            assertThat(last.headers()).containsKey("retry-after");
            page.setContent(last.text());
            String sentence = page.locator("main [role=alert]").first().innerText();
            assertThat(sentence).contains("många felaktiga försök");
            before.tell("twoHundredPasswordsAreGuessedAMinute", sentence, BadDay.Rows.of(DATABASE));
        }
        long guesses = DATABASE.sql("select count(*) from access.audit_entry where act = 'login.failed'")
                .query(Long.class)
                .single();
        // The rest are turned away before they are judged.
        assertThat(guesses).isEqualTo(20);
    }
}
