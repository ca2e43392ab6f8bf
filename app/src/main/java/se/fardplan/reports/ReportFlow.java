package se.fardplan.reports;

import java.util.ArrayList;
import java.util.List;

/** Which blocks must stay together on a page (sättning). */
final class ReportFlow {

    /** A table with more rows than this may run over to the next page, between rows. */
    private static final int ROWS_KEPT_TOGETHER = 8;

    /** A table with more letters than this may too: kept together it would leave too much of a page empty. */
    private static final int LETTERS_KEPT_TOGETHER = 700;

    private ReportFlow() {}

    /** The blocks in runs; a heading stands in the same run as the block after it. */
    static List<Run> runs(List<ReportBlock> blocks) {
        List<Run> runs = new ArrayList<>();
        List<ReportBlock> open = new ArrayList<>();
        for (ReportBlock block : blocks) {
            if (open.isEmpty() && !runs.isEmpty() && closes(block)) {
                List<ReportBlock> last = new ArrayList<>(runs.removeLast().blocks());
                last.add(block);
                runs.add(new Run(List.copyOf(last)));
                continue;
            }
            open.add(block);
            if (!(block instanceof ReportBlock.Heading)) {
                runs.add(new Run(List.copyOf(open)));
                open.clear();
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("a section ends in the heading " + open);
        }
        return runs;
    }

    /** A signature never stands alone on a page. */
    private static boolean closes(ReportBlock block) {
        return block instanceof ReportBlock.Paragraph paragraph && paragraph.voice() == ReportBlock.Voice.QUIET;
    }

    /** Blocks that belong together (följd). */
    record Run(List<ReportBlock> blocks) {

        /** True when no page may break within. */
        boolean kept() {
            return blocks.stream()
                    .noneMatch(block -> block instanceof ReportBlock.Table table
                            && table.rows().size() > ROWS_KEPT_TOGETHER);
        }
    }
}
