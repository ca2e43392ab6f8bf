package se.fardplan.charts;

import java.util.List;

/**
 * A small line with its first and last value written out (småbild, sparkline); 200 wide as a rule.
 *
 * <p>Its axis is its own: never compare heights between two of them. Without any value: a dotted line and an empty ring,
 * beside which the page says why.
 *
 * @param points years ascending
 */
public record Spark(Caption caption, Measure measure, List<Point> points) implements Chart {

    public Spark {
        points = List.copyOf(points);
    }

    @Override
    public Drawing render(Size size) {
        return new SparkDrawing(this, size).draw();
    }
}
