package se.fardplan.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fardplan.plans.Activity;

/**
 * A plan on its way to the units' managers (utskick).
 *
 * @param by who sent it
 */
record Distribution(UUID plan, String title, LocalDate day, String by, List<Receipt> receipts) {

    Distribution {
        receipts = List.copyOf(receipts);
    }

    boolean isReceivedAt(String place) {
        return receipts.stream().anyMatch(receipt -> receipt.place().equals(place));
    }

    /**
     * That it was received (kvittens).
     *
     * @param place a unit's code, or the organisation's where its manager has no single unit
     */
    record Receipt(String place, String principal, String name, Instant at) {}

    /**
     * A unit's own step towards an activity (enhetens steg).
     *
     * @param activity the activity it comes from
     * @param unit null for the whole organisation
     * @param when in the unit's own words
     */
    record Step(
            UUID id,
            UUID activity,
            String principal,
            @Nullable String unit,
            String what,
            String when,
            String byWhom,
            Activity.State state,
            long version) {

        Step in(Activity.State next) {
            return new Step(id, activity, principal, unit, what, when, byWhom, next, version);
        }
    }
}
