package se.fardplan.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.Crumb;

/**
 * A person as administrators and colleagues see them (personens sida).
 *
 * @param problem the sentence to mend a form by; null when nothing is wrong
 * @param invitation when the last invitation was sent and until when it holds; null when none is open
 */
record PersonPage(
        String id,
        String name,
        String email,
        String organisation,
        String organisationName,
        String state,
        @Nullable String invitation,
        long version,
        List<Crumb> crumbs,
        @Nullable String problem,
        List<Held> roles,
        List<UnitPage.Change> history,
        List<Principals.Choice> organisations,
        List<Principals.Choice> grants,
        List<Principals.Choice> units,
        boolean mayManage,
        String today) {

    /** @param standsIn for whom; empty for one's own @param mayEnd true when this user may end it */
    record Held(
            String id,
            String role,
            String days,
            String standsIn,
            String given,
            boolean over,
            boolean mayEnd,
            String until) {}
}
