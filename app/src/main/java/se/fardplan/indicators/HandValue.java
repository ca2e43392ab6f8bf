package se.fardplan.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value typed in, with its source and who entered it (handinmatat värde).
 *
 * @param indicator Kolada's id, or the key figure's own code where it has none
 * @param source where the one who entered it has it from
 * @param withdrawnBy null while it stands; a value that a later one took the place of was withdrawn too
 */
public record HandValue(
        UUID id,
        String indicator,
        String area,
        int year,
        Sex sex,
        BigDecimal value,
        String source,
        String enteredBy,
        Instant enteredAt,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt) {

    /** What is to be entered; the source may not be empty. */
    public record Entry(String indicator, String area, int year, Sex sex, BigDecimal value, String source) {}
}
