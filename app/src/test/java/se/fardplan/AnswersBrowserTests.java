package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The pages that answer a form, which no link leads to: they are held to the same as all others. */
class AnswersBrowserTests {

    private static final String SECTION = "/arsrapport/2026/avsnitt/systemledning";

    @Test
    void theChoiceBetweenTwoTexts() {
        try (BrowserContext one = window();
                BrowserContext other = window()) {
            Page first = at(one, SECTION);
            Page second = at(other, SECTION);
            first.fill("#text", "Ledningsgruppen möts varje månad.");
            Demo.submit(first, "form.written button[type=submit]");
            second.fill("#text", "Ledningsgruppen möts varannan månad.");
            Demo.submit(second, "form.written button[type=submit]");

            assertThat(second.locator("main").innerText())
                    .contains("Ledningsgruppen möts varje månad.")
                    .contains("Ledningsgruppen möts varannan månad.");
            assertThat(Walk.shown(second, "choice").findings).isEmpty();
        }
    }

    @Test
    void theFormThatComesBackWithWhatIsWrong() {
        try (BrowserContext window = window()) {
            Page page = at(window, "/nyckeltal/KF06/varde");
            page.fill("#ar", "2025");
            page.fill("#varde", "många");
            page.fill("#kalla", "Enkät hösten 2025");
            Demo.submit(page, "main form button[type=submit]");

            assertThat(page.inputValue("#varde")).isEqualTo("många");
            assertThat(Walk.shown(page, "what is wrong").findings).isEmpty();
        }
    }

    @Test
    void theKeyFigureWithAValueTypedIn() {
        try (BrowserContext window = window()) {
            Page page = at(window, "/nyckeltal/KF06/varde");
            page.selectOption("#omrade", "2080");
            page.fill("#ar", "2025");
            page.fill("#varde", "58,4");
            page.fill("#kalla", "Enkät i primärvården hösten 2025, tabell 1");
            Demo.submit(page, "main form button[type=submit]");
            assertThat(Walk.shown(page, "the saved value").findings).isEmpty();

            page.navigate("/nyckeltal/KF06?omrade=2080");
            assertThat(page.locator("main").innerText()).contains("58,4").contains("tabell 1");
            assertThat(Walk.shown(page, "the key figure").findings).isEmpty();
        }
    }

    private static BrowserContext window() {
        return Browser.window(Demo.Writing.SERVER.address(), 1280, 900);
    }

    private static Page at(BrowserContext window, String address) {
        Page page = window.newPage();
        Demo.logIn(page, Demo.lead());
        page.navigate(address);
        return page;
    }
}
