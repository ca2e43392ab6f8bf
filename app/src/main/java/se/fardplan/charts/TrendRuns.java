package se.fardplan.charts;

import java.util.ArrayList;
import java.util.List;

/** Which points of a line hang together (sammanhängande sträckor). */
final class TrendRuns {

    private TrendRuns() {}

    /** Points with values, no gap or series break between them; one or more each. */
    static List<List<Point>> of(Trend.Line line, List<Trend.Break> breaks) {
        int usual = usualStep(line.points());
        List<List<Point>> runs = new ArrayList<>();
        List<Point> run = new ArrayList<>();
        int skipped = 0;
        for (Point point : line.points()) {
            if (point.value() == null) {
                if (point.mark() == Mark.NOT_SURVEYED) {
                    skipped++;
                } else {
                    run = closed(run, runs);
                }
                continue;
            }
            if (!run.isEmpty()) {
                int from = run.getLast().year();
                boolean near = point.year() - from - skipped <= Math.max(1, usual - skipped);
                if (!near || breaksBetween(breaks, from, point.year())) {
                    run = closed(run, runs);
                }
            }
            run.add(point);
            skipped = 0;
        }
        closed(run, runs);
        return runs;
    }

    private static List<Point> closed(List<Point> run, List<List<Point>> runs) {
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return new ArrayList<>();
    }

    /** True where a series break lies after {@code from} and not after {@code to}. */
    static boolean breaksBetween(List<Trend.Break> breaks, int from, int to) {
        return breaks.stream().anyMatch(b -> from < b.fromYear() && b.fromYear() <= to);
    }

    /** The shortest distance between two values: a survey every second year has no gaps. */
    private static int usualStep(List<Point> points) {
        int usual = Integer.MAX_VALUE;
        Integer before = null;
        for (Point point : points) {
            if (point.value() != null) {
                usual = before == null ? usual : Math.min(usual, point.year() - before);
                before = point.year();
            }
        }
        return usual;
    }
}
