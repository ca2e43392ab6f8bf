package se.fardplan.assignments;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/**
 * A demand on the work or on the plan (krav).
 *
 * @param code such as {@code AP1} or {@code KRAV3}
 * @param evidence what shows that it is met, or why it is waived; empty while it is open
 * @param link where the evidence is; null when there is none
 * @param by who marked it; null while it is open
 * @param version grows by each marking
 */
record Demand(
        String assignment,
        String code,
        Kind kind,
        String text,
        State state,
        String evidence,
        @Nullable String link,
        @Nullable String by,
        @Nullable LocalDate on,
        long version) {

    /** What is demanded of (slag). */
    enum Kind {
        /** How the work is done. */
        PROCESS,
        /** What the plan is like. */
        PLAN
    }

    /** Whether it is met (läge). */
    enum State {
        OPEN,
        MET,
        /** The steering group has let it go, with a reason. */
        WAIVED
    }

    /** Whose word counts (sida). */
    enum Side {
        LEADER,
        STEERING_GROUP
    }

    /** What can be done to it (handling). */
    enum Act {
        /** Say that it is met, with evidence; also to say it better. */
        MEET,
        /** Let it go, with a reason; also to say it better. */
        WAIVE,
        /** It is not met after all. */
        REOPEN;

        /**
         * Whether {@code who} may do this to what is in {@code state}.
         *
         * @throws Refusal {@code ACC-001} for outsiders, {@code ASN-010} for the leader alone, {@code ASN-012} for the
         *     steering group alone, {@code ASN-030} it is waived, {@code ASN-031} it is met, {@code ASN-032} it is open
         */
        void check(Set<Side> who, State state) {
            refuse(who.isEmpty(), "ACC-001");
            switch (this) {
                case MEET -> {
                    refuse(!who.contains(Side.LEADER), "ASN-010");
                    refuse(state == State.WAIVED, "ASN-030");
                }
                case WAIVE -> {
                    refuse(!who.contains(Side.STEERING_GROUP), "ASN-012");
                    refuse(state == State.MET, "ASN-031");
                }
                case REOPEN -> {
                    refuse(state == State.OPEN, "ASN-032");
                    refuse(state == State.MET && !who.contains(Side.LEADER), "ASN-010");
                    refuse(state == State.WAIVED && !who.contains(Side.STEERING_GROUP), "ASN-012");
                }
            }
        }

        private static void refuse(boolean hindered, String code) {
            if (hindered) {
                throw new Refusal(code);
            }
        }
    }

    String href() {
        return "/planera/uppdrag/" + assignment + "/krav/" + code;
    }

    /** True when it does not keep the assignment from being closed. */
    boolean isSettled() {
        return state != State.OPEN;
    }

    /** @throws Refusal {@code ASN-033} no evidence, {@code ASN-034} no reason */
    Demand after(Act act, String words, @Nullable String where, String who, LocalDate day) {
        return switch (act) {
            case MEET -> marked(State.MET, words, where, who, day, "ASN-033");
            case WAIVE -> marked(State.WAIVED, words, where, who, day, "ASN-034");
            case REOPEN -> new Demand(assignment, code, kind, text, State.OPEN, "", null, null, null, version);
        };
    }

    private Demand marked(State next, String words, @Nullable String where, String who, LocalDate day, String ifBlank) {
        if (words.isBlank()) {
            throw new Refusal(ifBlank);
        }
        return new Demand(assignment, code, kind, text, next, words.strip(), where, who, day, version);
    }
}
