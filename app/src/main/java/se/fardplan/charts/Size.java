package se.fardplan.charts;

/**
 * How large a drawing is (mått), in CSS pixels at its natural size.
 *
 * @param width  320 to 1136 for figures; below 480 the forms take their phone layout
 * @param height wished height; 0: the form chooses; a form may grow past it so that no text is cut
 */
public record Size(int width, int height) {

    private static final int PHONE_BELOW = 480;

    public Size {
        if (width < 16 || height < 0) {
            throw new IllegalArgumentException("A drawing needs a width of at least 16, but was " + width);
        }
    }

    /** The whole page's width, 1136. */
    public static Size full() {
        return of(1136);
    }

    /** Beside the side column, 760; also the report's column (the PDF scales it to the page). */
    public static Size wide() {
        return of(760);
    }

    /** A telephone, 358. */
    public static Size phone() {
        return of(358);
    }

    public static Size of(int width) {
        return new Size(width, 0);
    }

    /** True where the narrow layout is used. */
    public boolean narrow() {
        return width < PHONE_BELOW;
    }
}
