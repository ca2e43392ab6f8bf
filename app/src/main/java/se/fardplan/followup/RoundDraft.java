package se.fardplan.followup;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/**
 * What someone wants a round to be (rundutkast).
 *
 * <p>Refusals: {@code FOL-030} no name, {@code FOL-031} no such year, {@code FOL-032} a day is missing or the last comes
 * before the first, {@code FOL-033} the last day has been.
 */
record RoundDraft(
        String name,
        int year,
        @Nullable LocalDate opens,
        @Nullable LocalDate closes) {

    private static final int FIRST_YEAR = 2020;

    Round round(UUID id, LocalDate today) {
        check(!name.isBlank(), "FOL-030");
        check(year >= FIRST_YEAR && year <= today.getYear() + 1, "FOL-031");
        if (opens == null || closes == null || closes.isBefore(opens)) {
            throw new Refusal("FOL-032");
        }
        check(!closes.isBefore(today), "FOL-033");
        return new Round(id, year, name.strip(), opens, closes, Round.State.PLANNED, null, 0, 0);
    }

    private static void check(boolean fits, String refusal) {
        if (!fits) {
            throw new Refusal(refusal);
        }
    }
}
