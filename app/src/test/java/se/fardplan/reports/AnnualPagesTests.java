package se.fardplan.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.fardplan.HouseTime;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;

/** The report's pages: who sees what, and what two writers meet. */
@PagesTest
class AnnualPagesTests {

    private static final int YEAR = LocalDate.now(HouseTime.SWEDEN).getYear();

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @BeforeEach
    void county() {
        counties.ensureLoaded(null, false);
    }

    @Test
    void hidesADraftFromVisitorsAndSaysWhenItOpens() {
        assertThat(pages.get().uri("/arsrapport/" + YEAR))
                .hasStatusOk()
                .bodyText()
                .contains("skrivs nu")
                .doesNotContain("Läget i ett ögonkast");
        assertThat(pages.get().uri("/arsrapport/" + YEAR + ".pdf")).hasStatus(422);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void opensADraftToThoseWhoWorkOnIt(Role role) {
        boolean may = switch (role) {
            case REGIONAL_LEAD, DEVELOPMENT_LEAD, COMMUNICATOR, DEPARTMENT_HEAD, LOCAL_LEAD, HEAD -> true;
            case SYSADMIN, COUNTY_ADMIN, ORGANISATION_ADMIN, UNIT_MANAGER, POLITICIAN, REGISTRAR -> false;
        };
        assertThat(pages.get().uri("/arsrapport/" + YEAR).with(Someone.as(role)))
                .bodyText()
                .satisfies(body ->
                        assertThat(body.contains("Läget i ett ögonkast")).isEqualTo(may));
    }

    @Test
    @Proves("R150")
    void showsBothTextsToTheSecondWriter() {
        String address = "/arsrapport/" + YEAR + "/avsnitt/framgang";
        save(address, "0", "Den första texten").hasStatus3xxRedirection();
        save(address, "0", "Den andra texten")
                .hasStatusOk()
                .bodyText()
                .contains("Någon annan har skrivit under tiden", "Den första texten", "Den andra texten")
                .contains("name=\"grund\" value=\"1\"");
        save(address, "1", "Den första texten\nDen andra texten").hasStatus3xxRedirection();
        assertThat(pages.get().uri(address + "/historik").with(Someone.as(Role.REGIONAL_LEAD)))
                .hasStatusOk()
                .bodyText()
                .contains("Version 2", "Version 1", "Tillagt:");
    }

    @Test
    void listsWhatIsMissingBeforeFreezing() {
        assertThat(pages.get().uri("/arsrapport/" + YEAR + "/granskning").with(Someone.as(Role.REGIONAL_LEAD)))
                .hasStatusOk()
                .bodyText()
                .contains("saknar analys", "huvudmän har inte rapporterat");
    }

    @Test
    void hasNoReportForYearsToCome() {
        assertThat(pages.get().uri("/arsrapport/" + (YEAR + 1))).hasStatus(404);
        assertThat(pages.get()
                        .uri("/arsrapport/" + YEAR + "/avsnitt/finns-inte")
                        .with(Someone.as(Role.REGIONAL_LEAD)))
                .hasStatus(404);
    }

    @Test
    void listsTheYears() {
        assertThat(pages.get().uri("/arsrapport"))
                .hasStatusOk()
                .bodyText()
                .contains("Årsrapport " + YEAR, "Årsrapport " + (YEAR - 1));
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResultAssert save(
            String address, String base, String text) {
        return assertThat(pages.post()
                .uri(address)
                .param("grund", base)
                .param("text", text)
                .with(csrf())
                .with(Someone.as(Role.REGIONAL_LEAD))
                .exchange());
    }
}
