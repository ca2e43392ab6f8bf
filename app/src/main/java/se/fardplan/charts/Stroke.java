package se.fardplan.charts;

import se.fardplan.charts.Canvas.Pen;

/** How a voice is drawn (streck). */
record Stroke(Voice voice, String colour, double width, String dashes, Pen pen) {

    static Stroke of(Voice voice) {
        return switch (voice) {
            case OWN -> new Stroke(voice, Ink.SILJAN, 4, "", Pen.OWN);
            case REFERENCE -> new Stroke(voice, Ink.INK_2, 2.5, "7 5", Pen.QUIET);
            case OTHER -> new Stroke(voice, Ink.HELP_LINE, 1.8, "", Pen.QUIET);
            case WOMEN -> new Stroke(voice, Ink.SILJAN, 3.5, "", Pen.OWN);
            case MEN -> new Stroke(voice, Ink.SILJAN, 2.5, "12 4", Pen.QUIET);
        };
    }

    /** The point where the line ends. */
    void end(Canvas canvas, double x, double y) {
        switch (voice) {
            case OWN -> canvas.circle(x, y, 6.5, colour, Ink.WHITE, 2);
            case REFERENCE -> canvas.circle(x, y, 4.7, Ink.WHITE, colour, 2.5);
            case OTHER -> canvas.circle(x, y, 4, colour, Ink.WHITE, 1.5);
            case WOMEN -> canvas.circle(x, y, 6, colour, Ink.WHITE, 1.5);
            case MEN -> canvas.rect(x - 5, y - 5, 10, 10, 0, Ink.WHITE, colour, 2.5);
        }
    }

    /** A short piece of the line for a key. */
    void sample(Canvas canvas, double x, double y) {
        canvas.path(Path.from(x - 12, y).to(x + 12, y), colour, width, dashes);
    }
}
