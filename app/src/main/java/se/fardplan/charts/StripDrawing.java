package se.fardplan.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.fardplan.charts.Canvas.Anchor;
import se.fardplan.charts.Canvas.Pen;

/** Draws a {@link DotStrip} level, for wide pages. */
final class StripDrawing {

    private static final double MARGIN = 24;
    private static final double LANE = 17;
    private static final double LEVEL = 25;
    private static final double LINE = 20;

    private final DotStrip strip;
    private final Size size;
    private final Canvas canvas;
    private final Key key = new Key();

    StripDrawing(DotStrip strip, Size size) {
        this.strip = strip;
        this.size = size;
        this.canvas = new Canvas(size.width());
    }

    Drawing draw() {
        List<DotStrip.Dot> dots = StripWords.valued(strip);
        if (dots.isEmpty() && strip.references().isEmpty()) {
            return StripWords.empty(strip, canvas);
        }
        Scale scale = StripWords.scale(strip, 7);
        List<Double> lines =
                strip.references().stream().map(r -> x(scale, r.value())).toList();
        return StripLevels.of(dots, v -> x(scale, v), size.width(), lines)
                .map(placed -> draw(scale, placed))
                .orElseGet(() -> new TallStripDrawing(strip, size).draw());
    }

    private Drawing draw(Scale scale, List<StripLevels.Placed> names) {
        List<Heading> headings = headings(scale);
        double headingsEnd =
                headings.stream().mapToDouble(Heading::bottom).max().orElse(0) + 8;
        double lane = names.stream().mapToInt(p -> Math.abs(p.lane())).max().orElse(0);
        double half = Math.max(26, lane * LANE + 14);
        double middle = headingsEnd + deepest(names, true) * LEVEL + half + 8;
        double axis = middle + half + deepest(names, false) * LEVEL + 16;

        band(scale, middle, half);
        canvas.line(MARGIN, middle, size.width() - MARGIN, middle, Ink.HELP_LINE, 1);
        axis(scale, middle, axis);
        names.forEach(placed -> leader(placed, middle, half));
        headings.forEach(h -> h.draw(canvas, middle + half + 3));
        for (StripLevels.Placed placed : names) {
            Pen pen = placed.dot().own() ? Pen.OWN : Pen.PLAIN;
            double y = placed.up()
                    ? middle - half - (placed.level() - 1) * LEVEL - 9
                    : middle + half + (placed.level() - 1) * LEVEL + 21;
            canvas.text(placed.dot().name(), placed.left() + placed.width() / 2, y, Anchor.MIDDLE, pen);
        }
        names.forEach(placed -> StripWords.dot(canvas, placed.dot(), placed.x(), middle + placed.lane() * LANE));
        StripWords.key(strip, key);
        double end = key.draw(canvas, MARGIN, axis + 36, size.width());
        return canvas.close(strip.caption(), StripWords.summary(strip), key.isEmpty() ? axis + 32 : end);
    }

    private static int deepest(List<StripLevels.Placed> names, boolean up) {
        return names.stream()
                .filter(p -> p.up() == up)
                .mapToInt(StripLevels.Placed::level)
                .max()
                .orElse(0);
    }

    private double x(Scale scale, double value) {
        return MARGIN + scale.share(value) * (size.width() - 2 * MARGIN);
    }

    private void band(Scale scale, double middle, double half) {
        DotStrip.Middle quartiles = strip.middle();
        if (quartiles != null) {
            double from = x(scale, quartiles.lower());
            double to = x(scale, quartiles.upper());
            canvas.rect(from, middle - half, Math.max(2, to - from), 2 * half, 4, Ink.BAND, "none", 0);
            double median = x(scale, quartiles.median());
            canvas.line(median, middle - half, median, middle + half, Ink.SCALE[2], 2);
        }
    }

