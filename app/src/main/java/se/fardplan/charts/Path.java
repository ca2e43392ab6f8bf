package se.fardplan.charts;

/** The d attribute of a path (bana), built point by point. */
final class Path {

    private final StringBuilder data = new StringBuilder();

    static Path empty() {
        return new Path();
    }

    static Path from(double x, double y) {
        return new Path().move(x, y);
    }

    Path move(double x, double y) {
        return add('M', x, y);
    }

    Path to(double x, double y) {
        return add('L', x, y);
    }

    /** A smooth curve with two guide points. */
    Path curve(double x1, double y1, double x2, double y2, double x, double y) {
        add('C', x1, y1);
        add(' ', x2, y2);
        return add(' ', x, y);
    }

    /** Part of a circle, clockwise. */
    Path arc(double radius, boolean large, double x, double y) {
        return arc(radius, large, true, x, y);
    }

    /** Part of a circle, against the clock. */
    Path arcBack(double radius, boolean large, double x, double y) {
        return arc(radius, large, false, x, y);
    }

    private Path arc(double radius, boolean large, boolean clockwise, double x, double y) {
        String r = Canvas.number(radius);
        data.append('A').append(r).append(' ').append(r).append(" 0 ");
        data.append(large ? '1' : '0').append(' ').append(clockwise ? '1' : '0');
        return add(' ', x, y);
    }

    Path close() {
        data.append('Z');
        return this;
    }

    boolean isEmpty() {
        return data.isEmpty();
    }

    String data() {
        return data.toString();
    }

    private Path add(char command, double x, double y) {
        data.append(command).append(Canvas.number(x)).append(' ').append(Canvas.number(y));
        return this;
    }
}
