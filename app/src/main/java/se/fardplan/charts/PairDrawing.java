package se.fardplan.charts;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fardplan.charts.Canvas.Anchor;
import se.fardplan.charts.Canvas.Pen;

/** Draws a {@link Pair}: an empty square for men, a filled point for women, values below each. */
final class PairDrawing {

    private static final double LINE = 20;
    private static final double HEAD = 36;
    private static final double ROW = 76;

    private final Pair pair;
    private final Size size;
    private final Canvas canvas;

    PairDrawing(Pair pair, Size size) {
        this.pair = pair;
        this.size = size;
        this.canvas = new Canvas(size.width());
    }

    Drawing draw() {
        double widestName = Math.min(size.width() * 0.3, 160);
        double names = pair.rows().stream()
                .flatMap(r -> Wrap.lines(r.name(), pen(r), widestName).stream().map(pen(r)::widthOf))
                .mapToDouble(w -> w)
                .max()
                .orElse(0);
        double left = names + 32;
        double right = size.width() - 32;
        DoubleSummaryStatistics values = pair.rows().stream()
                .flatMap(r -> Stream.<@Nullable Double>of(r.women(), r.men()))
                .filter(Objects::nonNull)
                .mapToDouble(v -> v)
                .summaryStatistics();
        double top = header(left, right, values);
        double y = top;
        for (Pair.Row row : pair.rows()) {
            y += row(row, y, left, right, values, widestName);
        }
        return canvas.close(pair.caption(), summary(), Math.max(y, 48));
    }

    private static Pen pen(Pair.Row row) {
        return row.voice() == Voice.OWN ? Pen.OWN : Pen.QUIET;
    }

    private static double x(double value, double left, double right, DoubleSummaryStatistics values) {
        double span = values.getMax() - values.getMin();
        double inset = Math.min(40, (right - left) / 8);
        double share = span == 0 ? 0.5 : (value - values.getMin()) / span;
        return left + inset + share * (right - left - 2 * inset);
    }

    /** The two names stand above the first complete row's points; else both shapes are explained in a row. */
    private double header(double left, double right, DoubleSummaryStatistics values) {
        String women = Words.of("pair.women");
        String men = Words.of("pair.men");
        Pair.Row complete = pair.rows().stream()
                .filter(r -> r.women() != null && r.men() != null)
                .findFirst()
                .orElse(null);
        if (complete == null || complete != pair.rows().getFirst()) {
            Key key = new Key();
            key.add((c, x, y) -> man(c, x, y, Ink.SILJAN), men);
            key.add((c, x, y) -> woman(c, x, y, Ink.SILJAN), women);
            return key.draw(canvas, 0, 0, size.width()) + 12;
        }
        beside(
                List.of(women, men),
                List.of(
                        x(Objects.requireNonNull(complete.women()), left, right, values),
                        x(Objects.requireNonNull(complete.men()), left, right, values)),
                15.5,
                Pen.PLAIN);
        return HEAD - 8;
    }

    /** Texts centred on their points, pushed apart where they would meet. */
    private void beside(List<String> texts, List<Double> wishes, double baseline, Pen pen) {
        List<Integer> order = Stream.iterate(0, i -> i + 1)
                .limit(texts.size())
                .sorted(java.util.Comparator.comparing(wishes::get))
                .toList();
        List<Double> middles = Stack.place(
                order.stream()
                        .map(i -> new Stack.Wish(wishes.get(i), pen.widthOf(texts.get(i)) + 12))
                        .toList(),
                -6,
                size.width() + 6);
        for (int i = 0; i < order.size(); i++) {
            canvas.text(texts.get(order.get(i)), middles.get(i), baseline, Anchor.MIDDLE, pen);
        }
    }

    private double row(
            Pair.Row row, double top, double left, double right, DoubleSummaryStatistics values, double widestName) {
        List<String> name = Wrap.lines(row.name(), pen(row), widestName);
        double height = Math.max(ROW, name.size() * LINE + 24);
        double middle = top + 18;
        double baseline = middle + 5.5;
        for (String line : name) {
            canvas.text(line, 0, baseline, Anchor.START, pen(row));
            baseline += LINE;
        }
        String colour = row.voice() == Voice.OWN ? Ink.SILJAN : Ink.INK_2;
        Double women = row.women();
        Double men = row.men();
        if (women != null && men != null) {
            double from = x(men, left, right, values);
            double to = x(women, left, right, values);
            canvas.line(from, middle, to, middle, row.voice() == Voice.OWN ? Ink.SCALE[2] : Ink.HAIRLINE, 5);
        }
        List<String> texts = new ArrayList<>();
        List<Double> wishes = new ArrayList<>();
        if (men != null) {
            man(canvas, x(men, left, right, values), middle, colour);
            texts.add(pair.measure().write(men) + word(row.menMark()));
            wishes.add(x(men, left, right, values));
        }
        if (women != null) {
            woman(canvas, x(women, left, right, values), middle, colour);
            texts.add(pair.measure().write(women) + word(row.womenMark()));
            wishes.add(x(women, left, right, values));
        }
        Pen pen = row.voice() == Voice.OWN ? Pen.STRONG : Pen.QUIET;
        double below = Math.max(middle + 34, baseline);
        double together = texts.stream().mapToDouble(t -> pen.widthOf(t) + 12).sum();
        if (together <= size.width() + 12) {
            beside(texts, wishes, below, pen);
        } else {
            for (int i = 0; i < texts.size(); i++) {
                beside(List.of(texts.get(i)), List.of(wishes.get(i)), below + i * LINE, pen);
            }
            below += LINE;
        }
        return Math.max(height, without(row, left, below, !texts.isEmpty(), middle) - top + 20);
    }

    /** What has no value is said in words on the row; gives back the last baseline. */
    private double without(Pair.Row row, double left, double below, boolean under, double middle) {
        List<String> missing = new ArrayList<>();
        if (row.men() == null) {
            missing.add(Words.of("pair.without", Words.of("pair.men"), Words.of(row.menMark())));
        }
        if (row.women() == null) {
            missing.add(Words.of("pair.without", Words.of("pair.women"), Words.of(row.womenMark())));
        }
        double baseline = under ? below + LINE : middle + 5.5;
        for (String text : missing) {
            for (String line : Wrap.lines(text, Pen.QUIET, size.width() - left)) {
                canvas.text(line, left, baseline, Anchor.START, Pen.QUIET);
                baseline += LINE;
            }
        }
        return missing.isEmpty() ? below : baseline - LINE;
    }

    private static String word(Mark mark) {
        return mark == Mark.PLAIN ? "" : " (" + Words.of(mark) + ")";
    }

    private static void man(Canvas canvas, double x, double y, String colour) {
        canvas.rect(x - 7, y - 7, 14, 14, 1, Ink.WHITE, colour, 3);
    }

    private static void woman(Canvas canvas, double x, double y, String colour) {
        canvas.circle(x, y, 8.5, colour, Ink.WHITE, 1.5);
    }

    private String summary() {
        String given = pair.caption().summary();
        if (given != null) {
            return given;
        }
        List<String> sentences = pair.rows().stream()
                .map(r -> Words.of("pair.row", r.name(), said(r.women(), r.womenMark()), said(r.men(), r.menMark())))
                .toList();
        return sentences.isEmpty() ? Words.of("empty") : String.join(" ", sentences);
    }

    private String said(@Nullable Double value, Mark mark) {
        return value == null ? Words.of(mark) : pair.measure().write(value) + word(mark);
    }
}
