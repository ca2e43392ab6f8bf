package se.fardplan.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import se.fardplan.charts.Canvas.Anchor;
import se.fardplan.charts.Canvas.Pen;

/** What a trend's band and its hatched stretches are called, near them where free, else in the key. */
final class TrendBandLabels {

    private static final double LINE = 20;
    private static final double SWATCH = 22;

    private final Trend trend;
    private final Plane plane;
    private final TrendLines lines;
    private final Room room;

    TrendBandLabels(Trend trend, Plane plane, TrendLines lines, Room room) {
        this.trend = trend;
        this.plane = plane;
        this.lines = lines;
        this.room = room;
    }

    /** Places the texts; gives back what is to be drawn under the lines. */
    List<Runnable> place(Canvas canvas, boolean narrow, Key key) {
        List<Runnable> shapes = new ArrayList<>();
        Trend.Band band = trend.band();
        if (band == null) {
            return shapes;
        }
        List<Trend.Spread> known =
                band.years().stream().filter(s -> s.low() != null).toList();
        if (!narrow) {
            for (TrendLines.Hidden hidden : lines.hidden()) {
                hiddenLabel(canvas, hidden).ifPresentOrElse(shapes::add, () -> addHidden(key, hidden));
            }
        }
        if (!known.isEmpty() && !band.name().isEmpty() && (narrow || !bandLabel(canvas, band.name(), known, shapes))) {
            key.add((c, x, y) -> c.rect(x - 12, y - 7, 24, 14, 2, Ink.BAND, "none", 0), band.name());
        }
        if (narrow) {
            lines.hidden().forEach(hidden -> addHidden(key, hidden));
        }
        return shapes;
    }

    private static void addHidden(Key key, TrendLines.Hidden hidden) {
        key.add((c, x, y) -> Hatch.rect(c, x - 12, y - 7, 24, 14), Words.of("band.hidden", hidden.years()));
    }

    private record Place(double x, double y, double cost) {}

    /** Below or above the band's edges, or inside it; the nearest free place, rather to the left. */
    private boolean bandLabel(Canvas canvas, String name, List<Trend.Spread> known, List<Runnable> shapes) {
        List<String> words = Wrap.lines(name, Pen.QUIET, 190);
        double width =
                SWATCH + words.stream().mapToDouble(Pen.QUIET::widthOf).max().orElse(0);
        double height = words.size() * LINE;
        Optional<Place> best = known.stream()
                .flatMap(s -> Stream.of(0, 8, 16, 24, 32)
                        .flatMap(d -> Stream.of(
                                new Place(plane.x(s.year()), plane.y(low(s)) + 8 + d, d),
                                new Place(plane.x(s.year()), plane.y(high(s)) - 8 - d - height, d + 2),
                                new Place(plane.x(s.year()), plane.y(low(s)) - 8 - d - height, d + 4))))
                .map(p -> new Place(p.x, p.y, p.cost + (p.x - plane.left()) * 0.03))
                .filter(p -> room.free(p.x, p.y, width, height, 4))
                .min(java.util.Comparator.comparingDouble(Place::cost));
        best.ifPresent(place -> {
            double y = place.y + 15.5;
            for (String line : words) {
                room.take(canvas.text(line, place.x + SWATCH, y, Anchor.START, Pen.QUIET));
                y += LINE;
            }
            shapes.add(() -> canvas.rect(place.x, place.y + 3, 14, 14, 2, Ink.BAND, Ink.SCALE[2], 1));
        });
        return best.isPresent();
    }

    private Optional<Runnable> hiddenLabel(Canvas canvas, TrendLines.Hidden hidden) {
        String text = Words.of("band.hidden", hidden.years());
        double width = Pen.QUIET.widthOf(text);
        double x = (plane.x(hidden.from().year()) + plane.x(hidden.to().year())) / 2;
        double low = (plane.y(low(hidden.from())) + plane.y(low(hidden.to()))) / 2;
        double high = (plane.y(high(hidden.from())) + plane.y(high(hidden.to()))) / 2;
        for (int distance = 20; distance < 120; distance += 6) {
            for (boolean down : new boolean[] {true, false}) {
                double top = down ? low + distance : high - distance - LINE;
                if (room.free(x - width / 2, top, width, LINE, 4)) {
                    room.take(canvas.text(text, x, top + 15.5, Anchor.MIDDLE, Pen.QUIET));
                    double from = down ? low - 4 : high + 4;
                    double to = down ? top : top + LINE;
                    room.stroke(x, from, x, to);
                    return Optional.of(() -> canvas.line(x, from, x, to, Ink.HELP_LINE, 1));
                }
            }
        }
        return Optional.empty();
    }

    private static double low(Trend.Spread spread) {
        return Objects.requireNonNull(spread.low());
    }

    private static double high(Trend.Spread spread) {
        return Objects.requireNonNull(spread.high());
    }
}
