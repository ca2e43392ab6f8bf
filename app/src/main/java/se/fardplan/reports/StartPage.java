package se.fardplan.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.charts.Drawing;
import se.fardplan.charts.Glyph;

/**
 * The start page (startsidan): where the county is going, how it goes and what has happened.
 *
 * @param heading the vision; for a county without a strategy, what Färdplan shows instead
 * @param thread the winding thread with a stop for each sub-goal; null without a strategy
 * @param point the headline that says how the sub-goals go together
 * @param rows the sub-goals; empty without a strategy
 * @param imported true when there are figures at all
 * @param writing which report is being written; null when none is
 */
record StartPage(
        String eyebrow,
        String heading,
        String lead,
        @Nullable Drawing thread,
        String point,
        String rest,
        List<Row> rows,
        boolean imported,
        List<Happening> happenings,
        @Nullable String writing,
        Drawing lap,
        List<Step> steps) {

    StartPage {
        rows = List.copyOf(rows);
        happenings = List.copyOf(happenings);
        steps = List.copyOf(steps);
    }

    boolean hasStrategy() {
        return thread != null;
    }

    /**
     * One sub-goal (delmål).
     *
     * @param sentence where the county stands and which way it moves
     * @param spark the key figure that says most; null when none has values
     * @param caption what the spark shows, or why there is none
     * @param captionHref the key figure's page; null when there is no spark
     */
    record Row(
            String name,
            String href,
            String sentence,
            Glyph glyph,
            String word,
            @Nullable Drawing spark,
            String caption,
            @Nullable String captionHref,
            int figures,
            int withValues) {}

    /** Something that happened lately: a day, what it was and where it can be seen. */
    record Happening(String iso, String day, String month, String title, String href, String sentence) {}

    /** A part of the year (årets varv). */
    record Step(String name, String months, boolean now) {}
}
