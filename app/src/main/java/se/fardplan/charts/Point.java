package se.fardplan.charts;

import org.jspecify.annotations.Nullable;

/**
 * One year in a series (punkt).
 *
 * @param value {@code null} exactly where the mark carries no value; else within ±1e12
 */
public record Point(int year, @Nullable Double value, Mark mark) {

    public Point {
        if ((value != null) != mark.valued()) {
            throw new IllegalArgumentException(year + ": the mark " + mark + " does not go with the value " + value);
        }
        if (value != null) {
            checkDrawable(Integer.toString(year), value);
        }
    }

    /** Values beyond a million million have no readable place in a chart; nor has what is not a number. */
    static void checkDrawable(String where, double value) {
        if (!(Math.abs(value) <= 1e12)) {
            throw new IllegalArgumentException(where + ": a value must lie within ±1e12, but was " + value);
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
