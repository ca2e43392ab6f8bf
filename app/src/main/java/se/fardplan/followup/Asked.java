package se.fardplan.followup;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity or a plan that a round asks about (det som följs upp), as it was called then.
 *
 * @param id the activity's or the plan's
 * @param plan the title of the plan it stands in, or is
 * @param owners the codes of the principals whose people answer; none for the county's own plan
 * @param unit the code of the unit that carries it out; null for the whole organisation
 * @param countys true when the county's support may answer too
 * @param subGoals the codes of the sub-goals it works for, in their order
 */
public record Asked(
        UUID id,
        Kind kind,
        String title,
        String href,
        String plan,
        List<String> owners,
        @Nullable String unit,
        boolean countys,
        List<String> subGoals) {

    /** What is followed up (slag). */
    public enum Kind {
        ACTIVITY,
        PLAN
    }

    public Asked {
        owners = List.copyOf(owners);
        subGoals = List.copyOf(subGoals);
    }
}
