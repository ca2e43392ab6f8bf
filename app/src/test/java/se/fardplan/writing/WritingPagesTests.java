package se.fardplan.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.fardplan.HouseTime;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.governance.Decision;
import se.fardplan.governance.Governance;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.organisation.Organisation;

@PagesTest
@TestPropertySource(properties = "fardplan.test=writing")
class WritingPagesTests {

    private static final String ORSA = "2034";
    private static final String REGION = "0020";
    private static final RequestPostProcessor LEAD = Someone.as(Role.REGIONAL_LEAD);

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    Organisation organisation;

    @Autowired
    Governance governance;

    @BeforeEach
    void load() {
        counties.ensureLoaded("dalarna", true);
    }

    /** The regional plan with its headings, written section by section, refused until the template is met, then in force. */
    @Test
    @Proves({"R84", "R86", "R87", "R99", "R100", "R101", "R103", "R104", "R106", "R108", "C30", "C31", "C32"})
    void aRegionalPlanFromItsFormToItsAdoption() throws Exception {
        String plan = regional("Regional handlingsplan", "2026-01-01", "2030-12-31");
        assertThat(pages.get().uri(plan + "/text")).hasStatus(404);
        assertThat(pages.get().uri(plan + "/text").with(LEAD))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence(
                        "Syfte",
                        "Mål",
                        "Prioriteringar i samverkan och länsgemensamma aktiviteter för sköra äldre",
                        "1.1 Prioriterat insatsområde 1 sköra äldre och aktiviteter",
                        "1.2 Prioriterat insatsområde 2 sköra äldre och aktiviteter",
                        "1.3 Prioriterat insatsområde 3 sköra äldre och aktiviteter",
                        "Uppföljning")
                .contains("strategin gäller bara till 1 januari 2030", "Har inte behandlat planen än");
        agree(plan);
        assertThat(adopt(plan)).bodyText().contains("Skriv de avsnitt som måste finnas: Syfte, Mål");
        withdraw(plan);
        write(plan);
        agree(plan);
        assertThat(adopt(plan)).bodyText().contains("Varje insatsområde ska vila på behov", "1.3");

        withdraw(plan);
        save(
                plan,
                "insatsomrade-3",
                "namn",
                "Fast kontakt",
                "text",
                "Alla ska ha en.",
                "behov",
                "Vet inte vem man ringer",
                "kalla",
                "Dialogmöte i Mora",
                "dag",
                "2026-03-12");
        save(plan, "mal", "text", "Våra mål.", "mal", "Färre fall", "delmal0", "nara-till-halsa", "nyckeltal0", "KF18");
        agree(plan);
        assertThat(adopt(plan)).bodyText().contains("Varje mål ska gälla sköra äldre");

        withdraw(plan);
        save(plan, "mal", "text", "Våra mål.", "mal", "Färre fall", "malgrupp0", "ja", "nyckeltal0", "KF18");
        agree(plan);
        assertThat(adopt(plan)).bodyText().contains("minst ett av strategins delmål", "”Färre fall”");

        withdraw(plan);
        save(plan, "mal", "text", "Våra mål.", "mal", "Färre fall", "malgrupp0", "ja", "delmal0", "nara-till-halsa");
        agree(plan);
        assertThat(adopt(plan)).bodyText().contains("minst ett nyckeltal att följas med");

        withdraw(plan);
        save(
                plan,
                "mal",
                "text",
                "Våra mål.",
                "mal",
                "Färre fall",
                "malgrupp0",
                "ja",
                "delmal0",
                "nara-till-halsa",
                "nyckeltal0",
                "KF18");
        assertThat(post(
                        plan + "/underlag",
                        "version",
                        "0",
                        "avsandare",
                        "VFR",
                        "malomraden",
                        "Trygghet\nFall",
                        "arbeten",
                        "SPAK"))
                .hasStatus(302);
        agree(plan);
        assertThat(adopt(plan)).bodyText().contains("avsändare ska vara Länschefsnätverket");

        withdraw(plan);
        assertThat(post(
                        plan + "/underlag",
                        "version",
                        "1",
                        "avsandare",
                        "LCHNV",
                        "malomraden",
                        "Trygghet\nFall",
                        "arbeten",
                        "SPAK"))
                .hasStatus(302);
        agree(plan);
        assertThat(adopt(plan)).bodyText().contains("minst ett beslut som systemledningen har fattat");

        Decision decision = governance.record(
                new CurrentUser(UUID.randomUUID(), "Rut", "", List.of(new CurrentUser.Grant(Role.REGIONAL_LEAD, null))),
                new Decision.Entry(
                        "LCHNV",
                        LocalDate.of(2026, 9, 8),
                        "4",
                        null,
                        Decision.Outcome.APPROVED,
                        "Regional handlingsplan"));
        assertThat(post(
                        plan + "/underlag/beslut",
                        "version",
                        "2",
                        "beslut",
                        decision.id().toString()))
                .hasStatus(302);
        assertThat(adopt(plan)).hasStatus(302);
        assertThat(post(plan + "/underlag/beslut", "version", "3", "varfor", "Annat"))
                .bodyText()
                .contains("Beslut som planen vilar på kan inte tas bort medan den gäller.");
        assertThat(pages.get().uri(decision.address()))
                .bodyText()
                .contains("Plan som vilar på beslutet", "href=\"" + plan + "\"");
        assertThat(pages.get().uri(plan + "/text"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Avsändare: Länschefsnätverket",
                        "Har beslutat",
                        "Har inte behandlat planen än",
                        "href=\"" + decision.address() + "\"",
                        "href=\"/delmal/nara-till-halsa\"",
                        "href=\"/nyckeltal/KF18\"",
                        "SPAK",
                        "Trygghet",
                        "Vet inte vem man ringer (Dialogmöte i Mora, 12 mars 2026)");
        assertThat(pages.get().uri(plan + "/dokument.html"))
                .hasStatusOk()
                .bodyText()
                .contains("Avsändare: Länschefsnätverket", "Gäller", "1.1");
        byte[] pdf =
                pages.get().uri(plan + "/dokument.pdf").exchange().getResponse().getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isBetween(2, 5);
        }
        assertThat(pages.get().uri(plan + "/dokument.docx")).hasStatusOk();
    }

