package se.fardplan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
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
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;

/** Who asks for a new address is asked for the password: an open browser is not enough. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=own-address")
class OwnAddressPagesTests {

    private static final String PASSWORD = "tre gröna cyklar vid Siljan";

    @Autowired
    MockMvcTester pages;

    @Autowired
    Accounts accounts;

    @Autowired
    CountyLoader counties;

    @Autowired
    JdbcClient database;

    private String email;
    private String wanted;

    @BeforeEach
    void addAccount() {
        counties.ensureLoaded("dalarna", true);
        email = UUID.randomUUID() + "@example.org";
        wanted = UUID.randomUUID() + "@example.org";
        accounts.add(CurrentUser.console(), email, "Anna Ek", List.of("regional-lead"), PASSWORD);
    }

    private MvcTestResult ask(String password) {
        return pages.post()
                .uri("/mitt-konto/adress")
                .param("epost", wanted)
                .param("losenord", password)
                .with(Someone.the(email))
                .with(csrf())
                .exchange();
    }

    private int letters() {
        return database.sql("select count(*) from desk.letter where recipient = ?")
                .param(wanted)
                .query(Integer.class)
                .single();
    }

    @Test
    void sendsTheLinkForTheRightPassword() {
        assertThat(ask(PASSWORD)).hasStatus(302);
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void sendsNothingWithoutIt() {
        for (String password : List.of("", "fel lösenord här")) {
            assertThat(ask(password)).bodyText().contains("lösenord stämmer inte");
        }
        assertThat(letters()).isZero();
    }

    @Test
    void asksForItOnThePage() {
        assertThat(pages.get().uri("/mitt-konto").with(Someone.the(email)))
                .bodyText()
                .contains("id=\"adresslosen\"");
    }
}
