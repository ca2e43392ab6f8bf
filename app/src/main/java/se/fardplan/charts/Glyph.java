package se.fardplan.charts;

/**
 * A judgement's or status's shape (märke), drawn on 28 by 28; always used with its word beside it, never alone.
 *
 * <p>Up always means better, also where the value falls; {@link #RISES} and {@link #FALLS} are for figures that have no
 * better direction.
 */
public enum Glyph {
    /** Förbättras: triangle up, green. */
    IMPROVES(Ink.BETTER, fill("M14 3.5 25.5 24h-23z")),
    /** Ingen säker skillnad: bar. */
    STEADY(Ink.INK_2, fill("M3 10h22q1 0 1 1v6q0 1 -1 1h-22q-1 0 -1 -1v-6q0 -1 1 -1z")),
    /** Försämras: triangle down, ochre. */
    WORSENS(Ink.WORSE, fill("M14 24.5 2.5 4h23z")),
    /** Ökar: triangle up, ink. */
    RISES(Ink.INK, fill("M14 3.5 25.5 24h-23z")),
    /** Minskar: triangle down, ink. */
    FALLS(Ink.INK, fill("M14 24.5 2.5 4h23z")),
    /** Går åt båda hållen: one triangle up, one down, ink. */
    MIXED(Ink.INK, fill("M7.5 5 13.5 19h-12z") + fill("M20.5 23 14.5 9h12z")),
    /** Kan inte avgöras: dashed ring. */
    UNKNOWN(Ink.INK_2, dashedRing(14, 14, 9.5)),
    /** I nivå med riket: point on the line. */
    LEVEL(Ink.INK_2, stroke("M14 2v24") + dot(14, 6.5)),
    /** Lägre: point left of the line. */
    LOWER(Ink.INK_2, stroke("M19 2v24") + dot(8, 6)),
    /** Högre: point right of the line. */
    HIGHER(Ink.INK_2, stroke("M9 2v24") + dot(20, 6)),
    /** Framme: whole target. */
    GOAL_REACHED(Ink.BETTER, ring() + "<circle cx=\"14\" cy=\"14\" r=\"7.5\" fill=\"@\"/>"),
    /** Inte framme: half target. */
    GOAL_AHEAD(Ink.WORSE, ring() + fill("M14 6.5a7.5 7.5 0 0 0 0 15z")),
    /** Målvärde saknas: dashed target without core. */
    GOAL_NONE(Ink.INK_2, dashedRing(14, 14, 11.5)),
    /** Planerad: empty square. */
    PLANNED(
            Ink.INK_2,
            "<rect x=\"5\" y=\"5\" width=\"18\" height=\"18\" rx=\"2\" fill=\"#ffffff\" stroke=\"@\" stroke-width=\"2.5\"/>"),
    /** Påbörjad: play arrow. */
    STARTED(Ink.SILJAN, fill("M6 3.5 24 14 6 24.5z")),
    /** Införd: filled square. */
    INTRODUCED(Ink.SILJAN, "<rect x=\"4\" y=\"4\" width=\"20\" height=\"20\" rx=\"2\" fill=\"@\"/>"),
    /** Varaktig: divided square. */
    LASTING(
            Ink.SILJAN,
            "<rect x=\"4\" y=\"4\" width=\"20\" height=\"8.5\" rx=\"2\" fill=\"@\"/>"
                    + "<rect x=\"4\" y=\"15.5\" width=\"20\" height=\"8.5\" rx=\"2\" fill=\"@\"/>"),
    /** Försenad: clock. */
    LATE(Ink.WORSE, ring() + stroke("M14 7v7.5l5 3")),
    /** Pausad: two bars. */
    PAUSED(Ink.INK_2, fill("M7 4h5v20h-5z") + fill("M16 4h5v20h-5z")),
    /** Avslutad: cross. */
    ENDED(Ink.INK_2, stroke("M6 6 22 22") + stroke("M22 6 6 22")),
    /** Splittrat: arrows apart. */
    SPLIT(Ink.INK, fill("M11 5 2 14l9 9z") + fill("M17 5l9 9-9 9z")),
    /** Enigt: arrows together. */
    AGREED(Ink.INK, fill("M3 5l9 9-9 9z") + fill("M25 5l-9 9 9 9z"));

    private static final int SIDE = 28;

    private final String colour;
    private final String shapes;

    Glyph(String colour, String shapes) {
        this.colour = colour;
        this.shapes = shapes.replace("@", colour);
    }

    /** The colour of the shape and of the word beside it. */
    public String colour() {
        return colour;
    }

    /** The class of the word beside it: {@code good}, {@code warn}, {@code flat}, {@code acc} or {@code plain}. */
    public String tone() {
        return switch (colour) {
            case Ink.BETTER -> "good";
            case Ink.WORSE -> "warn";
            case Ink.INK_2 -> "flat";
            case Ink.SILJAN -> "acc";
            default -> "plain";
        };
    }

    /** The shape as an svg of its own, hidden from screen readers since the word says it; {@code size} in pixels. */
    public String svg(int size) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + size + "\" height=\"" + size
                + "\" viewBox=\"0 0 28 28\" aria-hidden=\"true\" focusable=\"false\" alt=\"\">" + shapes + "</svg>";
    }

    /** The shape inside a drawing, centred on a point. */
    String centredOn(double x, double y, double size) {
        return "<g transform=\"translate(" + Canvas.number(x - size / 2) + " " + Canvas.number(y - size / 2)
                + ") scale(" + Canvas.number(size / SIDE) + ")\">" + shapes + "</g>";
    }

    private static String fill(String path) {
        return "<path d=\"" + path + "\" fill=\"@\"/>";
    }

    private static String stroke(String path) {
        return "<path d=\"" + path + "\" fill=\"none\" stroke=\"@\" stroke-width=\"3\" stroke-linecap=\"round\"/>";
    }

    private static String dot(int x, double radius) {
        return "<circle cx=\"" + x + "\" cy=\"14\" r=\"" + radius
                + "\" fill=\"@\" stroke=\"#ffffff\" stroke-width=\"2\"/>";
    }

    private static String ring() {
        return "<circle cx=\"14\" cy=\"14\" r=\"11.5\" fill=\"#ffffff\" stroke=\"@\" stroke-width=\"2.5\"/>";
    }

    /** Eight equal dashes around the ring. */
    private static String dashedRing(int x, int y, double radius) {
        double step = 2 * Math.PI * radius / 8;
        return "<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"" + radius
                + "\" fill=\"#ffffff\" stroke=\"@\" stroke-width=\"2.5\" stroke-dasharray=\""
                + Canvas.number(step * 0.6)
                + " " + Canvas.number(step * 0.4) + "\"/>";
    }
}
