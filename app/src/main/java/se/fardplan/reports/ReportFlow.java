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

    /** A section of no more letters than this, without table or figure, stands on one page. */
    private static final int LETTERS_OF_A_SHORT_SECTION = 250;

    /** The blocks in runs; a heading stands in the same run as the block after it. */
    static List<Run> runs(List<ReportBlock> blocks) {
        if (isShort(blocks)) {
            return List.of(new Run(List.copyOf(blocks)));
        }
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
            if (!(block instanceof ReportBlock.Heading) && !opens(block, blocks)) {
                runs.add(new Run(List.copyOf(open)));
                open.clear();
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("a section ends in the heading " + open);
        }
        return runs;
    }

    private static boolean isShort(List<ReportBlock> blocks) {
        int letters = blocks.stream().mapToInt(ReportFlow::letters).sum();
        return !blocks.isEmpty()
                && !(blocks.getLast() instanceof ReportBlock.Heading)
                && letters <= LETTERS_OF_A_SHORT_SECTION;
    }

    /** More than any section may have where the block is not text. */
    private static int letters(ReportBlock block) {
        return switch (block) {
            case ReportBlock.Heading heading -> heading.text().length();
            case ReportBlock.Paragraph paragraph -> paragraph.text().length();
            case ReportBlock.Bullets bullets ->
                bullets.items().stream().mapToInt(String::length).sum();
            case ReportBlock.Note note -> note.title().length() + note.text().length();
            case ReportBlock.Table unused -> LETTERS_OF_A_SHORT_SECTION + 1;
            case ReportBlock.Figure unused -> LETTERS_OF_A_SHORT_SECTION + 1;
            case ReportBlock.Judgements unused -> LETTERS_OF_A_SHORT_SECTION + 1;
        };
    }

    /** A section's first sentence stays with what follows. */
    private static boolean opens(ReportBlock block, List<ReportBlock> blocks) {
        return block instanceof ReportBlock.Paragraph paragraph
                && paragraph.voice() == ReportBlock.Voice.LEAD
                && block != blocks.getLast();
    }

    /** A signature never stands alone on a page. */
    private static boolean closes(ReportBlock block) {
        return block instanceof ReportBlock.Paragraph paragraph && paragraph.voice() == ReportBlock.Voice.QUIET;
    }

    /** Blocks that belong together (följd). */
    record Run(List<ReportBlock> blocks) {

        /** True when no page may break within. */
        boolean kept() {
            return blocks.stream().noneMatch(block -> block instanceof ReportBlock.Table table && isLong(table));
        }

        private static boolean isLong(ReportBlock.Table table) {
            int letters = table.rows().stream()
                    .flatMap(List::stream)
                    .mapToInt(cell -> cell.text().length())
                    .sum();
            return table.rows().size() > ROWS_KEPT_TOGETHER || letters > LETTERS_KEPT_TOGETHER;
        }
    }
}
