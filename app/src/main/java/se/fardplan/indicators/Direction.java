package se.fardplan.indicators;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.indicators.KeyFigure.Desired;

/**
 * Which way a figure moves (riktning).
 *
 * <p>It is certain only when the last three comparable values move one way and the last lies outside everything measured
 * before it since the last series break. Comparable are values that share no survey year. Fewer than {@value
 * #ENOUGH_POINTS} values decide nothing. On values that only swing at random the rule still finds a direction once in
 * as many cases as there are values: the page says so.
 */
public sealed interface Direction {

    /** Values since the last series break that are needed before anything is said. */
    int ENOUGH_POINTS = 5;

    /** Values without a common survey year that must move one way. */
    int COMPARED = 3;

    /** A direction (säker riktning). */
    record Certain(Course course, Evidence evidence) implements Direction {}

    /** No certain difference (ingen säker skillnad). */
    record NoCertainDifference(Why why, Evidence evidence) implements Direction {}

    /**
     * Cannot be decided (kan inte avgöras).
     *
     * @param points how many values there are since the last series break
     * @param since the series break that cut the series; null when none did
     */
    record Undecidable(Lack lack, int points, @Nullable Integer since) implements Direction {}

    /** Where the figure goes: better or worse only where the county wants it one way. */
    enum Course {
        IMPROVES,
        WORSENS,
        INCREASES,
        DECREASES
    }

    /** Why there is no certain difference. */
    enum Why {
        /** The three values do not move one way. */
        NOT_ONE_WAY,
        /** They do, but such a value has been seen before. */
        WITHIN_EARLIER_RANGE
    }

    /** What is lacking. */
    enum Lack {
        NO_VALUES,
        TOO_FEW_VALUES,
        /** Enough values, but too many of them share survey years. */
        TOO_FEW_SEPARATE
    }

    /**
     * What the judgement rests on (underlag).
     *
     * @param compared the three comparable values, in the order of their years
     * @param lowest the lowest of all values before the last
     * @param highest the highest of all values before the last
     * @param points how many values there are since the last series break, the last included
     */
    record Evidence(List<Point> compared, Point lowest, Point highest, int points) {

        public Evidence {
            compared = List.copyOf(compared);
        }

        public Point first() {
            return compared.getFirst();
        }

        public Point last() {
            return compared.getLast();
        }

        /** True when a value it rests on may still change. */
        public boolean preliminary() {
            return compared.stream().anyMatch(Point::preliminary);
        }

        /** True when the last value lies outside everything before it, whichever way the three go. */
        public boolean outside() {
            return last().number().compareTo(highest.number()) > 0
                    || last().number().compareTo(lowest.number()) < 0;
        }

        /** 1 when the three rise, -1 when they fall, 0 when they do neither. */
        int way() {
            int way = compare(0, 1);
            return way == compare(1, 2) ? way : 0;
        }

        private int compare(int from, int to) {
            return compared.get(to).number().compareTo(compared.get(from).number());
        }
    }

    static Direction of(Series series, Terms terms) {
        List<Point> unbroken = series.unbroken(terms.breaks());
        if (unbroken.isEmpty()) {
            return new Undecidable(Lack.NO_VALUES, 0, null);
        }
        if (unbroken.size() < ENOUGH_POINTS) {
            return new Undecidable(Lack.TOO_FEW_VALUES, unbroken.size(), cut(series, unbroken, terms));
        }
        List<Point> separate = Series.separate(unbroken, terms.overlapYears());
        if (separate.size() < COMPARED) {
            return new Undecidable(Lack.TOO_FEW_SEPARATE, unbroken.size(), cut(series, unbroken, terms));
        }
        return of(evidence(unbroken, separate), terms.desired());
    }

    private static Direction of(Evidence evidence, Desired desired) {
        if (evidence.way() == 0) {
            return new NoCertainDifference(Why.NOT_ONE_WAY, evidence);
        }
        if (!evidence.outside()) {
            return new NoCertainDifference(Why.WITHIN_EARLIER_RANGE, evidence);
        }
        return new Certain(course(evidence.way() > 0, desired), evidence);
    }

    private static Evidence evidence(List<Point> unbroken, List<Point> separate) {
        Comparator<Point> byValue = Comparator.comparing((Point point) -> point.number());
        List<Point> earlier = unbroken.subList(0, unbroken.size() - 1);
        return new Evidence(
                separate.subList(separate.size() - COMPARED, separate.size()),
                earlier.stream().min(byValue).orElseThrow(),
                earlier.stream().max(byValue).orElseThrow(),
                unbroken.size());
    }

    private static Course course(boolean rising, Desired desired) {
        return switch (desired) {
            case HIGHER -> rising ? Course.IMPROVES : Course.WORSENS;
            case LOWER -> rising ? Course.WORSENS : Course.IMPROVES;
            case NONE -> rising ? Course.INCREASES : Course.DECREASES;
        };
    }

    private static @Nullable Integer cut(Series series, List<Point> unbroken, Terms terms) {
        int first = unbroken.getFirst().year();
        boolean cut = series.counted().size() > unbroken.size();
        return cut
                ? terms.breaks().stream()
                        .filter(year -> year <= first)
                        .max(Comparator.naturalOrder())
                        .orElse(null)
                : null;
    }
}
