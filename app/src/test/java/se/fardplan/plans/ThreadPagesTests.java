package se.fardplan.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fardplan.plans.PlanForms.MORA;
import static se.fardplan.plans.PlanForms.ORSA;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;

/** What hangs together across plans: similar activities, loose ends with their explanation, comments. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=thread")
class ThreadPagesTests {

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    private PlanForms forms;

    @BeforeEach
    void load() {
        counties.ensureLoaded("dalarna", true);
        forms = new PlanForms(pages);
    }

    @Test
    @Proves("R89")
    void aGapIsListedAndLetsThePlanBeAdoptedOnceItIsExplained() {
        String plan = forms.plan("Orsas lösa plan", ORSA);
        String activity = forms.activity(plan, ORSA, "Projekt vid sidan om");
        forms.agree(plan, ORSA);
        assertThat(forms.step(PlanForms.lead(ORSA), plan, "ADOPT", ORSA))
                .hasStatusOk()
                .bodyText()
                .contains("förklara varför något saknas: Projekt vid sidan om");
        assertThat(pages.get().uri("/planera/losa-tradar").with(PlanForms.lead(ORSA)))
                .hasStatusOk()
                .bodyText()
                .contains("Projekt vid sidan om", "Saknar delmål", "Orsas lösa plan");
        assertThat(pages.get().uri("/planera/losa-tradar"))
                .hasStatusOk()
                .bodyText()
                .contains("Nära i hela Dalarna")
                .doesNotContain("Projekt vid sidan om");

        assertThat(forms.send(PlanForms.lead(MORA), activity + "/forklaring", "varfor", "Kapad"))
                .hasStatus(404);
        assertThat(forms.send(
                        PlanForms.lead(ORSA), activity + "/forklaring", "varfor", "Ett äldre projekt som löper ut"))
                .hasStatus(302);
        assertThat(forms.step(PlanForms.lead(ORSA), plan, "ADOPT", ORSA)).hasStatus(302);
        assertThat(pages.get().uri(activity)).hasStatusOk().bodyText().contains("Ett äldre projekt som löper ut");
        assertThat(pages.get().uri("/planera/losa-tradar"))
                .hasStatusOk()
                .bodyText()
                .contains("Projekt vid sidan om", "Ett äldre projekt som löper ut");
        assertThat(pages.get().uri(activity).with(PlanForms.lead(ORSA)))
                .hasStatusOk()
                .bodyText()
                .contains("Lucka förklarad");
    }

    @Test
    @Proves("R13")
    void anotherOrganisationsActivityIsCommentedAndNotEdited() {
        String plan = forms.plan("Orsas kommenterade plan", ORSA);
        String activity = forms.activity(plan, ORSA, "Samtal varje dag", "nara-for-mig");
        assertThat(forms.send(PlanForms.lead(MORA), activity + "/kommentarer", "kommentar", "Oss förutan"))
                .hasStatus(404);
        forms.adopt(plan, ORSA);

        assertThat(forms.send(
                        PlanForms.lead(MORA), activity + "/kommentarer", "kommentar", "Hur gjorde ni med schemat?"))
                .hasStatus(302);
        assertThat(pages.get().uri(activity + "/andring").with(PlanForms.lead(MORA)))
                .hasStatus(403);
        assertThat(pages.get().uri(activity).with(Someone.as(Role.REGIONAL_LEAD)))
                .hasStatusOk()
                .bodyText()
                .contains("Hur gjorde ni med schemat?", "Kommentar");
        assertThat(pages.get().uri(activity)).hasStatusOk().bodyText().doesNotContain("Hur gjorde ni med schemat?");
        assertThat(desk(ORSA)).contains("Någon har kommenterat ”Samtal varje dag”");
        assertThat(desk(MORA)).doesNotContain("Någon har kommenterat ”Samtal varje dag”");

        assertThat(forms.send(PlanForms.lead(MORA), activity + "/kommentarer/lasta", "x", ""))
                .hasStatus(403);
        assertThat(forms.send(PlanForms.lead(ORSA), activity + "/kommentarer", "kommentar", "Vi bytte pass"))
                .hasStatus(302);
        assertThat(desk(ORSA)).doesNotContain("Någon har kommenterat ”Samtal varje dag”");
    }

    @Test
    void refusesACommentWithoutWords() {
        String plan = forms.plan("Orsas tysta plan", ORSA);
        String activity = forms.activity(plan, ORSA, "Tyst aktivitet", "nara-for-mig");
        assertThat(forms.send(PlanForms.lead(ORSA), activity + "/kommentarer", "kommentar", "  "))
                .hasStatus4xxClientError()
                .bodyText()
                .contains("Skriv något i kommentaren först.");
    }

    @Test
    void showsWhoElseDoesTheSame() {
        String orsa = forms.plan("Orsas fallplan", ORSA);
        String mine = forms.activity(orsa, ORSA, "Balansgrupp i bygdegården mot frakturer", "nara-for-mig");
        String mora = forms.plan("Moras fallplan", MORA);
        forms.activity(mora, MORA, "Frakturer: balansgrupp för sköra", "nara-for-mig");
        assertThat(pages.get().uri(mine).with(PlanForms.lead(ORSA)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Vem gör också detta?");
        forms.adopt(mora, MORA);
        assertThat(pages.get().uri(mine).with(PlanForms.lead(ORSA)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Vem gör också detta?",
                        "Frakturer: balansgrupp för sköra",
                        "Gemensamma ord: balansgrupp, frakturer",
                        "Mora");
    }

    private String desk(String principal) {
        return PlanForms.content(
                pages.get().uri("/att-gora").with(PlanForms.lead(principal)).exchange());
    }
}
