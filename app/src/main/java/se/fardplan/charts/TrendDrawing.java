package se.fardplan.charts;

import java.util.DoubleSummaryStatistics;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fardplan.charts.Canvas.Anchor;
import se.fardplan.charts.Canvas.Pen;

/** Draws a {@link Trend}: places every text first, then axes, band and lines below them. */
final class TrendDrawing {

    private static final double MARK_ROW = 18;

    private final Trend trend;
    private final Size size;
    private final Canvas canvas;
    private final Key key = new Key();

    TrendDrawing(Trend trend, Size size) {
        this.trend = trend;
        this.size = size;
        this.canvas = new Canvas(size.width());
    }

    Drawing draw() {
        String summary = trend.caption().summary() == null
                ? TrendSummary.of(trend)
                : trend.caption().summary();
        DoubleSummaryStatistics values = values().summaryStatistics();
        if (trend.lines().stream().noneMatch(l -> l.points().stream().anyMatch(p -> p.value() != null))) {
            return empty(summary);
        }
        IntSummaryStatistics years = years().summaryStatistics();
        boolean oneYear = years.getMin() == years.getMax();
        Trend.Axis axis = oneYear && trend.axis() == Trend.Axis.AUTO ? Trend.Axis.FROM_ZERO : trend.axis();
        Scale scale = Scale.forLines(values.getMin(), values.getMax(), axis, oneYear ? 2 : 4);
        TrendBreaks breaks = new TrendBreaks(trend.breaks(), size.width());
        TrendEnds ends = new TrendEnds(trend, size);
        double left = scale.ticks().stream()
                        .mapToDouble(t -> Pen.QUIET.widthOf(scale.write(t)))
                        .max()
                        .orElse(0)
                + 12;
        double right = size.width() - ends.column();
        Plane flat = new Plane(left, right, 0, 1, years.getMin(), years.getMax(), scale);
        double top = breaks.layOut(flat) + 12;
        double plotHeight = Math.max(ends.minimumHeight(), (oneYear ? 220 : wantedHeight()) - top - 40);
        Plane plane = new Plane(left, right, top, top + plotHeight, years.getMin(), years.getMax(), scale);

        TrendLines lines = new TrendLines(trend, plane);
        Room room = new Room(left + 14, top + 2, size.narrow() ? size.width() - 2 : right, plane.bottom() - 2);
        lines.take(room);
        lines.takeHidden(room);
        breaks.take(room, plane);
        ends.place(canvas, plane, room, key);
        lines.takeBand(room);
        List<Runnable> leaders = new TrendBandLabels(trend, plane, lines, room).place(canvas, size.narrow(), key);

        grid(plane);
        lines.drawBand(canvas);
        breaks.draw(canvas, plane);
        zigzag(plane);
        leaders.forEach(Runnable::run);
        ends.drawLeaders(canvas);
        lines.drawLines(canvas);
        double below = markRows(plane);
        yearLabels(plane, below);
        double bottom = key.draw(canvas, size.narrow() ? 0 : left, below + 36, size.width());
        if (scale.broken()) {
            canvas.note(Words.of("axis.broken", scale.write(scale.low())));
        }
        return canvas.close(trend.caption(), summary, key.isEmpty() ? below + 32 : bottom);
    }

    private double wantedHeight() {
        return size.height() > 0 ? size.height() : size.narrow() ? 336 : Math.min(440, 180 + size.width() * 0.3);
    }

    private Drawing empty(String summary) {
        canvas.rect(0.5, 0.5, size.width() - 1.0, 95, 4, Ink.WHITE, Ink.HAIRLINE, 1);
        canvas.text(Words.of("empty"), size.width() / 2.0, 53, Anchor.MIDDLE, Pen.QUIET);
        marksInWords();
        double bottom = key.draw(canvas, 0, 104, size.width());
        return canvas.close(trend.caption(), summary, Math.max(96, bottom));
    }

    private DoubleStream values() {
        Trend.Band band = trend.band();
        Trend.Goal goal = trend.goal();
        Stream<@Nullable Double> all = Stream.concat(
                trend.lines().stream().flatMap(l -> l.points().stream()).map(Point::value),
                band == null ? Stream.empty() : band.years().stream().flatMap(s -> Stream.of(s.low(), s.high())));
        DoubleStream goals = goal == null ? DoubleStream.empty() : DoubleStream.of(goal.value());
        return DoubleStream.concat(all.filter(Objects::nonNull).mapToDouble(v -> v), goals);
    }

