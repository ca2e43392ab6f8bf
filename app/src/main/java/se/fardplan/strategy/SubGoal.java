package se.fardplan.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.Source;

/**
 * A sub-goal (delmål): what the county wants to reach, and what it is measured by.
 *
 * @param code as in its address, such as {@code nara-for-mig}
 * @param order from 1, the order that counts everywhere
 * @param printed another wording that is printed somewhere; null when there is none
 * @param origin where its words come from
 * @param keyFigures the codes of its key figures, in order
 */
public record SubGoal(
        String code,
        int order,
        String name,
        String text,
        @Nullable String printed,
        String origin,
        List<String> keyFigures,
        List<Source> sources) {

    public SubGoal {
        keyFigures = List.copyOf(keyFigures);
        sources = List.copyOf(sources);
    }

    /** Where its page is. */
    public String href() {
        return "/delmal/" + code;
    }
}
