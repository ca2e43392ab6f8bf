package se.fardplan.pilots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import se.fardplan.governance.Decision;
import se.fardplan.governance.Governance;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.plans.PlanForms;

/** The Dorotea pilot as it comes with the package, carried forward on its pages. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=pilots")
class PilotPagesTests {

    private static final String DOROTEA = "2425";
    private static final String REGION = "0024";

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    PilotStore store;

    @Autowired
    Governance governance;

    @Autowired
    Trials trials;

    @Autowired
    JdbcClient rows;

    private final RequestPostProcessor lead = Someone.as(Role.LOCAL_LEAD, DOROTEA);
    private final RequestPostProcessor head = Someone.as(Role.HEAD, DOROTEA);
    private final RequestPostProcessor regionsHead = Someone.as(Role.HEAD, REGION);

    private String here = "";

    @BeforeEach
    void load() {
        counties.ensureLoaded("sodra-lappland", true);
        UUID plan = store.findPlan("DOROTEA").orElseThrow();
        here = "/planera/piloter/" + plan;
        rows.sql("update pilots.pilot set state = 'PLANNED', started = null, ended = null, outcome = '', version = 0")
                .update();
        rows.sql("update pilots.precondition set met_on = null, met_by = null, words = '', version = 0")
                .update();
        rows.sql("delete from pilots.trial where follows is not null").update();
        rows.sql("delete from pilots.trial").update();
        rows.sql("delete from pilots.note").update();
        rows.sql("delete from pilots.signature").update();
        rows.sql("delete from pilots.agreement").update();
        plan("ADOPTED");
    }

    private void plan(String state) {
        rows.sql("update plans.plan set state = :state").param("state", state).update();
    }

    @Test
    @Proves({"R223", "R224", "R225", "R226", "C52", "C53"})
    void drawsItsStepsWithOverlapsAndGaps() {
        String page = page(null, here);
        assertThat(page)
                .contains(
                        "Pilot: Dorotea vård- och omsorgsmodell med gemensam systemledning",
                        "<svg",
                        "Förberedelse och Steg 1 pågår samtidigt april–augusti 2024.",
                        "Mellan Steg 2 och Steg 3 pågår inget steg: februari 2025.",
                        "Mellan Steg 3 och Målgång pågår inget steg: oktober–december 2025.",
                        "Spår som löper hela tiden",
                        "Varje del planeras att ske omlott");
        assertThat(page(null, "/planera/piloter")).contains("En pilot", "Dorotea, Region Västerbotten");
        assertThat(pages.get().uri(here + ".csv")).hasStatusOk().bodyText().contains("2024-10", "Behovsnivå 3");
    }

    @Test
    @Proves("R227")
    void startsOnceBothPreconditionsAreConfirmed() {
        assertThat(post(lead, here + "/steg", "steg", "START", "version", "0"))
                .bodyText()
                .contains("Piloten kan inte starta än", "Införandestöd säkrat, Processledning säkrad");
        confirm(head, 1, "Två tjänster till januari 2026", 0);
        assertThat(page(lead, here)).contains("Två tjänster till januari 2026", "Bekräftad");
        assertThat(post(lead, here + "/steg", "steg", "START", "version", "0"))
                .bodyText()
                .contains("Det här är inte bekräftat: Processledning säkrad");
        confirm(regionsHead, 2, "Processledaren är anställd", 0);
        assertThat(post(lead, here + "/steg", "steg", "START", "version", "0")).hasStatus(302);
        assertThat(page(null, here)).contains("Pågår");
        assertThat(post(head, here + "/forutsattningar/1", "steg", "TAKE_BACK", "ord", "Slut", "version", "0"))
                .bodyText()
                .contains("Någon annan har ändrat under tiden");
    }

    @Test
    @Proves({"R235", "R236", "R237", "C49", "C54", "C55", "C56", "C57", "C62"})
    void showsItsActivitiesByStrategyAndCallsNoUncertainOneLate() {
        String page = page(null, here + "/aktiviteter");
        assertThat(page)
                .contains(
                        "17 aktiviteter i 6 strategier",
                        "Uppföljning och utvärdering av målsättningar",
                        "Ansvar/resurser",
                        "CFS-skala",
                        "[text saknas]",
                        "Tiden tar slut innan Steg 2, Steg 3 börjar.");
        assertThat(PlanForms.rows(page))
                .anyMatch(row -> row.contains("D1.1") && row.contains("Osäker tidsplan"))
                .anyMatch(row -> row.contains("D2.1") && row.contains("Inte angivet"))
                .noneMatch(row -> row.contains("gått ut"));
        assertThat(pages.get().uri(here + "/aktiviteter.csv"))
                .hasStatusOk()
                .bodyText()
                .contains("Mars–Aug 2024 (steg 1–3)");
    }

    /** R236: followed up like all activities, on the plan's own pages. */
    @Test
    @Proves({"R234", "R236"})
    void itsActivitiesAreThePlans() {
        String activity = page(lead, here + "/aktiviteter")
                .replaceAll("(?s).*href=\"(/planera/aktiviteter/[0-9a-f-]+)\">D5.1.*", "$1");
        assertThat(page(lead, activity)).contains("Systemledning övergripande", "mars 2024", "augusti 2024");
    }

    @Test
    void movesAStepAndTellsTheSecondOfTwo() {
        String step = here + "/tid/STEG-3";
        String version = version(lead, step);
        assertThat(step(step, version, "2025-05", "2025-12", "2025-12")).hasStatus(302);
        assertThat(page(null, here)).contains("maj–december 2025");
        assertThat(step(step, version, "2025-06", "2025-12", "2025-12"))
                .bodyText()
                .contains("Någon annan har ändrat under tiden", "Nu är steget sparat med tiden maj–december 2025.");
        assertThat(step(step, version(lead, step), "2025-06", "2025-05", ""))
                .bodyText()
                .contains("Steget slutar innan det börjar");
        assertThat(step(step, version(lead, step), "2025-03", "2025-09", "2026-09"))
                .bodyText()
                .contains("Driftstarten ligger utanför steget");
        assertThat(step(step, version(lead, step), "mars", "2025-09", ""))
                .bodyText()
                .contains("Skriv månaden som 2026-03.");
        assertThat(step(step, version(lead, step), "2025-03", "2025-09", "2025-09"))
                .hasStatus(302);
        assertThat(post(lead, here + "/tid", "namn", "Eftertest", "slag", "STEP", "fran", "2026-02", "till", "2026-03"))
                .hasStatus(302);
        assertThat(page(null, here)).contains("Eftertest");
        rows.sql("delete from pilots.step where code = 'EFTERTEST'").update();
    }

    @Test
    void placesAnActivity() {
        String place = page(lead, here + "/aktiviteter")
                .replaceAll("(?s).*href=\"(" + here + "/aktiviteter/[0-9a-f-]+)\".*", "$1");
        String version = version(lead, place);
        assertThat(post(lead, place, "strategi", "KOMMUNIKATION", "steg", "STEG-1", "version", version))
                .hasStatus(302);
        assertThat(post(lead, place, "strategi", "KOMMUNIKATION", "version", version))
                .bodyText()
                .contains("Någon annan har ändrat under tiden");
        assertThat(post(lead, place, "strategi", "FINNS-INTE", "version", version(lead, place)))
                .bodyText()
                .contains("Strategin eller steget finns inte i piloten");
        assertThat(post(lead, place, "strategi", "UPPFOLJNING", "version", version(lead, place)))
                .hasStatus(302);
    }

    @Test
    @Proves({"R228", "R232", "R242"})
    void learnsFromAClosedTestBeforeItSpreads() {
        String log = here + "/larande";
        assertThat(post(lead, log, "tror", "")).bodyText().contains("Skriv vad ni tror.");
        String trial =
                PlanForms.address(post(lead, log, "tror", "Om vi ringer blir färre sämre", "till", "2026-12-31"));
        assertThat(act(trial, "START")).bodyText().contains("Skriv hur ni prövar det");
        assertThat(post(
                        lead,
                        trial,
                        "tror",
                        "Om vi ringer blir färre sämre",
                        "prov",
                        "En sjuksköterska ringer",
                        "version",
                        version(lead, trial)))
                .hasStatus(302);
        assertThat(act(trial, "START")).hasStatus(302);
        assertThat(act(trial, "SPREAD", "ord", "Det går bra"))
                .bodyText()
                .contains("Det går att sprida först när testet är stängt.");
        assertThat(act(trial, "CLOSE", "ord", "22 samtal")).bodyText().contains("Skriv vad ni lärde er");
        assertThat(act(trial, "CLOSE", "ord", "22 samtal", "lardom", "Det ryms i passet"))
                .hasStatus(302);
        assertThat(act(trial, "SPREAD", "ord", "Alla uppringda", "beslutare", "SL-STYR"))
                .bodyText()
                .contains("Gruppen ger råd eller finns inte längre och kan inte besluta");
        assertThat(pages.get().uri(trial)).as("still its people's").hasStatus(404);
        assertThat(act(trial, "SPREAD", "ord", "Alla uppringda", "beslutare", "DOR-STYR", "vidare", "DOR-CHEFSNIVA"))
                .hasStatus(302);
        assertThat(page(null, trial))
                .contains(
                        "Sprids",
                        "Alla uppringda",
                        "22 samtal",
                        "Styrgrupp Avdelning/näravård",
                        "Styrgrupp på verksamhetschefsnivå/socialchefsnivå");
        assertThat(act(trial, "STOP", "ord", "Ångrat")).bodyText().contains("Prövningen är avgjord");
        String next =
                PlanForms.address(post(lead, log, "tror", "Om reserven står i schemat", "efter", PlanForms.id(trial)));
        assertThat(page(lead, next)).contains("Bygger vidare på", "Om vi ringer blir färre sämre");
        assertThat(pages.get().uri("/sok?fraga=ryms+i+passet")).bodyText().contains("Om vi ringer blir färre sämre");
        assertThat(page(lead, log + "?sok=reserven"))
                .contains("Om reserven står i schemat")
                .doesNotContain(">Om vi ringer blir färre sämre<");
        assertThat(page(lead, log + "?sok=zzz")).contains("Inget i lärloggen passar in");
        assertThat(page(null, log)).contains("En hypotes, en är avgjord och en sprids");
    }

    @Test
    @Proves("R228")
    void aDecisionCitesWhatWasLearnt() {
        String trial = PlanForms.address(post(lead, here + "/larande", "tror", "Vi tror", "prov", "Vi provar"));
        String decision = governance
                .record(
                        lead(),
                        new Decision.Entry(
                                "DOR-STYR", LocalDate.of(2025, 3, 1), null, null, Decision.Outcome.APPROVED, "Samtal"))
                .id()
                .toString();
        assertThat(post(lead, trial + "/beslut", "beslut", decision, "version", version(lead, trial)))
                .bodyText()
                .contains("stäng testet först");
        act(trial, "START");
        act(trial, "CLOSE", "ord", "Vi såg", "lardom", "Vi lärde oss");
        assertThat(post(lead, trial + "/beslut", "beslut", decision, "version", version(lead, trial)))
                .hasStatus(302);
        assertThat(page(lead, trial)).contains("href=\"/strategin/beslut/" + decision + "\"");
        assertThat(page(lead, "/strategin/beslut/" + decision)).contains("Lärdom som beslutet bygger på", trial);
        assertThat(page(null, "/strategin/beslut/" + decision)).doesNotContain(trial);
        act(trial, "ADAPT", "ord", "Vi provar på ett annat sätt");
        assertThat(page(null, "/strategin/beslut/" + decision)).contains("Lärdom som beslutet bygger på", trial);
    }

    @Test
    void tellsTheSecondOfTwoWhoChangeATrial() {
        String trial = PlanForms.address(post(lead, here + "/larande", "tror", "Vi tror"));
        String version = version(lead, trial + "/andring");
        assertThat(post(lead, trial, "tror", "Vi tror mer", "version", version)).hasStatus(302);
        assertThat(post(lead, trial, "tror", "Vi tror mindre", "version", version))
                .bodyText()
                .contains("Någon annan har ändrat under tiden", "Vi tror mer", "Vi tror mindre");
    }

    @Test
    @Proves({"R229", "R230", "R239", "R241", "R242", "R243"})
    void keepsItsFile() {
        note("FOCUS_GROUP", "Nivå 2", "avsikt", "Forma planeringen", "invanare", "6", "niva", "2");
        note("COMPETENCE", "Arbetssätt", "behov", "Samma ord", "aterkommer", "Varje vår");
        note("SUPPORT", "Jurist", "avsikt", "Avtalet", "dag", "2024-04-02", "till", "2024-08-30");
        note("EVENT", "I drift", "utfallet", "Alla på plats", "dag", "2024-09-02");
        note(
                "LEARNING_MEETING",
                "Höstens möte",
                "insikter",
                "Schemat är svårt",
                "andringar",
                "Reserv",
                "dag",
                "2024-10-24");
        String change = note("GOVERNANCE_CHANGE", "Ersättning", "behov", "Räknas hos en");
        String inquiry = note("INQUIRY", "Gemensam vårddokumentation", "avsikt", "Hur?");
        note("QUESTION", "Nycklar", "behov", "Tre rutiner", "svaret", "Digitala lås");
        assertThat(page(lead, here + "/akt"))
                .contains(
                        "8 anteckningar",
                        "Översyn av styrmodeller",
                        "Anmält",
                        "Besvarad",
                        "2 april 2024 – 30 augusti 2024");
        assertThat(page(null, here + "/akt"))
                .contains("Nivå 2")
                .doesNotContain("Ersättning", "Gemensam vårddokumentation");
        assertThat(pages.get().uri(inquiry)).hasStatus(404);
        assertThat(post(
                        lead,
                        inquiry,
                        "namn",
                        "Gemensam vårddokumentation",
                        "avsikt",
                        "Hur?",
                        "slutsats",
                        "Läsning går, skrivning inte än",
                        "version",
                        "1"))
                .hasStatus(302);
        assertThat(page(null, inquiry)).contains("Läsning går, skrivning inte än");
        assertThat(post(lead, change, "namn", "Ersättning", "behov", "Annat", "version", "9"))
                .bodyText()
                .contains("Någon annan har ändrat under tiden", "Räknas hos en", "Annat");
        assertThat(post(lead, here + "/akt", "slag", "SUPPORT", "namn", "Jurist", "avsikt", "Avtal", "version", "0"))
                .bodyText()
                .contains("Fyll i dagen.");
        assertThat(post(lead, here + "/akt", "slag", "FOCUS_GROUP", "namn", "N", "version", "0"))
                .bodyText()
                .contains("Fyll i fältet ”Vad gruppen ska vara med och forma”.");
        assertThat(post(
                        lead,
                        here + "/akt",
                        "slag",
                        "FOCUS_GROUP",
                        "namn",
                        "N",
                        "avsikt",
                        "A",
                        "invanare",
                        "många",
                        "version",
                        "0"))
                .bodyText()
                .contains("Skriv antalet invånare som ett heltal");
    }

    @Test
    @Proves("R240")
    void anAgreementHoldsOnceAllHaveSigned() {
        String agreement = PlanForms.address(post(
                lead,
                here + "/overenskommelser",
                "namn",
                "Gemensamt team",
                "text",
                "Vi bemannar tillsammans",
                "parter",
                DOROTEA,
                "parter",
                REGION,
                "version",
                "0"));
        assertThat(pages.get().uri(agreement)).hasStatus(404);
        assertThat(post(head, agreement + "/underskrift", "part", REGION, "version", "1"))
                .hasStatus(403);
        assertThat(post(head, agreement + "/underskrift", "part", DOROTEA, "version", "1"))
                .hasStatus(302);
        assertThat(post(regionsHead, agreement + "/underskrift", "part", REGION, "version", "2"))
                .hasStatus(302);
        assertThat(page(null, agreement)).contains("Gäller", "Undertecknad", "Region Västerbotten");
        assertThat(page(null, here + "/akt")).contains("2 av 2 parter har skrivit under");
        assertThat(post(lead, here + "/overenskommelser", "namn", "En", "text", "T", "parter", DOROTEA, "version", "0"))
                .bodyText()
                .contains("Välj minst två parter.");
    }

    @Test
    void liesOnTheRightDesks() {
        assertThat(page(head, "/att-gora")).contains("Bekräfta inför pilotens start");
        confirm(head, 1, "Ja", 0);
        confirm(head, 2, "Ja", 0);
        assertThat(page(head, "/att-gora")).doesNotContain("Bekräfta inför pilotens start");
        assertThat(page(lead, "/att-gora")).contains("Förutsättningarna är bekräftade. Starta piloten");
        String trial = PlanForms.address(
                post(lead, here + "/larande", "tror", "Vi tror det", "prov", "Vi provar", "till", "2024-12-01"));
        act(trial, "START");
        rows.sql("delete from desk.line where key like 'trial.%'").update();
        trials.refresh();
        assertThat(page(lead, "/att-gora")).contains("Testet skulle ha slutat");
        act(trial, "CLOSE", "ord", "Vi såg", "lardom", "Vi lärde oss");
        assertThat(page(lead, "/att-gora"))
                .contains("Besluta vad som händer nu: Vi tror det")
                .doesNotContain("Testet skulle ha slutat");
    }

    @Test
    void nobodyElseSeesItBeforeItsPlanIsPublic() {
        plan("DRAFT");
        for (String page : new String[] {"", "/aktiviteter", "/larande", "/akt", ".xlsx", "/larande.xlsx"}) {
            assertThat(pages.get().uri(here + page)).as(page).hasStatus(404);
            assertThat(pages.get().uri(here + page).with(lead)).as(page).hasStatusOk();
        }
        assertThat(page(null, "/planera/piloter")).contains("Ingen pilot finns än.");
    }

    private static CurrentUser lead() {
        return new CurrentUser(
                UUID.randomUUID(), "Kim", "kim@example.org", List.of(new CurrentUser.Grant(Role.REGIONAL_LEAD, null)));
    }

    private void confirm(RequestPostProcessor by, int number, String words, int version) {
        assertThat(post(
                        by,
                        here + "/forutsattningar/" + number,
                        "steg",
                        "CONFIRM",
                        "ord",
                        words,
                        "version",
                        Integer.toString(version)))
                .hasStatus(302);
    }

    private MvcTestResult step(String step, String version, String from, String until, String operation) {
        return post(
                lead,
                step,
                "namn",
                "Steg 3",
                "fran",
                from,
                "till",
                until,
                "driftstart",
                operation,
                "nivaer",
                "4",
                "version",
                version);
    }

    private String note(String kind, String title, String... fields) {
        String[] all = new String[fields.length + 6];
        System.arraycopy(new String[] {"slag", kind, "namn", title, "version", "0"}, 0, all, 0, 6);
        System.arraycopy(fields, 0, all, 6, fields.length);
        return PlanForms.address(post(lead, here + "/akt", all));
    }

    private MvcTestResult act(String trial, String act, String... fields) {
        String[] all = new String[fields.length + 4];
        System.arraycopy(new String[] {"steg", act, "version", version(lead, trial)}, 0, all, 0, 4);
        System.arraycopy(fields, 0, all, 4, fields.length);
        return post(lead, trial + "/steg", all);
    }

    private MvcTestResult post(RequestPostProcessor by, String address, String... fields) {
        var request = pages.post().uri(address).with(by).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String page(@Nullable RequestPostProcessor by, String address) {
        var request = pages.get().uri(address);
        MvcTestResult answer = (by == null ? request : request.with(by)).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return PlanForms.content(answer);
    }

    private String version(RequestPostProcessor by, String address) {
        String found = page(by, address).replaceAll("(?s).*?name=\"version\" value=\"(\\d+)\".*", "$1");
        return found.length() < 9 ? found : "0";
    }
}
