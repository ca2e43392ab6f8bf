package se.fardplan.charts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Women and men side by side for each place (kvinnor och män), a dumbbell a row.
 *
 * @param rows as a rule the county and the nation
 */
public record Pair(Caption caption, Measure measure, List<Row> rows) implements Chart {

    public Pair {
        rows = List.copyOf(rows);
    }

    @Override
    public Drawing render(Size size) {
        return new PairDrawing(this, size).draw();
    }

    /** One place; a value is {@code null} exactly where its mark carries none. */
    public record Row(
            String name,
            Voice voice,
            @Nullable Double women,
            Mark womenMark,
            @Nullable Double men,
            Mark menMark) {
        public Row {
            if ((women != null) != womenMark.valued() || (men != null) != menMark.valued()) {
                throw new IllegalArgumentException(name + ": a mark does not go with its value");
            }
            if (women != null) {
                Point.checkDrawable(name, women);
            }
            if (men != null) {
                Point.checkDrawable(name, men);
            }
        }

        public static Row of(String name, Voice voice, double women, double men) {
            return new Row(name, voice, women, Mark.PLAIN, men, Mark.PLAIN);
        }
    }
}
