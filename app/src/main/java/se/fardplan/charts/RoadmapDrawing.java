package se.fardplan.charts;

import java.util.ArrayList;
import java.util.List;
import se.fardplan.charts.Canvas.Anchor;
import se.fardplan.charts.Canvas.Pen;
import se.fardplan.charts.Roadmap.Progress;
import se.fardplan.charts.TextWidths.Face;

/** Draws a {@link Roadmap}: rising toward the vision on wide pages, upright with the vision on top on narrow ones. */
final class RoadmapDrawing {

    private static final double NAME_LINE = 22;
    private static final double LINE = 20;
    private static final double NARROWEST_COLUMN = 118;
    private static final Pen NAME = new Pen(Face.SEMIBOLD, Ink.INK, 18);
    private static final Pen VISION = new Pen(Face.SERIF, Ink.INK, 20);

    private final Roadmap roadmap;
    private final Size size;
    private final Canvas canvas;

    RoadmapDrawing(Roadmap roadmap, Size size) {
        this.roadmap = roadmap;
        this.size = size;
        this.canvas = new Canvas(size.width());
    }

    /** A line of text with its pen and its height. */
    private record Line(String text, Pen pen, double height) {}

    Drawing draw() {
        double column = size.width() / (roadmap.parts().size() + 1.35);
        double height = column >= NARROWEST_COLUMN && !roadmap.parts().isEmpty() ? rising(column) : upright();
        return canvas.close(roadmap.caption(), summary(), height);
    }

    private List<Line> lines(Roadmap.Part part, double width) {
        List<Line> lines = new ArrayList<>();
        Wrap.lines(part.name(), NAME, width).forEach(t -> lines.add(new Line(t, NAME, NAME_LINE)));
        if (!part.note().isEmpty()) {
            Wrap.lines(part.note(), Pen.QUIET, width).forEach(t -> lines.add(new Line(t, Pen.QUIET, LINE)));
        }
        Pen pen = part.progress() == Progress.HERE ? Pen.OWN : Pen.QUIET;
        Wrap.lines(word(part.progress()), pen, width).forEach(t -> lines.add(new Line(t, pen, LINE)));
        if (part.progress() == Progress.HERE) {
            String today = Words.of("roadmap.today", roadmap.today().replaceFirst(" ", Numbers.SPACE));
            Wrap.lines(today, Pen.QUIET, width).forEach(t -> lines.add(new Line(t, Pen.QUIET, LINE)));
        }
        return lines;
    }

    private List<Line> vision(double width) {
        List<Line> lines = new ArrayList<>();
        Wrap.lines(Words.of("roadmap.vision"), Pen.OWN, width).forEach(t -> lines.add(new Line(t, Pen.OWN, LINE)));
        Wrap.lines(roadmap.vision(), VISION, width).forEach(t -> lines.add(new Line(t, VISION, 26)));
        return lines;
    }

    private static String word(Progress progress) {
        return switch (progress) {
            case DONE -> Words.of("roadmap.done");
            case HERE -> Words.of("roadmap.here");
            case LEFT -> Words.of("roadmap.left");
        };
    }

    private static double height(List<Line> lines) {
        return lines.stream().mapToDouble(Line::height).sum();
    }

    private double rising(double column) {
        int count = roadmap.parts().size();
        double width = column - 16;
        double rise = Math.min(40, 200.0 / count);
        double top = 30;
        double bottom = 0;
        double[] x = new double[count + 1];
        double[] y = new double[count + 1];
        for (int i = 0; i <= count; i++) {
            x[i] = 20 + i * column;
            y[i] = top + (count - i) * rise;
        }
        for (int i = 0; i < count; i++) {
            List<Line> lines = lines(roadmap.parts().get(i), width);
            write(lines, x[i] - 12, y[i] + 28);
            bottom = Math.max(bottom, y[i] + 28 + height(lines));
        }
        List<Line> vision = vision(size.width() - x[count] + 12);
        write(vision, x[count] - 12, y[count] + 32);
        bottom = Math.max(bottom, y[count] + 32 + height(vision));
        for (int i = 0; i < count; i++) {
            double half = (x[i + 1] - x[i]) * 0.5;
            Path path = Path.from(x[i], y[i]).curve(x[i] + half, y[i], x[i + 1] - half, y[i + 1], x[i + 1], y[i + 1]);
            stretch(path, i);
        }
        for (int i = 0; i < count; i++) {
            stop(roadmap.parts().get(i).progress(), x[i], y[i]);
        }
        goal(x[count], y[count]);
        return bottom + 8;
    }

