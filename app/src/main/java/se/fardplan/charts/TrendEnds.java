package se.fardplan.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import se.fardplan.charts.Canvas.Anchor;
import se.fardplan.charts.Canvas.Pen;

/**
 * Names and values where a trend's lines end (slutetiketter).
 *
 * <p>Wide: a column to the right. Narrow: inside the plot where it is free, else in the key below.
 */
final class TrendEnds {

    private static final double LINE = 20;
    private static final double LEADER = 26;
    private static final double WIDEST_SHARE = 0.34;

    /** The least height of a plot, on a page and on a telephone; a wished height may go below the first. */
    private static final double LOWEST = 160;

    private static final double NARROW_LOWEST = 200;
    private static final double AXIS_ROOM = 52;

    private final Size size;
    private final List<End> ends = new ArrayList<>();
    private final List<Leader> leaders = new ArrayList<>();

    TrendEnds(Trend trend, Size size) {
        this.size = size;
        int lastYear = trend.lines().stream()
                .flatMap(l -> l.points().stream())
                .mapToInt(Point::year)
                .max()
                .orElse(0);
        for (Trend.Line line : trend.lines()) {
            List<Point> valued =
                    line.points().stream().filter(p -> p.value() != null).toList();
            if (!valued.isEmpty()) {
                Point last = valued.getLast();
                String value = trend.measure().write(Objects.requireNonNull(last.value()));
                String text = last.year() == lastYear
                        ? Words.of("end", line.name(), value)
                        : Words.of("end.earlier", line.name(), Integer.toString(last.year()), value);
                Stroke stroke = Stroke.of(line.voice());
                ends.add(end(text, last.year(), last.value(), stroke, false));
            }
        }
        Trend.Goal goal = trend.goal();
        if (goal != null) {
            Stroke stroke = new Stroke(Voice.OTHER, Ink.INK, 2, "", Pen.PLAIN);
            ends.add(end(TrendSummary.goal(trend, goal), lastYear, goal.value(), stroke, true));
        }
    }

    private End end(String text, int year, double value, Stroke stroke, boolean goal) {
        double widest = size.narrow() ? size.width() * 0.6 : size.width() * WIDEST_SHARE - LEADER;
        List<String> lines = Wrap.lines(text, stroke.pen(), widest);
        double width = lines.stream().mapToDouble(stroke.pen()::widthOf).max().orElse(0);
        return new End(text, lines, width, year, value, stroke, goal);
    }

    private record End(
            String text, List<String> lines, double width, int year, double value, Stroke stroke, boolean goal) {

        double height() {
            return lines.size() * LINE;
        }
    }

    private record Leader(Path path, String colour, double width, String dashes) {}

    /** How much of the width the labels need beside the plot. */
    double column() {
        return size.narrow() ? 4 : ends.stream().mapToDouble(End::width).max().orElse(0) + LEADER;
    }

    /** The plot must be high enough to stack the labels beside it. */
    double minimumHeight() {
        double stacked = ends.stream().mapToDouble(e -> e.height() + 3).sum();
        double lowest = size.height() > 0 ? Math.min(LOWEST, size.height() - AXIS_ROOM) : LOWEST;
        return size.narrow() ? NARROW_LOWEST : Math.max(lowest, stacked);
    }

    void place(Canvas canvas, Plane plane, Room room, Key key) {
        if (size.narrow()) {
            placeInside(canvas, plane, room, key);
        } else {
            placeBeside(canvas, plane);
        }
    }

