package se.fardplan.charts;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import se.fardplan.charts.Canvas.Anchor;
import se.fardplan.charts.Canvas.Pen;

/** What level and upright strips share: scale, dots, the list of places without values, the summary. */
final class StripWords {

    private StripWords() {}

    static List<DotStrip.Dot> valued(DotStrip strip) {
        return strip.dots().stream().filter(d -> d.value() != null).toList();
    }

    static Scale scale(DotStrip strip, int steps) {
        DotStrip.Middle middle = strip.middle();
        DoubleSummaryStatistics values = DoubleStream.concat(
                        valued(strip).stream().mapToDouble(d -> Objects.requireNonNull(d.value())),
                        DoubleStream.concat(
                                strip.references().stream().mapToDouble(DotStrip.Reference::value),
                                middle == null
                                        ? DoubleStream.empty()
                                        : DoubleStream.of(middle.lower(), middle.upper())))
                .summaryStatistics();
        return Scale.forDots(values.getMin(), values.getMax(), steps);
    }

    static void dot(Canvas canvas, DotStrip.Dot dot, double x, double y) {
        if (dot.mark() != Mark.PLAIN) {
            canvas.circle(x, y, 9, Ink.WHITE, "none", 0);
            Marks.draw(canvas, dot.mark(), x, y, Ink.SILJAN);
        } else if (dot.own()) {
            canvas.circle(x, y, 9.5, Ink.SILJAN, Ink.WHITE, 2);
            canvas.circle(x, y, 3.5, Ink.WHITE, "none", 0);
        } else {
            canvas.circle(x, y, 8, Ink.SILJAN, Ink.WHITE, 2);
        }
    }

    /** Each kind of mark once, with its places in alphabetical order. */
    static Map<Mark, String> marks(DotStrip strip) {
        Map<Mark, List<String>> places = new EnumMap<>(Mark.class);
        strip.dots().stream()
                .filter(d -> d.mark() != Mark.PLAIN)
                .forEach(d ->
                        places.computeIfAbsent(d.mark(), m -> new ArrayList<>()).add(d.name()));
        Map<Mark, String> words = new EnumMap<>(Mark.class);
        places.forEach((mark, names) -> words.put(
                mark, Words.of("places.mark", Words.capital(Words.of(mark)), Words.list(Words.alphabetical(names)))));
        return words;
    }

    static void key(DotStrip strip, Key key) {
        DotStrip.Middle middle = strip.middle();
        if (middle != null) {
            key.add(
                    (c, x, y) -> {
                        c.rect(x - 12, y - 8, 24, 16, 2, Ink.BAND, "none", 0);
                        c.line(x, y - 8, x, y + 8, Ink.SCALE[2], 2);
                    },
                    Words.of("strip.key", strip.measure().write(middle.median())));
        }
        marks(strip).forEach((mark, words) -> key.add((c, x, y) -> Marks.draw(c, mark, x, y, Ink.SILJAN), words));
    }

    static Drawing empty(DotStrip strip, Canvas canvas) {
        canvas.rect(0.5, 0.5, canvas.width - 1.0, 95, 4, Ink.WHITE, Ink.HAIRLINE, 1);
        canvas.text(Words.of("empty"), canvas.width / 2.0, 53, Anchor.MIDDLE, Pen.QUIET);
        Key key = new Key();
        key(strip, key);
        double bottom = key.draw(canvas, 0, 104, canvas.width);
        return canvas.close(strip.caption(), summary(strip), Math.max(96, bottom));
    }

    static String summary(DotStrip strip) {
        String given = strip.caption().summary();
        if (given != null) {
            return given;
        }
        List<String> sentences = new ArrayList<>();
        List<DotStrip.Dot> dots = valued(strip);
        String shown = Integer.toString(dots.size());
        String all = Integer.toString(strip.dots().size());
        DoubleSummaryStatistics values = dots.stream()
                .mapToDouble(d -> Objects.requireNonNull(d.value()))
                .summaryStatistics();
        Measure measure = strip.measure();
        sentences.add(
                switch (dots.size()) {
                    case 0 -> Words.of("strip.summary.none", all);
                    case 1 -> Words.of("strip.summary.one", shown, all, measure.write(values.getMin()));
                    default ->
                        Words.of(
                                "strip.summary",
                                shown,
                                all,
                                measure.write(values.getMin()),
                                measure.write(values.getMax()));
                });
        DotStrip.Middle middle = strip.middle();
        if (middle != null) {
            sentences.add(Words.of("strip.middle", measure.write(middle.lower()), measure.write(middle.upper())));
        }
        strip.references().forEach(r -> sentences.add(Words.of("strip.reference", r.name(), measure.write(r.value()))));
        marks(strip).values().forEach(words -> sentences.add(Words.of("summary.sentence", words)));
        return String.join(" ", sentences);
    }
}
