package se.fardplan.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.PagesTest;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.OwnAccount;
import se.fardplan.access.PersonChange;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;

/** People in the search follow what is changed elsewhere, at the latest by the next morning. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=person-search")
class PersonSearchPagesTests {

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    PersonDirectory people;

    @Autowired
    OwnAccount accounts;

    @Autowired
    TransactionTemplate transaction;

    private String found(String question) {
        return new String(
                pages.get()
                        .uri("/sok?fraga=" + question)
                        .with(Someone.as(Role.COUNTY_ADMIN))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    @Test
    void forgetAnAddressThatHasBeenLeft() {
        counties.ensureLoaded("dalarna", true);
        UUID person = UUID.randomUUID();
        people.apply(
                CurrentUser.console(),
                List.of(new PersonChange.Invite(person, "vilma@gammalgrind.example", "Vilma Flytt", "2080")));
        assertThat(found("gammalgrind")).contains("Vilma Flytt");
        transaction.executeWithoutResult(status -> accounts.readdress(person, "vilma@nygrind.example"));
        people.index();
        assertThat(found("gammalgrind")).doesNotContain("Vilma Flytt");
        assertThat(found("nygrind")).contains("Vilma Flytt");
    }
}
