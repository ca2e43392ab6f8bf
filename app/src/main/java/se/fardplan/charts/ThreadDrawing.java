package se.fardplan.charts;

import java.util.List;
import java.util.stream.IntStream;
import se.fardplan.charts.Canvas.Anchor;
import se.fardplan.charts.Canvas.Pen;
import se.fardplan.charts.TextWidths.Face;

/** Draws a {@link WindingThread}. */
final class ThreadDrawing {

    private static final double RADIUS = 20;
    private static final double TEXT_GAP = 34;
    private static final double WIDEST_SWING = 98;
    private static final double STEP = 78;
    private static final double NAME_LINE = 22;
    private static final double WORD_LINE = 20;
    private static final Pen NAME = new Pen(Face.SEMIBOLD, Ink.INK, 18);

    private final WindingThread thread;
    private final Size size;
    private final Canvas canvas;

    ThreadDrawing(WindingThread thread, Size size) {
        this.thread = thread;
        this.size = size;
        this.canvas = new Canvas(size.width());
    }

    Drawing draw() {
        double left = size.narrow() && size.width() < 380 ? 24 : 60;
        double swing = Math.max(24, Math.min(WIDEST_SWING, size.width() - left - TEXT_GAP - widestText()));
        swing = Math.min(swing, Math.max(24, size.width() * 0.3));
        double room = size.width() - left - swing - TEXT_GAP;
        double step = Math.max(
                STEP,
                thread.nodes().stream().mapToDouble(n -> height(n, room)).max().orElse(0) + 30);
        double last = 64 + (thread.nodes().size() - 1) * step;
        double bottom = Math.max(last, 64) + 60;
        Path path = path(left, swing, step, bottom);
        canvas.path(path, Ink.PALE_SILJAN, 10, "");
        canvas.path(path, Ink.SILJAN, 3, "");
        for (int i = 0; i < thread.nodes().size(); i++) {
            node(thread.nodes().get(i), x(i, left, swing), 64 + i * step, size.width() - x(i, left, swing) - TEXT_GAP);
        }
        String given = thread.caption().summary();
        String summary = given != null
                ? given
                : String.join(
                        " ",
                        thread.nodes().stream()
                                .map(n -> Words.of("thread.node", n.name(), n.word()))
                                .toList());
        return canvas.close(thread.caption(), summary.isEmpty() ? Words.of("empty") : summary, bottom);
    }

    private double widestText() {
        return thread.nodes().stream()
                .mapToDouble(n -> Math.max(NAME.widthOf(n.name()), Pen.PLAIN.widthOf(n.word())))
                .max()
                .orElse(0);
    }

    private static double height(WindingThread.Node node, double room) {
        return Wrap.lines(node.name(), NAME, room).size() * NAME_LINE
                + Wrap.lines(node.word(), Pen.PLAIN, room).size() * WORD_LINE;
    }

    private static double x(int nth, double left, double swing) {
        return nth % 2 == 0 ? left : left + swing;
    }

    /** In from above and out below, upright through every stop. */
    private Path path(double left, double swing, double step, double bottom) {
        int count = thread.nodes().size();
        double before = left + swing * 0.3;
        Path path = Path.from(before, 4).curve(before, 24, left, 40, left, 64);
        for (int i : IntStream.range(1, count).toArray()) {
            double from = 64 + (i - 1) * step;
            double to = 64 + i * step;
            path.curve(
                    x(i - 1, left, swing),
                    from + step * 0.54,
                    x(i, left, swing),
                    to - step * 0.54,
                    x(i, left, swing),
                    to);
        }
        double end = x(Math.max(0, count - 1), left, swing);
        double out = end + (count % 2 == 0 ? -0.2 : 0.2) * swing;
        return path.curve(end, bottom - 30, out, bottom - 24, out, bottom - 4);
    }

    private void node(WindingThread.Node node, double x, double y, double room) {
        canvas.circle(x, y, RADIUS, Ink.WHITE, Ink.SILJAN, 3);
        canvas.raw(node.glyph().centredOn(x, y, 20));
        List<String> name = Wrap.lines(node.name(), NAME, room);
        List<String> word = Wrap.lines(node.word(), Pen.PLAIN, room);
        double baseline = y - height(node, room) / 2 + 17;
        for (String line : name) {
            canvas.text(line, x + TEXT_GAP, baseline, Anchor.START, NAME);
            baseline += NAME_LINE;
        }
        for (String line : word) {
            canvas.text(
                    line,
                    x + TEXT_GAP,
                    baseline,
                    Anchor.START,
                    Pen.PLAIN.in(node.glyph().colour()));
            baseline += WORD_LINE;
        }
    }
}
