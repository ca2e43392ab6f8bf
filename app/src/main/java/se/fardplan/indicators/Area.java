package se.fardplan.indicators;

/**
 * Whom a series is about (område): a municipality, a region, a group of municipalities or the nation.
 *
 * @param code Kolada's code, such as {@code 0020}; a code of our own for what we computed, see {@link Areas#OWN_MEAN}
 * @param name as shown, such as {@code Falun} or {@code Riket}
 */
public record Area(String code, String name) {

    /** True when {@code other} is the same area, under whichever name. */
    public boolean is(Area other) {
        return code.equals(other.code);
    }
}