    /** Two who write in one section: the second sees both and chooses. Sections apart never collide. */
    @Test
    void theSecondOfTwoEditorsSeesBothTexts() throws Exception {
        String plan = regional("Två om samma", "2026-01-01", "2030-12-31");
        assertThat(post(plan + "/avsnitt/syfte", "grund", "0", "text", "Planen stärker samverkan."))
                .hasStatus(302);
        assertThat(post(plan + "/avsnitt/mal", "grund", "0", "text", "Våra mål."))
                .hasStatus(302);
        assertThat(post(plan + "/avsnitt/syfte", "grund", "0", "text", "Planen stärker tilliten."))
                .hasStatusOk()
                .bodyText()
                .contains("Någon annan har sparat avsnittet medan du skrev", "samverkan</del>", "tilliten</ins>")
                .contains("name=\"grund\" value=\"1\"", "Planen stärker tilliten.</textarea>");
        assertThat(post(plan + "/avsnitt/syfte", "grund", "1", "text", "Planen stärker tilliten."))
                .hasStatus(302);
        assertThat(pages.get().uri(plan + "/versioner").with(LEAD))
                .bodyText()
                .contains("Version 3", "Version 2", "Version 1");
        assertThat(pages.get().uri(plan + "/versioner/3").with(LEAD))
                .hasStatusOk()
                .bodyText()
                .contains("samverkan</del>", "tilliten</ins>", "Våra mål.");
        assertThat(pages.get().uri(plan + "/versioner/1").with(LEAD))
                .bodyText()
                .contains("Planen stärker samverkan.")
                .doesNotContain("Våra mål.");
        assertThat(pages.get().uri(plan + "/versioner/4").with(LEAD)).hasStatus(404);
    }

    /** A county plan is not a municipality's to write, and a party reads it. */
    @Test
    void isTheCountysOwnToWrite() throws Exception {
        String plan = regional("Länets egen", "2026-01-01", "2030-12-31");
        RequestPostProcessor orsa = Someone.as(Role.LOCAL_LEAD, ORSA);
        assertThat(pages.get().uri(plan + "/text").with(orsa)).hasStatusOk();
        assertThat(pages.get().uri(plan + "/avsnitt/syfte").with(orsa)).hasStatus(403);
        assertThat(pages.post()
                        .uri(plan + "/avsnitt/syfte")
                        .param("grund", "0")
                        .param("text", "Mitt")
                        .with(orsa)
                        .with(csrf()))
                .hasStatus(403);
        assertThat(pages.post()
                        .uri(plan + "/underlag/oversyn")
                        .param("ar", "2026")
                        .with(orsa)
                        .with(csrf()))
                .hasStatus(403);
    }

