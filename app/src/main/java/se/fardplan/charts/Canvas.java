package se.fardplan.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import se.fardplan.charts.TextWidths.Face;

/**
 * Collects the shapes and texts of one drawing (rityta) and closes them into an svg.
 *
 * <p>The grammar is what Chromium, Batik and Word share: presentation attributes only, baselines placed by hand, no
 * classes, no patterns, no scripts. Coordinates are rounded to a tenth.
 */
final class Canvas {

    /** The size of all text that does not ask for more. */
    static final double TEXT = 16;
    /** How far a text reaches above and below its baseline, in ems: å on capitals and g. */
    static final double ASCENT = 0.8;

    static final double DESCENT = 0.25;

    final int width;
    private final StringBuilder shapes = new StringBuilder();
    private final StringBuilder texts = new StringBuilder();
    private final List<Box> labels = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Canvas(int width) {
        this.width = width;
    }

    /** Where a text hangs on its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** How a text looks. */
    record Pen(Face face, String colour, double size) {
        static final Pen PLAIN = new Pen(Face.REGULAR, Ink.INK, TEXT);
        static final Pen QUIET = new Pen(Face.REGULAR, Ink.INK_2, TEXT);
        static final Pen STRONG = new Pen(Face.SEMIBOLD, Ink.INK, TEXT);
        static final Pen OWN = new Pen(Face.SEMIBOLD, Ink.SILJAN, TEXT);

        double widthOf(String text) {
            return TextWidths.of(text, face, size);
        }

        Pen in(String otherColour) {
            return new Pen(face, otherColour, size);
        }
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    /** One line of text with its baseline at {@code y}. */
    Box text(String text, double x, double y, Anchor anchor, Pen pen) {
        String shown = text.replace("\u00ad", "");
        double textWidth = pen.widthOf(shown);
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - textWidth / 2;
            case END -> x - textWidth;
        };
        Box box = new Box(shown, left, y - ASCENT * pen.size, textWidth, (ASCENT + DESCENT) * pen.size, pen.size);
        labels.add(box);
        texts.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append('"');
        if (anchor != Anchor.START) {
            attribute(texts, "text-anchor", anchor.name().toLowerCase(Locale.ROOT));
        }
        attribute(texts, "font-family", pen.face.family);
        attribute(texts, "font-size", number(pen.size));
        attribute(texts, "font-weight", Integer.toString(pen.face.weight));
        attribute(texts, "fill", pen.colour);
        texts.append('>').append(escape(shown)).append("</text>");
        return box;
    }

    /** A white plate behind a text that lies on lines. */
    void plate(Box box) {
        rect(box.x() - 3, box.y(), box.width() + 6, box.height(), 2, Ink.WHITE, "none", 0);
    }

    /** The parts of a level line that no text lies on. */
    List<double[]> freeParts(double from, double to, double y) {
        List<Box> on = labels.stream()
                .filter(b -> b.y() - 1 < y && y < b.y() + b.height() + 1)
                .sorted(Comparator.comparingDouble(Box::x))
                .toList();
        List<double[]> parts = new ArrayList<>();
        double at = from;
        for (Box box : on) {
            if (box.x() - 6 > at) {
                parts.add(new double[] {at, Math.min(to, box.x() - 6)});
            }
            at = Math.max(at, box.x() + box.width() + 6);
        }
        if (at < to) {
            parts.add(new double[] {at, to});
        }
        return parts;
    }

    void line(double x1, double y1, double x2, double y2, String colour, double strokeWidth) {
        path(Path.from(x1, y1).to(x2, y2), colour, strokeWidth, "");
    }

    void path(Path path, String colour, double strokeWidth, String dashes) {
        shapes.append("<path");
        attribute(shapes, "d", path.data());
        attribute(shapes, "fill", "none");
        attribute(shapes, "stroke", colour);
        attribute(shapes, "stroke-width", number(strokeWidth));
        attribute(shapes, "stroke-linejoin", "round");
        if (dashes.isEmpty()) {
            attribute(shapes, "stroke-linecap", "round");
        } else {
            attribute(shapes, "stroke-dasharray", dashes);
        }
        shapes.append("/>");
    }

    /** Strokes with flat ends. */
    void flatPath(Path path, String colour, double strokeWidth) {
        shapes.append("<path");
        attribute(shapes, "d", path.data());
        attribute(shapes, "fill", "none");
        attribute(shapes, "stroke", colour);
        attribute(shapes, "stroke-width", number(strokeWidth));
        shapes.append("/>");
    }

    void area(Path path, String fill) {
        shape(path, fill, "none", 0);
    }

    /** A filled and, where {@code strokeWidth} is above zero, outlined shape. */
    void shape(Path path, String fill, String stroke, double strokeWidth) {
        shapes.append("<path");
        attribute(shapes, "d", path.data());
        attribute(shapes, "fill", fill);
        if (strokeWidth > 0) {
            attribute(shapes, "stroke", stroke);
            attribute(shapes, "stroke-width", number(strokeWidth));
            attribute(shapes, "stroke-linejoin", "round");
        }
        shapes.append("/>");
    }

    void circle(double x, double y, double radius, String fill, String stroke, double strokeWidth) {
        shapes.append("<circle");
        attribute(shapes, "cx", number(x));
        attribute(shapes, "cy", number(y));
        attribute(shapes, "r", number(radius));
        attribute(shapes, "fill", fill);
        attribute(shapes, "stroke", stroke);
        attribute(shapes, "stroke-width", number(strokeWidth));
        shapes.append("/>");
    }

    void rect(
            double x,
            double y,
            double rectWidth,
            double height,
            double corner,
            String fill,
            String stroke,
            double strokeWidth) {
        shapes.append("<rect");
        attribute(shapes, "x", number(x));
        attribute(shapes, "y", number(y));
        attribute(shapes, "width", number(rectWidth));
        attribute(shapes, "height", number(height));
        if (corner > 0) {
            attribute(shapes, "rx", number(corner));
        }
        attribute(shapes, "fill", fill);
        if (strokeWidth > 0) {
            attribute(shapes, "stroke", stroke);
            attribute(shapes, "stroke-width", number(strokeWidth));
        }
        shapes.append("/>");
    }

    /** Shapes made elsewhere, such as a glyph. */
    void raw(String markup) {
        shapes.append(markup);
    }

    /** Closes the drawing; {@code summary} stands for the picture. */
    Drawing close(Caption caption, String summary, double height) {
        int rounded = (int) Math.ceil(height);
        String id = caption.id() + "-" + width;
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        attribute(svg, "width", Integer.toString(width));
        attribute(svg, "height", Integer.toString(rounded));
        attribute(svg, "viewBox", "0 0 " + width + " " + rounded);
        attribute(svg, "role", "img");
        attribute(svg, "aria-labelledby", id + "-t " + id + "-d");
        attribute(svg, "alt", caption.title() + ". " + summary);
        svg.append("><title id=\"").append(id).append("-t\">").append(escape(caption.title()));
        svg.append("</title><desc id=\"").append(id).append("-d\">").append(escape(summary));
        svg.append("</desc>").append(shapes).append(texts).append("</svg>");
        return new Drawing(svg.toString(), caption.title(), summary, width, rounded, labels, notes);
    }

    /** At most one decimal, point as separator, no minus zero. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }

    private static void attribute(StringBuilder out, String name, String value) {
        out.append(' ').append(name).append("=\"").append(escape(value)).append('"');
    }

    /** Markup-safe; characters that XML forbids are left out. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (allowed(c)) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c < 0xd800) || (c >= 0xe000 && c != 0xfffe && c != 0xffff);
    }
}
