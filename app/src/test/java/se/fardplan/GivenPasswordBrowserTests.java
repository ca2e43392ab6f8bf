package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.fardplan.access.Accounts;
import se.fardplan.access.CurrentUser;
import se.fardplan.cli.DemoServer;

/** The first login with a password from the command line, and a text that is too long to take. */
class GivenPasswordBrowserTests {

    private static final DemoServer SERVER = DemoServer.start("dalarna", Demo.AS_OF);
    private static final String GIVEN = "tre gröna cyklar vid Siljan";

    @Test
    void isChangedForOnesOwnWithoutScript() {
        SERVER.ask(Accounts.class)
                .addForFirstLogin(CurrentUser.console(), "lin@example.org", "Lin Ek", List.of("county-admin"), GIVEN);
        try (BrowserContext window = Browser.windowWithoutScript(SERVER.address(), 1280, 900);
                BrowserContext looking = Browser.window(SERVER.address(), 1280, 900)) {
            Page page = window.newPage();
            Demo.logIn(page, new Demo.Account("lin@example.org", GIVEN));
            assertThat(page.url()).contains("/eget-losenord/");
            Page look = looking.newPage();
            look.navigate(page.url());
            assertThat(Walk.shown(look, "own password").findings).isEmpty();
            assertThat(page.navigate("/personer").url()).contains("/logga-in?vidare=");
            page.goBack();
            page.fill("#losenord", "fem blå kanoter på Runn");
            Demo.submit(page, "main form button");
            assertThat(page.url()).endsWith("/att-gora");
        }
    }

    @Test
    void tooLongATextIsShownAndSaysWhatToDo() {
        try (BrowserContext window = Browser.window(SERVER.address(), 1280, 900)) {
            Page page = window.newPage();
            Demo.logIn(page, Demo.lead());
            page.navigate("/arsrapport/2026/avsnitt/framgang");
            String text = "Andelen ökar. ".repeat(5_000).strip();
            page.fill("#text", text);
            Demo.submit(page, "form:has(#text) button[type=submit]");
            assertThat(page.locator("main [role=alert]").innerText()).contains("Fältet ”Text” är för långt", "Kopiera");
            assertThat(page.locator("main textarea").inputValue()).isEqualTo(text);
            assertThat(Walk.shown(page, "too long").findings).isEmpty();
        }
    }
}
