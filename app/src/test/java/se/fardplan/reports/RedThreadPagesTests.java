package se.fardplan.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static se.fardplan.plans.PlanForms.MORA;
import static se.fardplan.plans.PlanForms.ORSA;
import static se.fardplan.plans.PlanForms.content;
import static se.fardplan.plans.PlanForms.lead;

import java.io.IOException;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.HouseTime;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.organisation.UnitChange;
import se.fardplan.organisation.UnitDetails;
import se.fardplan.organisation.UnitKind;
import se.fardplan.organisation.Units;
import se.fardplan.plans.PlanForms;

/** From an activity's form up to the vision and into the annual report, also on days when things go wrong. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=red-thread")
class RedThreadPagesTests {

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    Units units;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void load() {
        counties.ensureLoaded("dalarna", true);
    }

    @Test
    @Proves({"R131", "R164"})
    void oneActivityInOrsaReachesTheVisionAndTheReport() throws IOException {
        PlanForms forms = new PlanForms(pages);
        String plan = forms.plan("Orsas plan till rapporten", ORSA);
        String activity = forms.activity(plan, ORSA, "Lyssnande besök i Skattungbyn", "nara-for-mig");
        forms.activity(forms.plan("Ett utkast", MORA), MORA, "Något som ingen har beslutat", "nara-for-mig");
        forms.adopt(plan, ORSA);
        assertThat(content(pages.get().uri(activity).exchange()))
                .contains("href=\"/strategin/malbild\"", "href=\"/delmal/nara-for-mig\"", "href=\"" + plan + "\"");
        assertThat(pages.get().uri("/delmal/nara-for-mig")).hasStatusOk();
        assertThat(report())
                .contains("Lyssnande besök i Skattungbyn", "Orsa")
                .doesNotContain("Något som ingen har beslutat");
    }

    private String report() throws IOException {
        int year = LocalDate.now(HouseTime.SWEDEN).getYear();
        byte[] pdf = pages.get()
                .uri("/arsrapport/" + year + ".pdf")
                .with(Someone.as(Role.REGIONAL_LEAD))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** A party that takes back its word leaves the plan in force for the others, and everyone sees that it has. */
    @Test
    void aPartyThatTakesBackItsWordIsSeenToHaveDoneSo() {
        PlanForms forms = new PlanForms(pages);
        String plan = forms.plan("Planen som en ångrade", ORSA);
        forms.adopt(plan, ORSA);
        assertThat(forms.step(Someone.as(Role.HEAD, ORSA), plan, "WITHDRAW", ORSA))
                .hasStatus(302);
        assertThat(pages.get().uri(plan))
                .hasStatusOk()
                .bodyText()
                .contains("Beslutad", "Tog tillbaka sitt godkännande");
        assertThat(pages.get().uri("/att-gora").with(lead(ORSA))).hasStatusOk();
    }

    /** A unit that has become part of another is still named, with what became of it. */
    @Test
    void anActivityOfAMergedUnitSaysWhatBecameOfIt() {
        LocalDate today = LocalDate.now(HouseTime.SWEDEN);
        PlanForms forms = new PlanForms(pages);
        unit("orsa-norr", "Hemtjänsten norr om ån", today);
        unit("orsa-soder", "Hemtjänsten i hela Orsa", today);
        String plan = forms.plan("Planen med en enhet", ORSA);
        String activity = forms.activity(plan, ORSA, "Kvällspatrull", "nara-for-alla");
        assertThat(pages.post()
                        .uri(activity + "/andring")
                        .param("namn", "Kvällspatrull")
                        .param("huvudman", ORSA)
                        .param("enhet", "orsa-norr")
                        .param("version", "1")
                        .with(lead(ORSA))
                        .with(csrf()))
                .hasStatus(302);
        apply(new UnitChange.Merge("orsa-norr", 1, "orsa-soder", today));
        assertThat(pages.get().uri(activity).with(lead(ORSA)))
                .hasStatusOk()
                .bodyText()
                .contains("Hemtjänsten norr om ån (uppgick i Hemtjänsten i hela Orsa)");
    }

    private void unit(String code, String name, LocalDate today) {
        apply(new UnitChange.Add(
                code, new UnitDetails(name, UnitKind.HOME_CARE, ORSA, null, ""), today.minusDays(9), null));
    }

    private void apply(UnitChange change) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> units.apply(change));
    }
}
