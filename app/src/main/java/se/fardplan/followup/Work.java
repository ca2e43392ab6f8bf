package se.fardplan.followup;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/**
 * A work of the inventory (tidigare arbete): done for the transition before there was a plan for it, and reported then.
 *
 * @param principal whose it is; null for a joint work
 * @param agreement under which agreement it was reported, such as {@code God och nära vård 2020}
 * @param earlier true when it began before {@code year}
 * @param obstacle what hindered it, such as the pandemic; may be empty
 * @param version grows by each change
 */
record Work(
        UUID id,
        String title,
        String about,
        Whose whose,
        @Nullable String principal,
        String agreement,
        int year,
        boolean earlier,
        String obstacle,
        long version) {

    private static final int FIRST_YEAR = 2010;
    private static final int LAST_YEAR = 2100;

    /** Whose a work is. */
    enum Whose {
        MUNICIPALITY,
        REGION,
        JOINT
    }

    /** Refuses with {@code FOL-050} what has no name, with {@code FOL-051} what has no year, with {@code FOL-052} no agreement. */
    Work checked() {
        if (title.isBlank()) {
            throw new Refusal("FOL-050");
        }
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new Refusal("FOL-051");
        }
        if (agreement.isBlank()) {
            throw new Refusal("FOL-052");
        }
        return this;
    }
}
