package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The red thread by clicks alone: from the vision to every municipality's activities, and from an activity to the vision. */
class RedThreadBrowserTests {

    private static final int DOWN = 4;
    private static final int UP = 3;

    @Test
    @Proves("R88")
    void leadsFromTheVisionToAnyMunicipalitysActivityAndBack() {
        try (BrowserContext window = Browser.window(Demo.DALARNA.address(), 1280, 900)) {
            Page page = window.newPage();
            page.navigate("/strategin/malbild");
            int clicks = click(page, ".aims h3 a");
            String goal = page.url();
            List<String> places = page.locator(".going a").allTextContents();
            assertThat(places).hasSizeGreaterThanOrEqualTo(5);
            for (int place = 0; place < places.size(); place++) {
                page.navigate(goal);
                int down = clicks + click(page, ".going li:has(a) >> nth=" + place + " >> a");
                assertThat(page.locator("h1").textContent()).contains(places.get(place));
                down += click(page, "main .list a");
                assertThat(page.url()).contains("/planera/aktiviteter/");
                assertThat(down).as(places.get(place)).isLessThanOrEqualTo(DOWN);
                assertThat(click(page, ".thread .node a")).isLessThanOrEqualTo(UP);
                assertThat(page.url()).endsWith("/strategin/malbild");
            }
        }
    }

    private static int click(Page page, String link) {
        page.waitForNavigation(() -> page.locator(link).first().click());
        return 1;
    }
}