    private IntStream years() {
        Trend.Band band = trend.band();
        return IntStream.concat(
                trend.lines().stream().flatMap(l -> l.points().stream()).mapToInt(Point::year),
                band == null
                        ? IntStream.empty()
                        : band.years().stream().filter(s -> s.low() != null).mapToInt(Trend.Spread::year));
    }

    /** Help lines stop short of the texts that lie on them. */
    private void grid(Plane plane) {
        for (double tick : plane.scale().ticks()) {
            double y = plane.y(tick);
            String written = plane.scale().write(tick);
            boolean base = tick == plane.scale().low();
            canvas.text(written, plane.left() - 12, y + 5.5, Anchor.END, Pen.QUIET);
            if (base) {
                canvas.line(plane.left(), y, plane.right(), y, Ink.INK, 1.5);
            } else {
                for (double[] part : canvas.freeParts(plane.left(), plane.right(), y)) {
                    boolean zero = tick == 0;
                    canvas.line(part[0], y, part[1], y, zero ? Ink.INK : Ink.HAIRLINE, zero ? 1.5 : 1);
                }
            }
        }
    }

    private void zigzag(Plane plane) {
        if (plane.scale().broken()) {
            double x = plane.left();
            double y = plane.bottom();
            Path path = Path.from(x, y)
                    .to(x, y - 8)
                    .to(x - 6, y - 12)
                    .to(x + 6, y - 18)
                    .to(x, y - 22)
                    .to(x, y - 30);
            canvas.path(path, Ink.INK, 1.5, "");
        }
    }

    /** One row below the axis for each line that lacks values some years; gives back where the rows end. */
    private double markRows(Plane plane) {
        double y = plane.bottom() + 4;
        for (Trend.Line line : trend.lines()) {
            List<Point> without =
                    line.points().stream().filter(p -> p.value() == null).toList();
            if (!without.isEmpty()) {
                y += MARK_ROW;
                for (Point point : without) {
                    Marks.draw(
                            canvas,
                            point.mark(),
                            plane.x(point.year()),
                            y - 8,
                            Stroke.of(line.voice()).colour());
                }
            }
        }
        marksInWords();
        return y;
    }

    private void marksInWords() {
        for (Trend.Line line : trend.lines()) {
            String colour = Stroke.of(line.voice()).colour();
            TrendSummary.marks(line)
                    .forEach((mark, words) -> key.add((c, x, y) -> Marks.draw(c, mark, x, y, colour), words));
        }
    }

    /** The last year always, then as many as fit, evenly spaced, and the first where it fits. */
    private void yearLabels(Plane plane, double below) {
        int span = plane.lastYear() - plane.firstYear();
        double widest = Math.max(
                Pen.QUIET.widthOf(Integer.toString(plane.lastYear())),
                Pen.QUIET.widthOf(Integer.toString(plane.firstYear())));
        int step = 1;
        for (int candidate : new int[] {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000}) {
            step = candidate;
            if (span == 0 || (plane.x(plane.firstYear() + candidate) - plane.x(plane.firstYear())) >= widest + 14) {
                break;
            }
        }
        double free = Double.MAX_VALUE;
        for (int year = plane.lastYear(); year >= plane.firstYear(); year -= step) {
            double x = plane.x(year);
            double from = Math.max(0, Math.min(size.width() - widest, x - widest / 2));
            if (from + widest + 8 > free) {
                break;
            }
            free = from;
            yearLabel(plane, year, from + widest / 2, below);
        }
        double first = Math.max(0, plane.x(plane.firstYear()) - widest / 2);
        if (first + widest + 8 <= free) {
            yearLabel(plane, plane.firstYear(), first + widest / 2, below);
        }
    }

    private void yearLabel(Plane plane, int year, double middle, double below) {
        double x = plane.x(year);
        canvas.line(x, plane.bottom(), x, plane.bottom() + 6, Ink.INK, 1);
        canvas.text(Integer.toString(year), middle, below + 24, Anchor.MIDDLE, Pen.QUIET);
    }
}
