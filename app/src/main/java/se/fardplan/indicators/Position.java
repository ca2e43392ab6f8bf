package se.fardplan.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an area stands against the nation (läge mot riket). Words, never a rank.
 *
 * <p>Kolada gives no denominators, so chance cannot be computed and the uncertainty is unknown. <i>I nivå med</i> is
 * instead said when the difference is no larger than what is usual: the median distance to the nation among the areas of
 * the same kind, or, where that is larger, the median change of the area's own figure from one comparable value to the
 * next. Only a larger difference is called lower or higher.
 */
public sealed interface Position {

    /** Other areas with a value that are needed before their distance says what is usual. */
    int ENOUGH_PEERS = 8;

    /** Steps between comparable values that are needed before they say what is usual. */
    int ENOUGH_STEPS = 3;

    /** A judgement (läge). */
    record Judged(Side side, Evidence evidence) implements Position {}

    /** Cannot be decided (kan inte avgöras). */
    record Undecidable(Lack lack) implements Position {}

    /** Against the nation. */
    enum Side {
        LOWER,
        LEVEL,
        HIGHER
    }

    /** What is lacking. */
    enum Lack {
        NO_VALUES,
        NO_NATION,
        NO_COMMON_YEAR,
        /** Too few other areas and too few years to say what is usual. */
        NOTHING_USUAL
    }

    /**
     * What the judgement rests on (underlag), all of one year: the latest that both have.
     *
     * @param peerDistance the median distance to the nation among the other areas; null when they are too few
     * @param ownChange the area's own median change between comparable values; null when there are too few
     * @param spread among the areas of the same kind, this one included; null when they have no value that year
     */
    record Evidence(
            Point own,
            Point nation,
            @Nullable BigDecimal peerDistance,
            @Nullable BigDecimal ownChange,
            @Nullable Spread spread) {

        public int year() {
            return own.year();
        }

        /** Own minus nation. */
        public BigDecimal difference() {
            return own.number().subtract(nation.number());
        }

        /** The largest difference that is still <i>i nivå med</i>. */
        public BigDecimal tolerance() {
            return Stream.of(Optional.ofNullable(peerDistance), Optional.ofNullable(ownChange))
                    .flatMap(Optional::stream)
                    .max(BigDecimal::compareTo)
                    .orElseThrow();
        }

        /** Where it lies against the middle half; empty when too few areas have a value. */
        public Optional<Spread.Half> findHalf() {
            return Optional.ofNullable(spread).filter(Spread::complete).map(one -> one.halfOf(own.number()));
        }

        public boolean preliminary() {
            return own.preliminary() || nation.preliminary();
        }
    }

    /** @param peers the areas of the same kind; {@code own} may be among them */
    static Position of(Series own, Series nation, List<Series> peers, Terms terms) {
        if (own.counted().isEmpty()) {
            return new Undecidable(Lack.NO_VALUES);
        }
        if (nation.counted().isEmpty()) {
            return new Undecidable(Lack.NO_NATION);
        }
        Optional<Point> common = own.counted().reversed().stream()
                .filter(point -> nation.find(point.year()).filter(Point::counts).isPresent())
                .findFirst();
        if (common.isEmpty()) {
            return new Undecidable(Lack.NO_COMMON_YEAR);
        }
        int year = common.get().year();
        Point riket = nation.find(year).orElseThrow();
        BigDecimal peerDistance = peerDistance(own.area(), riket, peers);
        BigDecimal ownChange = ownChange(own, terms);
        if (peerDistance == null && ownChange == null) {
            return new Undecidable(Lack.NOTHING_USUAL);
        }
        Spread spread = Spread.of(year, peers).orElse(null);
        Evidence evidence = new Evidence(common.get(), riket, peerDistance, ownChange, spread);
        return new Judged(side(evidence), evidence);
    }

    private static Side side(Evidence evidence) {
        if (evidence.difference().abs().compareTo(evidence.tolerance()) <= 0) {
            return Side.LEVEL;
        }
        return evidence.difference().signum() < 0 ? Side.LOWER : Side.HIGHER;
    }

    private static @Nullable BigDecimal peerDistance(Area own, Point nation, List<Series> peers) {
        List<BigDecimal> distances = peers.stream()
                .filter(peer -> !peer.area().is(own))
                .flatMap(peer -> peer.find(nation.year()).filter(Point::counts).stream())
                .map(point -> point.number().subtract(nation.number()).abs())
                .toList();
        return distances.size() < ENOUGH_PEERS ? null : Spread.median(distances);
    }

    private static @Nullable BigDecimal ownChange(Series own, Terms terms) {
        List<Point> separate = Series.separate(own.unbroken(terms.breaks()), terms.overlapYears());
        List<BigDecimal> steps = new ArrayList<>();
        for (int i = 1; i < separate.size(); i++) {
            steps.add(separate.get(i)
                    .number()
                    .subtract(separate.get(i - 1).number())
                    .abs());
        }
        return steps.size() < ENOUGH_STEPS ? null : Spread.median(steps);
    }
}
