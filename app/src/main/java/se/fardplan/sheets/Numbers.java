package se.fardplan.sheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Numbers as spreadsheet files keep them (tal), days among them. */
final class Numbers {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    /** What spreadsheet programs show of a number; the digits after are noise. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int WIDEST = 20;
    private static final int SECONDS_A_DAY = 86_400;
    private static final LocalDate ZERO_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate ZERO_1904 = LocalDate.of(1904, 1, 1);
    /** The day after the 29th of February 1900 that Excel believes in; 9999-12-31. */
    private static final int FIRST = 61;

    private static final int LAST = 2_958_465;

    private Numbers() {}

    /** As a Swedish reader sees it: decimal comma, or the day. */
    static String written(Found.Amount amount) {
        LocalDateTime moment = amount.dated() ? moment(amount) : null;
        if (moment != null) {
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.format(MINUTE);
        }
        BigDecimal shown = amount.number().round(DIGITS);
        boolean narrow = Math.abs((long) shown.precision() - shown.scale()) <= WIDEST && shown.scale() <= 2 * WIDEST;
        String digits =
                narrow && shown.signum() != 0 ? shown.stripTrailingZeros().toPlainString() : shown.toString();
        return shown.signum() == 0 ? "0" : digits.replace('.', ',');
    }

    /** The day and time a number stands for; null when it stands for none. */
    static @Nullable LocalDateTime moment(Found.Amount amount) {
        BigDecimal number = amount.number();
        boolean possible = amount.from1904()
                ? number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(LAST - 1462L)) < 0
                : number.compareTo(BigDecimal.valueOf(FIRST)) >= 0
                        && number.compareTo(BigDecimal.valueOf(LAST + 1L)) < 0;
        if (!possible || number.scale() > 2 * WIDEST) {
            return null;
        }
        long seconds = Math.round(number.doubleValue() * SECONDS_A_DAY);
        return (amount.from1904() ? ZERO_1904 : ZERO_1900).atStartOfDay().plusSeconds(seconds);
    }
}
