package se.fardplan.charts;

/**
 * Where a text ended up in a drawing (textruta), in the drawing's own pixels.
 *
 * @param x        left edge
 * @param y        top edge
 * @param fontSize never below 16
 */
public record Box(String text, double x, double y, double width, double height, double fontSize) {

    /** True where the two share more than an edge. */
    public boolean overlaps(Box other) {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
    }
}
