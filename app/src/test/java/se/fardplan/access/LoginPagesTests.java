package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import se.fardplan.PagesTest;

@PagesTest
class LoginPagesTests {

    private static final String PASSWORD = "tre gröna cyklar vid Siljan";

    @Autowired
    MockMvcTester pages;

    @Autowired
    Accounts accounts;

    private String email;

    @BeforeEach
    void addAccount() throws Exception {
        email = UUID.randomUUID() + "@example.org";
        accounts.add(CurrentUser.console(), email, "Anna Andersson", List.of("regional-lead"), PASSWORD);
    }

    /** A browser's form cookie and the token that the page gave it. */
    private record Form(Cookie cookie, String token) {}

    private Form open() throws Exception {
        MvcTestResult page = pages.get().uri("/logga-in").exchange();
        assertThat(page).hasStatusOk();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(page.getResponse().getContentAsString());
        assertThat(token.find()).isTrue();
        return new Form(page.getResponse().getCookie("FARDPLAN_FORM"), token.group(1));
    }

    private MvcTestResult logIn(Form form, String password) {
        return pages.post()
                .uri("/logga-in")
                .cookie(form.cookie())
                .param("_csrf", form.token())
                .param("epost", email)
                .param("losenord", password)
                .exchange();
    }

    @Test
    void letsInWithTheRightPassword() throws Exception {
        MvcTestResult answer = logIn(open(), PASSWORD);
        assertThat(answer).hasStatus(302).hasRedirectedUrl("/");
        MockHttpSession session = (MockHttpSession) answer.getRequest().getSession(false);
        assertThat(pages.get().uri("/logga-in").session(session)).hasRedirectedUrl("/");
    }

    @Test
    void saysNotWhatWasWrong() throws Exception {
        MvcTestResult wrong = logIn(open(), "något helt annat");
        assertThat(wrong).hasStatus(401).bodyText().contains("stämmer inte ihop");
        email = "finns-inte@example.org";
        MvcTestResult unknown = logIn(open(), "något helt annat");
        assertThat(unknown).hasStatus(401).bodyText().contains("stämmer inte ihop");
    }
}
