package se.fardplan.followup;

import java.time.LocalDate;
import se.fardplan.Refusal;
import se.fardplan.followup.Round.State;

/** What the county's process leader does with a round (rundhandling), and what becomes of it. */
public enum RoundAct {
    /** Before its day, or on it. */
    OPEN(State.PLANNED, "FOL-001"),
    /** No more answers. */
    CLOSE(State.OPEN, "FOL-002"),
    /** For those who were late; two weeks if its last day has passed. */
    REOPEN(State.CLOSED, "FOL-003"),
    /** Everyone who has not sent an answer is told, in one go. */
    REMIND(State.OPEN, "FOL-004");

    private static final int EXTRA_DAYS = 14;

    private final State from;
    private final String otherwise;

    /** @param otherwise what is said in any other state than {@code from} */
    RoundAct(State from, String otherwise) {
        this.from = from;
        this.otherwise = otherwise;
    }

    /** True when it is worth offering: the round is where it takes it from, and nobody was reminded the same day. */
    boolean suits(Round round, LocalDate day) {
        return round.state() == from && !(this == REMIND && day.equals(round.reminded()));
    }

    /** True for the acts that take a round forward: it opens, or those who are late are told. */
    boolean isForward() {
        return this == OPEN || this == REMIND;
    }

    /**
     * The round after this act.
     *
     * @param missing how many answers are still to come
     * @throws Refusal {@code FOL-001} to {@code FOL-006}, each saying what can be done instead
     */
    Round on(Round round, LocalDate day, int missing) {
        check(round.state() == from, otherwise);
        return switch (this) {
            case OPEN -> {
                check(!round.closes().isBefore(day), "FOL-007");
                yield round.opens().isAfter(day) ? round.openFrom(day) : round.in(State.OPEN);
            }
            case CLOSE -> round.in(State.CLOSED);
            case REOPEN ->
                round.closes().isBefore(day) ? round.openUntil(day.plusDays(EXTRA_DAYS)) : round.in(State.OPEN);
            case REMIND -> {
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
