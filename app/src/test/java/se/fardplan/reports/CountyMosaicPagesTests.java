package se.fardplan.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fardplan.plans.PlanForms.MORA;
import static se.fardplan.plans.PlanForms.ORSA;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.plans.PlanForms;

/** The county in one table: who has a plan, what goes on where, and what is counted once. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=mosaic")
class CountyMosaicPagesTests {

    private static final String LEKSAND = "2029";

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @BeforeEach
    void load() {
        counties.ensureLoaded("dalarna", true);
    }

    @Test
    @Proves({"R88", "R124", "R130"})
    void aJointPlanIsPresentForEachAndCountsOnceForTheCounty() {
        PlanForms forms = new PlanForms(pages);
        String joint = forms.plan("Orsa och Mora tillsammans", ORSA, MORA);
        String activity = forms.activity(joint, ORSA, "Gemensam nattpatrull", "nara-for-mig", "nara-for-alla");
        forms.plan("Leksands utkast", LEKSAND);
        assertThat(row("Hela länet", null)).contains("Hela länet ").doesNotContain(" 1 ");
        forms.adopt(joint, ORSA, MORA);

        String orsa = row("Orsa", null);
        assertThat(orsa).contains("Beslutad, gemensam plan med Mora", "Nära för mig: 1", "ingen");
        assertThat(row("Mora", null)).contains("Beslutad, gemensam plan med Orsa", "Nära för mig: 1");
        assertThat(row("Hela länet", null)).contains("Nära för mig: 1");
        assertThat(row("Region Dalarna", null)).doesNotContain("Nära för mig: 1");
        assertThat(row("Leksand", null)).contains("Ingen beslutad plan");
        assertThat(row("Leksand", Someone.as(Role.REGIONAL_LEAD))).contains("Utkast");
        assertThat(row("Falun", Someone.as(Role.REGIONAL_LEAD))).contains("Ingen plan");

        assertThat(pages.get().uri("/planera/lanet/" + MORA))
                .hasStatusOk()
                .bodyText()
                .contains("Gemensam nattpatrull", "href=\"" + activity + "\"", "Ingen aktivitet inlagd");
        assertThat(pages.get().uri("/planera/lanet?ar=2024"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("gemensam plan med");
        assertThat(pages.get().uri("/planera/lanet.csv"))
                .hasStatusOk()
                .bodyText()
                .contains("Orsa;Beslutad, gemensam plan med Mora;1;");
        assertThat(pages.get().uri("/delmal/nara-for-mig"))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/planera/lanet/" + MORA + "#nara-for-mig\"");
    }

    private String row(String name, @org.jspecify.annotations.Nullable RequestPostProcessor user) {
        var asked = pages.get().uri("/planera/lanet");
        List<String> rows = PlanForms.rows(PlanForms.content((user == null ? asked : asked.with(user)).exchange()));
        return rows.stream().filter(row -> row.startsWith(name)).findFirst().orElseThrow();
    }
}
