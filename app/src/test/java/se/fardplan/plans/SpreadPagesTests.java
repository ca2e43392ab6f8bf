package se.fardplan.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;

@PagesTest
@TestPropertySource(properties = "fardplan.test=spread")
class SpreadPagesTests {

    private static final String PAGE = "/planera/spridning";
    private static final RequestPostProcessor RSS = Someone.as(Role.REGIONAL_LEAD);

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @BeforeEach
    void load() {
        counties.ensureLoaded("dalarna", true);
    }

    /** R132: the county's support marks a pilot, ends it, and records what others have taken up. */
    @Test
    @Proves("R132")
    void aPilotIsMarkedEndedAndSpreadFrom() {
        assertThat(posted(RSS, PAGE + "/piloter", "kommun", "2039", "stod", "Processhandledning"))
                .hasStatus(302);
        assertThat(pages.get().uri(PAGE))
                .hasStatusOk()
                .bodyText()
                .contains("Älvdalen", "Processhandledning", "Sedan ")
                .doesNotContain("<form method=\"post\" action=\"/planera");
        assertThat(pages.get().uri("/planera")).bodyText().contains("Pilotkommun");
        assertThat(posted(RSS, PAGE + "/piloter", "kommun", "2039", "stod", "Igen"))
                .hasStatusOk()
                .bodyText()
                .contains("Kommunen är redan pilot.");
        assertThat(posted(RSS, PAGE, "fran", "2039", "till", "2034", "vad", "Vårdrum med video"))
                .hasStatus(302);
        assertThat(pages.get().uri(PAGE))
                .bodyText()
                .contains("En sak har spridits vidare", "Vårdrum med video", "från Älvdalen", "till Orsa");
        assertThat(posted(RSS, PAGE, "fran", "2039", "till", "2039", "vad", "Något"))
                .bodyText()
                .contains("Välj från vilken huvudman", "value=\"Något\"");
        assertThat(posted(RSS, PAGE + "/piloter/2039/avslut")).hasStatus(302);
        assertThat(posted(RSS, PAGE + "/piloter/2039/avslut")).bodyText().contains("Kommunen är inte pilot nu.");
        assertThat(pages.get().uri("/planera")).bodyText().doesNotContain("Pilotkommun");
        assertThat(pages.get().uri(PAGE + ".csv")).hasStatusOk().bodyText().contains("Vårdrum med video;Älvdalen;Orsa");
    }

    @Test
    void isTheCountysLeadsAlone() {
        RequestPostProcessor other = Someone.as(Role.LOCAL_LEAD, "2039");
        assertThat(posted(other, PAGE + "/piloter", "kommun", "2031", "stod", "Eget"))
                .hasStatus(403);
        assertThat(posted(other, PAGE, "fran", "2031", "till", "2034", "vad", "Eget"))
                .hasStatus(403);
        assertThat(posted(other, PAGE + "/piloter/2031/avslut")).hasStatus(403);
    }

    private MvcTestResult posted(RequestPostProcessor by, String address, String... fields) {
        var request = pages.post().uri(address).with(by).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
