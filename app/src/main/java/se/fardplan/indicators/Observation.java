package se.fardplan.indicators;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One value of one key figure for one area, year and sex, as of one vintage (observation).
 *
 * @param indicator Kolada's id, such as {@code U20462}
 * @param area Kolada's code of a municipality, region, group or the nation, such as {@code 0020}
 * @param value to the last decimal received; null when {@code state} says there is none
 * @param preliminary judged once, at import, against the vintage's date
 * @param provenance of a value typed in; null for every other
 */
public record Observation(
        String indicator,
        String area,
        int year,
        Sex sex,
        @Nullable BigDecimal value,
        State state,
        boolean preliminary,
        Origin origin,
        @Nullable Provenance provenance) {}
