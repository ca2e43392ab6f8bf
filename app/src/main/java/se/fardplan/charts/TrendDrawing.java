package se.fardplan.charts;

import se.fardplan.charts.Canvas.Anchor;
import se.fardplan.charts.Canvas.Pen;

/** Draws a {@link Trend}. */
record TrendDrawing(Trend chart, Size size) {

    Drawing draw() {
        Canvas canvas = new Canvas(size.width());
        canvas.text(chart.caption().title(), 0, 20, Anchor.START, Pen.STRONG);
        return canvas.close(chart.caption(), chart.caption().title(), 32);
    }
}
