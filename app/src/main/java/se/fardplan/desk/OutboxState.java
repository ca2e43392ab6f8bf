package se.fardplan.desk;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How the outbox fares (utkorgens läge).
 *
 * @param open false where no mail server is configured
 * @param waiting letters that have not left
 * @param oldest when the one that has waited longest was written; null when none waits
 * @param troubled of those that wait, the ones that have been tried in vain
 * @param givenUp letters of the last ninety days that could not be sent
 */
public record OutboxState(
        boolean open, int waiting, @Nullable OffsetDateTime oldest, int troubled, int givenUp) {}
