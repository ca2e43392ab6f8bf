package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.fardplan.PagesTest;

/** An installation whose address allows no passkeys. */
@PagesTest
@TestPropertySource(properties = "fardplan.address=http://fardplan.example.se")
class PasskeyWithoutHttpsPagesTests {

    @Autowired
    MockMvcTester pages;

    @Test
    void offersNone() {
        assertThat(pages.get().uri("/logga-in")).bodyText().doesNotContain("data-passkey=");
        assertThat(pages.get().uri("/mitt-konto").with(Someone.as(Role.HEAD)))
                .bodyText()
                .doesNotContain("Inloggningsnycklar");
    }

    @Test
    void saysWhatToSetToOneWhoAsksAnyway() {
        assertThat(pages.post().uri("/logga-in/nyckel/fraga").with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("fardplan.address");
    }
}
