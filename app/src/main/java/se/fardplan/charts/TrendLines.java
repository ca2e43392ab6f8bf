package se.fardplan.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws a trend's lines, points and band on a plane (linjer och band). */
final class TrendLines {

    private final Trend trend;
    private final Plane plane;

    TrendLines(Trend trend, Plane plane) {
        this.trend = trend;
        this.plane = plane;
    }

    /** Tells the room where the lines run, so that texts keep clear of them. */
    void take(Room room) {
        for (Trend.Line line : trend.lines()) {
            for (List<Point> run : TrendRuns.of(line, trend.breaks())) {
                for (int i = 0; i < run.size(); i++) {
                    Point a = run.get(Math.max(0, i - 1));
                    room.stroke(x(a), y(a), x(run.get(i)), y(run.get(i)));
                    room.take(x(run.get(i)) - 4, y(run.get(i)) - 4, 8, 8);
                }
            }
        }
    }

    /** The hatched stretches, which no text may cover. */
    void takeHidden(Room room) {
        for (Hidden hidden : hidden()) {
            double from = plane.x(hidden.from.year());
            double top = Math.min(y(hidden.from.high()), y(hidden.to.high()));
            double bottom = Math.max(y(hidden.from.low()), y(hidden.to.low()));
            room.take(from, top, plane.x(hidden.to.year()) - from, bottom - top);
        }
    }

    /** The band's edges, for texts that must not lie half on it. */
    void takeBand(Room room) {
        for (List<Trend.Spread> stretch : stretches()) {
            for (int i = 1; i < stretch.size(); i++) {
                Trend.Spread a = stretch.get(i - 1);
                Trend.Spread b = stretch.get(i);
                room.stroke(plane.x(a.year()), y(a.low()), plane.x(b.year()), y(b.low()));
                room.stroke(plane.x(a.year()), y(a.high()), plane.x(b.year()), y(b.high()));
            }
            Trend.Spread first = stretch.getFirst();
            Trend.Spread last = stretch.getLast();
            room.stroke(plane.x(first.year()), y(first.low()), plane.x(first.year()), y(first.high()));
            room.stroke(plane.x(last.year()), y(last.low()), plane.x(last.year()), y(last.high()));
        }
    }

    void drawBand(Canvas canvas) {
        for (List<Trend.Spread> stretch : stretches()) {
            Path path = Path.empty();
            for (int i = 0; i < stretch.size(); i++) {
                double x = plane.x(stretch.get(i).year());
                double y = y(stretch.get(i).high());
                path = i == 0 ? path.move(x, y) : path.to(x, y);
            }
            for (Trend.Spread spread : stretch.reversed()) {
                path.to(plane.x(spread.year()), y(spread.low()));
            }
            if (stretch.size() == 1) {
                double x = plane.x(stretch.getFirst().year());
                double high = y(stretch.getFirst().high());
                canvas.rect(x - 6, high, 12, y(stretch.getFirst().low()) - high, 0, Ink.BAND, "none", 0);
            } else {
                canvas.area(path.close(), Ink.BAND);
            }
        }
        for (Hidden hidden : hidden()) {
            double from = plane.x(hidden.from.year());
            double to = plane.x(hidden.to.year());
            Hatch.polygon(
                    canvas,
                    from,
                    y(hidden.from.high()),
                    to,
                    y(hidden.to.high()),
                    to,
                    y(hidden.to.low()),
                    from,
                    y(hidden.from.low()));
        }
    }

    /** A stretch of the band that may not be shown, between two years that may. */
    record Hidden(Trend.Spread from, Trend.Spread to) {
        String years() {
            return Words.years(from.year() + 1, to.year() - 1);
        }
    }

    /** The stretches to hatch; never across a series break. */
    List<Hidden> hidden() {
        List<Hidden> found = new ArrayList<>();
        Trend.@Nullable Spread before = null;
        boolean gap = false;
        for (Trend.Spread spread : bandYears()) {
            if (spread.low() == null) {
                gap = true;
                continue;
            }
            if (gap && before != null && !TrendRuns.breaksBetween(trend.breaks(), before.year(), spread.year())) {
                found.add(new Hidden(before, spread));
            }
            before = spread;
            gap = false;
        }
        return found;
    }

