package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The main job by keyboard alone: from the start page to a frozen report in hand. */
class KeyboardBrowserTests {

    private static final int FAR = 300;

    private Page page;

    @Test
    void theMainJobNeedsNoMouse() {
        try (BrowserContext window = Browser.window(Demo.DALARNA.address(), 1280, 900)) {
            page = window.newPage();
            page.navigate("/");
            skipsToTheContent();
            follow("main a[href='/delmal/nara-till-halsa']");
            follow("main a[href='/nyckeltal/KF18']");
            go("figure details > summary");
            page.keyboard().press("Enter");
            assertThat(page.locator("figure table").first().isVisible()).isTrue();

            logIn();
            follow(".top a[href='/folja-upp']");
            follow("main a[href='/arsrapport']");
            follow("main a[href='/arsrapport/2026']");
            follow("main a[href*='/avsnitt/']");
            go("textarea#text");
            page.keyboard().press("Control+End");
            page.keyboard().type(" Fallskadorna minskar. Arbetet fortsätter.");
            follow("form.written button[type=submit]");
            assertThat(page.locator("textarea#text").inputValue()).contains("Arbetet fortsätter.");
            follow(
                    "main a[href='/arsrapport/2026'], .crumb a[href='/arsrapport/2026'], main a[href^='/arsrapport/2026#']");
            follow("main a[href='/arsrapport/2026/granskning']");
            follow("main a[href='/arsrapport/2026/frysning']");
            follow("main form button[type=submit]");
            assertThat(page.url()).endsWith("/arsrapport/2026");
            go("a[href='/arsrapport/2026.pdf']");
            Download report = page.waitForDownload(() -> page.keyboard().press("Enter"));
            assertThat(report.suggestedFilename()).endsWith(".pdf");
        }
    }

    private void skipsToTheContent() {
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("location.hash")).isEqualTo("#innehall");
    }

    private void logIn() {
        follow(".top a[href='/logga-in']");
        go("#epost");
        page.keyboard().type(Demo.lead().email());
        go("#losenord");
        page.keyboard().type(Demo.lead().password());
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    /** Goes to the element by Tab and presses Enter, which leads to another page. */
    private void follow(String selector) {
        go(selector);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    /** Presses Tab until the element has the focus, and sees to it that the focus shows. */
    private void go(String selector) {
        for (int i = 0; i < FAR; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("wanted => document.activeElement.matches(wanted)", selector))) {
                assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                        .as("the focus on %s at %s shows", selector, page.url())
                        .isNotEqualTo("none");
                return;
            }
        }
        throw new AssertionError("Tab never reaches %s at %s".formatted(selector, page.url()));
    }
}
