package se.fardplan.plans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fardplan.charts.Glyph;

/**
 * A piece of change work in a plan (aktivitet).
 *
 * @param owner the code of the principal that carries it out; one of the plan's parties
 * @param unit the code of the unit that does; null for the whole organisation
 * @param lead what it is, in one sentence; may be empty
 * @param subGoals the codes of the sub-goals it works for, in their order
 * @param keyFigures the codes of the key figures it shall move, in their order
 * @param mark what is out of the ordinary; null when nothing is
 * @param reason why the mark is there; empty without one
 * @param version grows by each change, so that two who change at once are told
 */
public record Activity(
        UUID id,
        UUID plan,
        String owner,
        @Nullable String unit,
        String title,
        String lead,
        Answers answers,
        List<String> subGoals,
        List<String> keyFigures,
        State state,
        @Nullable Mark mark,
        String reason,
        long version) {

    /** How far it has come (läge). */
    public enum State {
        PLANNED,
        STARTED,
        INTRODUCED,
        SUSTAINED;

        /** Its shape, shown only with its word. */
        public Glyph sign() {
            return PlanWords.sign(this);
        }
    }

    /** What is out of the ordinary (märke). */
    public enum Mark {
        LATE,
        PAUSED,
        ENDED;

        /** Its shape, shown only with its word. */
        public Glyph sign() {
            return PlanWords.sign(this);
        }
    }

    /** A question that a local plan's activity answers (fråga). */
    public enum Question {
        WHO,
        WHEN,
        HOW,
        BY_WHOM,
        FOLLOW_UP
    }

    /**
     * The five answers (de fem svaren), each empty until given.
     *
     * @param who whom it is for
     * @param from null while the day is not set
     * @param until null while the day is not set, or when it goes on
     */
    public record Answers(
            String who,
            @Nullable PartialDate from,
            @Nullable PartialDate until,
            String how,
            String byWhom,
            String followUp) {

        /** The questions without an answer. */
        public List<Question> missing() {
            return Arrays.stream(Question.values())
                    .filter(question -> switch (question) {
                        case WHO -> who.isBlank();
                        case WHEN -> from == null;
                        case HOW -> how.isBlank();
                        case BY_WHOM -> byWhom.isBlank();
                        case FOLLOW_UP -> followUp.isBlank();
                    })
                    .toList();
        }
    }

    public Activity {
        subGoals = List.copyOf(subGoals);
        keyFigures = List.copyOf(keyFigures);
    }

    /** Where its page is. */
    public String href() {
        return "/planera/aktiviteter/" + id;
    }

    /** True when the other differs in how it fares only: state, mark and why. */
    boolean sameWords(Activity other) {
        return plan.equals(other.plan)
                && owner.equals(other.owner)
                && Objects.equals(unit, other.unit)
                && title.equals(other.title)
                && lead.equals(other.lead)
                && answers.equals(other.answers)
                && subGoals.equals(other.subGoals)
                && keyFigures.equals(other.keyFigures);
    }

    /** The activity in another plan; how it fares goes with it. */
    Activity in(UUID other) {
        return new Activity(
                id, other, owner, unit, title, lead, answers, subGoals, keyFigures, state, mark, reason, version);
    }

    Activity ended(String why) {
        return new Activity(
                id, plan, owner, unit, title, lead, answers, subGoals, keyFigures, state, Mark.ENDED, why, version);
    }

    /** What is lacking before its plan can be adopted; empty when nothing is. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        if (!answers.missing().isEmpty()) {
            gaps.add(Gap.ANSWERS);
        }
        if (subGoals.isEmpty()) {
            gaps.add(Gap.SUB_GOAL);
        }
        if (keyFigures.isEmpty()) {
            gaps.add(Gap.KEY_FIGURE);
        }
        return gaps;
    }

    /** Something that lets an activity hang loose from the red thread (lucka). */
    public enum Gap {
        ANSWERS,
        SUB_GOAL,
        KEY_FIGURE
    }
}
