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
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;

/** Plans of the kinds beside the local and the regional, from their forms. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=plan-shapes")
class PlanShapesPagesTests {

    private static final RequestPostProcessor LEAD = PlanForms.lead(PlanForms.ORSA);
    private static final RequestPostProcessor HEAD = Someone.as(Role.HEAD, PlanForms.ORSA);
    private static final RequestPostProcessor COUNTY_LEAD = Someone.as(Role.REGIONAL_LEAD);

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

    /** Adopted without a written section, for its template demands none, and carried on where pilots are followed. */
    @Test
    void aPilotIsLaidUpAdoptedAndStarted() {
        assertThat(forms.page(LEAD, "/planera/planer/ny")).contains("value=\"LOCAL\" checked", "value=\"PILOT\"");
        String plan = PlanForms.address(pilot("Orsa prövar hemsjukhus", PlanForms.ORSA));
        assertThat(forms.page(LEAD, plan)).contains("Region Dalarna", "Orsa");
        assertThat(drafts(LEAD)).contains("Orsa prövar hemsjukhus");
        assertThat(pages.get().uri(plan)).hasStatus(404);
        forms.activity(plan, PlanForms.ORSA, "Mobilt team", "nara-mellan-oss");
        forms.adopt(plan, PlanForms.ORSA);

        String pilot = "/planera/piloter/" + PlanForms.id(plan);
        assertThat(forms.page(LEAD, plan)).contains("href=\"" + pilot + "\"");
        assertThat(pages.get().uri("/planera"))
                .bodyText()
                .contains(">Piloter<", "Orsa prövar hemsjukhus")
                .doesNotContain(">Länets egna planer<");
        assertThat(pages.get().uri("/planera/piloter")).bodyText().contains("Orsa prövar hemsjukhus");

        assertThat(post(LEAD, pilot + "/tid", "namn", "Steg 1", "slag", "STEP", "fran", "2026-02", "till", "2026-05"))
                .hasStatus(302);
        assertThat(start(pilot)).bodyText().contains("Piloten kan inte starta än");
        assertThat(post(LEAD, pilot + "/forutsattningar", "ord", "Teamet är bemannat"))
                .hasStatus(302);
        assertThat(start(pilot)).bodyText().contains("Det här är inte bekräftat: Teamet är bemannat");
        assertThat(post(
                        HEAD,
                        pilot + "/forutsattningar/1",
                        "steg",
                        "CONFIRM",
                        "ord",
                        "Tre tjänster är tillsatta",
                        "version",
                        "0"))
                .hasStatus(302);
        assertThat(start(pilot)).hasStatus(302);
        assertThat(pages.get().uri(pilot))
                .hasStatusOk()
                .bodyText()
                .contains("Steg 1", "Tre tjänster är tillsatta", "Pågår");
    }

    @Test
    void aPilotIsItsMunicipalitiesOwn() {
        assertThat(pilot("Ingen kommun alls"))
                .hasStatusOk()
                .bodyText()
                .contains("Välj minst en kommun.", "value=\"PILOT\" checked");
        assertThat(pilot("Okänd kommun", "9999")).bodyText().contains("Välj minst en kommun.");
        assertThat(pilot("Annans kommun", PlanForms.MORA)).hasStatus(403);
    }

    /** A kind that no municipality may lay up is no way around whose plan it is. */
    @Test
    void aMunicipalitysFormGivesMunicipalPlansOnly() {
        String plan = PlanForms.address(added(LEAD, "/planera/planer", "REGIONAL", "Smygplanen", PlanForms.ORSA));
        assertThat(forms.page(LEAD, plan)).contains("Smygplanen").doesNotContain("/planera/piloter/");
        assertThat(added(LEAD, "/planera/lansplaner", "COMMUNICATION", "Inte min", PlanForms.ORSA))
                .hasStatus(403);
    }

    /** R13: the county's lead lays it up for all the principals; its own template is asked for. */
    @Test
    void theCountysLeadLaysUpACommunicationPlan() {
        assertThat(forms.page(COUNTY_LEAD, "/planera/lansplaner/ny?slag=COMMUNICATION"))
                .contains("Lägg upp en kommunikationsplan", "name=\"slag\" value=\"COMMUNICATION\"")
                .doesNotContain("type=\"radio\"");
        String plan = PlanForms.address(added(COUNTY_LEAD, "/planera/lansplaner", "COMMUNICATION", "Så berättar vi"));
        assertThat(forms.page(COUNTY_LEAD, plan)).contains("Så berättar vi", "Region Dalarna", "Orsa", "Mora");
        assertThat(forms.page(COUNTY_LEAD, plan + "/text")).contains("Målgrupper och budskap");
        assertThat(forms.page(COUNTY_LEAD, "/planera")).contains(">Länets egna planer<", "Så berättar vi");
        assertThat(pages.get().uri(plan).with(LEAD)).hasStatusOk();
    }

    private String drafts(RequestPostProcessor by) {
        return forms.page(by, "/planera").replaceAll("(?s).*id=\"under-arbete\"(.*?)</section>.*", "$1");
    }

    private MvcTestResult start(String pilot) {
        return post(LEAD, pilot + "/steg", "steg", "START", "version", "0");
    }

    private MvcTestResult pilot(String title, String... municipalities) {
        return added(LEAD, "/planera/planer", "PILOT", title, municipalities);
    }

    private MvcTestResult added(
            RequestPostProcessor by, String address, String shape, String title, String... municipalities) {
        var request = pages.post()
                .uri(address)
                .param("slag", shape)
                .param("namn", title)
                .param("fran", "2026-01-01")
                .param("till", "2027-12-31");
        for (String municipality : municipalities) {
            request.param("kommuner", municipality);
        }
        return request.with(by).with(csrf()).exchange();
    }

    private MvcTestResult post(RequestPostProcessor by, String address, String... fields) {
        var request = pages.post().uri(address);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.with(by).with(csrf()).exchange();
    }
}
