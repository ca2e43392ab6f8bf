package se.fardplan.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.fardplan.PagesTest;
import se.fardplan.organisation.CountyLoader;

/** A second county is a folder: one without a strategy says so on every page that would show one. */
@PagesTest
@TestPropertySource(properties = "test.county=sodra-lappland")
class NoStrategyPagesTests {

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private CountyLoader loader;

    @Test
    void saysThatNoStrategyIsDecided() {
        loader.ensureLoaded("sodra-lappland", false);

        for (String address : List.of("/strategin", "/strategin/malbild", "/strategin/fardplan")) {
            assertThat(pages.get().uri(address))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Södra Lappland har ingen beslutad strategi");
        }
        assertThat(pages.get().uri("/strategin/nyckeltal"))
                .bodyText()
                .contains("Södra Lappland har inga beslutade nyckeltal");
        assertThat(pages.get().uri("/nationella-indikatorer")).bodyText().contains("36 indikatorer");
        assertThat(pages.get().uri("/strategin/fardplan/kartan.svg")).hasStatus(404);
        assertThat(pages.get().uri("/dokument")).hasStatusOk();
        assertThat(pages.get().uri("/oppna-data"))
                .bodyText()
                .contains("area=0024,2425")
                .doesNotContain("href=\"/api/v1/indicators");
    }
}
