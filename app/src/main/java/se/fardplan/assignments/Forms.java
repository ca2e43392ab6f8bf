package se.fardplan.assignments;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What forms write (formulärens fält). */
final class Forms {

    private Forms() {}

    /** A day as {@code 2026-09-08}; null for what is none. */
    static @Nullable LocalDate day(@Nullable String written) {
        try {
            return written == null || written.isBlank() ? null : LocalDate.parse(written.strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
