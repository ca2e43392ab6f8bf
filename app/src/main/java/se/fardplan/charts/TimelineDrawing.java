package se.fardplan.charts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import se.fardplan.charts.Canvas.Anchor;
import se.fardplan.charts.Canvas.Pen;

/** Draws a {@link Timeline}: names beside the scale on wide pages, above their rows on narrow ones. */
final class TimelineDrawing {

    private static final Locale SWEDISH = Locale.of("sv", "SE");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLL", SWEDISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", SWEDISH);
    private static final int[] STEPS = {1, 2, 3, 6, 12};
    private static final double LINE = 20;
    private static final double SIGN = 20;
    private static final double BAR = 22;
    private static final double PADDING = 10;
    private static final double AXIS = 48;

    private final Timeline chart;
    private final Size size;
    private final Canvas canvas;
    private final double left;
    private final double right;
    private final LocalDate start;
    private final double days;

    TimelineDrawing(Timeline chart, Size size) {
        this.chart = chart;
        this.size = size;
        this.canvas = new Canvas(size.width());
        this.left = size.narrow() ? 0 : Math.min(260, size.width() * 0.28);
        this.right = size.width();
        this.start = chart.first().atDay(1);
        this.days = ChronoUnit.DAYS.between(start, chart.last().plusMonths(1).atDay(1));
    }

    /** A day's sign with its label, and where they stand. */
    private record Placed(Timeline.Moment moment, double x, List<String> label, boolean toTheLeft, int level) {}

    /** A row's parts and how high each is. */
    private record Laid(
            Timeline.Row row, List<String> name, List<String> note, List<Placed> placed, List<Double> levels) {

        double words() {
            return (name.size() + note.size()) * LINE;
        }

        double marks() {
            double signs = levels.stream().mapToDouble(Double::doubleValue).sum();
            return signs + (row.spans().isEmpty() ? 0 : BAR);
        }
    }

    Drawing draw() {
        List<Laid> rows = chart.rows().stream().map(this::lay).toList();
        double height = AXIS + rows.stream().mapToDouble(this::height).sum();
        scale(height);
        double y = AXIS;
        for (Laid row : rows) {
            draw(row, y);
            y += height(row);
        }
        return canvas.close(chart.caption(), summary(), today(height));
    }

    private double height(Laid row) {
        double inner = size.narrow() ? row.words() + 4 + row.marks() : Math.max(row.words(), row.marks());
        return inner + 2 * PADDING;
    }

    private Laid lay(Timeline.Row row) {
        double width = size.narrow() ? size.width() : left - 24;
        List<String> note = row.note().isEmpty() ? List.of() : Wrap.lines(row.note(), Pen.QUIET, width);
        List<Placed> placed = new ArrayList<>();
        List<Double> edges = new ArrayList<>();
        List<Double> heights = new ArrayList<>();
        row.moments().stream()
                .sorted(Comparator.comparing(Timeline.Moment::day))
                .forEach(moment -> place(moment, placed, edges, heights));
        return new Laid(row, Wrap.lines(row.name(), Pen.STRONG, width), note, placed, heights);
    }

    /** On the first level where it does not touch the one before. */
    private void place(Timeline.Moment moment, List<Placed> placed, List<Double> edges, List<Double> heights) {
        double x = Math.clamp(x(moment.day()), left + SIGN / 2, right - SIGN / 2);
        List<String> label = Wrap.lines(moment.label(), Pen.PLAIN, (right - left) / 2 - SIGN);
        double width = label.stream().mapToDouble(Pen.PLAIN::widthOf).max().orElse(0) + 6;
        boolean toTheLeft = x + SIGN / 2 + width > right;
        double from = x - SIGN / 2 - (toTheLeft ? width : 0);
        int level = 0;
        while (level < edges.size() && edges.get(level) > from) {
            level++;
        }
        if (level == edges.size()) {
            edges.add(0.0);
            heights.add(0.0);
        }
        edges.set(level, x + SIGN / 2 + (toTheLeft ? 0 : width) + 8);
        heights.set(level, Math.max(heights.get(level), Math.max(SIGN, label.size() * LINE) + 6));
        placed.add(new Placed(moment, x, label, toTheLeft, level));
    }

    private double x(LocalDate day) {
        double at = ChronoUnit.DAYS.between(start, day) / days;
        return left + Math.clamp(at, 0, 1) * (right - left);
    }

    private void scale(double height) {
        int months = (int) ChronoUnit.MONTHS.between(chart.first(), chart.last()) + 1;
        double wide = Pen.QUIET.widthOf("mmm") + 8;
        int step = STEPS[STEPS.length - 1];
        for (int candidate : STEPS) {
            if (candidate * (right - left) / months >= wide) {
                step = candidate;
                break;
            }
        }
        double free = 0;
        for (int i = 0; i < months; i++) {
            YearMonth month = chart.first().plusMonths(i);
            double at = x(month.atDay(1));
            if ((month.getMonthValue() - 1) % step == 0) {
                canvas.line(at, AXIS - 6, at, height, Ink.HAIRLINE, 1);
                label(MONTH.format(month).replace(".", ""), at, 40);
            }
            if (i == 0 || month.getMonthValue() == 1) {
                free = year(month, at, free);
            }
        }
        canvas.line(left, AXIS, right, AXIS, Ink.HELP_LINE, 1);
    }

    private void label(String text, double at, double y) {
        if (at + 3 + Pen.QUIET.widthOf(text) <= right) {
            canvas.text(text, at + 3, y, Anchor.START, Pen.QUIET);
        }
    }

    private double year(YearMonth month, double at, double free) {
        String year = Integer.toString(month.getYear());
        double end = at + 3 + Pen.STRONG.widthOf(year);
        if (at < free || end > right) {
            return free;
        }
        canvas.text(year, at + 3, 16, Anchor.START, Pen.STRONG);
        return end + 8;
    }

    private void draw(Laid row, double top) {
        double y = top + PADDING;
        double words = y;
        for (String line : row.name()) {
            canvas.text(line, 0, words + 15, Anchor.START, Pen.STRONG);
            words += LINE;
        }
        for (String line : row.note()) {
            canvas.text(line, 0, words + 15, Anchor.START, Pen.QUIET);
            words += LINE;
        }
        double marks = size.narrow() ? words + 4 : y;
        double[] levels = new double[row.levels().size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = marks;
            marks += row.levels().get(i);
        }
        for (Placed placed : row.placed()) {
            sign(placed, levels[placed.level()]);
        }
        for (Timeline.Span span : row.row().spans()) {
            bar(span, marks);
        }
        canvas.line(0, top + height(row), right, top + height(row), Ink.HAIRLINE, 1);
    }

    private void sign(Placed placed, double y) {
        canvas.raw(placed.moment().sign().centredOn(placed.x(), y + SIGN / 2, SIGN));
        double baseline = y + 15.5;
        double aside = SIGN / 2 + 6;
        for (String line : placed.label()) {
            Box box = canvas.text(
                    line,
                    placed.x() + (placed.toTheLeft() ? -aside : aside),
                    baseline,
                    placed.toTheLeft() ? Anchor.END : Anchor.START,
                    Pen.PLAIN);
            canvas.plate(box);
            baseline += LINE;
        }
    }

    private void bar(Timeline.Span span, double y) {
        double from = x(span.from());
        double width = Math.max(3, x(span.until().plusDays(1)) - from);
        switch (span.form()) {
            case STEP -> canvas.rect(from, y + 1, width, BAR - 2, 3, Ink.SCALE[2], Ink.SILJAN, 1.5);
            case TRACK -> canvas.rect(from, y + 6, width, BAR - 12, 3, Ink.SCALE[1], "none", 0);
            case GAP ->
                canvas.path(
                        Path.from(from, y + 3)
                                .to(from + width, y + 3)
                                .to(from + width, y + BAR - 3)
                                .to(from, y + BAR - 3)
                                .close(),
                        Ink.HELP_LINE,
                        1.5,
                        "4 4");
        }
    }

    /** The day's line and its word below; returns the height of it all. */
    private double today(double height) {
        LocalDate today = chart.today();
        if (today == null || today.isBefore(start) || today.isAfter(chart.last().atEndOfMonth())) {
            return height + 4;
        }
        double at = x(today);
        canvas.line(at, AXIS, at, height + 6, Ink.INK, 2);
        String word = Words.of("timeline.today", DAY.format(today));
        double half = Pen.STRONG.widthOf(word) / 2;
        canvas.text(word, Math.clamp(at, half, Math.max(half, right - half)), height + 22, Anchor.MIDDLE, Pen.STRONG);
        return height + 28;
    }

    private String summary() {
        String given = chart.caption().summary();
        if (given != null) {
            return given;
        }
        if (chart.rows().isEmpty()) {
            return Words.of("timeline.none");
        }
        return String.join(
                " ", chart.rows().stream().map(TimelineDrawing::sentence).toList());
    }

    private static String sentence(Timeline.Row row) {
        String parts = String.join(
                ", ",
                Stream.concat(
                                row.spans().stream()
                                        .map(span -> Words.of(
                                                "timeline.span", DAY.format(span.from()), DAY.format(span.until()))),
                                row.moments().stream()
                                        .map(moment -> Words.of(
                                                "timeline.moment",
                                                moment.label(),
                                                DAY.format(moment.day()),
                                                moment.word())))
                        .toList());
        return Words.of("thread.node", row.name(), parts.isEmpty() ? Words.of("timeline.nothing") : parts);
    }
}
