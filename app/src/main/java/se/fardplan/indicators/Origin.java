package se.fardplan.indicators;

import java.util.Locale;

/** Where a value comes from (ursprung). */
public enum Origin {
    KOLADA,
    /** Typed in by a named user, with a source. */
    HAND,
    /** Made up for the demo (exempeldata); nobody has measured it. */
    EXAMPLE;

    /** The word used in the store, the API and exports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
