package se.fardplan.charts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines over years (trend).
 *
 * <p>Years without a value break the line and show a mark. The axis begins at zero when that costs little; else it is
 * broken with a zigzag, and the drawing's notes say where it begins.
 *
 * @param lines   one to six; each line's years ascending
 * @param band    the middle half of the compared, or {@code null}
 * @param breaks  places that values may not be compared across
 * @param goal    what a body has decided to reach, or {@code null}
 * @param axis    where the value axis begins
 */
public record Trend(
        Caption caption,
        Measure measure,
        List<Line> lines,
        @Nullable Band band,
        List<Break> breaks,
        @Nullable Goal goal,
        Axis axis)
        implements Chart {

    public Trend {
        lines = List.copyOf(lines);
        breaks = List.copyOf(breaks);
    }

    /** Lines alone. */
    public Trend(Caption caption, Measure measure, List<Line> lines) {
        this(caption, measure, lines, null, List.of(), null, Axis.AUTO);
    }

    public Trend with(@Nullable Band newBand) {
        return new Trend(caption, measure, lines, newBand, breaks, goal, axis);
    }

    public Trend with(List<Break> newBreaks) {
        return new Trend(caption, measure, lines, band, newBreaks, goal, axis);
    }

    public Trend with(@Nullable Goal newGoal) {
        return new Trend(caption, measure, lines, band, breaks, newGoal, axis);
    }

    public Trend with(Axis newAxis) {
        return new Trend(caption, measure, lines, band, breaks, goal, newAxis);
    }

    @Override
    public Drawing render(Size size) {
        return new TrendDrawing(this, size).draw();
    }

    /** One series; its name is written where the line ends. */
    public record Line(String name, Voice voice, List<Point> points) {
        public Line {
            points = List.copyOf(points);
            for (int i = 1; i < points.size(); i++) {
                if (points.get(i - 1).year() >= points.get(i).year()) {
                    throw new IllegalArgumentException(name + ": years must ascend, but "
                            + points.get(i - 1).year() + " stands before "
                            + points.get(i).year());
                }
            }
        }
    }

    /**
     * The middle half over the years.
     *
     * @param name such as {@code Mellersta hälften av kommunerna}; empty where it is said beside the drawing
     */
    public record Band(String name, List<Spread> years) {
        public Band {
            years = List.copyOf(years);
        }
    }

    /**
     * One year of the band, lower to upper quartile.
     *
     * @param low {@code null} (with {@code high}) where the spread may not be shown: drawn hatched
     */
    public record Spread(
            int year, @Nullable Double low, @Nullable Double high) {
        public Spread {
            if ((low == null) != (high == null) || (low != null && high != null && low > high)) {
                throw new IllegalArgumentException(year + ": a spread is two ordered values or none");
            }
            if (low != null && high != null) {
                Point.checkDrawable(Integer.toString(year), low);
                Point.checkDrawable(Integer.toString(year), high);
            }
        }
    }

    /** A series break (seriebrott): values from {@code fromYear} on may not be compared with earlier ones. */
    public record Break(int fromYear, String headline) {}

    /** A decided goal (målvärde): {@code label} such as {@code Mål 2030}; the value is added to it. */
    public record Goal(String label, double value) {
        public Goal {
            Point.checkDrawable(label, value);
        }
    }

    /** Where the value axis begins. */
    public enum Axis {
        /** At zero when the data fill at least half of such an axis or are of one year, else broken. */
        AUTO,
        /** Always at zero. */
        FROM_ZERO,
        /** From 0 to 100. */
        PERCENT
    }
}
