package se.fardplan.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fardplan.indicators.Figures.NORRBY;
import static se.fardplan.indicators.Figures.point;
import static se.fardplan.indicators.Figures.series;
import static se.fardplan.indicators.Figures.yearly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.fardplan.indicators.Direction.Certain;
import se.fardplan.indicators.Direction.Course;
import se.fardplan.indicators.Direction.Lack;
import se.fardplan.indicators.Direction.NoCertainDifference;
import se.fardplan.indicators.Direction.Undecidable;
import se.fardplan.indicators.Direction.Why;
import se.fardplan.indicators.KeyFigure.Desired;

/** The direction and what it rests on. */
class DirectionTests {

    private static final Terms LOWER = yearly(Desired.LOWER);

    @Test
    void improvesWhenThreeFallBelowEverythingEarlier() {
        Direction direction = Direction.of(series(NORRBY, 2019, 9.0, 8.5, 8.0, 7.5, 7.0), LOWER);
        assertThat(direction).isInstanceOfSatisfying(Certain.class, certain -> {
            assertThat(certain.course()).isEqualTo(Course.IMPROVES);
            assertThat(certain.evidence().compared()).extracting(Point::year).containsExactly(2021, 2022, 2023);
            assertThat(certain.evidence().lowest().number()).isEqualByComparingTo("7.5");
        });
    }

    @Test
    void saysIncreasesWhereNothingIsDesired() {
        Series rising = series(NORRBY, 2019, 1, 2, 3, 4, 5);
        assertThat(Direction.of(rising, yearly(Desired.NONE)))
                .isInstanceOfSatisfying(
                        Certain.class, certain -> assertThat(certain.course()).isEqualTo(Course.INCREASES));
        assertThat(Direction.of(rising, LOWER))
                .isInstanceOfSatisfying(
                        Certain.class, certain -> assertThat(certain.course()).isEqualTo(Course.WORSENS));
    }

    @Test
    void oneYearAloneIsNoDirection() {
        Direction direction = Direction.of(series(NORRBY, 2019, 87.9, 89.9, 88.3, 91.3, 85.9), LOWER);
        assertThat(direction).isInstanceOfSatisfying(NoCertainDifference.class, none -> {
            assertThat(none.why()).isEqualTo(Why.NOT_ONE_WAY);
            assertThat(none.evidence().outside()).isTrue();
        });
    }

    @Test
    void aValueSeenBeforeIsNoDirection() {
        Direction direction = Direction.of(series(NORRBY, 2016, 18, 16, 18, 19, 17, 18, 19, 18, 17, 16), LOWER);
        assertThat(direction)
                .isInstanceOfSatisfying(
                        NoCertainDifference.class,
                        none -> assertThat(none.why()).isEqualTo(Why.WITHIN_EARLIER_RANGE));
    }

    @Test
    void meansOfThreeYearsAreComparedThreeYearsApart() {
        Series series = series(NORRBY, 2016, 3478.2, 3376.2, 3289.1, 3320.4, 3312.6, 3275.5, 3266, 3333.6, 3366.4);
        Direction direction = Direction.of(series, new Terms(Desired.LOWER, 3, List.of()));
        assertThat(direction)
                .isInstanceOfSatisfying(
                        NoCertainDifference.class,
                        none -> assertThat(none.evidence().compared())
                                .extracting(Point::year)
                                .containsExactly(2018, 2021, 2024));
    }

    @Test
    void tooFewWithoutSharedYearsDecideNothing() {
        Direction direction =
                Direction.of(series(NORRBY, 2014, 1, 2, 3, 4, 5, 6), new Terms(Desired.HIGHER, 4, List.of()));
        assertThat(direction).isEqualTo(new Undecidable(Lack.TOO_FEW_SEPARATE, 6, null));
    }

    @Test
    void aBreakLeavesTooFewValues() {
        Direction direction =
                Direction.of(series(NORRBY, 2014, 1, 2, 3, 4, 5, 6), new Terms(Desired.HIGHER, 1, List.of(2017)));
        assertThat(direction).isEqualTo(new Undecidable(Lack.TOO_FEW_VALUES, 3, 2017));
    }

    @Test
    void aBreakAheadOfTheLastValueCutsNothing() {
        Terms terms = new Terms(Desired.HIGHER, 1, List.of(2030));
        assertThat(Direction.of(series(NORRBY, 2019, 1, 2, 3, 4, 5), terms)).isInstanceOf(Certain.class);
    }

    @Test
    void yearsThatNobodySurveyedAreSkipped() {
        Series odd = new Series(
                NORRBY,
                Sex.T,
                IntStream.of(2013, 2015, 2017, 2019, 2021, 2023)
                        .mapToObj(year -> point(year, year, State.PUBLISHED))
                        .toList(),
                false);
        assertThat(Direction.of(odd, yearly(Desired.HIGHER)))
                .isInstanceOfSatisfying(
                        Certain.class,
                        certain -> assertThat(certain.evidence().compared())
                                .extracting(Point::year)
                                .containsExactly(2019, 2021, 2023));
    }

    @Test
    void saysWhenItRestsOnAPreliminaryValue() {
        List<Point> points = new ArrayList<>(series(NORRBY, 2019, 1, 2, 3, 4).points());
        points.add(new Point(2023, BigDecimal.TEN, State.PUBLISHED, true, Origin.KOLADA, null));
        Direction direction = Direction.of(new Series(NORRBY, Sex.T, points, false), yearly(Desired.HIGHER));
        assertThat(direction)
                .isInstanceOfSatisfying(
                        Certain.class,
                        certain -> assertThat(certain.evidence().preliminary()).isTrue());
    }

