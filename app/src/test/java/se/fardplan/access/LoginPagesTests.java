package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import se.fardplan.PagesTest;
import se.fardplan.Proves;

@PagesTest
class LoginPagesTests {

    private static final String PASSWORD = "tre gröna cyklar vid Siljan";
    private static final String WRITTEN = "Andelen ökar.\n\n\"Varför?\" frågar <nämnden> & svarar själv.";
    private static final Pattern INPUT =
            Pattern.compile("(?s)<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final Pattern TEXT =
            Pattern.compile("(?s)<textarea[^>]* name=\"([^\"]+)\"[^>]*>\n?(.*?)</textarea>");

    @Autowired
    MockMvcTester pages;

    @Autowired
    Accounts accounts;

    private String email;

    @BeforeEach
    void addAccount() {
        email = UUID.randomUUID() + "@example.org";
        accounts.add(CurrentUser.console(), email, "Anna Andersson", List.of("regional-lead"), PASSWORD);
    }

    /** A browser's cookies, and what the form it looks at would send. */
    private record Form(List<Cookie> cookies, Map<String, String> fields) {

        Form with(String name, String value) {
            Map<String, String> more = new TreeMap<>(fields);
            more.put(name, value);
            return new Form(cookies, more);
        }
    }

    private static String body(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static Form form(MvcTestResult page, List<Cookie> cookies) {
        String main = body(page).replaceFirst("(?s)^.*<main", "<main");
        Map<String, String> fields = new TreeMap<>();
        for (Pattern pattern : List.of(INPUT, TEXT)) {
            Matcher field = pattern.matcher(main);
            while (field.find()) {
                fields.put(field.group(1), HtmlUtils.htmlUnescape(field.group(2)));
            }
        }
        return new Form(cookies, fields);
    }

    private Form open(String address) {
        MvcTestResult page = pages.get().uri(address).exchange();
        assertThat(page).hasStatusOk();
        return form(page, List.of(Objects.requireNonNull(page.getResponse().getCookie("FARDPLAN_FORM"))));
    }

    private MvcTestResult send(String address, Form form) {
        var request = pages.post().uri(address).cookie(form.cookies().toArray(Cookie[]::new));
        form.fields().forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult logIn(Form form, String password) {
        return send("/logga-in", form.with("epost", email).with("losenord", password));
    }

    private static Cookie session(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getCookie(SharedSessions.COOKIE));
    }

    private static Cookie device(MvcTestResult answer) {
        String header = answer.getResponse().getHeaders(HttpHeaders.SET_COOKIE).stream()
                .filter(cookie -> cookie.startsWith(Sessions.DEVICE_COOKIE))
                .findFirst()
                .orElseThrow();
        return new Cookie(
                Sessions.DEVICE_COOKIE, header.replaceFirst("^[^=]+=", "").replaceFirst(";.*", ""));
    }

    @Test
    void letsInWithTheRightPassword() {
        MvcTestResult answer = logIn(open("/logga-in"), PASSWORD);
        assertThat(answer).hasStatus(302).hasRedirectedUrl("/att-gora");
        assertThat(pages.get().uri("/om").cookie(session(answer))).bodyText().contains("Anna Andersson", "/logga-ut");
    }

    @Test
    void leadsOnToThePageThatWasAskedFor() {
        MvcTestResult door = pages.get().uri("/logg?person=anna").exchange();
        assertThat(door).hasStatus(302).hasRedirectedUrl("/logga-in?vidare=%2Flogg%3Fperson%3Danna");
        assertThat(door.getResponse().getHeaders(HttpHeaders.SET_COOKIE)).isEmpty();
        assertThat(logIn(open("/logga-in?vidare=/logg?person=anna"), PASSWORD)).hasRedirectedUrl("/logg?person=anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/", "//example.org/", "/\\example.org", "logg", "/logga-in"})
    void leadsNowhereElse(String elsewhere) {
        assertThat(logIn(open("/logga-in").with("vidare", elsewhere), PASSWORD)).hasRedirectedUrl("/att-gora");
    }

    @Test
    void saysNotWhatWasWrong() {
        MvcTestResult wrong = logIn(open("/logga-in"), "något helt annat");
        email = UUID.randomUUID() + "@example.org";
        MvcTestResult unknown = logIn(open("/logga-in"), "något helt annat");
        assertThat(wrong).hasStatus(401).bodyText().contains("stämmer inte ihop");
        assertThat(unknown).hasStatus(401);
        assertThat(withoutChance(unknown)).isEqualTo(withoutChance(wrong));
    }

    private static String withoutChance(MvcTestResult page) {
        return body(page).replaceAll("value=\"[^\"]*\"", "");
    }

    @Test
    void closesAnAccountForAWhileAfterSeveralFailuresButNotForItsOwnBrowser() {
        Cookie known = device(logIn(open("/logga-in"), PASSWORD));
        for (int failure = 1; failure <= 5; failure++) {
            logIn(open("/logga-in"), "fel lösenord " + failure);
        }
        MvcTestResult right = logIn(open("/logga-in"), PASSWORD);
        assertThat(right).hasStatus(429).bodyText().contains("Vänta en minut");
        assertThat(right.getResponse().getHeader("Retry-After")).isNotNull();
        Form own = open("/logga-in");
        assertThat(logIn(new Form(List.of(own.cookies().getFirst(), known), own.fields()), PASSWORD))
                .hasStatus(302);
    }

    @Test
    void changesTheSessionsNameAtLogin() {
        Cookie planted = session(logIn(open("/logga-in"), PASSWORD));
        Form form = open("/logga-in");
        MvcTestResult answer = pages.post()
                .uri("/logga-in")
                .cookie(planted, form.cookies().getFirst())
                .param("_csrf", form.fields().get("_csrf"))
                .param("epost", email)
                .param("losenord", PASSWORD)
                .exchange();
        assertThat(answer).hasStatus(302);
        assertThat(session(answer).getValue()).isNotEqualTo(planted.getValue());
        assertThat(pages.get().uri("/om").cookie(planted)).bodyText().doesNotContain("Anna Andersson");
    }

    @Test
    void logsOut() {
        Form form = open("/logga-in");
        Cookie session = session(logIn(form, PASSWORD));
        assertThat(pages.post()
                        .uri("/logga-ut")
                        .cookie(session, form.cookies().getFirst())
                        .param("_csrf", form.fields().get("_csrf")))
                .hasRedirectedUrl("/logga-in?ut");
        // The cookie is worth nothing any more, wherever a copy of it may be.
        assertThat(pages.get().uri("/om").cookie(session)).bodyText().doesNotContain("Anna Andersson");
    }

    @Test
    void endsASessionWhenTheAccountIsClosed() {
        Cookie session = session(logIn(open("/logga-in"), PASSWORD));
        accounts.disable(CurrentUser.console(), email);
        assertThat(pages.get().uri("/om").cookie(session)).bodyText().doesNotContain("Anna Andersson");
        assertThat(logIn(open("/logga-in"), PASSWORD)).hasStatus(401);
    }

    @Test
    void endsARoleWithTheNextRequest() {
        accounts.grant(CurrentUser.console(), email, "registrar", null);
        Cookie session = session(logIn(open("/logga-in"), PASSWORD));
        assertThat(pages.get().uri("/logg").cookie(session)).hasStatusOk();
        accounts.revoke(CurrentUser.console(), email, "registrar");
        assertThat(pages.get().uri("/logg").cookie(session)).hasStatus(403);
    }

    @Test
    void endsASessionThatNewerOnesPushOut() {
        Cookie first = session(logIn(open("/logga-in"), PASSWORD));
        for (int more = 0; more < 5; more++) {
            logIn(open("/logga-in"), PASSWORD);
        }
        assertThat(pages.get().uri("/om").cookie(first)).bodyText().doesNotContain("Anna Andersson");
    }

    /** A form that is sent after the session's end: its text goes through the login and can be sent again. */
    @Test
    void keepsWhatWasWrittenWhenTheSessionEnds() {
        Form written = open("/logga-in").with("text", WRITTEN).with("version", "3");
        String address = "/nyckeltal/KF01/kolada-id";
        MvcTestResult ended = send(address, written);
        assertThat(ended).hasStatus(401).bodyText().contains("har gått ut", "det du skrev finns kvar");
        Form login = form(ended, written.cookies());
        assertThat(login.fields()).containsEntry("kvar", address).containsEntry("kvar.text", WRITTEN);

        // A wrong password on the way loses nothing.
        MvcTestResult wrong = logIn(login, "något helt annat");
        assertThat(wrong).hasStatus(401);
        MvcTestResult again = logIn(form(wrong, written.cookies()), PASSWORD);
        assertThat(again).hasStatusOk().bodyText().contains("Spara det jag skrev", "action=\"" + address + "\"");
        Form resend = form(again, written.cookies());
        assertThat(resend.fields()).containsEntry("text", WRITTEN).containsEntry("version", "3");
        assertThat(body(again)).doesNotContain("<nämnden>", PASSWORD);
    }

    @Test
    void showsWhatWasWrittenButSendsItNotOnWhenTheFormMayBeForeign() {
        MvcTestResult foreign = pages.post()
                .uri("/nyckeltal/KF01/kolada-id")
                .with(Someone.as(Role.REGIONAL_LEAD))
                .param("text", WRITTEN)
                .exchange();
        assertThat(foreign).hasStatus(403).bodyText().contains("Det gick inte att spara", "Andelen ökar.");
        assertThat(body(foreign).replaceFirst("(?s)^.*<main", "")).doesNotContain("<form", "<nämnden>");
    }

    @Test
    void asksForALoginAgainWhenItsFormIsTooOld() {
        assertThat(pages.post().uri("/logga-in").param("epost", email).param("losenord", PASSWORD))
                .hasStatus(403)
                .bodyText()
                .contains("för gammal", "name=\"losenord\"");
    }

    @Test
    void answersTheApiInItsOwnForm() {
        MvcTestResult answer = pages.post().uri("/api/v1/nothing").exchange();
        assertThat(answer).hasStatus(403).hasContentTypeCompatibleWith("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/om", "/app.css", "/finns-inte"})
    void givesAVisitorNeitherSessionNorCookieAndMayBeKept(String address) {
        MvcTestResult page = pages.get().uri(address).exchange();
        assertThat(page.getResponse().getHeaders(HttpHeaders.SET_COOKIE)).isEmpty();
        if (!address.equals("/finns-inte")) {
            assertThat(page.getResponse().getHeader(HttpHeaders.CACHE_CONTROL)).doesNotContain("no-store");
        }
    }

    @Test
    void letsNobodyKeepWhatNeedsALogin() {
        assertThat(pages.get()
                        .uri("/logg")
                        .with(Someone.as(Role.REGISTRAR))
                        .exchange()
                        .getResponse()
                        .getHeader(HttpHeaders.CACHE_CONTROL))
                .isEqualTo("no-store");
        assertThat(pages.get().uri("/logga-in").exchange().getResponse().getHeader(HttpHeaders.CACHE_CONTROL))
                .isEqualTo("no-store");
    }

    @Test
    void sendsTheHeadersThatGuardAPage() {
        MvcTestResult page = pages.get().uri("/om").secure(true).exchange();
        var response = page.getResponse();
        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(response.getHeader("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(response.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(response.getHeader("Permissions-Policy")).contains("camera=()");
    }

    @Test
    void givesCookiesThatScriptsCannotRead() {
        MvcTestResult page = pages.get().uri("/logga-in").secure(true).exchange();
        Cookie cookie = Objects.requireNonNull(page.getResponse().getCookie("FARDPLAN_FORM"));
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
    }

    @Test
    @Proves("R250")
    void writesEveryLoginInTheLog() {
        logIn(open("/logga-in"), "fel lösenord en gång");
        logIn(open("/logga-in"), PASSWORD);
        assertThat(pages.get().uri("/logg").with(Someone.as(Role.REGISTRAR)))
                .hasStatusOk()
                .bodyText()
                .contains("login.failed", "login.succeeded", "account.added")
                .doesNotContain(PASSWORD);
    }

    @Test
    void searchesTheLogAndGivesItAway() {
        logIn(open("/logga-in"), PASSWORD);
        assertThat(pages.get().uri("/logg.csv?handling=login.succeeded").with(Someone.as(Role.REGISTRAR)))
                .hasStatusOk()
                .bodyText()
                .contains("login.succeeded")
                .doesNotContain("account.added");
        assertThat(pages.get().uri("/logg?handling=login.succeeded").with(Someone.as(Role.REGISTRAR)))
                .bodyText()
                .contains("href=\"/logg.xlsx?handling=login.succeeded\"");
        assertThat(pages.get().uri("/logg.xlsx").with(Someone.as(Role.REGISTRAR)))
                .hasStatusOk()
                .hasContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(pages.get().uri("/logg?fran=2001-01-01&till=2001-01-02").with(Someone.as(Role.SYSADMIN)))
                .hasStatusOk()
                .bodyText()
                .contains("Inga rader passar");
        assertThat(pages.get().uri("/logg?fran=igår").with(Someone.as(Role.SYSADMIN)))
                .hasStatus(422)
                .bodyText()
                .contains("går inte att läsa");
    }
}
