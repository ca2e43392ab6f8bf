package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.fardplan.PagesTest;

/** What is refused leaves a line in the server's log. */
@PagesTest
@ExtendWith(OutputCaptureExtension.class)
class DenialsPagesTests {

    @Autowired
    MockMvcTester pages;

    @Test
    void tellsWhoWasRefusedWhatWithoutAName(CapturedOutput log) {
        assertThat(pages.get().uri("/logg?handling=x").with(Someone.as(Role.POLITICIAN)))
                .hasStatus(403);
        assertThat(log.getOut())
                .containsPattern("denied account=[0-9a-f-]{36} GET /logg\\s")
                .doesNotContain("handling=x", "@example.");
    }

    @Test
    void tellsOfAFormWithoutItsToken(CapturedOutput log) {
        assertThat(pages.post().uri("/glomt-losenord").param("epost", "anna@example.org"))
                .hasStatus(403);
        assertThat(log.getOut())
                .contains("denied account=- POST /glomt-losenord")
                .doesNotContain("anna@");
    }

    @Test
    void keepsTheSecretOfALetterOutOfTheLog(CapturedOutput log) {
        assertThat(pages.post().uri("/valkommen/Zk3vQe-0aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789_"))
                .hasStatus(403);
        assertThat(pages.post().uri("/personer/00000000-0000-4000-8000-00000000aaaa/avslut"))
                .hasStatus(403);
        assertThat(pages.post().uri("/personer/anna@example.org")).hasStatus(403);
        assertThat(log.getOut())
                .contains("POST /valkommen/…", "POST /personer/00000000-0000-4000-8000-00000000aaaa/avslut")
                .doesNotContain("Zk3vQe", "anna@");
    }

    @Test
    void breaksNoLineOfTheLog(CapturedOutput log) {
        assertThat(pages.post().uri("/logga-in%0d%0aWARN%20forged")).hasStatus(400);
        assertThat(log.getOut()).doesNotContain("\nWARN forged");
    }

    @Test
    void saysNothingOfWhatIsAllowed(CapturedOutput log) {
        assertThat(pages.get().uri("/om")).hasStatusOk();
        assertThat(log.getOut()).doesNotContain("denied");
    }
}
