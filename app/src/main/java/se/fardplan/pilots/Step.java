package se.fardplan.pilots;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.Source;

/**
 * A stretch of a pilot, in whole months (steg).
 *
 * @param code the same within its pilot
 * @param needLevels the numbers of the need levels it starts with
 * @param operation the month it comes into daily use; null when it has none
 * @param note what is to be known of its days; may be empty
 * @param version grows by each change, so that two who change at once are told
 */
record Step(
        UUID plan,
        String code,
        Kind kind,
        String name,
        String text,
        YearMonth from,
        YearMonth until,
        List<Integer> needLevels,
        @Nullable YearMonth operation,
        String note,
        List<Source> sources,
        long version) {

    /** One after the other, or all along beside them. */
    enum Kind {
        STEP,
        TRACK
    }

    Step {
        needLevels = List.copyOf(needLevels);
        sources = List.copyOf(sources);
    }

    /** The same in another pilot. */
    Step of(UUID other) {
        return new Step(other, code, kind, name, text, from, until, needLevels, operation, note, sources, version);
    }

    LocalDate first() {
        return from.atDay(1);
    }

    LocalDate last() {
        return until.atEndOfMonth();
    }

    boolean covers(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(until);
    }
}
