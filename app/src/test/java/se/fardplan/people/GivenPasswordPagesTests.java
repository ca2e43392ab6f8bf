package se.fardplan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import se.fardplan.PagesTest;
import se.fardplan.access.Accounts;
import se.fardplan.access.CurrentUser;
import se.fardplan.organisation.CountyLoader;

/** A password that the command line has set opens the way to one's own, and nothing else. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=given-password")
class GivenPasswordPagesTests {

    private static final String GIVEN = "tre gröna cyklar vid Siljan";
    private static final String OWN = "fem blå kanoter på Runn";
    private static final String PAGE = "/eget-losenord/";

    @Autowired
    MockMvcTester pages;

    @Autowired
    Accounts accounts;

    @Autowired
    CountyLoader counties;

    @Autowired
    JdbcClient database;

    private String email;

    @BeforeEach
    void addAccount() {
        counties.ensureLoaded("dalarna", true);
        email = UUID.randomUUID() + "@example.org";
        accounts.addForFirstLogin(CurrentUser.console(), email, "Lin Ek", List.of("county-admin"), GIVEN);
    }

    private MvcTestResult logIn(String password) {
        return pages.post()
                .uri("/logga-in")
                .param("epost", email)
                .param("losenord", password)
                .with(csrf())
                .exchange();
    }

    private static String address(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private MvcTestResult choose(String address, String password) {
        return pages.post()
                .uri(address)
                .param("losenord", password)
                .with(csrf())
                .exchange();
    }

    @Test
    void leadsToOnesOwnAndBeginsNoSession() {
        MvcTestResult answer = logIn(GIVEN);
        assertThat(answer).hasStatus(302);
        assertThat(address(answer)).startsWith(PAGE);
        // Whatever is closed without a session stays closed.
        assertThat(answer.getResponse().getCookie("FARDPLAN")).isNull();
        assertThat(database.sql("select count(*) from access.session s join access.account a on a.id = s.account"
                                + " where a.email = ?")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(pages.get().uri(address(answer))).hasStatusOk().bodyText().contains("Välj ett eget lösenord", email);
    }

    @Test
    void letsInWithTheOneThatIsChosen() {
        String address = address(logIn(GIVEN));
        MvcTestResult chosen = choose(address, OWN);
        assertThat(chosen).hasStatus(302).hasRedirectedUrl("/att-gora");
        assertThat(chosen.getResponse().getCookie("FARDPLAN")).isNotNull();
        assertThat(logIn(OWN)).hasRedirectedUrl("/att-gora");
        assertThat(logIn(GIVEN)).hasStatus(401);
        assertThat(choose(address, "sju röda skidor i Mora")).hasStatus(410);
    }

    @Test
    void refusesTheSameAgainAndWeakOnes() {
        String address = address(logIn(GIVEN));
        assertThat(choose(address, GIVEN)).hasStatus(422).bodyText().contains("lösenordet som du fick");
        assertThat(choose(address, "kort")).hasStatus(422).bodyText().contains("för kort");
        assertThat(address(logIn(GIVEN))).startsWith(PAGE);
    }

    @Test
    void isAskedForAgainAfterANewOneIsGiven() {
        choose(address(logIn(GIVEN)), OWN);
        accounts.setPassword(CurrentUser.console(), email, GIVEN);
        assertThat(address(logIn(GIVEN))).startsWith(PAGE);
    }

    @Test
    void holdsForTheLastLoginAlone() {
        String first = address(logIn(GIVEN));
        String second = address(logIn(GIVEN));
        assertThat(choose(first, OWN)).hasStatus(410);
        assertThat(choose(second, OWN)).hasStatus(302);
    }

    /** What someone was sending when the session ended is shown, to be copied. */
    @Test
    void losesNothingThatWasWritten() {
        MvcTestResult answer = pages.post()
                .uri("/logga-in")
                .param("epost", email)
                .param("losenord", GIVEN)
                .param("kvar", "/arsrapport/2026/avsnitt/framgang")
                .param("kvar.text", "Andelen ökar i hela länet.")
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatusOk();
        assertThat(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("Andelen ökar i hela länet.", "Kopiera det du skrev", "href=\"" + PAGE);
    }

    @Test
    void leavesAlonePasswordsThatAreTheOwners() {
        String other = UUID.randomUUID() + "@example.org";
        accounts.add(CurrentUser.console(), other, "Bo Al", List.of("head"), GIVEN);
        email = other;
        assertThat(logIn(GIVEN)).hasRedirectedUrl("/att-gora");
    }

    @Test
    void standsInTheLog() {
        logIn(GIVEN);
        assertThat(database.sql("""
                                select e.detail
                                from access.audit_entry e
                                join access.account a on e.subject = 'account/' || a.id
                                where e.act = 'login.succeeded' and a.email = ?
                                """).param(email).query(String.class).list())
                .containsExactly("med ett lösenord som någon annan gjort");
    }
}