    /** The vision on top, the first part at the bottom: the reader climbs. */
    private double upright() {
        double x = 28;
        double text = 64;
        double width = size.width() - text;
        List<Line> vision = vision(width);
        write(vision, text, 4);
        double visionY = 26;
        double at = Math.max(4 + height(vision), 48) + 24;
        List<Roadmap.Part> climbed = roadmap.parts().reversed();
        double[] y = new double[climbed.size()];
        for (int i = 0; i < climbed.size(); i++) {
            List<Line> lines = lines(climbed.get(i), width);
            write(lines, text, at);
            y[i] = at + 12;
            at += height(lines) + 24;
        }
        for (int i = climbed.size() - 1; i >= 0; i--) {
            double above = i == 0 ? visionY : y[i - 1];
            double bend = i % 2 == 0 ? 14 : -14;
            double third = (y[i] - above) / 3;
            Path path = Path.from(x, y[i]).curve(x + bend, y[i] - third, x + bend, above + third, x, above);
            stretch(path, climbed.size() - 1 - i);
        }
        for (int i = 0; i < climbed.size(); i++) {
            stop(climbed.get(i).progress(), x, y[i]);
        }
        goal(x, visionY);
        return Math.max(at - 12, 56);
    }

    private void write(List<Line> lines, double x, double top) {
        double y = top;
        for (Line line : lines) {
            canvas.text(line.text, x, y + line.height * 0.77, Anchor.START, line.pen);
            y += line.height;
        }
    }

    /** From part {@code nth} onward: travelled where it is done, else pale and dashed. */
    private void stretch(Path path, int nth) {
        boolean travelled = roadmap.parts().get(nth).progress() == Progress.DONE;
        canvas.path(path, Ink.PALE_SILJAN, 10, "");
        canvas.path(path, Ink.SILJAN, travelled ? 3.5 : 2, travelled ? "" : "3 7");
    }

    private void stop(Progress progress, double x, double y) {
        switch (progress) {
            case DONE -> canvas.circle(x, y, 11, Ink.SILJAN, Ink.WHITE, 2.5);
            case HERE -> {
                canvas.circle(x, y, 15, Ink.WHITE, Ink.SILJAN, 3.5);
                canvas.circle(x, y, 7, Ink.SILJAN, "none", 0);
            }
            case LEFT -> canvas.circle(x, y, 10, Ink.WHITE, Ink.SILJAN, 3);
        }
    }

    /** The vision: a ring around a ring, larger than any stop. */
    private void goal(double x, double y) {
        canvas.circle(x, y, 18, Ink.WHITE, Ink.SILJAN, 3);
        canvas.circle(x, y, 10, "none", Ink.SILJAN, 3);
    }

    private String summary() {
        String given = roadmap.caption().summary();
        if (given != null) {
            return given;
        }
        List<String> sentences = new ArrayList<>();
        for (Roadmap.Part part : roadmap.parts()) {
            String word = part.progress() == Progress.HERE
                    ? word(part.progress()) + ", " + Words.of("roadmap.today", roadmap.today())
                    : word(part.progress());
            sentences.add(Words.of("thread.node", part.name(), word));
        }
        sentences.add(Words.of("thread.node", Words.of("roadmap.vision"), roadmap.vision()));
        return String.join(" ", sentences);
    }
}
