package se.fardplan.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import se.fardplan.charts.Canvas.Anchor;
import se.fardplan.charts.Canvas.Pen;

/** Draws a {@link DotStrip} upright, for telephones and narrow columns. */
final class TallStripDrawing {

    private static final double LINE = 20;
    private static final double BESIDE = 66;

    private final DotStrip strip;
    private final Size size;
    private final Canvas canvas;

    TallStripDrawing(DotStrip strip, Size size) {
        this.strip = strip;
        this.size = size;
        this.canvas = new Canvas(size.width());
    }

    /** A name to be written beside the strip. */
    private record Label(List<String> lines, Pen pen, double value, double reach, String colour, String dashes) {

        double height() {
            return lines.size() * LINE + 3;
        }
    }

    Drawing draw() {
        List<DotStrip.Dot> dots = StripWords.valued(strip);
        if (dots.isEmpty() && strip.references().isEmpty()) {
            return StripWords.empty(strip, canvas);
        }
        Scale scale = StripWords.scale(strip, 6);
        double ticks = scale.ticks().stream()
                .mapToDouble(t -> Pen.QUIET.widthOf(scale.write(t)))
                .max()
                .orElse(0);
        double x = ticks + 44;
        List<Label> labels = labels(dots, size.width() - x - BESIDE);
        double stacked = labels.stream().mapToDouble(Label::height).sum();
        double top = 14;
        double bottom = top + Math.max(Math.max(size.height() - 28, 360), stacked);
        java.util.function.DoubleUnaryOperator y = v -> bottom - scale.share(v) * (bottom - top);

        DotStrip.Middle middle = strip.middle();
        if (middle != null) {
            double upper = y.applyAsDouble(middle.upper());
            double lower = y.applyAsDouble(middle.lower());
            canvas.rect(x - 22, upper, 44, Math.max(2, lower - upper), 4, Ink.BAND, "none", 0);
            double median = y.applyAsDouble(middle.median());
            canvas.line(x - 22, median, x + 22, median, Ink.SCALE[2], 2);
        }
        canvas.line(x, top, x, bottom, Ink.HELP_LINE, 1);
        for (double tick : scale.ticks()) {
            double at = y.applyAsDouble(tick);
            canvas.text(scale.write(tick), ticks, at + 5.5, Anchor.END, Pen.QUIET);
            canvas.line(ticks + 8, at, ticks + 16, at, Ink.HELP_LINE, 1);
        }
        labels(labels, x, y, top - 10, bottom + 10);
        for (DotStrip.Reference reference : strip.references()) {
            Stroke stroke = Stroke.of(reference.voice());
            double at = y.applyAsDouble(reference.value());
            double width = reference.voice() == Voice.OWN ? 3 : 2;
            canvas.path(Path.from(x - 26, at).to(x + 26, at), stroke.colour(), width, stroke.dashes());
        }
        dots(dots, x, y);
        Key key = new Key();
        StripWords.key(strip, key);
        double end = key.draw(canvas, 0, bottom + 20, size.width());
        return canvas.close(strip.caption(), StripWords.summary(strip), key.isEmpty() ? bottom + 14 : end);
    }

    private List<Label> labels(List<DotStrip.Dot> dots, double widest) {
        List<Label> labels = new ArrayList<>();
        for (DotStrip.Dot dot : dots) {
            Pen pen = dot.own() ? Pen.OWN : Pen.PLAIN;
            List<String> lines = Wrap.lines(dot.name(), pen, widest);
            labels.add(new Label(
                    lines, pen, Objects.requireNonNull(dot.value()), 9, dot.own() ? Ink.SILJAN : Ink.HELP_LINE, ""));
        }
        for (DotStrip.Reference reference : strip.references()) {
            Stroke stroke = Stroke.of(reference.voice());
            String text = Words.of("end", reference.name(), strip.measure().write(reference.value()));
            List<String> lines = Wrap.lines(text, stroke.pen(), widest);
            labels.add(new Label(lines, stroke.pen(), reference.value(), 27, stroke.colour(), "6 4"));
        }
        labels.sort(Comparator.comparingDouble(Label::value)
                .reversed()
                .thenComparing(label -> String.join(" ", label.lines)));
        return labels;
    }

    private void labels(
            List<Label> labels, double x, java.util.function.DoubleUnaryOperator y, double from, double to) {
        List<Double> middles = Stack.place(
                labels.stream()
                        .map(l -> new Stack.Wish(y.applyAsDouble(l.value), l.height()))
                        .toList(),
                from,
                to);
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            double at = y.applyAsDouble(label.value);
            double middle = middles.get(i);
            boolean reference = label.reach > 9;
            Path path =
                    Path.from(x + label.reach, at).to(x + BESIDE - 12, middle).to(x + BESIDE - 6, middle);
            canvas.path(path, label.colour, reference ? 2 : 1, label.colour.equals(Ink.SILJAN) ? "" : label.dashes);
            double line = middle - label.lines.size() * LINE / 2 + 15.5;
            for (String text : label.lines) {
                canvas.text(text, x + BESIDE, line, Anchor.START, label.pen);
                line += LINE;
            }
        }
    }

    /** Dots that would cover each other stand side by side. */
    private void dots(List<DotStrip.Dot> dots, double x, java.util.function.DoubleUnaryOperator y) {
        List<double[]> drawn = new ArrayList<>();
        for (DotStrip.Dot dot : dots) {
            double at = y.applyAsDouble(Objects.requireNonNull(dot.value()));
            double aside = 0;
            int tries = 0;
            while (tries < 4 && covered(drawn, x + aside, at)) {
                tries++;
                aside = (tries % 2 == 0 ? -1 : 1) * ((tries + 1) / 2) * 10.0;
            }
            drawn.add(new double[] {x + aside, at});
            StripWords.dot(canvas, dot, x + aside, at);
        }
    }

    private static boolean covered(List<double[]> drawn, double x, double y) {
        return drawn.stream().anyMatch(d -> Math.hypot(d[0] - x, d[1] - y) < 8);
    }
}
