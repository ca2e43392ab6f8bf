package se.fardplan.indicators;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One year of a series (mätpunkt).
 *
 * @param value null when {@code state} says there is none
 * @param provenance of a value typed in; null for every other
 */
public record Point(
        int year,
        @Nullable BigDecimal value,
        State state,
        boolean preliminary,
        Origin origin,
        @Nullable Provenance provenance) {

    static Point of(Observation observation) {
        return new Point(
                observation.year(),
                observation.value(),
                observation.state(),
                observation.preliminary(),
                observation.origin(),
                observation.provenance());
    }

    /**
     * True when a judgement may rest on it: a published value, preliminary or not, Kolada's or typed in with its source.
     * An uncertain value (Missing, yet a value) is shown but carries no judgement; the other states have nothing to carry.
     */
    public boolean counts() {
        return state == State.PUBLISHED && value != null;
    }

    /** True when there is a number to show, be it an uncertain one. */
    public boolean hasValue() {
        return value != null && (state == State.PUBLISHED || state == State.UNCERTAIN);
    }

    /** The value; asked for only where {@link #hasValue()}. */
    public BigDecimal number() {
        return Objects.requireNonNull(value, () -> "no value in " + year + ": " + state);
    }
}
