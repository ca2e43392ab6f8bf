package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A plan and its follow-up as three people meet them: who opens the round, who answers on a telephone, who only reads. */
class FollowUpBrowserTests {

    private static BrowserContext window(int width) {
        return Browser.window(Demo.Writing.SERVER.address(), width, 844);
    }

    @Test
    @Proves("R158")
    void aProcessLeaderOpensARoundAndAUnitManagerAnswersOnATelephone() {
        LocalDate today = LocalDate.now(HouseTime.SWEDEN);
        String round;
        try (BrowserContext window = window(1280)) {
            Page page = window.newPage();
            Demo.logIn(page, Demo.lead());
            page.navigate("/folja-upp/rundor/ny");
            page.fill("#namn", "Höstens runda");
            // Tomorrow, or the house would open it by itself.
            page.fill("#oppnar", today.plusDays(1).toString());
            page.fill("#stanger", today.plusDays(20).toString());
            Demo.submit(page, "main form button[type=submit]");
            round = page.url();
            Demo.submit(page, "button[value=OPEN]");
            assertThat(page.locator("main").textContent()).contains("Höstens runda", "Öppen");
        }
        try (BrowserContext window = window(390)) {
            Page page = window.newPage();
            Demo.logIn(page, Demo.account("Enhetschef"));
            page.navigate(round);
            page.waitForNavigation(
                    () -> page.locator("main a[href*='/svar/']").first().click());
            for (Locator field : page.locator("main form textarea").all()) {
                field.fill("Vi började i mars och fortsätter i höst.");
            }
            for (Locator choices : page.locator("fieldset.choices").all()) {
                choices.locator("input").first().check();
            }
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
            Demo.submit(page, "button[value=SEND]");
            assertThat(page.locator("[role=status]").textContent()).isNotBlank();
            assertThat(page.locator("[role=alert]").count()).isZero();
        }
        try (BrowserContext window = window(1280)) {
            Page page = window.newPage();
            Demo.logIn(page, Demo.lead());
            page.navigate(round);
            assertThat(page.locator("main .lead").first().textContent()).startsWith("1 av ");
        }
    }

    @Test
    void anyoneReadsAPlanWithoutLoggingIn() {
        try (BrowserContext window = window(390)) {
            Page page = window.newPage();
            page.navigate("/planera");
            page.waitForNavigation(() -> page.locator("main table a").first().click());
            assertThat(page.locator("main .lead").textContent()).contains("Beslutad");
            page.waitForNavigation(
                    () -> page.locator("main a[href$='/text']").first().click());
            assertThat(page.locator("h1").textContent()).contains("planens text");
            assertThat(page.request()
                            .get(page.locator("a[href$='dokument.pdf']").getAttribute("href"))
                            .headers())
                    .containsEntry("content-type", "application/pdf");
        }
    }
}
