package se.fardplan.writing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A piece of a written text (textblock): a paragraph of one line, or the points of a list.
 *
 * @param points true for a list
 */
record TextBlock(boolean points, List<String> lines) {

    private static final String POINT = "- ";

    TextBlock {
        lines = List.copyOf(lines);
    }

    /** An empty line divides paragraphs; lines that begin with {@code - } are points. */
    static List<TextBlock> of(String text) {
        List<TextBlock> blocks = new ArrayList<>();
        for (String piece : text.replace("\r\n", "\n").split("\n\\s*\n")) {
            List<String> run = new ArrayList<>();
            boolean points = false;
            for (String line :
                    Arrays.stream(piece.split("\n")).map(String::strip).toList()) {
                boolean point = line.startsWith(POINT);
                if (point != points) {
                    flush(blocks, points, run);
                    points = point;
                }
                if (!line.isEmpty()) {
                    run.add(point ? line.substring(POINT.length()).strip() : line);
                }
            }
            flush(blocks, points, run);
        }
        return blocks;
    }

    private static void flush(List<TextBlock> blocks, boolean points, List<String> run) {
        if (!run.isEmpty()) {
            blocks.add(new TextBlock(points, points ? run : List.of(String.join(" ", run))));
            run.clear();
        }
    }
}
