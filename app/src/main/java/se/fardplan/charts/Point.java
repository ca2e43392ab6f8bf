package se.fardplan.charts;

import org.jspecify.annotations.Nullable;

/**
 * One year in a series (punkt).
 *
 * @param value {@code null} exactly where the mark carries no value
 */
public record Point(int year, @Nullable Double value, Mark mark) {

    public Point {
        if ((value != null) != mark.valued()) {
            throw new IllegalArgumentException(year + ": the mark " + mark + " does not go with the value " + value);
        }
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException(year + ": a value must be a number, but was " + value);
        }
    }

    public static Point of(int year, double value) {
        return new Point(year, value, Mark.PLAIN);
    }

    /** A year without a value, and why. */
    public static Point without(int year, Mark why) {
        return new Point(year, null, why);
    }
}
