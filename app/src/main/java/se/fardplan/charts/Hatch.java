package se.fardplan.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The hatching that means "not shown" (raster): slanting strokes cut by hand to their area.
 *
 * <p>No pattern element, since the PDF and Word renderers draw those unevenly.
 */
final class Hatch {

    private static final double DISTANCE = 8;
    private static final double STROKE = 3.2;

    private Hatch() {}

    /** Fills a polygon, given as x and y in turn. */
    static void polygon(Canvas canvas, double... xy) {
        Path outline = Path.from(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            outline.to(xy[i], xy[i + 1]);
        }
        canvas.area(outline.close(), Ink.WHITE);
        Path strokes = Path.empty();
        double[] sums = new double[xy.length / 2];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = xy[2 * i] + xy[2 * i + 1];
        }
        double last = Arrays.stream(sums).max().orElse(0);
        double first = Arrays.stream(sums).min().orElse(0);
        for (double sum = first + DISTANCE / 2; sum < last; sum += DISTANCE * Math.sqrt(2)) {
            stroke(strokes, xy, sum);
        }
        if (!strokes.isEmpty()) {
            canvas.flatPath(strokes, Ink.HAIRLINE, STROKE);
        }
    }

    static void rect(Canvas canvas, double x, double y, double width, double height) {
        polygon(canvas, x, y, x + width, y, x + width, y + height, x, y + height);
    }

    /** Adds the parts of the line x + y = sum that lie inside. */
    private static void stroke(Path strokes, double[] xy, double sum) {
        List<Double> crossings = new ArrayList<>();
        int n = xy.length / 2;
        for (int i = 0; i < n; i++) {
            int j = (i + 1) % n;
            double a = xy[2 * i] + xy[2 * i + 1] - sum;
            double b = xy[2 * j] + xy[2 * j + 1] - sum;
            if (a < 0 != b < 0) {
                crossings.add(xy[2 * i] + (xy[2 * j] - xy[2 * i]) * a / (a - b));
            }
        }
        crossings.sort(null);
        for (int i = 0; i + 1 < crossings.size(); i += 2) {
            double from = crossings.get(i);
            double to = crossings.get(i + 1);
            strokes.move(from, sum - from).to(to, sum - to);
        }
    }
}