    /** More than about four pages: the guard says so before anyone prints, and what would help; a reason lets it through. */
    @Test
    @Proves("R105")
    void theGuardCountsThePagesOfTheRealPdf() throws Exception {
        String plan = regional("Lång plan", "2026-01-01", "2030-12-31");
        write(plan);
        String much = ("Sköra äldre i Dalarna ska mötas av samma trygga vård var i länet de än bor. ".repeat(9)
                        + "\n\n")
                .repeat(20);
        MvcTestResult live = pages.post()
                .uri(plan + "/avsnitt/prioriteringar/sidor")
                .header("HX-Request", "true")
                .param("text", much)
                .with(LEAD)
                .with(csrf())
                .exchange();
        assertThat(live)
                .hasStatusOk()
                .bodyText()
                .contains("Den ska vara högst 4", "Korta ”Prioriteringar i samverkan", "LIX")
                .doesNotContain("<html");
        assertThat(post(plan + "/avsnitt/prioriteringar/sidor", "grund", "3", "text", much))
                .bodyText()
                .contains("<html", "Den ska vara högst 4", much.strip().substring(0, 60));
        save(plan, "prioriteringar", "text", much);
        assertThat(pages.get().uri(plan + "/text").with(LEAD))
                .bodyText()
                .contains("Den ska vara högst 4", "skriv varför den får vara längre");
        int said = pagesSaid(plan);
        byte[] pdf = pages.get()
                .uri(plan + "/dokument.pdf")
                .with(LEAD)
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages() - 1).isEqualTo(said).isGreaterThan(4);
        }
        assertThat(post(plan + "/underlag/beslut", "version", "0", "varfor", "Alla tre områden behöver beskrivas."))
                .hasStatus(302);
        assertThat(pages.get().uri(plan + "/text").with(LEAD))
                .bodyText()
                .contains("Planen får vara längre, för: Alla tre områden behöver beskrivas.")
                .doesNotContain("skriv varför den får vara längre");
    }

    @Test
    @Proves("R85")
    void eachYearHasItsReview() throws Exception {
        String plan = regional("Ses över", "2024-01-01", "2030-12-31");
        assertThat(pages.get().uri(plan + "/text").with(LEAD))
                .bodyText()
                .contains("Försenad: året gick utan översyn", "Ska göras i år", "Kommer");
        assertThat(post(plan + "/underlag/oversyn", "ar", "2024", "notering", "Inget ändras"))
                .hasStatus(302);
        assertThat(post(plan + "/underlag/oversyn", "ar", "2024")).bodyText().contains("redan gjord");
        assertThat(post(plan + "/underlag/oversyn", "ar", "2030")).bodyText().contains("senast det som nu pågår");
        assertThat(pages.get().uri(plan + "/text").with(LEAD)).bodyText().contains("Gjord ", "Inget ändras");
    }

    /** The local plan's own sections, the handbook's questions and the business plans it is tied to. */
    @Test
    @Proves({"R122", "R126", "R127", "R128", "R133"})
    void aLocalPlanAnswersTheHandbooksQuestionsInItsOwnWords() throws Exception {
        RequestPostProcessor orsa = Someone.as(Role.LOCAL_LEAD, ORSA);
        MvcTestResult added = pages.post()
                .uri("/planera/planer")
                .param("namn", "Orsa skriver")
                .param("kommuner", ORSA)
                .param("fran", "2026-01-01")
                .param("till", "2027-12-31")
                .param("sammanhang", "Långa avstånd och få läkare.")
                .with(orsa)
                .with(csrf())
                .exchange();
        String plan = Objects.requireNonNull(added.getResponse().getHeader("Location"));
        assertThat(pages.get().uri(plan + "/avsnitt/fraga-11").with(orsa))
                .hasStatusOk()
                .bodyText()
                .contains("Handbok om att hantera komplexa system", "Handbokens fråga, med era egna ord");
        assertThat(pages.get().uri(plan + "/avsnitt/fraga-25").with(orsa)).hasStatus(404);
        assertThat(pages.post()
                        .uri(plan + "/avsnitt/fraga-24")
                        .param("grund", "0")
                        .param("namn", "Vilka behöver vara med?")
                        .param("text", "Hemtjänsten och vårdcentralen.")
                        .with(orsa)
                        .with(csrf()))
                .hasStatus(302);
        assertThat(pages.post()
                        .uri(plan + "/underlag")
                        .param("version", "0")
                        .param("lank", "Socialförvaltningens verksamhetsplan")
                        .param("adress", "https://www.orsa.example/plan")
                        .with(orsa)
                        .with(csrf()))
                .hasStatus(302);
        assertThat(pages.post()
                        .uri(plan + "/underlag")
                        .param("version", "1")
                        .param("lank", "Ingen adress")
                        .param("adress", "javascript:1")
                        .with(orsa)
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("ska börja med https://");
        assertThat(pages.get().uri(plan + "/text").with(orsa))
                .bodyText()
                .contains(
                        "Långa avstånd och få läkare.",
                        "24 Vilka behöver vara med?",
                        "Socialförvaltningens verksamhetsplan");
    }

    /** A need says which workshop or dialogue it comes from, and lies in one of three areas; there is no fourth. */
    @Test
    @Proves("R102")
    void theNeedsLieInAtMostThreeAreasEachWithItsDialogue() throws Exception {
        String plan = regional("Med behov", "2026-01-01", "2030-12-31");
        String[][] needs = {
            {"1", "Ingen ringer efter hemgången", "Workshop i Falun", "2026-03-12"},
            {"2", "Ingen vet vem som ansvarar", "Dialogmöte i Mora", "2026-04-16"},
            {"3", "Anhöriga orkar inte", "Pensionärsrådet i Orsa", "2026-05-07"}
        };
        for (String[] need : needs) {
            save(
                    plan,
                    "insatsomrade-" + need[0],
                    "namn",
                    "Område " + need[0],
                    "text",
                    "Därför.",
                    "behov",
                    need[1],
                    "kalla",
                    need[2],
                    "dag",
                    need[3]);
        }
        assertThat(pages.get().uri(plan + "/text").with(LEAD))
                .bodyText()
                .containsSubsequence(
                        "Område 1",
                        "Ingen ringer efter hemgången",
                        "Workshop i Falun",
                        "12 mars 2026",
                        "Område 2",
                        "Ingen vet vem som ansvarar",
                        "Dialogmöte i Mora",
                        "Område 3",
                        "Anhöriga orkar inte",
                        "Pensionärsrådet i Orsa");
        assertThat(pages.get().uri(plan + "/avsnitt/insatsomrade-4").with(LEAD)).hasStatus(404);
    }

    /** Where each activity stands, who answers for it and what it takes. */
    @Test
    @Proves({"R92", "R90"})
    void anActivityStandsInItsPriorityAreaWithItsResources() throws Exception {
        String plan = regional("Med aktivitet", "2026-01-01", "2030-12-31");
        write(plan);
        save(
                plan,
                "insatsomrade-1",
                "namn",
                "Trygg hemgång",
                "text",
                "Samma väg hem.",
                "behov",
                "Väntan",
                "kalla",
                "Workshop",
                "underlag",
                "KF18",
                "varfor",
                "Årsrapporten 2025");
        MvcTestResult added = pages.post()
                .uri(plan + "/aktiviteter")
                .param("namn", "Gemensam rutin för hemgång")
                .param("huvudman", REGION)
                .with(LEAD)
                .with(csrf())
                .exchange();
        String activity = Objects.requireNonNull(added.getResponse().getHeader("Location"));
        assertThat(pages.get().uri(plan + "/text").with(LEAD))
                .bodyText()
                .contains("Aktiviteter utan insatsområde: Gemensam rutin för hemgång");
        String id = activity.substring(activity.lastIndexOf('/') + 1);
        assertThat(post(
                        plan + "/underlag/placering",
                        "aktivitet",
                        id,
                        "avsnitt",
                        "insatsomrade-1",
                        "resurser",
                        "En samordnare på halvtid",
                        "niva",
                        "COUNTY"))
                .hasStatus(302);
        assertThat(post(
                        plan + "/underlag/placering",
                        "aktivitet",
                        UUID.randomUUID().toString()))
                .bodyText()
                .contains("finns inte i planen");
        assertThat(pages.get().uri(plan + "/text").with(LEAD))
                .bodyText()
                .contains("href=\"" + activity + "\"", "Årsrapporten 2025")
                .doesNotContain("Aktiviteter utan insatsområde");
        assertThat(pages.get().uri(plan + "/dokument.html").with(LEAD))
                .bodyText()
                .contains("Länet gemensamt. En samordnare på halvtid", "Underlag ur uppföljningen");
    }

    private int pagesSaid(String plan) throws UnsupportedEncodingException {
        String body = pages.get()
                .uri(plan + "/text")
                .with(LEAD)
                .exchange()
                .getResponse()
                .getContentAsString();
        int at = body.indexOf("Planen blir ") + "Planen blir ".length();
        return Integer.parseInt(body.substring(at, body.indexOf(' ', at)));
    }

    private String regional(String title, String from, String until) {
        MvcTestResult added =
                post("/planera/lansplaner", "slag", "REGIONAL", "namn", title, "fran", from, "till", until);
        assertThat(added).hasStatus(302);
        return Objects.requireNonNull(added.getResponse().getHeader("Location"));
    }

    /** Everything but the third area's need. */
    private void write(String plan) throws UnsupportedEncodingException {
        save(plan, "syfte", "text", "Planen stärker samverkan.");
        save(
                plan,
                "mal",
                "text",
                "Våra mål.",
                "mal",
                "Färre fall",
                "malgrupp0",
                "ja",
                "delmal0",
                "nara-till-halsa",
                "nyckeltal0",
                "KF18");
        save(plan, "prioriteringar", "text", "Så valdes områdena.");
        save(
                plan,
                "insatsomrade-1",
                "namn",
                "Trygg hemgång",
                "text",
                "Hem samma väg.",
                "behov",
                "Väntan",
                "kalla",
                "Workshop");
        save(plan, "insatsomrade-2", "namn", "Fall", "text", "Färre fall.", "behov", "Många fall", "kalla", "Workshop");
        save(plan, "insatsomrade-3", "namn", "Kontakt", "text", "Fast kontakt.");
        save(plan, "uppfoljning", "text", "En gång om året.");
    }

    private void save(String plan, String section, String... parameters) throws UnsupportedEncodingException {
        String form = pages.get()
                .uri(plan + "/avsnitt/" + section)
                .with(LEAD)
                .exchange()
                .getResponse()
                .getContentAsString();
        int at = form.indexOf("name=\"grund\" value=\"") + "name=\"grund\" value=\"".length();
        String base = form.substring(at, form.indexOf('"', at));
        var request = pages.post()
                .uri(plan + "/avsnitt/" + section)
                .param("grund", base)
                .with(LEAD)
                .with(csrf());
        for (int pair = 0; pair < parameters.length; pair += 2) {
            request.param(parameters[pair], parameters[pair + 1]);
        }
        assertThat(request).hasStatus(302);
    }

    private MvcTestResult post(String address, String... parameters) {
        var request = pages.post().uri(address).with(LEAD).with(csrf());
        for (int pair = 0; pair < parameters.length; pair += 2) {
            request.param(parameters[pair], parameters[pair + 1]);
        }
        return request.exchange();
    }

    private List<String> principals() {
        return organisation.listPrincipals(LocalDate.now(HouseTime.SWEDEN)).stream()
                .map(principal -> principal.code())
                .toList();
    }

    private void agree(String plan) throws UnsupportedEncodingException {
        for (String party : principals()) {
            assertThat(step(Someone.as(Role.HEAD, party), plan, "AGREE", party)).hasStatus(302);
        }
    }

    private void withdraw(String plan) throws UnsupportedEncodingException {
        assertThat(step(Someone.as(Role.HEAD, ORSA), plan, "WITHDRAW", ORSA)).hasStatus(302);
    }

    private MvcTestResult adopt(String plan) throws UnsupportedEncodingException {
        return step(LEAD, plan, "ADOPT", ORSA);
    }

    private MvcTestResult step(RequestPostProcessor by, String plan, String act, String party)
            throws UnsupportedEncodingException {
        String page = pages.get().uri(plan).with(by).exchange().getResponse().getContentAsString();
        int at = page.indexOf("name=\"version\" value=\"") + "name=\"version\" value=\"".length();
        return pages.post()
                .uri(plan + "/steg")
                .param("steg", act)
                .param("part", party)
                .param("version", page.substring(at, page.indexOf('"', at)))
                .with(by)
                .with(csrf())
                .exchange();
    }
}
