package se.fardplan.pilots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.plans.PlanForms;

@PagesTest
@TestPropertySource(properties = "fardplan.test=pilot-demo")
class PilotDemoPagesTests {

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    PilotDemo demo;

    @Autowired
    PilotStore store;

    @Test
    @Proves({"R223", "R227", "R237", "R239", "R240"})
    void theDoroteaPilotHasRunOnTheFirstOfSeptember() {
        counties.ensureLoaded("sodra-lappland", true);
        demo.fill(LocalDate.of(2026, 9, 1));
        String here = "/planera/piloter/" + store.findPlan("DOROTEA").orElseThrow();
        assertThat(pages.get().uri(here))
                .bodyText()
                .contains(
                        "Målgången var i januari 2026, men piloten är inte avslutad",
                        "Pågår",
                        "Bekräftad 26 februari 2024");
        assertThat(pages.get().uri(here + "/larande")).bodyText().contains("3 hypoteser, 3 är avgjorda och en sprids");
        assertThat(pages.get().uri(here + "/akt"))
                .bodyText()
                .contains("2 av 2 parter har skrivit under", "Fokusgrupp behovsnivå 4", "Lärande möte hösten 2024")
                .doesNotContain("Gemensam vårddokumentation");
        assertThat(PlanForms.rows(
                        PlanForms.content(pages.get().uri(here + "/aktiviteter").exchange())))
                .anyMatch(row -> row.contains("D2.4") && row.contains("Tiden har gått ut"))
                .anyMatch(row -> row.contains("D3.2") && row.contains("Osäker tidsplan") && !row.contains("gått ut"))
                .anyMatch(row -> row.contains("D6.2") && row.contains("Varaktig"));
    }
}