    /** Years of the band that hang together. */
    private List<List<Trend.Spread>> stretches() {
        List<List<Trend.Spread>> all = new ArrayList<>();
        List<Trend.Spread> stretch = new ArrayList<>();
        for (Trend.Spread spread : bandYears()) {
            boolean cut = spread.low() == null
                    || (!stretch.isEmpty()
                            && TrendRuns.breaksBetween(
                                    trend.breaks(), stretch.getLast().year(), spread.year()));
            if (cut && !stretch.isEmpty()) {
                all.add(stretch);
                stretch = new ArrayList<>();
            }
            if (spread.low() != null) {
                stretch.add(spread);
            }
        }
        if (!stretch.isEmpty()) {
            all.add(stretch);
        }
        return all;
    }

    private List<Trend.Spread> bandYears() {
        Trend.Band band = trend.band();
        return band == null ? List.of() : band.years();
    }

    void drawLines(Canvas canvas) {
        List<Voice> order = List.of(Voice.OTHER, Voice.MEN, Voice.REFERENCE, Voice.WOMEN, Voice.OWN);
        for (Voice voice : order) {
            trend.lines().stream().filter(line -> line.voice() == voice).forEach(line -> drawLine(canvas, line));
        }
    }

    private void drawLine(Canvas canvas, Trend.Line line) {
        Stroke stroke = Stroke.of(line.voice());
        List<List<Point>> runs = TrendRuns.of(line, trend.breaks());
        for (List<Point> run : runs) {
            drawRun(canvas, run, stroke);
        }
        for (List<Point> run : runs) {
            for (Point point : run) {
                boolean last = point == runs.getLast().getLast();
                if (point.mark() != Mark.PLAIN) {
                    Marks.draw(canvas, point.mark(), x(point), y(point), stroke.colour());
                } else if (last) {
                    stroke.end(canvas, x(point), y(point));
                } else if (run.size() == 1 || looseOnly(run, run.indexOf(point))) {
                    canvas.circle(x(point), y(point), 4, stroke.colour(), Ink.WHITE, 1.5);
                }
            }
        }
    }

    /** True where only dotted stretches meet in a point, which would else be invisible. */
    private static boolean looseOnly(List<Point> run, int i) {
        boolean before = i == 0 || run.get(i - 1).mark() == Mark.PRELIMINARY;
        boolean after = i == run.size() - 1 || run.get(i + 1).mark() == Mark.PRELIMINARY;
        return before && after;
    }

    /** A stretch that leads to a preliminary value is dotted. */
    private void drawRun(Canvas canvas, List<Point> run, Stroke stroke) {
        Path firm = Path.empty();
        Path loose = Path.empty();
        for (int i = 1; i < run.size(); i++) {
            Point a = run.get(i - 1);
            Point b = run.get(i);
            boolean preliminary = b.mark() == Mark.PRELIMINARY || a.mark() == Mark.PRELIMINARY;
            if (preliminary) {
                loose.move(x(a), y(a)).to(x(b), y(b));
            } else {
                firm = i == 1 || firm.isEmpty() || run.get(i - 2).mark() == Mark.PRELIMINARY
                        ? firm.move(x(a), y(a)).to(x(b), y(b))
                        : firm.to(x(b), y(b));
            }
        }
        if (!firm.isEmpty()) {
            canvas.path(firm, stroke.colour(), stroke.width(), stroke.dashes());
        }
        if (!loose.isEmpty()) {
            canvas.path(loose, stroke.colour(), Math.min(3, stroke.width()), "2 4");
        }
    }

    private double x(Point point) {
        return plane.x(point.year());
    }

    private double y(Point point) {
        return y(point.value());
    }

    private double y(@Nullable Double value) {
        return plane.y(Objects.requireNonNull(value));
    }
}
