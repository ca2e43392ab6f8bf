package se.fardplan.strategy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.fardplan.access.CurrentUser;

/**
 * That the roadmap was received for a place (kvittens): a unit, or an organisation whose manager has no single unit.
 *
 * @param name who received it
 */
record Receipt(String place, String name, Instant at) {

    /** The unit's code, or the organisation's. */
    static @Nullable String placeOf(CurrentUser.Grant grant) {
        return grant.unit() == null ? grant.organisation() : grant.unit();
    }
}
