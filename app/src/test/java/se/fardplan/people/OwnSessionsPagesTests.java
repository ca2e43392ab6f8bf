package se.fardplan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

/** Where one is logged in: seen by its owner alone, and ended by whoever has the password. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=own-sessions")
class OwnSessionsPagesTests {

    private static final String PASSWORD = "tre gröna cyklar vid Siljan";
    private static final String FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Firefox/145.0";
    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) Safari/604.1";
    private static final Pattern HANDLE = Pattern.compile("/mitt-konto/inloggningar/([0-9a-f-]{36})/avslut");
    private static final String OTHERS = "/mitt-konto/inloggningar/avslut";

    @Autowired
    MockMvcTester pages;

    @Autowired
    Accounts accounts;

    @Autowired
    CountyLoader counties;

    @Autowired
    JdbcClient database;

    private String email;
    private Cookie here;
    private Cookie phone;

    @BeforeEach
    void logInTwice() {
        counties.ensureLoaded("dalarna", true);
        email = add();
        here = logIn(email, FIREFOX);
        phone = logIn(email, IPHONE);
    }

    private String add() {
        String address = UUID.randomUUID() + "@example.org";
        accounts.add(CurrentUser.console(), address, "Anna Ek", List.of("county-admin"), PASSWORD);
        return address;
    }

    private Cookie logIn(String address, String browser) {
        MvcTestResult answer = pages.post()
                .uri("/logga-in")
                .header("User-Agent", browser)
                .param("epost", address)
                .param("losenord", PASSWORD)
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(302).hasRedirectedUrl("/att-gora");
        return Objects.requireNonNull(answer.getResponse().getCookie("FARDPLAN"));
    }

    private String page(Cookie session) {
        MvcTestResult answer = pages.get().uri("/mitt-konto").cookie(session).exchange();
        return answer.getResponse().getStatus() == 200
                ? new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                : "";
    }

    /** Those of the others that the page offers to end. */
    private List<String> handles(Cookie session) {
        return HANDLE.matcher(page(session))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private MvcTestResult end(Cookie session, String address, String password) {
        return pages.post()
                .uri(address)
                .cookie(session)
                .param("losenord", password)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult endOne(Cookie session, String handle, String password) {
        return end(session, "/mitt-konto/inloggningar/" + handle + "/avslut", password);
    }

    private List<String> logged() {
        return database.sql("""
                        select e.detail
                        from access.audit_entry e
                        join access.account a on 'account/' || a.id = e.subject
                        where e.act = 'account.session-ended' and a.email = ?
                        """).param(email).query(String.class).list();
    }

    @Test
    void showsEachWithItsBrowserAndMarksThisOne() {
        assertThat(page(here))
                .contains(
                        "Här är du inloggad",
                        "Firefox på Windows",
                        "Safari på iPhone",
                        "Den här, inloggad i dag kl. ",
                        "senast använd kl. ")
                .doesNotContain(here.getValue(), phone.getValue());
        assertThat(handles(here)).hasSize(1);
        assertThat(handles(phone)).hasSize(1).doesNotContainAnyElementsOf(handles(here));
    }

    @Test
    void endsAnotherFromItsNextRequestOn() {
        assertThat(endOne(here, handles(here).getFirst(), PASSWORD))
                .hasStatus(302)
                .hasRedirectedUrl("/mitt-konto?klart=utloggad");
        assertThat(pages.get().uri("/mitt-konto").cookie(phone)).hasStatus(302);
        assertThat(page(here)).contains("Firefox på Windows").doesNotContain("iPhone");
        assertThat(logged()).containsExactly("1");
    }

    @Test
    void endsAllTheOthersAtOnce() {
        logIn(email, IPHONE);
        assertThat(page(here)).contains(OTHERS);
        assertThat(end(here, OTHERS, PASSWORD)).hasStatus(302);
        assertThat(handles(here)).isEmpty();
        assertThat(page(here)).doesNotContain(OTHERS);
        assertThat(page(phone)).isEmpty();
        assertThat(logged()).containsExactly("2");
    }

    /** An open browser is not enough. */
    @Test
    void endsNothingWithoutThePassword() {
        String handle = handles(here).getFirst();
        assertThat(endOne(here, handle, "")).bodyText().contains("lösenord stämmer inte");
        assertThat(end(here, OTHERS, "fel lösenord")).bodyText().contains("lösenord stämmer inte");
        assertThat(page(phone)).isNotEmpty();
        assertThat(logged()).isEmpty();
    }

    @Test
    void endsNoOneElses() {
        Cookie stranger = logIn(add(), FIREFOX);
        assertThat(endOne(stranger, handles(here).getFirst(), PASSWORD))
                .bodyText()
                .contains("har redan upphört");
        assertThat(end(stranger, OTHERS, PASSWORD)).hasStatus(302);
        assertThat(page(stranger)).doesNotContain("iPhone");
        assertThat(page(phone)).isNotEmpty();
        assertThat(logged()).isEmpty();
    }

    /** One's own by its own handle is for the button of the page's head. */
    @Test
    void endsNotTheOneThatAsks() {
        String own = handles(phone).getFirst();
        assertThat(endOne(here, own, PASSWORD)).bodyText().contains("har redan upphört");
        assertThat(page(here)).isNotEmpty();
    }

    @Test
    void showsNotWhatANewPasswordHasEnded() {
        Cookie again = pages.post()
                .uri("/mitt-konto/losenord")
                .cookie(here)
                .param("gammalt", PASSWORD)
                .param("nytt", "fem blå kanoter på Runn")
                .with(csrf())
                .exchange()
                .getResponse()
                .getCookie("FARDPLAN");
        assertThat(page(phone)).isEmpty();
        assertThat(handles(Objects.requireNonNull(again))).isEmpty();
    }

    /** An administrator's role is given by administrators alone. */
    @Test
    void offersNoStandInsToThoseWhoMayHaveNone() {
        assertThat(page(here)).contains("Länsadministratör").doesNotContain("Dina vikarier");
        accounts.grant(CurrentUser.console(), email, "regional-lead", null);
        assertThat(page(here)).contains("Dina vikarier", "Utse en vikarie");
    }
}
