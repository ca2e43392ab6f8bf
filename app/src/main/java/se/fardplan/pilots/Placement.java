package se.fardplan.pilots;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.Source;

/**
 * Where an activity stands in its pilot (placering).
 *
 * @param strategy the code of the strategy it belongs to; null when it stands by itself
 * @param code such as {@code D1.1}; empty for one that was added on the pages
 * @param leadership the levels of the joint leadership that answer for it
 * @param steps the codes of the steps it serves
 * @param schedule its time as the source has it; may be empty
 * @param uncertain why its days cannot be relied on; empty when they can
 * @param notes what is to be known of the source's words
 */
record Placement(
        UUID activity,
        @Nullable String strategy,
        String code,
        List<LeadershipLevel> leadership,
        List<String> steps,
        String schedule,
        String uncertain,
        List<String> notes,
        List<Source> sources,
        long version) {

    Placement {
        leadership = List.copyOf(leadership);
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
        sources = List.copyOf(sources);
    }

    /** The same of another activity. */
    Placement of(UUID other) {
        return new Placement(other, strategy, code, leadership, steps, schedule, uncertain, notes, sources, version);
    }

    static Placement blank(UUID activity) {
        return new Placement(activity, null, "", List.of(), List.of(), "", "", List.of(), List.of(), 0);
    }
}
