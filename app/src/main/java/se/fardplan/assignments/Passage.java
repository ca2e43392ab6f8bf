package se.fardplan.assignments;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.Source;

/**
 * A piece of what an assignment says (stycke).
 *
 * @param code within its kind; for a role the name of an {@link Assignment.Part}
 * @param note a remark, and for a focus why it came or was changed
 * @param from the day it happened or began
 * @param bodies codes of bodies, or words where there is none
 * @param items what it lists, in order
 * @param madeBy who wrote it here; null for what came with the package
 */
record Passage(
        Kind kind,
        @Nullable String code,
        @Nullable String title,
        @Nullable String text,
        @Nullable String note,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<String> bodies,
        List<String> items,
        List<Source> sources,
        @Nullable String madeBy) {

    Passage {
        bodies = List.copyOf(bodies);
        items = List.copyOf(items);
        sources = List.copyOf(sources);
    }

    /** What sort of piece it is (slag). */
    enum Kind {
        BACKGROUND,
        GOAL,
        /** What happened on the way, each on its day. */
        HISTORY,
        /** What the assignment is about, and was about before. */
        FOCUS,
        INITIATIVE,
        /** A quarter and what it is for. */
        QUARTER,
        ROLE,
        /** What a role decides on. */
        MANDATE,
        /** Who has had the task, and when. */
        TASK_PERIOD,
        ABBREVIATION,
        /** What is unclear or put right in the source. */
        REMARK
    }
}
