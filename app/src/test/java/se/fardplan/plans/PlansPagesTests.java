package se.fardplan.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;

@PagesTest
@TestPropertySource(properties = "fardplan.test=plans")
class PlansPagesTests {

    private static final String ORSA = "2034";
    private static final String MORA = "2062";
    private static final String REGION = "0020";

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    private PlanForms forms;

    @BeforeEach
    void load() {
        forms = new PlanForms(pages);
        counties.ensureLoaded("dalarna", true);
    }

    /** From the form, by both parties' word, to a page that leads up to the vision. */
    @Test
    @Proves({"R122", "R125", "R131"})
    void oneActivityInOrsaFromTheFormToTheVision() {
        RequestPostProcessor lead = Someone.as(Role.LOCAL_LEAD, ORSA);
        String plan = forms.plan("Orsa tillsammans", ORSA);
        assertThat(pages.get().uri(plan)).hasStatus(404);
        String activity = forms.activity(plan, ORSA, "Trygg hemgång i Orsa", "nara-mellan-oss");
        assertThat(pages.get().uri(activity)).hasStatus(404);

        step(Someone.as(Role.HEAD, ORSA), plan, "AGREE", ORSA);
        step(Someone.as(Role.HEAD, REGION), plan, "AGREE", REGION);
        step(lead, plan, "ADOPT", ORSA);

        assertThat(pages.get().uri("/planera"))
                .hasStatusOk()
                .bodyText()
                .contains("av länets 15 kommuner har en lokal plan i kraft", "Orsa tillsammans");
        assertThat(pages.get().uri(activity))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Trygg hemgång i Orsa",
                        "href=\"/strategin/malbild\"",
                        "href=\"/delmal/nara-mellan-oss\"",
                        "href=\"" + plan + "\"",
                        "Från våren 2026. Slutdatum ej satt.");
    }

    @Test
    @Proves("R125")
    void isNotAdoptedWhileAnActivityLacksAnAnswer() {
        RequestPostProcessor lead = Someone.as(Role.LOCAL_LEAD, ORSA);
        String plan = forms.plan("Orsas halva plan", ORSA);
        MvcTestResult added = pages.post()
                .uri(plan + "/aktiviteter")
                .param("namn", "Något oklart")
                .param("huvudman", ORSA)
                .with(lead)
                .with(csrf())
                .exchange();
        assertThat(added).hasStatus(302);
        step(Someone.as(Role.HEAD, ORSA), plan, "AGREE", ORSA);
        step(Someone.as(Role.HEAD, REGION), plan, "AGREE", REGION);
        assertThat(forms.step(lead, plan, "ADOPT", ORSA))
                .hasStatusOk()
                .bodyText()
                .contains("eller förklara varför något saknas: Något oklart");
    }

    @Test
    void givesItsActivitiesAsATable() {
        String plan = forms.plan("Orsas plan att ta med", ORSA);
        forms.activity(plan, ORSA, "Samtal efter hemgång");
        for (String ending : new String[] {".csv", ".xlsx"}) {
            assertThat(pages.get().uri(plan + ending).with(PlanForms.lead(ORSA)))
                    .as(ending)
                    .hasStatusOk();
        }
        assertThat(pages.get().uri(plan + ".csv").with(PlanForms.lead(ORSA)))
                .bodyText()
                .contains("Samtal efter hemgång");
    }

    /** R13: another organisation's plan may be known of, and is nobody else's to change. */
    @Test
    @Proves("R13")
    void isNobodyElsesToReadOrWriteWhileADraft() {
        String plan = forms.plan("Orsas eget utkast", ORSA);
        for (RequestPostProcessor other :
                new RequestPostProcessor[] {Someone.as(Role.LOCAL_LEAD, MORA), Someone.as(Role.HEAD, MORA)}) {
            assertThat(pages.get().uri(plan).with(other)).hasStatus(404);
            assertThat(pages.get().uri("/planera").with(other))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("Orsas eget utkast", "Utkast som parterna skriver på");
        }
        RequestPostProcessor rss = Someone.as(Role.REGIONAL_LEAD);
        assertThat(pages.get().uri(plan).with(rss)).hasStatus(404);
        assertThat(pages.get().uri("/planera").with(rss))
                .hasStatusOk()
                .bodyText()
                .contains("Utkast som parterna skriver på", "Orsa, Region Dalarna")
                .doesNotContain("Orsas eget utkast");
        assertThat(pages.post()
                        .uri(plan + "/andring")
                        .param("namn", "Kapad")
                        .with(Someone.as(Role.LOCAL_LEAD, MORA))
                        .with(csrf()))
                .hasStatus(404);
    }

    /** R129, R130: the county's support reads a draft once its parties show it, and sees the day it was handed in. */
    @Test
    @Proves({"R129", "R130"})
    void isReadByTheCountysSupportOnceItIsShown() {
        RequestPostProcessor lead = Someone.as(Role.LOCAL_LEAD, ORSA);
        RequestPostProcessor rss = Someone.as(Role.REGIONAL_LEAD);
        String plan = forms.plan("Orsas visade utkast", ORSA);
        assertThat(pages.get().uri(plan).with(rss)).hasStatus(404);
        assertThat(search(rss, "visade")).doesNotContain("Orsas visade utkast");
        step(lead, plan, "SHARE", ORSA);
        assertThat(pages.get().uri(plan).with(rss))
                .hasStatusOk()
                .bodyText()
                .contains("Orsas visade utkast", "Visas för länets stöd sedan");
        assertThat(search(rss, "visade")).contains("Orsas visade utkast");
        assertThat(pages.get().uri(plan).with(Someone.as(Role.LOCAL_LEAD, MORA)))
                .hasStatus(404);
        step(Someone.as(Role.HEAD, ORSA), plan, "AGREE", ORSA);
        step(Someone.as(Role.HEAD, REGION), plan, "AGREE", REGION);
        step(lead, plan, "SUBMIT", ORSA);
        assertThat(pages.get().uri(plan).with(rss)).bodyText().contains("Inlämnad till länet");
        assertThat(pages.get().uri("/planera").with(rss)).bodyText().contains("inlämnad");
    }

    /** R124: a plan goes on without a municipality that leaves it, and says so; what that one was to do can move with it. */
    @Test
    @Proves("R124")
    void goesOnWithoutAMunicipalityThatLeaves() {
        RequestPostProcessor lead = Someone.as(Role.LOCAL_LEAD, ORSA);
        String plan = forms.plan("Två kommuners plan", ORSA, MORA);
        String activity = forms.activity(plan, ORSA, "Gemensam jour", "nara-mellan-oss");
        for (String party : new String[] {ORSA, MORA, REGION}) {
            step(Someone.as(Role.HEAD, party), plan, "AGREE", party);
        }
        step(lead, plan, "ADOPT", ORSA);
        step(Someone.as(Role.HEAD, ORSA), plan, "LEAVE", ORSA);
        assertThat(pages.get().uri(plan)).hasStatusOk().bodyText().contains("Lämnade planen");
        assertThat(pages.get().uri(activity))
                .bodyText()
                .contains("Avslutad i förtid", "Orsa har lämnat Två kommuners plan");
        String own = forms.plan("Orsas nya plan", ORSA);
        assertThat(pages.get().uri(activity).with(lead)).bodyText().contains("Orsas nya plan");
        assertThat(pages.post()
                        .uri(activity + "/flytt")
                        .param("plan", own.substring(own.lastIndexOf('/') + 1))
                        .param("version", "2")
                        .with(lead)
                        .with(csrf()))
                .hasStatus(302);
        assertThat(pages.get().uri(own).with(lead)).bodyText().contains("Gemensam jour");
        assertThat(pages.get().uri(plan)).bodyText().doesNotContain("Gemensam jour");
        assertThat(pages.get().uri(activity).with(lead)).bodyText().contains("Två kommuners plan → Orsas nya plan");
    }

    /** R123: others than the principals take part, without signing. */
    @Test
    @Proves({"R28", "R123", "R133"})
    void namesTheActorsWhoTakePartWithoutSigning() {
        RequestPostProcessor lead = Someone.as(Role.LOCAL_LEAD, ORSA);
        String plan = PlanForms.address(pages.post()
                .uri("/planera/planer")
                .param("namn", "Planen med fler")
                .param("kommuner", ORSA)
                .param("fran", "2026-01-01")
                .param("till", "2027-12-31")
                .param("andra", "Orsa hembygdsförening\n\n  Apoteket ")
                .param("sammanhang", "Långa avstånd och en vårdcentral.")
                .with(lead)
                .with(csrf())
                .exchange());
        assertThat(pages.get().uri(plan).with(lead))
                .hasStatusOk()
                .bodyText()
                .contains("Orsa hembygdsförening, Apoteket", "Långa avstånd och en vårdcentral.");
        step(Someone.as(Role.HEAD, ORSA), plan, "AGREE", ORSA);
        step(Someone.as(Role.HEAD, REGION), plan, "AGREE", REGION);
        assertThat(pages.get().uri(plan).with(lead)).bodyText().contains("Godkänd av parterna");
    }

    /** Each step of a plan lies on the desk of the one whose turn it is, and leaves it when it is taken. */
    @Test
    void laysItsNextStepOnTheRightDesk() {
        RequestPostProcessor lead = Someone.as(Role.LOCAL_LEAD, ORSA);
        RequestPostProcessor head = Someone.as(Role.HEAD, ORSA);
        RequestPostProcessor region = Someone.as(Role.HEAD, REGION);
        String plan = forms.plan("Skrivbordsplanen", ORSA);
        assertThat(desk(head)).doesNotContain("Skrivbordsplanen");
        step(lead, plan, "SHARE", ORSA);
        assertThat(desk(head)).contains("Ta ställning till Skrivbordsplanen");
        assertThat(desk(Someone.as(Role.HEAD, MORA))).doesNotContain("Skrivbordsplanen");
        step(head, plan, "AGREE", ORSA);
        assertThat(desk(head)).doesNotContain("Skrivbordsplanen");
        assertThat(desk(region)).contains("Ta ställning till Skrivbordsplanen");
        assertThat(desk(lead)).doesNotContain("Sätt Skrivbordsplanen i kraft");
        step(region, plan, "AGREE", REGION);
        assertThat(desk(lead)).contains("Sätt Skrivbordsplanen i kraft");
        step(lead, plan, "ADOPT", ORSA);
        assertThat(desk(lead))
                .contains("Lämna in Skrivbordsplanen till länet", "Sista dagen för Skrivbordsplanen")
                .doesNotContain("Sätt Skrivbordsplanen i kraft");
        step(lead, plan, "SUBMIT", ORSA);
        assertThat(desk(lead)).doesNotContain("Lämna in Skrivbordsplanen");
        assertThat(desk(Someone.as(Role.REGIONAL_LEAD))).contains("Inlämnad till länet: Skrivbordsplanen");
    }

    private String desk(RequestPostProcessor by) {
        return PlanForms.content(pages.get().uri("/att-gora").with(by).exchange());
    }

    @Test
    void tellsTheSecondOfTwoWhoChangeTheSame() {
        RequestPostProcessor lead = Someone.as(Role.LOCAL_LEAD, ORSA);
        String plan = forms.plan("Orsas dubbla plan", ORSA);
        String activity = forms.activity(plan, ORSA, "Dubbelt", "nara-for-mig");
        assertThat(change(lead, activity, "Först", 1)).hasStatus(302);
        assertThat(change(lead, activity, "Sedan", 1))
                .hasStatusOk()
                .bodyText()
                .contains("Någon annan har ändrat medan du skrev", "value=\"Sedan\"");
    }

    private String search(RequestPostProcessor by, String words) {
        return PlanForms.content(
                pages.get().uri("/sok").param("fraga", words).with(by).exchange());
    }

    private MvcTestResult change(RequestPostProcessor by, String activity, String title, long version) {
        return pages.post()
                .uri(activity + "/andring")
                .param("namn", title)
                .param("huvudman", ORSA)
                .param("version", Long.toString(version))
                .with(by)
                .with(csrf())
                .exchange();
    }

    private void step(RequestPostProcessor by, String plan, String act, String party) {
        assertThat(forms.step(by, plan, act, party)).hasStatus(302);
    }
}
