package se.fardplan.charts;

import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.fardplan.charts.Canvas.Anchor;
import se.fardplan.charts.Canvas.Pen;
import se.fardplan.charts.TextWidths.Face;

/** Draws a {@link Lap}. */
final class LapDrawing {

    private static final Locale SWEDISH = Locale.of("sv", "SE");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", SWEDISH);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM", SWEDISH);
    private static final int RING_ALONE_BELOW = 300;
    private static final double WIDEST_RING = 256;
    private static final double DAY = 2 * Math.PI / 366;
    private static final Pen NUMBER = new Pen(Face.SEMIBOLD, Ink.INK, 18);

    private final Lap lap;
    private final Size size;
    private final Canvas canvas;
    private final double ring;
    private final double radius;
    private final double centre;

    LapDrawing(Lap lap, Size size) {
        this.lap = lap;
        this.size = size;
        this.canvas = new Canvas(size.width());
        this.ring = Math.min(WIDEST_RING, size.width());
        this.radius = ring * 90 / 256;
        this.centre = ring / 2;
    }

    Drawing draw() {
        int current = current();
        for (int i = 0; i < lap.parts().size(); i++) {
            part(i, i == current);
        }
        double today = angle(lap.today().getMonthValue(), lap.today().getDayOfMonth());
        double hand = ring * 42 / 256;
        canvas.line(x(today, radius - hand), y(today, radius - hand), x(today, radius), y(today, radius), Ink.INK, 2.5);
        canvas.circle(x(today, radius), y(today, radius), 8, Ink.WHITE, Ink.INK, 3);
        Pen date = new Pen(Face.SERIF, Ink.INK, 22);
        canvas.text(Words.of("lap.today"), centre, centre + 2, Anchor.MIDDLE, Pen.QUIET);
        canvas.text(SHORT.format(lap.today()), centre, centre + 28, Anchor.MIDDLE, date);
        double bottom = ring;
        if (size.width() >= RING_ALONE_BELOW) {
            bottom = names(current);
        }
        return canvas.close(lap.caption(), summary(current), Math.max(ring, bottom));
    }

    private int current() {
        int month = lap.today().getMonthValue();
        for (int i = 0; i < lap.parts().size(); i++) {
            if (lap.parts().get(i).fromMonth() <= month
                    && month <= lap.parts().get(i).toMonth()) {
                return i;
            }
        }
        return -1;
    }

    /** The year begins at the top; every year is drawn as 366 days. */
    private static double angle(int month, int day) {
        int before = 0;
        for (int m = 1; m < month; m++) {
            before += java.time.Month.of(m).maxLength();
        }
        return (before + day - 1) * DAY - Math.PI / 2;
    }

    private double x(double angle, double r) {
        return centre + r * Math.cos(angle);
    }

    private double y(double angle, double r) {
        return centre + r * Math.sin(angle);
    }

    private void part(int nth, boolean current) {
        Lap.Part part = lap.parts().get(nth);
        double from = angle(part.fromMonth(), 1) + 1.4 * DAY;
        double to = part.toMonth() == 12 ? 1.5 * Math.PI - 1.4 * DAY : angle(part.toMonth() + 1, 1) - 1.4 * DAY;
        double outer = radius + ring * 18 / 256;
        double inner = radius - ring * 18 / 256;
        boolean large = to - from > Math.PI;
        boolean passed = part.toMonth() < lap.today().getMonthValue();
        Path path = Path.from(x(from, outer), y(from, outer))
                .arc(outer, large, x(to, outer), y(to, outer))
                .to(x(to, inner), y(to, inner))
                .arcBack(inner, large, x(from, inner), y(from, inner))
                .close();
        canvas.area(path, current ? Ink.SILJAN : passed ? Ink.SCALE[1] : Ink.SCALE[0]);
        double middle = current ? aside(from, to) : (from + to) / 2;
        Pen pen = current ? NUMBER.in(Ink.WHITE) : NUMBER;
        canvas.text(Integer.toString(nth + 1), x(middle, radius), y(middle, radius) + 6, Anchor.MIDDLE, pen);
    }

    /** Halfway between today and the part's farther end, so that the hand does not cover the number. */
    private double aside(double from, double to) {
        double today = angle(lap.today().getMonthValue(), lap.today().getDayOfMonth());
        return today - from > to - today ? (from + today) / 2 : (today + to) / 2;
    }

    /** The parts' names, beside the ring where there is room, else below it. */
    private double names(int current) {
        boolean beside = size.width() >= WIDEST_RING + 200;
        double left = beside ? ring + 48 : 0;
        double y = beside ? 8 : ring + 24;
        double width = size.width() - left - 48;
        for (int i = 0; i < lap.parts().size(); i++) {
            boolean now = i == current;
            Lap.Part part = lap.parts().get(i);
            canvas.circle(left + 16, y + 14, 16, now ? Ink.SILJAN : Ink.SCALE[0], "none", 0);
            canvas.text(
                    Integer.toString(i + 1),
                    left + 16,
                    y + 19.5,
                    Anchor.MIDDLE,
                    now ? Pen.STRONG.in(Ink.WHITE) : Pen.STRONG);
            double baseline = y + 19.5;
            for (String line : Wrap.lines(part.name(), Pen.STRONG, width)) {
                canvas.text(line, left + 48, baseline, Anchor.START, Pen.STRONG);
                baseline += 22;
            }
            String months = now ? Words.of("lap.now", months(part)) : months(part);
            for (String line : Wrap.lines(months, Pen.QUIET, width)) {
                canvas.text(line, left + 48, baseline, Anchor.START, Pen.QUIET);
                baseline += 20;
            }
            y = baseline - 3;
        }
        return y;
    }

    private static String months(Lap.Part part) {
        String from = java.time.Month.of(part.fromMonth()).getDisplayName(TextStyle.FULL, SWEDISH);
        String to = java.time.Month.of(part.toMonth()).getDisplayName(TextStyle.FULL, SWEDISH);
        return from.equals(to) ? from : Words.of("years.span", from, to);
    }

    private String summary(int current) {
        String given = lap.caption().summary();
        if (given != null) {
            return given;
        }
        List<String> sentences = new ArrayList<>();
        String day = LONG.format(lap.today());
        sentences.add(
                current < 0
                        ? Words.of("lap.nowhere", day)
                        : Words.of(
                                "lap.here",
                                day,
                                Integer.toString(current + 1),
                                lap.parts().get(current).name()));
        for (int i = 0; i < lap.parts().size(); i++) {
            sentences.add(
                    Words.of(
                                    "lap.part",
                                    Integer.toString(i + 1),
                                    lap.parts().get(i).name(),
                                    months(lap.parts().get(i))) + ".");
        }
        return String.join(" ", sentences);
    }
}
