package se.fardplan.followup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;
import se.fardplan.followup.Answer.Part;
import se.fardplan.followup.Answer.State;
import se.fardplan.followup.Answer.Told;

/** What can be done to an answer (svarshandling), and what becomes of it. */
public enum AnswerAct {
    /** Kept as a draft, to go on with. */
    SAVE,
    /** Handed to the county; sent anew it takes the place of what was sent. */
    SEND,
    /** Shown to everyone as a good result. */
    PUBLISH,
    /** Shown no longer. */
    UNPUBLISH;

    /** True for what the county's process leader does, not those who answer. */
    boolean isCountys() {
        return this == PUBLISH || this == UNPUBLISH;
    }

    /**
     * The answer after this act.
     *
     * @param before null when nobody has written yet
     * @param told what is written now; for the county's acts what was written is kept
     * @throws Refusal {@code FOL-010} to {@code FOL-016}, each saying what must come first
     */
    Answer on(Round round, Asked asked, @Nullable Answer before, Told told, String by, LocalDate day) {
        return switch (this) {
            case SAVE -> {
                check(round.state() == Round.State.OPEN, "FOL-010");
                check(before == null || before.state() == State.DRAFT, "FOL-011");
                yield written(round, asked, before, told, State.DRAFT, by, null);
            }
            case SEND -> {
                check(round.state() == Round.State.OPEN, "FOL-010");
                check(!told.of(Part.DONE).isBlank(), "FOL-012");
                check(told.progress().keySet().containsAll(asked.subGoals()), "FOL-013");
                yield written(round, asked, before, told, State.SENT, by, day);
            }
            case PUBLISH -> {
                Answer sent = sent(before);
                check(sent.told().offered(), "FOL-015");
                check(sent.published() == null, "FOL-016");
                yield shown(sent, day);
            }
            case UNPUBLISH -> {
                Answer sent = sent(before);
                check(sent.published() != null, "FOL-017");
                yield shown(sent, null);
            }
        };
    }

    /** What is sent anew has other words than those the county chose to show. */
    private static Answer written(
            Round round,
            Asked asked,
            @Nullable Answer before,
            Told told,
            State state,
            String by,
            @Nullable LocalDate sent) {
        return new Answer(round.id(), asked.id(), state, told, null, sent, by, before == null ? 0 : before.version());
    }

    private static Answer shown(Answer sent, @Nullable LocalDate day) {
        return new Answer(
                sent.round(), sent.subject(), sent.state(), sent.told(), day, sent.sent(), sent.by(), sent.version());
    }

    private static Answer sent(@Nullable Answer before) {
        if (before == null || before.state() != State.SENT) {
            throw new Refusal("FOL-014");
        }
        return before;
    }

    private static void check(boolean fits, String refusal) {
        if (!fits) {
            throw new Refusal(refusal);
        }
    }
}
