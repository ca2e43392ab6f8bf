package se.fardplan.charts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as Swedish readers write them (tal): decimal comma, hard space between thousands, a true minus.
 *
 * <p>The caller gives the decimals. Halves round away from zero; what rounds to zero has no minus.
 */
public final class Numbers {

    /** U+00A0, between thousands and before a unit. */
    public static final String SPACE = "\u00a0";

    /** U+2212. */
    public static final String MINUS = "\u2212";

    private Numbers() {}

    /** {@code write(3366.4, 1)} is {@code 3 366,4}. */
    public static String write(double value, int decimals) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A number to write must be finite, but was " + value);
        }
        return write(BigDecimal.valueOf(value), decimals);
    }

    /** The same for exact values. */
    public static String write(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        String plain = rounded.abs().toPlainString();
        int comma = plain.indexOf('.');
        String whole = comma < 0 ? plain : plain.substring(0, comma);
        String rest = comma < 0 ? "" : "," + plain.substring(comma + 1);
        return (rounded.signum() < 0 ? MINUS : "") + grouped(whole) + rest;
    }

    /** A difference, with its sign also when it is positive: {@code +1,5}, {@code −68,0}, {@code 0,0}. */
    public static String signed(double value, int decimals) {
        String written = write(value, decimals);
        boolean zero = BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .signum()
                == 0;
        return value > 0 && !zero ? "+" + written : written;
    }

    private static String grouped(String digits) {
        StringBuilder out = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            out.insert(i, SPACE);
        }
        return out.toString();
    }
}
