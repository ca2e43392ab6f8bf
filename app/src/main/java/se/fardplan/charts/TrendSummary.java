package se.fardplan.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A trend in sentences (sammanfattning), for those who cannot see the picture. */
final class TrendSummary {

    private TrendSummary() {}

    static String of(Trend trend) {
        List<String> sentences = new ArrayList<>();
        for (Trend.Line line : trend.lines()) {
            List<Point> valued =
                    line.points().stream().filter(p -> p.value() != null).toList();
            sentences.add(
                    switch (valued.size()) {
                        case 0 -> Words.of("summary.none", line.name());
                        case 1 ->
                            Words.of(
                                    "summary.point",
                                    line.name(),
                                    written(trend, valued.getFirst()),
                                    Integer.toString(valued.getFirst().year()));
                        default ->
                            Words.of(
                                    "summary.line",
                                    line.name(),
                                    written(trend, valued.getFirst()),
                                    Integer.toString(valued.getFirst().year()),
                                    written(trend, valued.getLast()),
                                    Integer.toString(valued.getLast().year()));
                    });
            marks(line).values().forEach(words -> sentences.add(Words.of("summary.sentence", words)));
        }
        trend.breaks().forEach(b -> sentences.add(Words.of("summary.break", Integer.toString(b.fromYear()))));
        Trend.Goal goal = trend.goal();
        if (goal != null) {
            sentences.add(Words.of("summary.sentence", goal(trend, goal)));
        }
        return String.join(" ", sentences);
    }

    /** What the goal is called, its value without decimals that say nothing. */
    static String goal(Trend trend, Trend.Goal goal) {
        int needed = Math.max(
                0, BigDecimal.valueOf(goal.value()).stripTrailingZeros().scale());
        int decimals = Math.min(trend.measure().decimals(), needed);
        return Words.of(
                "goal", goal.label(), new Measure(decimals, trend.measure().suffix()).write(goal.value()));
    }

    /** Each kind of mark in a line, with its years in words: {@code Orsa 2016–2018: visas ej}. */
    static Map<Mark, String> marks(Trend.Line line) {
        Map<Mark, List<Integer>> years = new EnumMap<>(Mark.class);
        line.points().stream()
                .filter(p -> p.mark() != Mark.PLAIN)
                .forEach(p ->
                        years.computeIfAbsent(p.mark(), m -> new ArrayList<>()).add(p.year()));
        Map<Mark, String> words = new EnumMap<>(Mark.class);
        years.forEach(
                (mark, marked) -> words.put(mark, Words.of("place.year", line.name(), spans(marked), Words.of(mark))));
        return words;
    }

    private static String spans(List<Integer> years) {
        List<String> spans = new ArrayList<>();
        int from = years.getFirst();
        for (int i = 0; i < years.size(); i++) {
            if (i + 1 == years.size() || years.get(i + 1) != years.get(i) + 1) {
                spans.add(Words.years(from, years.get(i)));
                from = i + 1 < years.size() ? years.get(i + 1) : from;
            }
        }
        return Words.list(spans);
    }

    private static String written(Trend trend, Point point) {
        return trend.measure().write(Objects.requireNonNull(point.value()));
    }
}
