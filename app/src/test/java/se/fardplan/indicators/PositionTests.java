package se.fardplan.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fardplan.indicators.Figures.NATION;
import static se.fardplan.indicators.Figures.NORRBY;
import static se.fardplan.indicators.Figures.REGIONS;
import static se.fardplan.indicators.Figures.point;
import static se.fardplan.indicators.Figures.series;
import static se.fardplan.indicators.Figures.yearly;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import se.fardplan.indicators.KeyFigure.Desired;
import se.fardplan.indicators.Position.Judged;
import se.fardplan.indicators.Position.Lack;
import se.fardplan.indicators.Position.Side;
import se.fardplan.indicators.Position.Undecidable;

/** The position against the nation and what it rests on. */
class PositionTests {

    private static final Terms TERMS = yearly(Desired.HIGHER);

    @Test
    void isLevelWhenNoFurtherFromTheNationThanIsUsual() {
        Position position = Position.of(
                series(NORRBY, 2024, 52), series(NATION, 2024, 50), peers(42, 44, 46, 48, 50, 52, 54, 56, 58), TERMS);
        assertThat(position).isInstanceOfSatisfying(Judged.class, judged -> {
            assertThat(judged.side()).isEqualTo(Side.LEVEL);
            assertThat(judged.evidence().tolerance()).isEqualByComparingTo("4");
            assertThat(judged.evidence().findHalf()).contains(Spread.Half.WITHIN);
        });
    }

    @Test
    void isNotItsOwnPeerUnderAnotherName() {
        Series own = series(new Area(NORRBY.code(), "Norrbys region"), 2024, 52);
        List<Series> peers = Stream.concat(
                        peers(42, 44, 46, 48, 52, 54, 56, 58).stream().limit(8), Stream.of(series(NORRBY, 2024, 52)))
                .toList();
        assertThat(Position.of(own, series(NATION, 2024, 50), peers, TERMS))
                .isInstanceOfSatisfying(
                        Judged.class,
                        judged -> assertThat(judged.evidence().peerDistance()).isEqualByComparingTo("5"));
    }

    @Test
    void isHigherWhenFurtherThanIsUsual() {
        assertThat(side(series(NORRBY, 2024, 55), 42, 44, 46, 48, 50, 52, 54, 56, 58))
                .isEqualTo(Side.HIGHER);
    }

    @Test
    void isLevelWhenItsOwnYearsSwingMore() {
        Series restless = series(NORRBY, 2020, 40, 60, 40, 60, 55);
        assertThat(side(restless, 50, 50, 50, 50, 50, 51, 49, 50, 50)).isEqualTo(Side.LEVEL);
    }

    @Test
    void comparesTheLatestYearThatBothHave() {
        Position position =
                Position.of(series(NORRBY, 2020, 1, 2, 3, 4, 9), series(NATION, 2020, 1, 2, 3, 4), List.of(), TERMS);
        assertThat(position)
                .isInstanceOfSatisfying(
                        Judged.class,
                        judged -> assertThat(judged.evidence().year()).isEqualTo(2023));
    }

    @Test
    void cannotBeDecidedWithoutTheNation() {
        Series none = new Series(NATION, Sex.T, List.of(point(2024, 5, State.UNCERTAIN)), false);
        assertThat(Position.of(series(NORRBY, 2024, 5), none, List.of(), TERMS))
                .isEqualTo(new Undecidable(Lack.NO_NATION));
        assertThat(Position.of(none, series(NATION, 2024, 5), List.of(), TERMS))
                .isEqualTo(new Undecidable(Lack.NO_VALUES));
        assertThat(Position.of(series(NORRBY, 2024, 5), series(NATION, 2023, 5), List.of(), TERMS))
                .isEqualTo(new Undecidable(Lack.NO_COMMON_YEAR));
        assertThat(Position.of(series(NORRBY, 2024, 5), series(NATION, 2024, 5), List.of(), TERMS))
                .isEqualTo(new Undecidable(Lack.NOTHING_USUAL));
    }

    @Property
    void anotherUnitGivesTheSameWords(
            @ForAll @Size(9) List<@IntRange(min = 0, max = 100) Integer> peers,
            @ForAll @IntRange(min = 0, max = 100) int own,
            @ForAll @IntRange(min = 1, max = 50) int factor,
            @ForAll @IntRange(min = -50, max = 50) int shift) {
        Position plain = judge(own, 50, peers, 1, 0);
        Position other = judge(own, 50, peers, factor, shift);
        assertThat(((Judged) other).side()).isEqualTo(((Judged) plain).side());
    }

    @Property
    void atMostHalfOfThePeersLieFurtherAway(@ForAll @Size(9) List<@IntRange(min = 0, max = 100) Integer> peers) {
        BigDecimal tolerance = ((Judged) judge(50, 50, peers, 1, 0)).evidence().tolerance();
        long further = peers.stream()
                .filter(value -> BigDecimal.valueOf(Math.abs(value - 50)).compareTo(tolerance) > 0)
                .count();
        assertThat(further * 2).isLessThanOrEqualTo(peers.size());
    }

    private static Position judge(int own, int nation, List<Integer> peers, int factor, int shift) {
        return Position.of(
                series(NORRBY, 2024, own * factor + shift),
                series(NATION, 2024, nation * factor + shift),
                peers(peers.stream()
                        .mapToDouble(value -> value * factor + shift)
                        .toArray()),
                TERMS);
    }

    private static Side side(Series own, double... peers) {
        return ((Judged) Position.of(own, series(NATION, 2024, 50), peers(peers), TERMS)).side();
    }

    /** The other regions with {@code values}, and Norrby itself without any. */
    private static List<Series> peers(double... values) {
        Stream<Series> others =
                IntStream.range(0, values.length).mapToObj(i -> series(REGIONS.get(i), 2024, values[i]));
        return Stream.concat(others, Stream.of(series(NORRBY, 2024))).toList();
    }
}
