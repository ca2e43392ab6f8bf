package se.fardplan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fardplan.Refusal;

class RetentionTests {

    private static final Retention USUAL = Retention.of("7,4,12");

    private static List<LocalDateTime> kept(Retention retention, List<LocalDateTime> all) {
        List<LocalDateTime> kept = new ArrayList<>(all);
        kept.removeAll(retention.past(all));
        return kept;
    }

    /** Two years of nights, cleared each morning as a server does. */
    @Test
    void keepsDaysWeeksAndMonths() {
        List<LocalDateTime> folder = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2024, 12, 1);
                day.isBefore(LocalDate.of(2026, 11, 23));
                day = day.plusDays(1)) {
            folder.add(day.atTime(2, 30));
            folder.removeAll(USUAL.past(folder));
        }
        assertThat(folder.stream().map(at -> at.toLocalDate().toString()))
                .containsExactly(
                        "2025-12-31",
                        "2026-01-31",
                        "2026-02-28",
                        "2026-03-31",
                        "2026-04-30",
                        "2026-05-31",
                        "2026-06-30",
                        "2026-07-31",
                        "2026-08-31",
                        "2026-09-30",
                        "2026-10-31",
                        "2026-11-01",
                        "2026-11-08",
                        "2026-11-15",
                        "2026-11-16",
                        "2026-11-17",
                        "2026-11-18",
                        "2026-11-19",
                        "2026-11-20",
                        "2026-11-21",
                        "2026-11-22");
    }

    /** A server that stood still for a month does not lose what it has. */
    @Test
    void countsDaysThatHaveABackup() {
        List<LocalDateTime> all = Stream.of("2026-08-01", "2026-08-02", "2026-11-22")
                .map(day -> LocalDate.parse(day).atTime(2, 30))
                .toList();
        assertThat(USUAL.past(all)).isEmpty();
    }

    @Test
    void keepsTheNewestOfADay() {
        LocalDateTime night = LocalDateTime.of(2026, 11, 22, 2, 30);
        assertThat(kept(Retention.of("1,0,0"), List.of(night, night.plusHours(5))))
                .containsExactly(night.plusHours(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0,4,12", "7", "7,4", "sju,4,12", "-1,4,12"})
    void refusesWhatWouldKeepNothingOrIsNoNumber(String written) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Retention.of(written));
    }
}
