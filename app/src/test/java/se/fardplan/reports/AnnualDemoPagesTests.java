package se.fardplan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.DemoPart;
import se.fardplan.HouseTime;
import se.fardplan.PagesTest;
import se.fardplan.indicators.Indicators;
import se.fardplan.organisation.CountyLoader;

/** A demo of another day than today: everything in it was done that day or before. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=demo-day")
class AnnualDemoPagesTests {

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    ObjectProvider<DemoPart> parts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    AnnualReports reports;

    @Autowired
    Indicators indicators;

    @Test
    void itsExamplesBearTheDayItIsMadeFor() {
        LocalDate asOf = LocalDate.of(2026, 3, 1);
        transaction.executeWithoutResult(status -> {
            counties.ensureLoaded("dalarna", true);
            List<DemoPart> all = parts.orderedStream().toList();
            all.forEach(part -> part.fill(asOf));
        });
        assertThat(pages.get().uri("/arsrapport")).bodyText().contains("Fryst 1 mars 2026 av");
        assertThat(pages.get().uri("/arsrapport/2025")).bodyText().contains("1 mars 2026");
        assertThat(pages.get().uri("/")).bodyText().contains("2026-03-01");
        // What is frozen is found, what is being written is not.
        assertThat(pages.get().uri("/sok?fraga=årsrapport+sköra"))
                .bodyText()
                .contains("href=\"/arsrapport/2025\"")
                .doesNotContain("href=\"/arsrapport/2026\"");
        assertThat(reports.listVersions(2025, "slutsatser"))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(LocalDate.ofInstant(text.writtenAt(), HouseTime.SWEDEN))
                        .isEqualTo(asOf));
        assertThat(indicators.listVintages())
                .allSatisfy(vintage -> assertThat(LocalDate.ofInstant(vintage.importedAt(), HouseTime.SWEDEN))
                        .isEqualTo(vintage.asOf()));
    }
}
