package se.fardplan.reports;

import java.util.Locale;
import se.fardplan.reports.ReportBlock.Drawing;

/** The cover's drawing (omslag): the strategy's years along the thread, and which of them the report is about. */
final class AnnualCover {

    private static final int WIDTH = 650;
    private static final int HEIGHT = 300;
    private static final int EDGE = 34;
    private static final String SILJAN = "#134b6e";
    private static final String LIGHT = "#8fb4cb";
    private static final String INK = "#1b2630";

    private AnnualCover() {}

    /** @param from first and {@code to} last year of the road, both counted in */
    static Drawing road(int from, int to, int year, String alt) {
        StringBuilder svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" alt=\"%s\">"
                        .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT, alt, alt));
        line(svg, from, to, from, to, LIGHT, "2 9");
        line(svg, from, to, from, Math.clamp(year, from, to), SILJAN, "none");
        for (int at = from; at <= to; at++) {
            node(svg, from, to, at, year);
        }
        return new Drawing(svg.append("</svg>").toString(), alt, WIDTH, HEIGHT);
    }

    private static void line(StringBuilder svg, int from, int to, int first, int last, String color, String dashes) {
        svg.append("<path fill=\"none\" stroke=\"")
                .append(color)
                .append("\" stroke-width=\"6\" stroke-linecap=\"round\" stroke-dasharray=\"")
                .append(dashes)
                .append("\" d=\"");
        int steps = Math.max(1, (last - first) * 16);
        for (int step = 0; step <= steps; step++) {
            double at = first + (double) (last - first) * step / steps;
            svg.append(step == 0 ? 'M' : 'L')
                    .append(number(x(from, to, at)))
                    .append(' ')
                    .append(number(y(from, to, at)));
        }
        svg.append("\"/>");
    }

    private static void node(StringBuilder svg, int from, int to, int at, int year) {
        String x = number(x(from, to, at));
        double y = y(from, to, at);
        boolean here = at == year;
        if (at < year) {
            svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"10\" fill=\"%s\"/>".formatted(x, number(y), SILJAN));
        } else if (here) {
            svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"17\" fill=\"#ffffff\" stroke=\"%s\" stroke-width=\"5\"/>"
                    .formatted(x, number(y), SILJAN));
            svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"8\" fill=\"%s\"/>".formatted(x, number(y), SILJAN));
        } else {
            svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"9\" fill=\"#ffffff\" stroke=\"%s\" stroke-width=\"4\"/>"
                    .formatted(x, number(y), LIGHT));
        }
        svg.append(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\" font-family=\"'Source Sans 3'\" font-size=\"%d\" font-weight=\"%d\" fill=\"%s\">%d</text>"
                        .formatted(x, number(y + 44), here ? 22 : 16, here ? 600 : 400, INK, at));
    }

    private static double x(int from, int to, double at) {
        return EDGE + (WIDTH - 2.0 * EDGE) * share(from, to, at);
    }

    /** Two soft bends on the way up. */
    private static double y(int from, int to, double at) {
        double share = share(from, to, at);
        return 220 - 160 * share + 34 * Math.sin(share * 2.2 * Math.PI);
    }

    private static double share(int from, int to, double at) {
        return to == from ? 0.5 : (at - from) / (to - from);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