    private void placeBeside(Canvas canvas, Plane plane) {
        List<End> order = ends.stream()
                .sorted(Comparator.comparingDouble((End e) -> plane.y(e.value)))
                .toList();
        List<Double> middles = Stack.place(
                order.stream()
                        .map(e -> new Stack.Wish(plane.y(e.value), e.height() + 3))
                        .toList(),
                plane.top() - 8,
                plane.bottom() + 8);
        double x = plane.right() + LEADER;
        for (int i = 0; i < order.size(); i++) {
            End end = order.get(i);
            double middle = middles.get(i);
            double y = middle - end.height() / 2 + 15.5;
            for (String line : end.lines) {
                canvas.text(line, x, y, Anchor.START, end.stroke.pen());
                y += LINE;
            }
            double fromX = plane.x(end.year);
            double fromY = plane.y(end.value);
            double edge = plane.right() + 6;
            if (end.goal) {
                leaders.add(
                        new Leader(Path.from(fromX - 24, fromY).to(edge, fromY).to(x - 5, middle), Ink.INK, 2, ""));
            } else if (end.year == plane.lastYear()) {
                leaders.add(new Leader(
                        Path.from(fromX + 9, fromY).to(edge, fromY).to(x - 5, middle), Ink.HELP_LINE, 1.2, ""));
            } else {
                leaders.add(new Leader(
                        Path.from(fromX + 9, fromY).to(edge, fromY).to(x - 5, middle), Ink.HELP_LINE, 1.2, "1 4"));
            }
        }
    }

    /** The subject chooses first; the highest point looks for room above itself first, the others below. */
    private void placeInside(Canvas canvas, Plane plane, Room room, Key key) {
        for (End end : ends) {
            double x = hook(plane, end);
            double y = plane.y(end.value);
            if (!end.goal) {
                room.take(x - 8, y - 8, 16, 16);
            } else {
                leaders.add(new Leader(Path.from(x - 14, y).to(x + 14, y), Ink.INK, 2, ""));
                room.stroke(x - 14, y, x + 14, y);
            }
        }
        double highest = ends.stream().mapToDouble(End::value).max().orElse(0);
        List<End> order = ends.stream()
                .sorted(Comparator.comparing((End e) -> e.stroke.voice() != Voice.OWN)
                        .thenComparing(e -> e.goal)
                        .thenComparingDouble(e -> -e.value))
                .toList();
        for (End end : order) {
            boolean upFirst = end.value == highest && ends.size() > 1;
            if (!inside(canvas, plane, room, end, upFirst)) {
                key.add((c, x, y) -> end.stroke.sample(c, x, y), end.text);
            }
        }
    }

    /** Where a leader begins; the goal's mark stands left of the last points so that their leaders pass it. */
    private static double hook(Plane plane, End end) {
        return end.goal ? plane.right() - 40 : plane.x(end.year);
    }

    private boolean inside(Canvas canvas, Plane plane, Room room, End end, boolean upFirst) {
        double px = hook(plane, end);
        double py = plane.y(end.value);
        double right = Math.min(size.width() - 3.0, px + end.width / 2);
        right = end.year == plane.lastYear() ? size.width() - 3.0 : right;
        for (int distance = 10; distance < plane.bottom() - plane.top(); distance += 4) {
            for (boolean up : new boolean[] {upFirst, !upFirst}) {
                double top = up ? py - distance - end.height() : py + distance;
                double edge = up ? top + end.height() : top;
                boolean leaderCrosses = ends.stream()
                        .anyMatch(o ->
                                o != end && Math.abs(hook(plane, o) - px) < 12 && between(plane.y(o.value), py, edge));
                if (!leaderCrosses
                        && room.free(right - end.width, top, end.width, end.height(), 3)
                        && room.clear(px, py + (up ? -9 : 9), px, edge, 0)) {
                    double y = top + 15.5;
                    for (String line : end.lines) {
                        room.take(canvas.text(line, right, y, Anchor.END, end.stroke.pen()));
                        y += LINE;
                    }
                    room.stroke(px, py, px, edge);
                    if (distance > 12) {
                        leaders.add(new Leader(
                                Path.from(px, py).to(px, edge), end.goal ? Ink.INK : Ink.HELP_LINE, 1.2, ""));
                    }
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean between(double value, double a, double b) {
        return Math.min(a, b) - 6 < value && value < Math.max(a, b) + 6;
    }

    void drawLeaders(Canvas canvas) {
        for (Leader leader : leaders) {
            canvas.path(leader.path, leader.colour, leader.width, leader.dashes);
        }
    }
}
