package se.fardplan.charts;

/**
 * How a chart writes its values (mått).
 *
 * @param decimals 0 to 6
 * @param suffix   set after the value with a hard space, such as {@code %}; empty for none
 */
public record Measure(int decimals, String suffix) {

    public Measure {
        if (decimals < 0 || decimals > 6) {
            throw new IllegalArgumentException("Decimals are 0 to 6, but were " + decimals);
        }
    }

    public static Measure plain(int decimals) {
        return new Measure(decimals, "");
    }

    public static Measure percent(int decimals) {
        return new Measure(decimals, "%");
    }

    /** The value as a reader sees it, suffix included. */
    public String write(double value) {
        return suffix.isEmpty()
                ? Numbers.write(value, decimals)
                : Numbers.write(value, decimals) + Numbers.SPACE + suffix;
    }
}
