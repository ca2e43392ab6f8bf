package se.fardplan.charts;

import java.time.LocalDate;
import java.util.List;

/**
 * The year's lap (årets varv): a ring in parts, with today on it.
 *
 * <p>Drawn narrower than 300 it is the ring alone, with numbers; wider, the parts' names stand beside or below.
 *
 * @param parts the year's months in order, each month in one part at most
 */
public record Lap(Caption caption, List<Part> parts, LocalDate today) implements Chart {

    public Lap {
        parts = List.copyOf(parts);
    }

    @Override
    public Drawing render(Size size) {
        return new LapDrawing(this, size).draw();
    }

    /** One part, both months included, 1 to 12. */
    public record Part(String name, int fromMonth, int toMonth) {
        public Part {
            if (fromMonth < 1 || toMonth < fromMonth || toMonth > 12) {
                throw new IllegalArgumentException(name + ": months " + fromMonth + " to " + toMonth);
            }
        }
    }
}
