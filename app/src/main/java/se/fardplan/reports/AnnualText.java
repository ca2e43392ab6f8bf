package se.fardplan.reports;

import java.util.ArrayList;
import java.util.List;
import se.fardplan.reports.ReportBlock.Bullets;
import se.fardplan.reports.ReportBlock.Heading;
import se.fardplan.reports.ReportBlock.Paragraph;
import se.fardplan.reports.ReportBlock.Voice;

/**
 * An editor's plain text as blocks of the report (redaktörens text).
 *
 * <p>An empty line divides paragraphs; lines that begin with {@code - } are a list; a line that begins with {@code ## } is
 * a heading. Everything else is read as it stands.
 */
final class AnnualText {

    private static final String POINT = "- ";
    private static final String HEADING = "## ";

    private AnnualText() {}

    static List<ReportBlock> blocks(String text) {
        List<ReportBlock> blocks = new ArrayList<>();
        for (String piece : text.replace("\r\n", "\n").split("\n\\s*\n")) {
            List<String> plain = new ArrayList<>();
            List<String> points = new ArrayList<>();
            for (String line : piece.strip().split("\n")) {
                String stripped = line.strip();
                if (stripped.startsWith(POINT)) {
                    flush(plain, blocks);
                    points.add(stripped.substring(POINT.length()).strip());
                } else if (stripped.startsWith(HEADING)) {
                    flush(plain, blocks);
                    flushPoints(points, blocks);
                    blocks.add(new Heading(stripped.substring(HEADING.length()).strip()));
                } else if (!stripped.isEmpty()) {
                    flushPoints(points, blocks);
                    plain.add(stripped);
                }
            }
            flushPoints(points, blocks);
            flush(plain, blocks);
        }
        return withoutLooseHeadings(blocks);
    }

    private static void flush(List<String> plain, List<ReportBlock> blocks) {
        if (!plain.isEmpty()) {
            blocks.add(new Paragraph(Voice.PLAIN, String.join(" ", plain)));
            plain.clear();
        }
    }

    private static void flushPoints(List<String> points, List<ReportBlock> blocks) {
        if (!points.isEmpty()) {
            blocks.add(new Bullets(false, points));
            points.clear();
        }
    }

    /** A heading with nothing below it would stand last on a page: it is set as a paragraph. */
    private static List<ReportBlock> withoutLooseHeadings(List<ReportBlock> blocks) {
        List<ReportBlock> kept = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            boolean last = at == blocks.size() - 1 || blocks.get(at + 1) instanceof Heading;
            kept.add(
                    last && blocks.get(at) instanceof Heading heading
                            ? new Paragraph(Voice.PLAIN, heading.text())
                            : blocks.get(at));
        }
        return kept;
    }
}