    private void axis(Scale scale, double middle, double axis) {
        canvas.line(MARGIN, axis, size.width() - MARGIN, axis, Ink.HAIRLINE, 1);
        double free = 0;
        for (double tick : scale.ticks()) {
            double x = x(scale, tick);
            String written = scale.write(tick);
            double width = Pen.QUIET.widthOf(written);
            double left = Math.max(0, Math.min(size.width() - width, x - width / 2));
            canvas.line(x, middle - 4, x, middle + 4, Ink.HELP_LINE, 1);
            canvas.line(x, axis, x, axis + 5, Ink.HELP_LINE, 1);
            if (left >= free) {
                canvas.text(written, left + width / 2, axis + 24, Anchor.MIDDLE, Pen.QUIET);
                free = left + width + 12;
            }
        }
    }

    /** From the dot aside to where it leaves the strip, and on to its name. */
    private void leader(StripLevels.Placed placed, double middle, double half) {
        double y = middle + placed.lane() * LANE;
        double edge = placed.up()
                ? middle - half - (placed.level() - 1) * LEVEL - 4
                : middle + half + (placed.level() - 1) * LEVEL + 7;
        double bend = placed.up() ? middle - half : middle + half;
        Path path = Path.from(placed.x(), y);
        if (placed.anchor() != placed.x() || placed.touch() != placed.anchor()) {
            path.to(placed.anchor(), bend);
        }
        canvas.path(path.to(placed.touch(), edge), Ink.HELP_LINE, 1, "");
    }

    /** A reference's name at the top of its line. */
    private record Heading(
            DotStrip.Reference reference, double x, double left, double width, double top, List<String> lines) {

        double bottom() {
            return top + lines.size() * LINE;
        }

        /** True where neither the names nor a name and the other's line meet. */
        boolean clearOf(Heading other) {
            boolean texts = left < other.left + other.width + 12
                    && other.left < left + width + 12
                    && top < other.bottom()
                    && other.top < bottom();
            return !texts && !crossedBy(other) && !other.crossedBy(this);
        }

        private boolean crossedBy(Heading line) {
            return line.top < bottom() && left - 4 < line.x && line.x < left + width + 4;
        }

        void draw(Canvas canvas, double bottom) {
            Stroke stroke = Stroke.of(reference.voice());
            double strokeWidth = reference.voice() == Voice.OWN ? 3 : 2;
            canvas.path(Path.from(x, top + 2).to(x, bottom), stroke.colour(), strokeWidth, stroke.dashes());
            double y = top + 15.5;
            for (String line : lines) {
                canvas.text(line, left, y, Anchor.START, stroke.pen());
                y += LINE;
            }
        }
    }

    /** The leftmost name stands left of its line where there are two, the others right; rows where they collide. */
    private List<Heading> headings(Scale scale) {
        List<DotStrip.Reference> order = strip.references().stream()
                .sorted(Comparator.comparingDouble(DotStrip.Reference::value))
                .toList();
        List<Heading> placed = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            DotStrip.Reference reference = order.get(i);
            Stroke stroke = Stroke.of(reference.voice());
            String text = Words.of("end", reference.name(), strip.measure().write(reference.value()));
            List<String> lines = Wrap.lines(text, stroke.pen(), size.width() / 2.0 - 12);
            double width =
                    lines.stream().mapToDouble(stroke.pen()::widthOf).max().orElse(0);
            double x = x(scale, reference.value());
            boolean leftFirst = i == 0 && order.size() > 1;
            Optional<Heading> found = IntStream.range(0, 8)
                    .boxed()
                    .flatMap(row -> Stream.of(leftFirst, !leftFirst)
                            .map(toLeft -> new Heading(
                                    reference, x, toLeft ? x - 8 - width : x + 8, width, row * (LINE + 4), lines)))
                    .filter(h -> h.left >= 0 && h.left + width <= size.width())
                    .filter(h -> placed.stream().allMatch(h::clearOf))
                    .findFirst();
            found.ifPresentOrElse(placed::add, () -> {
                placed.add(new Heading(reference, x, x, 0, 0, List.of()));
                key.add((c, at, y) -> stroke.sample(c, at, y), text);
            });
        }
        return placed;
    }
}
