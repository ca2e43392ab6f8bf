package se.fardplan.followup;

import java.time.LocalDate;
import se.fardplan.Refusal;
import se.fardplan.followup.Round.State;

/** What the county's process leader does with a round (rundhandling), and what becomes of it. */
public enum RoundAct {
    /** Before its day, or on it. */
    OPEN,
    /** No more answers. */
    CLOSE,
    /** For those who were late; two weeks if its last day has passed. */
    REOPEN,
    /** Everyone who has not sent an answer is told, in one go. */
    REMIND;

    private static final int EXTRA_DAYS = 14;

    /**
     * The round after this act.
     *
     * @param missing how many answers are still to come
     * @throws Refusal {@code FOL-001} to {@code FOL-006}, each saying what can be done instead
     */
    Round on(Round round, LocalDate day, int missing) {
        return switch (this) {
            case OPEN -> {
                check(round.state() == State.PLANNED, "FOL-001");
                check(!round.closes().isBefore(day), "FOL-007");
                yield round.opens().isAfter(day) ? round.openFrom(day) : round.in(State.OPEN);
            }
            case CLOSE -> {
                check(round.state() == State.OPEN, "FOL-002");
                yield round.in(State.CLOSED);
            }
            case REOPEN -> {
                check(round.state() == State.CLOSED, "FOL-003");
                yield round.closes().isBefore(day) ? round.openUntil(day.plusDays(EXTRA_DAYS)) : round.in(State.OPEN);
            }
            case REMIND -> {
                check(round.state() == State.OPEN, "FOL-004");
                check(!day.equals(round.reminded()), "FOL-005");
                check(missing > 0, "FOL-006");
                yield round;
            }
        };
    }

    private static void check(boolean fits, String refusal) {
        if (!fits) {
            throw new Refusal(refusal);
        }
    }
}
