package se.fardplan.indicators;

import java.util.Locale;

/** Where a value comes from (ursprung). */
public enum Origin {
    KOLADA,
    /** Typed in by a named user, with a source. */
    HAND;

    /** The word used in the store, the API and exports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