    @Property
    void theOrderValuesArriveInMeansNothing(@ForAll("values") List<Integer> values, @ForAll Random random) {
        Series series = of(values, 1);
        List<Point> shuffled = new ArrayList<>(series.points());
        Collections.shuffle(shuffled, random);
        assertThat(Direction.of(new Series(NORRBY, Sex.T, shuffled, false), LOWER))
                .isEqualTo(Direction.of(series, LOWER));
    }

    @Property
    void turningTheValuesTurnsTheDirection(@ForAll("values") List<Integer> values, @ForAll("terms") Terms terms) {
        Direction up = Direction.of(of(values, 1), terms);
        Direction down = Direction.of(of(values, -1), terms);
        if (up instanceof Certain certain) {
            assertThat(down)
                    .isInstanceOfSatisfying(
                            Certain.class, turned -> assertThat(turned.course()).isEqualTo(turned(certain.course())));
        } else {
            assertThat(down).isExactlyInstanceOf(up.getClass());
        }
    }

    @Property
    void aBreakHidesEverythingBeforeIt(
            @ForAll("values") List<Integer> before, @ForAll("values") List<Integer> after, @ForAll Desired desired) {
        int cut = 2000 + before.size();
        List<Integer> whole = new ArrayList<>(before);
        whole.addAll(after);
        Direction cutOff = Direction.of(of(whole, 1), new Terms(desired, 1, List.of(cut)));
        Direction alone = Direction.of(from(cut, after), yearly(desired));
        switch (alone) {
            case Undecidable none -> assertThat(cutOff).isEqualTo(new Undecidable(none.lack(), none.points(), cut));
            case Certain ignored -> assertThat(cutOff).isEqualTo(alone);
            case NoCertainDifference ignored -> assertThat(cutOff).isEqualTo(alone);
        }
    }

    @Property
    void uncertainAndHiddenValuesDecideNothing(
            @ForAll("values") List<Integer> values,
            @ForAll @IntRange(min = -99, max = 99) int doubtful,
            @ForAll("terms") Terms terms) {
        Series series = of(values, 1);
        List<Point> more = new ArrayList<>(series.points());
        more.add(point(1999, doubtful, State.UNCERTAIN));
        more.add(point(2090, doubtful, State.UNCERTAIN));
        more.add(new Point(2091, null, State.SUPPRESSED, false, Origin.KOLADA, null));
        more.add(new Point(2092, null, State.MISSING, false, Origin.KOLADA, null));
        assertThat(Direction.of(new Series(NORRBY, Sex.T, more, false), terms)).isEqualTo(Direction.of(series, terms));
    }

    @Property
    void comparedValuesShareNoSurveyYear(@ForAll("values") List<Integer> values, @ForAll("terms") Terms terms) {
        switch (Direction.of(of(values, 1), terms)) {
            case Certain certain -> assertApart(certain.evidence(), terms);
            case NoCertainDifference none -> assertApart(none.evidence(), terms);
            case Undecidable none -> assertThat(none.points()).isLessThanOrEqualTo(values.size());
        }
    }

    @Property
    void noiseInsideTheEarlierRangeIsNeverADirection(
            @ForAll("values") List<Integer> values, @ForAll @IntRange(min = 0, max = 100) int share) {
        int low = Collections.min(values);
        int high = Collections.max(values);
        List<Integer> noisy = new ArrayList<>(values);
        noisy.add(low + (high - low) * share / 100);
        assertThat(Direction.of(of(noisy, 1), LOWER)).isNotInstanceOf(Certain.class);
    }

    /** The chance that is told on the page: of all orders of n values, one in n gives a direction. */
    @Property(tries = 4)
    void chanceAloneGivesADirectionOnceInAsManyOrdersAsThereAreValues(@ForAll @IntRange(min = 5, max = 8) int n) {
        List<List<Integer>> orders = new ArrayList<>();
        permute(new ArrayList<>(IntStream.range(0, n).boxed().toList()), 0, orders);
        long certain = orders.stream()
                .filter(order -> Direction.of(of(order, 1), LOWER) instanceof Certain)
                .count();
        assertThat(certain * n).isEqualTo(orders.size());
    }

    @Provide
    Arbitrary<List<Integer>> values() {
        return Arbitraries.integers().between(-20, 20).list().ofMinSize(1).ofMaxSize(14);
    }

    @Provide
    Arbitrary<Terms> terms() {
        return Combinators.combine(
                        Arbitraries.of(Desired.class),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(2000, 2014).list().ofMaxSize(2))
                .as(Terms::new);
    }

    private static void assertApart(Direction.Evidence evidence, Terms terms) {
        List<Point> compared = evidence.compared();
        assertThat(compared).hasSize(Direction.COMPARED);
        for (int i = 1; i < compared.size(); i++) {
            assertThat(compared.get(i).year() - compared.get(i - 1).year())
                    .isGreaterThanOrEqualTo(terms.overlapYears());
        }
    }

    private static Course turned(Course course) {
        return switch (course) {
            case IMPROVES -> Course.WORSENS;
            case WORSENS -> Course.IMPROVES;
            case INCREASES -> Course.DECREASES;
            case DECREASES -> Course.INCREASES;
        };
    }

    private static Series of(List<Integer> values, int sign) {
        return from(2000, values.stream().map(value -> value * sign).toList());
    }

    private static Series from(int year, List<Integer> values) {
        return series(
                NORRBY, year, values.stream().mapToDouble(Integer::doubleValue).toArray());
    }

    private static void permute(List<Integer> values, int from, List<List<Integer>> into) {
        if (from == values.size()) {
            into.add(List.copyOf(values));
            return;
        }
        for (int i = from; i < values.size(); i++) {
            Collections.swap(values, from, i);
            permute(values, from + 1, into);
            Collections.swap(values, from, i);
        }
    }
}
