package se.fardplan.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import se.fardplan.PagesTest;
import se.fardplan.Refusal;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.reports.AnnualReports.Format;

/** A county that has decided on no strategy and imported no figures: the report says so instead of failing. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=without-strategy")
class AnnualWithoutStrategyStoreTests {

    @Autowired
    CountyLoader counties;

    @Autowired
    AnnualReports reports;

    @Test
    void saysWhatIsMissingAndCannotBeFrozen() throws IOException {
        counties.ensureLoaded("sodra-lappland", false);
        Report report = reports.read(2024);
        assertThat(ReportJson.write(report)).contains("Ingen strategi", "Inga siffror");
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        reports.write(2024, Format.PDF, pdf);
        assertThat(pdf.size()).isPositive();
        CurrentUser lead = new CurrentUser(
                UUID.randomUUID(), "Anna", "", List.of(new CurrentUser.Grant(Role.REGIONAL_LEAD, null)));
        assertThatThrownBy(() -> reports.freeze(lead, 2024, 1))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("REP-004"));
    }
}
