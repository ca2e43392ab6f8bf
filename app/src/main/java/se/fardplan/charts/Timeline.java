package se.fardplan.charts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time line (tidslinje): rows of stretches that may overlap or leave gaps, and of single days, over a scale of months.
 *
 * @param first the first month of the scale
 * @param last  the last month, not before the first
 * @param today marked where it lies within the scale; null for a line without it
 */
public record Timeline(
        Caption caption,
        YearMonth first,
        YearMonth last,
        @Nullable LocalDate today,
        List<Row> rows) implements Chart {

    public Timeline {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "a time line that ends in %s before it begins in %s".formatted(last, first));
        }
        rows = List.copyOf(rows);
    }

    @Override
    public Drawing render(Size size) {
        return new TimelineDrawing(this, size).draw();
    }

    /** One row; {@code note} stands below the name and may be empty. What lies outside the scale is cut to it. */
    public record Row(String name, String note, List<Span> spans, List<Moment> moments) {
        public Row {
            spans = List.copyOf(spans);
            moments = List.copyOf(moments);
        }
    }

    /** A stretch of days, the last one included. */
    public record Span(LocalDate from, LocalDate until, Form form) {
        public Span {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("a stretch that ends on %s before %s".formatted(until, from));
            }
        }
    }

    /** A single day. @param label short, beside the sign @param word what the sign says, for those who hear the chart */
    public record Moment(LocalDate day, Glyph sign, String label, String word) {}

    /** What a stretch is: filled, a pale band, or an outline of dashes. */
    public enum Form {
        STEP,
        TRACK,
        GAP
    }
}
