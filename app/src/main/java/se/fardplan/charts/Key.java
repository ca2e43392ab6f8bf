package se.fardplan.charts;

import java.util.ArrayList;
import java.util.List;
import se.fardplan.charts.Canvas.Anchor;
import se.fardplan.charts.Canvas.Pen;

/**
 * Explanations set in rows below a figure (förklaringsrader), each with its sample, wrapped to the figure's width.
 *
 * <p>Used for what cannot stand at its own place in the picture.
 */
final class Key {

    static final double ROW = 24;
    private static final double SAMPLE = 32;
    private static final double GAP = 24;

    private final List<Entry> entries = new ArrayList<>();

    /** Draws the sample in a field 24 wide, centred on a point. */
    interface Sample {
        void draw(Canvas canvas, double x, double y);
    }

    private record Entry(Sample sample, String text) {}

    void add(Sample sample, String text) {
        entries.add(new Entry(sample, text));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Draws the rows from {@code top} and gives back where they end. */
    double draw(Canvas canvas, double left, double top, double right) {
        return draw(canvas, left, top, right, ROW);
    }

    double draw(Canvas canvas, double left, double top, double right, double row) {
        double x = left;
        double y = top;
        for (Entry entry : entries) {
            List<String> lines = Wrap.lines(entry.text, Pen.QUIET, right - left - SAMPLE);
            double wide = SAMPLE
                    + lines.stream().mapToDouble(Pen.QUIET::widthOf).max().orElse(0);
            if (x > left && x + wide > right) {
                x = left;
                y += row;
            }
            entry.sample.draw(canvas, x + 12, y + row / 2);
            for (int i = 0; i < lines.size(); i++) {
                canvas.text(lines.get(i), x + SAMPLE, y + row / 2 + 5.5, Anchor.START, Pen.QUIET);
                y += i + 1 < lines.size() ? row : 0;
            }
            x = lines.size() > 1 ? right : x + wide + GAP;
        }
        return entries.isEmpty() ? top : y + row;
    }
}
