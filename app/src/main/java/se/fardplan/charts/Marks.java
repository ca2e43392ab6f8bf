package se.fardplan.charts;

/** The shapes of the marks (märken), each told apart without colour. */
final class Marks {

    private Marks() {}

    /** A mark some 14 px across, centred on a point. */
    static void draw(Canvas canvas, Mark mark, double x, double y, String colour) {
        switch (mark) {
            case PLAIN -> canvas.circle(x, y, 4, colour, Ink.WHITE, 1);
            case PRELIMINARY ->
                canvas.shape(
                        Path.from(x, y - 7)
                                .to(x + 7, y)
                                .to(x, y + 7)
                                .to(x - 7, y)
                                .close(),
                        Ink.WHITE,
                        colour,
                        2.5);
            case UNCERTAIN -> {
                canvas.circle(x, y, 6, Ink.WHITE, "none", 0);
                canvas.path(Path.from(x, y - 6).arc(6, true, x, y + 6).arc(6, true, x, y - 6), colour, 2.5, "2.8 1.9");
            }
            case TYPED -> {
                canvas.rect(x - 6, y - 6, 12, 12, 0, Ink.WHITE, colour, 2.2);
                canvas.circle(x, y, 2, colour, "none", 0);
            }
            case SUPPRESSED -> {
                Hatch.rect(canvas, x - 7, y - 7, 14, 14);
                canvas.rect(x - 7, y - 7, 14, 14, 0, "none", Ink.HELP_LINE, 1.2);
            }
            case MISSING -> {
                canvas.line(x - 5, y - 5, x + 5, y + 5, Ink.INK_2, 2);
                canvas.line(x - 5, y + 5, x + 5, y - 5, Ink.INK_2, 2);
            }
            case NOT_PUBLISHED ->
                canvas.path(
                        Path.from(x - 6, y - 6)
                                .to(x + 6, y - 6)
                                .to(x + 6, y + 6)
                                .to(x - 6, y + 6)
                                .close(),
                        Ink.INK_2,
                        1.6,
                        "2 2");
            case NOT_SURVEYED -> canvas.circle(x, y, 2.5, Ink.INK_2, "none", 0);
            case NOT_APPLICABLE -> {
                canvas.circle(x, y, 6, "none", Ink.INK_2, 1.8);
                canvas.line(x - 4, y + 4, x + 4, y - 4, Ink.INK_2, 1.8);
            }
            case REMOVED -> {
                canvas.rect(x - 4, y - 7, 8, 14, 1, Ink.HAIRLINE, "none", 0);
                canvas.line(x - 8, y, x + 8, y, Ink.INK_2, 2);
            }
        }
    }
}
