package se.fardplan.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.charts.Glyph;

/** All that is followed up, on one page (följa upp). */
record FollowUpPage(List<Group> groups, @Nullable String asOf) {

    FollowUpPage {
        groups = List.copyOf(groups);
    }

    boolean hasKeyFigures() {
        return !groups.isEmpty();
    }

    /** A sub-goal with its key figures. */
    record Group(String name, String href, String sentence, Glyph glyph, String word, List<Line> lines) {

        Group {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One key figure.
     *
     * @param value the latest value; null when there is none
     * @param absence why there is none, in a few words; empty when there is one
     */
    record Line(
            String name,
            String href,
            @Nullable String value,
            String year,
            String absence,
            @Nullable Judgement position,
            @Nullable Judgement direction) {}
}
