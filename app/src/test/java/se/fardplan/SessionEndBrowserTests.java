package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A session that ends while someone writes: nothing of what was written is lost on the way through the login. */
class SessionEndBrowserTests {

    private static final String TEXT =
            "Hemrehabiliteringen når fler.\n\n- Mora började i mars\n- ”Orsa” följer efter & väntar";

    @Test
    void theAnalysisIsStillThereAndIsSaved() {
        writing("/arsrapport/2026/avsnitt/framgang", page -> {
            page.fill("#text", TEXT);
            endSession(page);
            Demo.submit(page, "form.written button[type=submit]");

            assertThat(page.locator("main").innerText())
                    .contains("Din inloggning har gått ut, men det du skrev finns kvar");
            assertThat(page.locator("main textarea").inputValue()).isEqualTo(TEXT);
            logInAgain(page);
            assertThat(page.locator("main").innerText()).contains("Inget är sparat än");
            assertThat(page.locator("main textarea").inputValue()).isEqualTo(TEXT);
            Demo.submit(page, "main form button[type=submit]");

            assertThat(page.url()).endsWith("/arsrapport/2026/avsnitt/framgang?sparat");
            page.navigate("/arsrapport/2026/avsnitt/framgang");
            assertThat(page.inputValue("#text")).isEqualTo(TEXT);
        });
    }

    @Test
    void aWrongPasswordOnTheWayLosesNothing() {
        writing("/arsrapport/2026/avsnitt/slutsatser", page -> {
            page.fill("#text", TEXT);
            endSession(page);
            Demo.submit(page, "form.written button[type=submit]");
            page.fill("#epost", Demo.lead().email());
            page.fill("#losenord", "fel");
            Demo.submit(page, "main form button[type=submit]");
            assertThat(page.locator("main textarea").inputValue()).isEqualTo(TEXT);
            logInAgain(page);
            Demo.submit(page, "main form button[type=submit]");
            page.navigate("/arsrapport/2026/avsnitt/slutsatser");
            assertThat(page.inputValue("#text")).isEqualTo(TEXT);
        });
    }

    @Test
    void theValueTypedInIsStillThereAndIsSaved() {
        writing("/nyckeltal/KF03/varde", page -> {
            page.selectOption("#omrade", "2034");
            page.fill("#ar", "2025");
            page.fill("#varde", "61,5");
            page.fill("#kalla", "Enkät i primärvården hösten 2025, tabell 3");
            endSession(page);
            Demo.submit(page, "main form button[type=submit]");
            logInAgain(page);
            Demo.submit(page, "main form button[type=submit]");

            assertThat(page.url()).endsWith("/nyckeltal/KF03/varde");
            assertThat(page.locator("main").innerText())
                    .contains("2025, Totalt: 61,5")
                    .contains("Källa: Enkät i primärvården hösten 2025, tabell 3");
        });
    }

    private static void writing(String address, Consumer<Page> story) {
        try (BrowserContext window = Browser.window(Demo.Writing.SERVER.address(), 1280, 900)) {
            Page page = window.newPage();
            Demo.logIn(page, Demo.lead());
            page.navigate(address);
            story.accept(page);
        }
    }

    /** As when it has run out: the server no longer knows the browser, which keeps its other cookies. */
    private static void endSession(Page page) {
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("FARDPLAN"));
    }

    private static void logInAgain(Page page) {
        page.fill("#epost", Demo.lead().email());
        page.fill("#losenord", Demo.lead().password());
        Demo.submit(page, "main form button[type=submit]");
    }
}
