package se.fardplan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fardplan.Proves;
import se.fardplan.reports.AnnualReport.Deed;
import se.fardplan.reports.AnnualReport.Draft;
import se.fardplan.reports.AnnualReport.Frozen;

/** What a report's state allows; who may is the policy's, and is tried through the doors in {@link AnnualPagesTests}. */
class AnnualReportTests {

    private static final Draft DRAFT = new Draft(2025);
    private static final Frozen FROZEN = new Frozen(2025, 3, Instant.EPOCH, "Anna", "00");

    @ParameterizedTest
    @EnumSource(Deed.class)
    @Proves("R165")
    void allowsEverythingInADraftAndOnlyReadingOnceFrozen(Deed deed) {
        assertThat(DRAFT.forbids(deed)).isEmpty();
        assertThat(FROZEN.forbids(deed))
                .isEqualTo(
                        switch (deed) {
                            case READ, READ_HISTORY -> "";
                            case WRITE -> "REP-001";
                            case FREEZE -> "REP-002";
                        });
    }

    @Test
    void isOpenToAllOnlyOnceFrozen() {
        assertThat(List.of(DRAFT, FROZEN)).extracting(AnnualReport::published).containsExactly(false, true);
    }
}
