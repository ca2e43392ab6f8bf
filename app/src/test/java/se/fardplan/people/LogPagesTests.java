package se.fardplan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.fardplan.PagesTest;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;

/** What people do leaves no name, no address and no secret in the server's log, also where it is told to say more. */
@PagesTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "fardplan.test=log",
            "logging.level.root=info",
            "logging.level.se.fardplan=trace",
            "logging.level.org.springframework.security=info"
        })
class LogPagesTests {

    private static final RequestPostProcessor COUNTY = Someone.as(Role.COUNTY_ADMIN);
    private static final String PASSWORD = "nio gula hästar i regn";
    private static final Pattern LINK = Pattern.compile("(/valkommen/([A-Za-z0-9_-]{20,}))");
    private static final Pattern FORM =
            Pattern.compile("(?s)action=\"(/personer/inlasning/[0-9a-f-]{36})\".*?name=\"sett\" value=\"(\\w+)\"");

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    JdbcClient database;

    private final String some = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void load() {
        counties.ensureLoaded("dalarna", true);
    }

    @Test
    void holdsNoNameNoAddressAndNoSecret(CapturedOutput log) {
        String anna = "anna-" + some + "@dalarna.example";
        pages.post()
                .uri("/personer")
                .param("epost", anna)
                .param("namn", "Anna Provperson" + some)
                .param("huvudman", "2080")
                .with(COUNTY)
                .with(csrf())
                .exchange();
        Matcher link = LINK.matcher(String.join("\n", letters(anna)));
        assertThat(link.find()).isTrue();
        pages.get().uri(link.group(1)).exchange();
        pages.post().uri(link.group(1)).param("losenord", PASSWORD).with(csrf()).exchange();
        logIn(anna, "fel-lösenord-" + some);
        logIn(anna, PASSWORD);
        logIn("okand-" + some + "@dalarna.example", PASSWORD);
        importPeople("bo-" + some + "@dalarna.example", "Bo Provperson" + some);
        importPeople("inte en adress " + some, "Ceci Provperson" + some);
        pages.get().uri("/personer?sok=Provperson" + some).with(COUNTY).exchange();
        pages.get().uri("/finns-inte/" + anna).exchange();
        pages.get().uri("/sok?q=Provperson" + some).exchange();
        LoggerFactory.getLogger(LogPagesTests.class).info("the end of {}", "the walk");

        assertThat(log.getAll())
                .contains("the end of the walk")
                .doesNotContain(some, "Provperson", PASSWORD, link.group(2), "Någon Provare");
    }

    private void logIn(String email, String password) {
        pages.post()
                .uri("/logga-in")
                .param("epost", email)
                .param("losenord", password)
                .with(csrf())
                .exchange();
    }

    private void importPeople(String email, String name) {
        String csv = "E-postadress;Namn;Arbetar hos\r\n" + email + ";" + name + ";Falun\r\n";
        MvcTestResult shown = pages.post()
                .uri("/personer/inlasning")
                .multipart()
                .file(new MockMultipartFile("fil", "personer.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .with(COUNTY)
                .with(csrf())
                .exchange();
        Matcher form = FORM.matcher(new String(shown.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
        if (form.find()) {
            assertThat(pages.post()
                            .uri(form.group(1))
                            .param("sett", form.group(2))
                            .with(COUNTY)
                            .with(csrf()))
                    .hasStatus2xxSuccessful();
        }
    }

    private List<String> letters(String address) {
        return database.sql("select body from desk.letter where recipient = :to")
                .param("to", address)
                .query(String.class)
                .list();
    }

    /** What PostgreSQL says of a row it refuses would be its values. */
    @Test
    void holdsNothingOfARowThatTheDatabaseRefuses() {
        String add = """
                insert into access.account (id, email, name, created_at, stamp)
                values (gen_random_uuid(), :email, 'x', now(), gen_random_uuid())
                """;
        String email = "dubbel-" + some + "@dalarna.example";
        database.sql(add).param("email", email).update();
        DataIntegrityViolationException refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                DataIntegrityViolationException.class,
                () -> database.sql(add).param("email", email).update());
        assertThat(refused.toString()).contains("account_email").doesNotContain(some);
    }
}
