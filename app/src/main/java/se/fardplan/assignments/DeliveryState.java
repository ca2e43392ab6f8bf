package se.fardplan.assignments;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a delivery stands on a day (leveransens läge). */
enum DeliveryState {
    /** Comes only if the receiver of another asks for a revision, and has not said yet. */
    SLEEPING,
    /** That other one was received as it was. */
    NOT_NEEDED,
    /** No day is set. */
    UNDATED,
    COMING,
    /** Today is its day. */
    DUE,
    LATE,
    DELIVERED;

    /** @param before the one it depends on; null when it comes anyhow */
    static DeliveryState of(Delivery delivery, @Nullable Delivery before, LocalDate today) {
        if (delivery.handedOver() != null) {
            return DELIVERED;
        }
        if (before != null && before.verdict() != Delivery.Verdict.REVISION_ASKED) {
            return before.verdict() == null ? SLEEPING : NOT_NEEDED;
        }
        LocalDate day = delivery.day();
        if (day == null) {
            return UNDATED;
        }
        return today.isBefore(day) ? COMING : today.equals(day) ? DUE : LATE;
    }

    /** True while the leader has it before them. */
    boolean isAhead() {
        return this == UNDATED || this == COMING || this == DUE || this == LATE;
    }
}
