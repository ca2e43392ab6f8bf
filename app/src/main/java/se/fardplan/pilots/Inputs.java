package se.fardplan.pilots;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/** What forms write (formulärens fält). */
final class Inputs {

    private Inputs() {}

    /** Empty for what is no id. */
    static Optional<UUID> id(String written) {
        try {
            return Optional.of(UUID.fromString(written.strip()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** A day as {@code 2026-03-17}; null where nothing is written. @throws Refusal {@code PIL-019} a day that is none */
    static @Nullable LocalDate day(@Nullable String written) {
        try {
            return written == null || written.isBlank() ? null : LocalDate.parse(written.strip());
        } catch (DateTimeParseException none) {
            throw new Refusal("PIL-019");
        }
    }
}
