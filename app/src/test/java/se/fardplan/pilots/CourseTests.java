package se.fardplan.pilots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.fardplan.Proves;

class CourseTests {

    private static final YearMonth START = YearMonth.of(2024, 1);

    @Test
    @Proves({"R226", "C52"})
    void tellsWhichStepsOverlapAndWhereNoneGoesOn() {
        Course course = new Course(
                List.of(step("A", 1, 6), step("B", 4, 9), step("C", 10, 13), step("D", 15, 21), step("Slut", 25, 25)));

        assertThat(course.overlaps())
                .extracting(overlap ->
                        overlap.one().code() + overlap.other().code() + " " + overlap.from() + " " + overlap.until())
                .containsExactly("AB 2024-04 2024-06");
        assertThat(course.gaps())
                .extracting(
                        gap -> gap.after().code() + "–" + gap.before().code() + " " + gap.from() + " " + gap.until())
                .containsExactly("C–D 2025-02 2025-02", "D–Slut 2025-10 2025-12");
    }

    @Test
    void aLongStepCoversTheGapOfShortOnes() {
        Course course = new Course(List.of(step("Lång", 1, 12), step("Kort", 2, 3), step("Sen", 8, 9)));

        assertThat(course.gaps()).isEmpty();
        assertThat(course.overlaps()).hasSize(2);
    }

    @Test
    void tracksAreNeitherOverlapNorCover() {
        Step track = new Step(
                new UUID(0, 0),
                "SPÅR",
                Step.Kind.TRACK,
                "Spår",
                "",
                START,
                START.plusMonths(30),
                List.of(),
                null,
                "",
                List.of(),
                0);
        Course course = new Course(List.of(step("A", 1, 2), step("B", 5, 6), track));

        assertThat(course.overlaps()).isEmpty();
        assertThat(course.gaps()).hasSize(1);
        assertThat(course.at(LocalDate.of(2024, 3, 1))).isEmpty();
    }

    /** Each month between the first and the last is in a step or in a gap, never in both, and in two steps just where they overlap. */
    @Property
    void everyMonthIsInAStepOrInAGap(@ForAll("courses") Course course) {
        YearMonth last = course.steps().stream()
                .map(Step::until)
                .max(YearMonth::compareTo)
                .orElse(START);
        YearMonth first = course.steps().stream()
                .map(Step::from)
                .min(YearMonth::compareTo)
                .orElse(START);
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            YearMonth now = month;
            long in = course.steps().stream().filter(step -> step.covers(now)).count();
            boolean gap = course.gaps().stream()
                    .anyMatch(between -> !now.isBefore(between.from()) && !now.isAfter(between.until()));
            boolean overlap = course.overlaps().stream()
                    .anyMatch(both -> !now.isBefore(both.from()) && !now.isAfter(both.until()));
            assertThat(gap).as(month + " in " + course).isEqualTo(in == 0);
            assertThat(overlap).as(month + " in " + course).isEqualTo(in > 1);
        }
    }

    @Provide
    Arbitrary<Course> courses() {
        Arbitrary<int[]> stretch = Combinators.combine(
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.integers().between(0, 12))
                .as((from, length) -> new int[] {from, from + length});
        return stretch.list().ofMinSize(1).ofMaxSize(7).map(stretches -> {
            List<Step> steps = new ArrayList<>();
            IntStream.range(0, stretches.size())
                    .forEach(i -> steps.add(
                            step("S" + i, stretches.get(i)[0], stretches.get(i)[1])));
            return new Course(steps);
        });
    }

    private static Step step(String code, int from, int until) {
        return new Step(
                new UUID(0, 0),
                code,
                Step.Kind.STEP,
                code,
                "",
                START.plusMonths(from - 1L),
                START.plusMonths(until - 1L),
                List.of(),
                null,
                "",
                List.of(),
                0);
    }

    @Test
    void whatServesAStepThatBeginsLaterIsTold() {
        Course course = new Course(Stream.of(step("A", 1, 6), step("B", 10, 12)).toList());

        assertThat(course.notYetBegun(List.of("A", "B"), LocalDate.of(2024, 8, 31)))
                .extracting(Step::code)
                .containsExactly("B");
    }
}
