package se.fardplan.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How a year's values lie among areas of one kind (spridning).
 *
 * @param count areas with a value that counts, at least 1
 * @param of areas asked for, those without a value among them
 * @param q1 a quarter of the values lie at or below it: linear between ranks, as Excel's QUARTILE.INC
 */
public record Spread(
        int year, int count, int of, BigDecimal min, BigDecimal q1, BigDecimal median, BigDecimal q3, BigDecimal max) {

    /** The spread of {@code series} in {@code year}; empty when none of them has a value. */
    static Optional<Spread> of(int year, Collection<Series> series) {
        List<BigDecimal> sorted = series.stream()
                .flatMap(one -> one.find(year).filter(Point::counts).map(Point::number).stream())
                .sorted()
                .toList();
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Spread(
                year,
                sorted.size(),
                series.size(),
                sorted.getFirst(),
                quarter(sorted, 1),
                quarter(sorted, 2),
                quarter(sorted, 3),
                sorted.getLast()));
    }

    /** True when at least three in four of the areas have a value: fewer say too little of the whole. */
    public boolean complete() {
        return count * 4 >= of * 3;
    }

    /** Where {@code value} lies against the middle half, its ends included. */
    public Half halfOf(BigDecimal value) {
        if (value.compareTo(q1) < 0) {
            return Half.BELOW;
        }
        return value.compareTo(q3) > 0 ? Half.ABOVE : Half.WITHIN;
    }

    /** Against the middle half (mellersta hälften). */
    public enum Half {
        BELOW,
        WITHIN,
        ABOVE
    }

    static BigDecimal median(Collection<BigDecimal> values) {
        return quarter(values.stream().sorted().toList(), 2);
    }

    /** The value {@code quarters}/4 of the way through {@code sorted}, exact. */
    private static BigDecimal quarter(List<BigDecimal> sorted, int quarters) {
        int steps = (sorted.size() - 1) * quarters;
        BigDecimal low = sorted.get(steps / 4);
        BigDecimal high = sorted.get(Math.min(steps / 4 + 1, sorted.size() - 1));
        BigDecimal part = BigDecimal.valueOf(steps % 4).divide(BigDecimal.valueOf(4), 2, RoundingMode.UNNECESSARY);
        return low.add(high.subtract(low).multiply(part)).stripTrailingZeros();
    }
}
