package se.fardplan.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.fardplan.charts.Canvas.Anchor;
import se.fardplan.charts.Canvas.Pen;

/** A trend's series breaks (seriebrott): their texts stand above the plot, each beside its own dotted line. */
final class TrendBreaks {

    private static final double LINE = 20;
    private static final double WIDEST = 264;

    private final List<Trend.Break> breaks;
    private final double width;
    private final List<Sign> signs = new ArrayList<>();
    private List<Double> rowTops = List.of();

    TrendBreaks(List<Trend.Break> breaks, double width) {
        this.breaks = breaks;
        this.width = width;
    }

    private record Sign(double x, double left, double right, int row, List<String> headline, List<String> rule) {

        double height() {
            return (headline.size() + rule.size()) * LINE;
        }
    }

    /** Chooses a row for each text; gives back how much room they take above the plot. */
    double layOut(Plane plane) {
        for (Trend.Break seriesBreak : breaks) {
            if (seriesBreak.fromYear() <= plane.firstYear() || seriesBreak.fromYear() > plane.lastYear()) {
                continue;
            }
            double x = plane.x(seriesBreak.fromYear() - 0.5);
            List<String> headline = Wrap.lines(seriesBreak.headline(), Pen.STRONG, Math.min(WIDEST, width));
            List<String> rule = Wrap.lines(Words.of("break.rule"), Pen.QUIET, Math.min(WIDEST, width));
            double wide = Stream.concat(
                            headline.stream().map(Pen.STRONG::widthOf),
                            rule.stream().map(Pen.QUIET::widthOf))
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
            double left =
                    x + 10 + wide <= width ? x + 10 : x - 10 - wide >= 0 ? x - 10 - wide : Math.max(0, width - wide);
            int row = 0;
            while (taken(row, left, left + wide)) {
                row++;
            }
            signs.add(new Sign(x, left, left + wide, row, headline, rule));
        }
        List<Double> tops = new ArrayList<>(List.of(0.0));
        for (int row = 0; row <= signs.stream().mapToInt(Sign::row).max().orElse(-1); row++) {
            int current = row;
            double height = signs.stream()
                    .filter(s -> s.row == current)
                    .mapToDouble(Sign::height)
                    .max()
                    .orElse(0);
            tops.add(tops.getLast() + height + 6);
        }
        rowTops = tops;
        return tops.getLast();
    }

    private boolean taken(int row, double left, double right) {
        return signs.stream().anyMatch(s -> s.row == row && left < s.right + 16 && s.left < right + 16);
    }

    /** A line begins beside its own text, or below all texts where another text, or its own, is in its way. */
    private double lineTop(Sign sign) {
        boolean blocked =
                signs.stream().anyMatch(s -> s.row >= sign.row && s.left - 6 < sign.x && sign.x < s.right + 6);
        return blocked ? rowTops.getLast() + 2 : rowTops.get(sign.row);
    }

    void take(Room room, Plane plane) {
        signs.forEach(s -> room.stroke(s.x, 0, s.x, plane.bottom()));
    }

    void draw(Canvas canvas, Plane plane) {
        for (Sign sign : signs) {
            double top = rowTops.get(sign.row);
            double y = top + 15;
            for (String line : sign.headline) {
                canvas.text(line, sign.left, y, Anchor.START, Pen.STRONG);
                y += LINE;
            }
            for (String line : sign.rule) {
                canvas.text(line, sign.left, y, Anchor.START, Pen.QUIET);
                y += LINE;
            }
            canvas.path(Path.from(sign.x, lineTop(sign)).to(sign.x, plane.bottom()), Ink.INK, 1.5, "2 4");
        }
    }
}
