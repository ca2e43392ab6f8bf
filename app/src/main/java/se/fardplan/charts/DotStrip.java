package se.fardplan.charts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every compared place as a point on one line (punktremsa), without ranks.
 *
 * @param dots       in any order; those without a value are listed in words
 * @param middle     the middle half, or {@code null} where it may not be shown
 * @param references lines across the strip, as a rule the county and the nation
 */
public record DotStrip(
        Caption caption,
        Measure measure,
        List<Dot> dots,
        @Nullable Middle middle,
        List<Reference> references) implements Chart {

    public DotStrip {
        dots = List.copyOf(dots);
        references = List.copyOf(references);
    }

    @Override
    public Drawing render(Size size) {
        return size.narrow() ? new TallStripDrawing(this, size).draw() : new StripDrawing(this, size).draw();
    }

    /**
     * One place.
     *
     * @param value {@code null} exactly where the mark carries no value
     * @param own   the reader's own place, told apart by size and bold name
     */
    public record Dot(String name, @Nullable Double value, Mark mark, boolean own) {
        public Dot {
            if ((value != null) != mark.valued()) {
                throw new IllegalArgumentException(name + ": the mark " + mark + " does not go with " + value);
            }
            if (value != null) {
                Point.checkDrawable(name, value);
            }
        }

        public static Dot of(String name, double value) {
            return new Dot(name, value, Mark.PLAIN, false);
        }
    }

    /** Quartiles: the middle half lies between {@code lower} and {@code upper}. */
    public record Middle(double lower, double median, double upper) {}

    /** A line across all dots. */
    public record Reference(String name, double value, Voice voice) {
        public Reference {
            Point.checkDrawable(name, value);
        }
    }
}
