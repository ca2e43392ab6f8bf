package se.fardplan.indicators;

import java.util.Locale;

/** Why an observation has a value, or has none (läge). Kept apart everywhere; none of them is zero. */
public enum State {
    /** Status empty, a value. */
    PUBLISHED,
    /** Status empty, no value. */
    NOT_PUBLISHED,
    /** Status Missing, no value. */
    MISSING,
    /** Status Missing, yet a value. */
    UNCERTAIN,
    /** Status Privacy. */
    SUPPRESSED,
    /** Status Not applicable. */
    NOT_APPLICABLE,
    /** Deleted by Kolada, or gone since an earlier vintage. */
    REMOVED;

    /** The word used in the store, the API and exports, such as {@code not_published}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
