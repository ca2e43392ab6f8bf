package se.fardplan.plans;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an activity goes on without what it lacks (förklarad lucka).
 *
 * @param gaps what it lacked when the reason was written
 */
record GapReason(List<Activity.Gap> gaps, String reason, String by, LocalDate day) {

    GapReason {
        gaps = List.copyOf(gaps);
    }

    /** What the activity lacks and nobody has explained. */
    static List<Activity.Gap> unexplained(Activity activity, @Nullable GapReason reason) {
        return activity.gaps().stream()
                .filter(gap -> reason == null || !reason.gaps().contains(gap))
                .toList();
    }
}
