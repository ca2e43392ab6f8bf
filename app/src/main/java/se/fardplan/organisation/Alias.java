package se.fardplan.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A name that someone or something goes or went by (alias).
 *
 * @param code of the principal, such as {@code 2080}, or of the body, such as {@code LCHNV}
 * @param kind what the code names
 * @param officialName what it is called today
 * @param validFrom first day in use; null when unknown
 * @param validTo last day in use; null when unknown or still in use
 * @param note why the name is kept, such as a misprint
 */
public record Alias(
        String name,
        String code,
        Kind kind,
        String officialName,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String note) {

    /** What an alias leads to. */
    public enum Kind {
        PRINCIPAL,
        BODY
    }
}
