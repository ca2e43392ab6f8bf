package se.fardplan.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import se.fardplan.HouseTime;
import se.fardplan.NotFound;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.Refusal;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.Alias;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.organisation.Organisation;

/** The bodies of Dalarna and their decisions, as readers and those who record them meet them. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=governance")
class GovernancePagesTests {

    private static final LocalDate TODAY = LocalDate.now(HouseTime.SWEDEN);
    private static final CurrentUser LEAD = user(Role.REGIONAL_LEAD, null);
    private static final CurrentUser ORSA = user(Role.LOCAL_LEAD, "2034");

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader loader;

    @Autowired
    Governance governance;

    @Autowired
    Organisation organisation;

    @Autowired
    JdbcClient database;

    private static int made;

    @BeforeEach
    void loadTheCounty() {
        loader.ensureLoaded("dalarna", false);
    }

    @Test
    @Proves("R3")
    void everySpellingLeadsToOneBody() {
        List<Alias> spellings = organisation.listAliases().stream()
                .filter(alias -> alias.kind() == Alias.Kind.BODY)
                .toList();
        assertThat(spellings).hasSizeGreaterThan(40);

        for (Alias spelling : spellings) {
            Body body = governance.body(spelling.name()).orElseThrow();
            assertThat(body.code()).as(spelling.name()).isEqualTo(spelling.code());
            assertThat(get("/sok?fraga=" + encoded(spelling.name())))
                    .as("search for " + spelling.name())
                    .contains("href=\"" + body.address() + "\"");
            assertThat(get("/strategin/grupper?sok=" + encoded(spelling.name())))
                    .as("list for " + spelling.name())
                    .contains("href=\"" + body.address() + "\"");
        }
    }

    @Test
    @Proves("R3")
    void aFormerNameInAnAddressLeadsOn() {
        assertThat(pages.get().uri("/strategin/grupper/Kommundirektörsnätverket"))
                .hasStatus(302)
                .hasRedirectedUrl("/strategin/grupper/LGRS");
        assertThat(pages.get().uri("/strategin/grupper/finns-inte")).hasStatus(404);
    }

    @Test
    @Proves({"R86", "R3"})
    void theListSaysWhoLeads() {
        String page = get("/strategin/grupper");

        assertThat(page)
                .contains(
                        "4 grupper leder omställningen i Dalarna tillsammans",
                        "Systemledningen styr inte i",
                        "Länsnätverket för förvaltningschefer",
                        "Avslutad");
        assertThat(page.indexOf("Ledningsgruppen för regional samverkan")).isLessThan(page.indexOf("Andra grupper"));
        assertThat(page.indexOf("RSS Dalarna</a>")).isGreaterThan(page.indexOf("Andra grupper"));
        assertThat(get("/strategin/grupper?sok=xyzzy")).contains("Ingen grupp heter något med ”xyzzy”");
        assertThat(get("/strategin/grupper.csv?sok=LCHNYV"))
                .contains("Länschefsnätverket")
                .doesNotContain("Välfärdsrådet;");
        assertThat(pages.get().uri("/strategin/grupper.xlsx")).hasStatusOk();
    }

    @Test
    @Proves({"R96", "C26"})
    void aBodysPageTellsWhatItIsAndHasDone() {
        assertThat(get("/strategin/grupper/LCHNV"))
                .contains(
                        "Nätverk av tjänstepersoner",
                        "Beslutar fokusområde för regional handlingsplan",
                        "Fokus på multisjuka sköra äldre",
                        "3 mars 2025",
                        "Workshop",
                        "Lanschefsnatverket",
                        "Felläst i skannad text",
                        "Styrgrupp för Länschefsnätverket",
                        "Sägs inte i källan");
        assertThat(get("/strategin/grupper/GNV-STYR"))
                .contains("Gruppen är avslutad. Våren 2020", "Resultatenhetschef", "från maj 2021", "KOMMUN-3");
        assertThat(get("/strategin/beslut"))
                .contains(
                        "Källan säger inte vilken grupp",
                        "Fokusområdet breddas till sköra äldre",
                        "Andra tillfällen",
                        "Extra möte, Styrgrupp för Länschefsnätverket");
        assertThat(get("/strategin/beslut.csv"))
                .contains("2025-02-13", "Ger LCHNV i uppdrag", "Uppdragsbeskrivning: Regional handlingsplan");
    }

    @Test
    void recordsADecisionThatCanBeReferredTo() {
        Decision decision = governance.record(
                LEAD,
                new Decision.Entry("lchnyv", TODAY, "§ 12", " RD26/00012 ", Decision.Outcome.APPROVED, heading()));

        assertThat(governance.decisions(List.of(decision.id()))).containsExactly(decision);
        assertThat(decision.body()).isEqualTo("LCHNV");
        assertThat(decision.paragraph()).isEqualTo("12");
        assertThat(decision.registrationNumber()).isEqualTo("RD26/00012");
        assertThat(get(decision.address())).contains(decision.heading(), "§ 12", "RD26/00012", "Bifall");
        assertThat(get("/strategin/grupper/LCHNV")).contains(decision.heading());
        assertThat(get("/sok?fraga=" + encoded(decision.heading()))).contains(decision.address());
        assertThat(traces("decision.recorded", decision)).isOne();
    }

    @Test
    @Proves("R86")
    void saysWhoOfTheSystemLeadershipDecidedOrWasConsulted() {
        UUID decided = governance
                .record(LEAD, new Decision.Entry("VFR", TODAY, null, null, Decision.Outcome.APPROVED, heading()))
                .id();
        UUID consulted = governance
                .record(LEAD, entry("BDU", Decision.Form.CONSULTATION, heading()))
                .id();
        UUID informed = governance
                .record(LEAD, entry("VFR", Decision.Form.INFORMATION, heading()))
                .id();

        assertThat(governance.stances(List.of(informed, decided, consulted)))
                .extracting(stance -> stance.body().code() + " " + stance.part())
                .containsExactly("VFR DECIDED", "LCHNV NONE", "BDU CONSULTED", "LGRS NONE");
    }

    @Test
    void refusesWhatCannotBeRight() {
        refused("GOV-001", () -> governance.record(LEAD, entry("Finns inte", Decision.Form.DECISION, "A")));
        refused("GOV-007", () -> governance.record(LEAD, entry("VFR", Decision.Form.DECISION, "  ")));
        refused("GOV-007", () -> governance.record(LEAD, entry("VFR", Decision.Form.DECISION, "A".repeat(201))));
        refused("GOV-004", () -> governance.record(LEAD, entry("GNV-STYR", Decision.Form.DECISION, "A")));
        refused("GOV-006", () -> governance.record(LEAD, entry("HUVUDMAN-D", Decision.Form.DECISION, "A")));
        refused(
                "GOV-005",
                () -> governance.record(
                        LEAD,
                        new Decision.Entry("VFR", TODAY.plusDays(1), null, null, Decision.Outcome.APPROVED, "A")));
        refused(
                "GOV-008",
                () -> governance.record(
                        LEAD, new Decision.Entry("VFR", TODAY, "1".repeat(61), null, Decision.Outcome.APPROVED, "A")));
        String twice = heading();
        governance.record(LEAD, entry("VFR", Decision.Form.DECISION, twice));
        refused(
                "GOV-009",
                () -> governance.record(LEAD, entry("VFR", Decision.Form.DECISION, twice.toUpperCase(Locale.ROOT))));
    }

    @Test
    void eachPrincipalDecidesForItself() {
        Decision.Entry own = principals("2034", "Kommunfullmäktige");
        Decision decision = governance.record(ORSA, own);

        assertThat(decision.principal()).isEqualTo("2034");
        assertThat(get(decision.address())).contains("Kommunfullmäktige, Orsa");
        refused("ACC-001", () -> governance.record(ORSA, principals("2080", "Kommunfullmäktige")));
        refused("ACC-001", () -> governance.record(ORSA, entry("VFR", Decision.Form.DECISION, heading())));
        refused("ACC-001", () -> governance.record(ORSA, entry("HSN-D", Decision.Form.DECISION, heading())));
        refused(
                "ACC-001",
                () -> governance.record(user(Role.POLITICIAN, null), entry("VFR", Decision.Form.DECISION, "A")));
        governance.record(user(Role.LOCAL_LEAD, "0020"), entry("HSN-D", Decision.Form.DECISION, heading()));
        // The same day and sentence, by another principal, is another decision.
        governance.record(LEAD, principals("2080", "Kommunfullmäktige", own.heading()));
    }

    @Test
    void aDecisionIsCorrectedByTheOneWhoSawItLast() {
        Decision decision = governance.record(LEAD, entry("LGRS", Decision.Form.DECISION, heading()));
        String mended = heading();
        governance.correct(LEAD, decision.id(), 0, entry("LGRS", Decision.Form.DECISION, mended));

        assertThat(get(decision.address())).contains(mended).doesNotContain(decision.heading());
        assertThat(database.sql(
                                "select detail from access.audit_entry where act = 'decision.corrected' and subject = :it")
                        .param("it", "decision/" + decision.id())
                        .query(String.class)
                        .single())
                .contains(decision.heading() + " → ", mended);
        refused(
                "GOV-011",
                () -> governance.correct(LEAD, decision.id(), 0, entry("LGRS", Decision.Form.DECISION, "A")));
        refused(
                "ACC-001",
                () -> governance.correct(ORSA, decision.id(), 1, entry("LGRS", Decision.Form.DECISION, "A")));
        UUID fromPackage = governance.listDecisions().stream()
                .filter(Decision::isFromPackage)
                .findFirst()
                .orElseThrow()
                .id();
        refused("GOV-010", () -> governance.correct(LEAD, fromPackage, 0, entry("VFR", Decision.Form.DECISION, "A")));
        assertThatThrownBy(
                        () -> governance.correct(LEAD, UUID.randomUUID(), 0, entry("VFR", Decision.Form.DECISION, "A")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theFormSavesShowsAndCorrects() {
        RequestPostProcessor lead = Someone.as(Role.REGIONAL_LEAD);
        assertThat(pages.get().uri("/strategin/beslut/nytt?grupp=BDU").with(lead))
                .bodyText()
                .contains("value=\"BDU\" selected", "Återremiss", "Gruppen som helhet");
        String sentence = heading();
        MvcTestResult answer = send(
                "/strategin/beslut",
                lead,
                "grupp",
                "BDU",
                "dag",
                TODAY.toString(),
                "form",
                "CONSULTATION",
                "utfall",
                "NOTED",
                "rubrik",
                sentence,
                "paragraf",
                "§ 3");

        String saved = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        assertThat(pages.get().uri(saved).with(lead))
                .bodyText()
                .contains("Beslutet är sparat.", sentence, "Samråd", "Ändringar", "Antecknade ett beslut");
        assertThat(pages.get().uri(saved)).bodyText().doesNotContain("Beslutet är sparat.", "Ändringar");
        String form = saved.replace("?sparat=ja", "/rattelse");
        assertThat(pages.get().uri(form).with(lead)).bodyText().contains(sentence, "value=\"3\"");
        assertThat(send(
                        form,
                        lead,
                        "grupp",
                        "BDU",
                        "dag",
                        "i går",
                        "form",
                        "DECISION",
                        "utfall",
                        "NOTED",
                        "rubrik",
                        "Nytt"))
                .bodyText()
                .contains("Inget är sparat", "”i går” är inget datum", "value=\"Nytt\"");
        assertThat(send(
                        form,
                        lead,
                        "grupp",
                        "BDU",
                        "dag",
                        TODAY.toString(),
                        "form",
                        "HOT",
                        "utfall",
                        "NOTED",
                        "rubrik",
                        "A"))
                .bodyText()
                .contains("Välj form och utfall.");
    }

    @Test
    void noOneElseReachesTheForm() {
        for (Role role : Role.values()) {
            boolean may = role == Role.REGIONAL_LEAD || role == Role.LOCAL_LEAD;
            assertThat(pages.get().uri("/strategin/beslut/nytt").with(Someone.as(role, "2034")))
                    .as(role.name())
                    .hasStatus(may ? 200 : 403);
        }
        RequestPostProcessor orsa = Someone.as(Role.LOCAL_LEAD, "2034");
        assertThat(pages.get().uri("/strategin/beslut/nytt").with(orsa))
                .bodyText()
                .contains("Huvudmännen: 15 kommuner", "Orsa")
                .doesNotContain("value=\"VFR\"", "value=\"2080\"");
        assertThat(send(
                        "/strategin/beslut",
                        orsa,
                        "grupp",
                        "HUVUDMAN-D",
                        "huvudman",
                        "2080",
                        "dag",
                        TODAY.toString(),
                        "form",
                        "DECISION",
                        "utfall",
                        "APPROVED",
                        "rubrik",
                        heading()))
                .hasStatus(403);
        assertThat(pages.get().uri("/strategin/grupper/VFR").with(orsa))
                .bodyText()
                .doesNotContain("Anteckna ett beslut");
    }

    private MvcTestResult send(String address, RequestPostProcessor who, String... fields) {
        var request = pages.post().uri(address).with(who).with(csrf());
        List<String> all = new ArrayList<>(Arrays.asList(fields));
        for (int at = 0; at < all.size(); at += 2) {
            request.param(all.get(at), all.get(at + 1));
        }
        return request.exchange();
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private long traces(String act, Decision decision) {
        return database.sql("select count(*) from access.audit_entry where act = :act and subject = :subject")
                .param("act", act)
                .param("subject", "decision/" + decision.id())
                .query(Long.class)
                .single();
    }

    private static Decision.Entry entry(String body, Decision.Form form, String heading) {
        return new Decision.Entry(body, null, null, TODAY, null, null, form, Decision.Outcome.APPROVED, heading);
    }

    private static Decision.Entry principals(String principal, String board) {
        return principals(principal, board, heading());
    }

    private static Decision.Entry principals(String principal, String board, String heading) {
        return new Decision.Entry(
                "HUVUDMAN-D",
                principal,
                board,
                TODAY,
                "4",
                null,
                Decision.Form.DECISION,
                Decision.Outcome.APPROVED,
                heading);
    }

    /** A sentence that no other test writes. */
    private static String heading() {
        return "Antar plan nummer " + ++made + " för provlänet";
    }

    private static CurrentUser user(Role role, @Nullable String organisation) {
        return new CurrentUser(
                UUID.randomUUID(), "Kim", "kim@example.org", List.of(new CurrentUser.Grant(role, organisation)));
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private String get(String address) {
        MvcTestResult answer = pages.get().uri(URI.create(address)).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
