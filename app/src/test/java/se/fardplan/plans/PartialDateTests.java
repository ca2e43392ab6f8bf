package se.fardplan.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fardplan.plans.PartialDate.Precision;

class PartialDateTests {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-01, 2026-03-01, 2026-03-01",
        "1 mars 2026, 2026-03-01, 2026-03-01, 2026-03-01",
        "29 feb 2028, 2028-02-29, 2028-02-29, 2028-02-29",
        "Mars 2026, 2026-03, 2026-03-01, 2026-03-31",
        "sept. 2026, 2026-09, 2026-09-01, 2026-09-30",
        "2026-02, 2026-02, 2026-02-01, 2026-02-28",
        "kvartal 1 2026, 2026-Q1, 2026-01-01, 2026-03-31",
        "Q4 2026, 2026-Q4, 2026-10-01, 2026-12-31",
        "2026 kv 2, 2026-Q2, 2026-04-01, 2026-06-30",
        "våren 2026, 2026-S1, 2026-03-01, 2026-05-31",
        "  Höst   2026 , 2026-S3, 2026-09-01, 2026-11-30",
        "vintern 2026, 2026-S4, 2026-12-01, 2027-02-28",
        "2026, 2026, 2026-01-01, 2026-12-31",
    })
    void readsWhatPeopleWrite(String written, String code, LocalDate first, LocalDate last) {
        PartialDate date = PartialDate.read(written).orElseThrow();
        assertThat(date.code()).isEqualTo(code);
        assertThat(date.first()).isEqualTo(first);
        assertThat(date.last()).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "snart",
                "31 februari 2026",
                "2026-13",
                "2026-Q5",
                "kvartal 0 2026",
                "ma 2026",
                "våren",
                "26",
                "1 x 2026",
                "12345"
            })
    void readsNothingIntoWhatIsNoDate(String written) {
        assertThat(PartialDate.read(written)).isEmpty();
    }

    @Test
    void cannotBeADayThatIsNotThere() {
        assertThatThrownBy(() -> new PartialDate(Precision.DAY, 2026, 2, 30)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> new PartialDate(Precision.QUARTER, 2026, 5, 0)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> new PartialDate(Precision.YEAR, 2026, 1, 0)).isInstanceOf(DateTimeException.class);
    }

    @Property
    void isReadBackFromItsCodeAndFromItsWords(@ForAll("dates") PartialDate date) {
        assertThat(PartialDate.of(date.code())).isEqualTo(date);
        assertThat(PartialDate.read(date.code())).contains(date);
        assertThat(PartialDate.read(date.words())).contains(date);
    }

    @Property
    void neverEndsBeforeItBegins(@ForAll("dates") PartialDate date) {
        assertThat(date.last()).isAfterOrEqualTo(date.first());
        assertThat(date.first().getYear()).isEqualTo(date.year());
    }

    @Provide
    Arbitrary<PartialDate> dates() {
        Arbitrary<Integer> year = Arbitraries.integers().between(1900, 2199);
        Arbitrary<PartialDate> days = Combinators.combine(
                        year, Arbitraries.integers().between(1, 366))
                .as((of, number) -> {
                    LocalDate day =
                            LocalDate.ofYearDay(of, Math.min(number, Year.of(of).length()));
                    return new PartialDate(Precision.DAY, of, day.getMonthValue(), day.getDayOfMonth());
                });
        Arbitrary<PartialDate> months = Combinators.combine(
                        year, Arbitraries.integers().between(1, 12))
                .as((of, month) -> new PartialDate(
                        Precision.MONTH, of, YearMonth.of(of, month).getMonthValue(), 0));
        Arbitrary<PartialDate> quarters = Combinators.combine(
                        year, Arbitraries.integers().between(1, 4), Arbitraries.of(Precision.QUARTER, Precision.SEASON))
                .as((of, part, precision) -> new PartialDate(precision, of, part, 0));
        return Arbitraries.oneOf(days, months, quarters, year.map(of -> new PartialDate(Precision.YEAR, of, 0, 0)));
    }
}
