package se.fardplan.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.organisation.Alias;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.organisation.Organisation;

/** Södra Lappland: a pilot with a steering group that has the mandate, and bodies that give advice. */
@PagesTest
@TestPropertySource(properties = "test.county=sodra-lappland")
class PilotGovernancePagesTests {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final CurrentUser LEAD = new CurrentUser(
            UUID.randomUUID(), "Kim", "kim@example.org", List.of(new CurrentUser.Grant(Role.REGIONAL_LEAD, null)));

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader loader;

    @Autowired
    Governance governance;

    @Autowired
    Organisation organisation;

    @Autowired
    Texts texts;

    @BeforeEach
    void loadTheCounty() {
        loader.ensureLoaded("sodra-lappland", false);
    }

    @Test
    @Proves("R3")
    void everySpellingLeadsToOneBody() {
        List<Alias> spellings = organisation.listAliases().stream()
                .filter(alias -> alias.kind() == Alias.Kind.BODY)
                .toList();
        assertThat(spellings).hasSizeGreaterThan(30);

        for (Alias spelling : spellings) {
            Body body = governance.body(spelling.name()).orElseThrow();
            assertThat(body.code()).as(spelling.name()).isEqualTo(spelling.code());
            assertThat(pages.get()
                            .uri(URI.create(
                                    "/sok?fraga=" + URLEncoder.encode(spelling.name(), StandardCharsets.UTF_8))))
                    .bodyText()
                    .as("search for " + spelling.name())
                    .contains("href=\"" + body.address() + "\"");
        }
    }

    @Test
    @Proves("R233")
    void anAdvisoryBodyMayCommentButNotDecide() {
        for (String advisory : List.of("SL-STYR", "GOVERNO")) {
            assertThatThrownBy(() -> record(advisory, Decision.Form.DECISION))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo("GOV-002");
                        assertThat(texts.of(refusal)).contains("är rådgivande", "men inte besluta");
                    });
        }
        assertThat(record("SL-STYR", Decision.Form.CONSULTATION).form()).isEqualTo(Decision.Form.CONSULTATION);
        assertThatThrownBy(() -> record("DOR-PILOT-STYR", Decision.Form.DECISION))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("GOV-003"));
        assertThat(pages.get().uri("/strategin/grupper/SL-STYR"))
                .bodyText()
                .contains("får ge råd och samrådas med men beslutar inte");
    }

    @Test
    @Proves("R232")
    void aDecisionKeepsItsEscalationRoute() {
        Decision decision = record("DOR-STYR", Decision.Form.DECISION);

        assertThat(decision.escalation())
                .containsExactly(
                        "Styrgrupp på verksamhetschefsnivå/socialchefsnivå",
                        "Högre tjänstepersoner och folkvalda politiker");
        assertThat(pages.get().uri(decision.address()))
                .bodyText()
                .contains("Frågan går vidare till", "Styrgrupp på verksamhetschefsnivå/socialchefsnivå");
        assertThat(pages.get().uri("/strategin/grupper/DOR-STYR"))
                .bodyText()
                .contains("mandat att leda och styra piloten", "5 platser", "(adjungerad)", "1 gång/månad");
    }

    @Test
    @Proves("R231")
    void theListDrawsHowThePilotShouldBeSteered() {
        assertThat(pages.get().uri("/strategin/grupper"))
                .bodyText()
                .contains(
                        "2 grupper leder omställningen i Södra Lappland tillsammans",
                        "Rekommenderad styrning av piloten",
                        "Ger råd men beslutar inte",
                        "Föreslagen",
                        "Länsdel");
        assertThat(pages.get().uri("/strategin/beslut")).hasStatusOk();
    }

    private Decision record(String body, Decision.Form form) {
        return governance.record(
                LEAD,
                new Decision.Entry(
                        body, null, null, DAY, null, null, form, Decision.Outcome.APPROVED, "Steg 3 börjar " + body));
    }
}
