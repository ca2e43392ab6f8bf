package se.fardplan.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.plans.PlanForms;

/** Plans on their way to the units, and the inventory of what came before them. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=followup-units")
class UnitPagesTests {

    private static final String ORSA = "2034";
    private static final String MORA = "2062";
    private static final String RATTVIK = "2031";

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    JdbcClient database;

    private PlanForms forms;

    @BeforeEach
    void load() {
        forms = new PlanForms(pages);
        counties.ensureLoaded("dalarna", true);
    }

    @Test
    @Proves({"R107", "R121"})
    void aManagerReceivesAPlanBreaksItDownAndTheSenderSeesIt() {
        RequestPostProcessor lead = Someone.as(Role.LOCAL_LEAD, ORSA);
        RequestPostProcessor manager = Someone.as(Role.UNIT_MANAGER, ORSA);
        RequestPostProcessor other = Someone.as(Role.UNIT_MANAGER, MORA);
        forms.page(manager, "/planera/min-enhet");
        String plan = forms.plan("Orsas utskickade plan", ORSA);
        String activity = forms.activity(plan, ORSA, "Trygg hemgång till enheten", "nara-mellan-oss");
        assertThat(send(lead, plan)).hasStatusOk().bodyText().contains("inte i kraft");
        forms.adopt(plan, ORSA);
        assertThat(forms.page(manager, "/planera/min-enhet"))
                .contains("Trygg hemgång till enheten", "våren 2026", "Hemtjänsten och vårdcentralen", "Varje månad")
                .doesNotContain("Vi har tagit emot planen");
        assertThat(send(Someone.as(Role.LOCAL_LEAD, MORA), plan)).hasStatus(403);
        assertThat(send(lead, plan)).hasStatus(302);
        assertThat(forms.page(lead, "/planera/utskick")).contains("0 av 1 har tagit emot den");
        assertThat(forms.page(manager, "/att-gora")).contains("Ta emot Orsas utskickade plan");
        assertThat(forms.page(other, "/planera/min-enhet")).doesNotContain("Orsas utskickade plan", "Trygg hemgång");
        assertThat(receive(other, plan)).hasStatusOk().bodyText().contains("inte utskickad till er enhet");
        assertThat(receive(manager, plan)).hasStatus(302);
        assertThat(forms.page(manager, "/planera/min-enhet")).contains("Mottagen av Någon Provare");
        assertThat(forms.page(manager, "/att-gora")).doesNotContain("Ta emot Orsas utskickade plan");
        assertThat(forms.page(lead, "/planera/utskick")).contains("1 av 1 har tagit emot den");

        assertThat(step(manager, activity, ORSA, "Schemalägg morgonsamtalet")).hasStatus(302);
        assertThat(forms.page(manager, "/planera/min-enhet")).contains("Schemalägg morgonsamtalet");
        assertThat(step(other, activity, ORSA, "Kapat steg")).hasStatus(403);
        String id = database.sql("select id from followup.unit_step")
                .query(String.class)
                .single();
        assertThat(state(other, id)).hasStatus(403);
        assertThat(state(manager, id)).hasStatus(302);
        assertThat(state(manager, id)).hasStatusOk().bodyText().contains("Någon annan har ändrat steget");
        assertThat(forms.page(manager, "/planera/min-enhet")).contains("value=\"STARTED\" selected");
    }

    @Test
    @Proves("R107")
    void aUnitsManagerSeesTheUnitsOwnAndTheWholeOrganisationsAndNoOtherUnits() {
        unit("rattvik-a", "Hemtjänst A");
        unit("rattvik-b", "Hemtjänst B");
        String plan = forms.plan("Rättviks plan för enheter", RATTVIK);
        forUnit(plan, "Bara för A", "rattvik-a");
        forUnit(plan, "Bara för B", "rattvik-b");
        forUnit(plan, "För hela Rättvik", "");
        forms.adopt(plan, RATTVIK);
        RequestPostProcessor manager = Someone.as(new CurrentUser.Grant(Role.UNIT_MANAGER, RATTVIK, "rattvik-a"));
        assertThat(forms.page(manager, "/planera/min-enhet"))
                .contains("Bara för A", "För hela Rättvik", "Hemtjänst A")
                .doesNotContain("Bara för B", "Hemtjänst B");
    }

    private void unit(String code, String name) {
        assertThat(pages.post()
                        .uri("/enheter")
                        .param("kod", code)
                        .param("namn", name)
                        .param("typ", "HOME_CARE")
                        .param("huvudman", RATTVIK)
                        .param("fran", "2026-01-01")
                        .with(Someone.as(Role.COUNTY_ADMIN))
                        .with(csrf()))
                .hasStatus(302);
    }

    private void forUnit(String plan, String title, String unit) {
        assertThat(pages.post()
                        .uri(plan + "/aktiviteter")
                        .param("namn", title)
                        .param("huvudman", RATTVIK)
                        .param("enhet", unit)
                        .param("vilka", "Alla")
                        .param("borjar", "2026")
                        .param("hur", "Så")
                        .param("avVem", "Vi")
                        .param("foljsUpp", "Ofta")
                        .param("delmal", "nara-for-mig")
                        .param("nyckeltal", "KF18")
                        .with(PlanForms.lead(RATTVIK))
                        .with(csrf()))
                .hasStatus(302);
    }

    @Test
    @Proves("R75")
    void theInventoryHoldsWhatCameBeforeThePlans() {
        RequestPostProcessor lead = Someone.as(Role.LOCAL_LEAD, ORSA);
        assertThat(work(lead, ORSA, "Mobilt team 2021")).hasStatus(302);
        assertThat(work(lead, MORA, "Moras arbete")).hasStatus(403);
        assertThat(work(lead, "JOINT", "Länets arbete")).hasStatus(403);
        assertThat(work(Someone.as(Role.REGIONAL_LEAD), "JOINT", "Gemensam utbildning"))
                .hasStatus(302);
        assertThat(work(lead, ORSA, "")).hasStatusOk().bodyText().contains("Arbetet behöver ett namn");
        assertThat(PlanForms.content(pages.get().uri("/folja-upp/inventering").exchange()))
                .contains("Mobilt team 2021", "2021, påbörjat tidigare", "Pandemin", "Gemensamt")
                .doesNotContain("/andring");
        assertThat(PlanForms.content(
                        pages.get().uri("/folja-upp/inventering.csv").exchange()))
                .contains("Mobilt team 2021", "Orsa", "Överenskommelsen 2020");
        String id = database.sql("select id from followup.work where title = 'Mobilt team 2021'")
                .query(String.class)
                .single();
        assertThat(forms.page(lead, "/folja-upp/inventering/" + id + "/andring"))
                .contains("Mobilt team 2021");
        assertThat(pages.get().uri("/folja-upp/inventering/" + id + "/andring").with(Someone.as(Role.LOCAL_LEAD, MORA)))
                .hasStatus(403);
    }

    private MvcTestResult work(RequestPostProcessor by, String whose, String title) {
        return pages.post()
                .uri("/folja-upp/inventering")
                .param("namn", title)
                .param("vems", whose)
                .param("avtal", "Överenskommelsen 2020")
                .param("ar", "2021")
                .param("tidigare", "ja")
                .param("hinder", "Pandemin")
                .with(by)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult send(RequestPostProcessor by, String plan) {
        return pages.post()
                .uri("/planera/utskick")
                .param("plan", PlanForms.id(plan))
                .with(by)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult receive(RequestPostProcessor by, String plan) {
        return pages.post()
                .uri("/planera/min-enhet/kvittens")
                .param("plan", PlanForms.id(plan))
                .with(by)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult step(RequestPostProcessor by, String activity, String place, String what) {
        return pages.post()
                .uri("/planera/min-enhet/steg")
                .param("aktivitet", PlanForms.id(activity))
                .param("enhet", place)
                .param("vad", what)
                .with(by)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult state(RequestPostProcessor by, String step) {
        return pages.post()
                .uri("/planera/min-enhet/steg/" + step)
                .param("lage", "STARTED")
                .param("version", "1")
                .with(by)
                .with(csrf())
                .exchange();
    }
}
