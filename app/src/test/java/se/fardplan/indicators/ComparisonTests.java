package se.fardplan.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fardplan.indicators.Figures.AREAS;
import static se.fardplan.indicators.Figures.GROUP;
import static se.fardplan.indicators.Figures.MUNICIPALITIES;
import static se.fardplan.indicators.Figures.NATION;
import static se.fardplan.indicators.Figures.NORRBY;
import static se.fardplan.indicators.Figures.figure;
import static se.fardplan.indicators.Figures.seen;
import static se.fardplan.indicators.Figures.without;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import se.fardplan.indicators.KeyFigure.Desired;
import se.fardplan.indicators.KeyFigure.Level;

/** What a key figure is seen against. */
class ComparisonTests {

    private static final KeyFigure MUNICIPAL = figure(Level.MUNICIPALITY, Desired.HIGHER, 1);
    private static final KeyFigure BOTH = figure(Level.BOTH, Desired.HIGHER, 1);

    @Test
    void showsTheRegionWhereItHasAValue() {
        Comparison comparison = compare(BOTH, seen(NORRBY, 2024, 5), seen(GROUP, 2024, 6));
        assertThat(comparison.kind()).isEqualTo(Comparison.Kind.REGION);
        assertThat(comparison.headline().findLatest().orElseThrow().number()).isEqualByComparingTo("5");
    }

    @Test
    void showsKoladasMeanOfTheMunicipalitiesBeforeOurOwn() {
        Comparison comparison = compare(MUNICIPAL, seen(GROUP, 2024, 6), seen(MUNICIPALITIES.get(0), 2024, 1));
        assertThat(comparison.kind()).isEqualTo(Comparison.Kind.GROUP);
        assertThat(comparison.computed()).isFalse();
    }

    @Test
    void computesAMeanOnlyForYearsWithMostMunicipalities() {
        Comparison comparison = compare(
                MUNICIPAL,
                seen(MUNICIPALITIES.get(0), 2023, 1),
                seen(MUNICIPALITIES.get(1), 2023, 2),
                seen(MUNICIPALITIES.get(2), 2023, 4),
                without(MUNICIPALITIES.get(3), 2023, State.SUPPRESSED),
                seen(MUNICIPALITIES.get(0), 2024, 9),
                seen(MUNICIPALITIES.get(1), 2024, 9));
        assertThat(comparison.kind()).isEqualTo(Comparison.Kind.OWN_MEAN);
        assertThat(comparison.computed()).isTrue();
        assertThat(comparison.headline().points()).singleElement().satisfies(point -> {
            assertThat(point.year()).isEqualTo(2023);
            assertThat(point.number()).isEqualByComparingTo("2.33");
        });
    }

    @Test
    void takesTheLatestYearThatIsNotHalfFilled() {
        Comparison comparison = compare(
                MUNICIPAL,
                seen(MUNICIPALITIES.get(0), 2023, 1),
                seen(MUNICIPALITIES.get(1), 2023, 2),
                seen(MUNICIPALITIES.get(2), 2023, 3),
                seen(MUNICIPALITIES.get(0), 2024, 1));
        Spread spread =
                Comparison.findLatestComplete(comparison.municipalities()).orElseThrow();
        assertThat(spread.year()).isEqualTo(2023);
        assertThat(spread.count()).isEqualTo(3);
        assertThat(spread.of()).isEqualTo(4);
    }

    @Test
    void seesOneMunicipalityAgainstTheOthers() {
        List<Observation> observations = List.of(seen(MUNICIPALITIES.get(0), 2024, 1), seen(NATION, 2024, 1));
        Comparison comparison = Comparison.of(MUNICIPAL, observations, AREAS, MUNICIPALITIES.get(0));
        assertThat(comparison.kind()).isEqualTo(Comparison.Kind.MUNICIPALITY);
        assertThat(comparison.headline().area().name()).isEqualTo("Alby");
    }

    @Test
    void saysThatNothingExistsWhenNothingDoes() {
        Comparison comparison = compare(MUNICIPAL);
        assertThat(comparison.kind()).isEqualTo(Comparison.Kind.NONE);
        assertThat(comparison.goal()).isEqualTo(new GoalDistance.NoGoal());
        assertThat(comparison.direction()).isEqualTo(new Direction.Undecidable(Direction.Lack.NO_VALUES, 0, null));
    }

    @Test
    void oneJudgedFigureOfThreeDecidesNothingForTheSubGoal() {
        Comparison moving = compare(BOTH, rising());
        assertThat(Standing.of(List.of(moving, compare(BOTH), compare(BOTH))).course())
                .isEqualTo(Standing.Course.UNDECIDABLE);
        assertThat(Standing.of(List.of(moving, moving, compare(BOTH))).course()).isEqualTo(Standing.Course.IMPROVES);
        Comparison falling = compare(figure(Level.BOTH, Desired.LOWER, 1), rising());
        assertThat(Standing.of(List.of(moving, falling)).course()).isEqualTo(Standing.Course.BOTH_WAYS);
    }

    @Property
    void theOrderOfObservationsMeansNothing(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 50) Integer> values, @ForAll Random random) {
        List<Observation> observations = new ArrayList<>(IntStream.range(0, values.size())
                .mapToObj(i -> seen(MUNICIPALITIES.get(i % 4), 2000 + i / 4, values.get(i)))
                .toList());
        Comparison straight = Comparison.of(MUNICIPAL, observations, AREAS, null);
        Collections.shuffle(observations, random);
        assertThat(Comparison.of(MUNICIPAL, observations, AREAS, null)).isEqualTo(straight);
    }

    @Property
    void quartilesStandInOrder(@ForAll @Size(min = 1, max = 4) List<@IntRange(min = -50, max = 50) Integer> values) {
        List<Series> series = IntStream.range(0, values.size())
                .mapToObj(i -> Figures.series(MUNICIPALITIES.get(i), 2024, values.get(i)))
                .toList();
        Spread spread = Spread.of(2024, series).orElseThrow();
        assertThat(List.of(spread.min(), spread.q1(), spread.median(), spread.q3(), spread.max()))
                .isSortedAccordingTo(BigDecimal::compareTo);
    }

    private static Comparison compare(KeyFigure figure, Observation... observations) {
        return Comparison.of(figure, List.of(observations), AREAS, null);
    }

    private static Observation[] rising() {
        return IntStream.range(0, 5).mapToObj(i -> seen(NORRBY, 2019 + i, i)).toArray(Observation[]::new);
    }
}
