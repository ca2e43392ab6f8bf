package se.fardplan.charts;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import se.fardplan.charts.Canvas.Anchor;
import se.fardplan.charts.Canvas.Pen;

/** Draws a {@link Spark}. */
final class SparkDrawing {

    private static final double HEIGHT = 52;
    private static final double SHORTEST = 24;

    private final Spark spark;
    private final Size size;
    private final Canvas canvas;
    private final List<Point> valued;

    SparkDrawing(Spark spark, Size size) {
        this.spark = spark;
        this.size = size;
        this.canvas = new Canvas(size.width());
        this.valued = spark.points().stream().filter(p -> p.value() != null).toList();
    }

    Drawing draw() {
        double height = Math.max(HEIGHT, size.height());
        if (valued.isEmpty()) {
            double right = Math.max(16, Math.min(size.width() - 10, 140));
            canvas.path(Path.from(4, height / 2).to(right - 6, height / 2), Ink.HELP_LINE, 2, "1 7");
            canvas.circle(right, height / 2, 5, Ink.WHITE, Ink.HELP_LINE, 2);
            return canvas.close(spark.caption(), summary(), height);
        }
        Point first = valued.getFirst();
        Point last = valued.getLast();
        String suffix = spark.measure().suffix();
        String firstText = number(first);
        String lastText = number(last);
        double lastWidth = Pen.STRONG.widthOf(lastText);
        double suffixWidth = suffix.isEmpty() ? 0 : Pen.QUIET.widthOf(Numbers.SPACE + suffix);
        double unit = lastWidth + suffixWidth + 20 > size.width() ? 0 : suffixWidth;
        boolean one = valued.size() == 1;
        double left = one ? 8 : Pen.QUIET.widthOf(firstText) + 8;
        double right = size.width() - lastWidth - unit - 12;
        boolean roomy = right - left >= SHORTEST;
        if (!roomy) {
            left = 8;
            right = Math.max(left + 1, size.width() - lastWidth - unit - 12);
        }
        Plane plane = plane(left, right, height);
        if (roomy && !one) {
            canvas.text(firstText, left - 8, plane.y(value(first)) + 5.5, Anchor.END, Pen.QUIET);
        }
        line(plane);
        double x = plane.x(last.year());
        double y = plane.y(value(last));
        double labelX = Math.max(0, Math.min(one ? x + 12 : right + 12, size.width() - lastWidth - unit));
        canvas.text(lastText, labelX, y + 5.5, Anchor.START, Pen.STRONG);
        if (unit > 0) {
            canvas.text(Numbers.SPACE + suffix, labelX + lastWidth, y + 5.5, Anchor.START, Pen.QUIET);
        }
        return canvas.close(spark.caption(), summary(), height);
    }

    private Plane plane(double left, double right, double height) {
        DoubleSummaryStatistics values =
                valued.stream().mapToDouble(SparkDrawing::value).summaryStatistics();
        double margin = values.getMax() == values.getMin() ? 1 : 0;
        Scale scale = new Scale(List.of(values.getMin() - margin, values.getMax() + margin), 0, true);
        return new Plane(
                left - 12,
                right + 12,
                16,
                height - 16,
                valued.getFirst().year(),
                valued.getLast().year(),
                scale);
    }

    private void line(Plane plane) {
        Trend.Line line = new Trend.Line("", Voice.OWN, spark.points());
        for (List<Point> run : TrendRuns.of(line, List.of())) {
            Path path = Path.empty();
            for (Point point : run) {
                double x = plane.x(point.year());
                double y = plane.y(value(point));
                path = path.isEmpty() ? path.move(x, y) : path.to(x, y);
            }
            if (run.size() > 1) {
                canvas.path(path, Ink.SILJAN, 2.5, "");
            } else if (run.getFirst() != valued.getLast()) {
                canvas.circle(plane.x(run.getFirst().year()), plane.y(value(run.getFirst())), 3, Ink.SILJAN, "none", 0);
            }
        }
        Point last = valued.getLast();
        if (last.mark() == Mark.PLAIN) {
            canvas.circle(plane.x(last.year()), plane.y(value(last)), 4.5, Ink.SILJAN, "none", 0);
        } else {
            Marks.draw(canvas, last.mark(), plane.x(last.year()), plane.y(value(last)), Ink.SILJAN);
        }
    }

    private String number(Point point) {
        return Numbers.write(value(point), spark.measure().decimals());
    }

    private static double value(Point point) {
        return Objects.requireNonNull(point.value());
    }

    private String summary() {
        String given = spark.caption().summary();
        if (given != null) {
            return given;
        }
        if (valued.isEmpty()) {
            return Words.of("spark.none");
        }
        Point first = valued.getFirst();
        Point last = valued.getLast();
        String end = spark.measure().write(value(last));
        return first == last
                ? Words.of("spark.one", end, Integer.toString(last.year()))
                : Words.of(
                        "spark.line",
                        spark.measure().write(value(first)),
                        Integer.toString(first.year()),
                        end,
                        Integer.toString(last.year()));
    }
}
