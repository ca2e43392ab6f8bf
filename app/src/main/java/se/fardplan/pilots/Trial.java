package se.fardplan.pilots;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A small test of something that a pilot believes, and what came of it (prövning): a row of the learning log.
 *
 * @param place where it is tried; may be empty
 * @param step the code of the step it belongs to; null for none
 * @param activity the activity it belongs to; null for none
 * @param follows the trial whose lesson led to this one; null for a first one
 * @param until its planned last day; null while not set
 * @param closed the day the test was closed with its data; null until then
 * @param data what was seen, in words and figures; empty until then
 * @param lesson what was learnt; may be empty
 * @param decision a body's decision that rests on it; null for none
 */
record Trial(
        UUID id,
        UUID plan,
        Words words,
        @Nullable String step,
        @Nullable UUID activity,
        @Nullable UUID follows,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        State state,
        @Nullable LocalDate closed,
        String data,
        String lesson,
        @Nullable Verdict verdict,
        @Nullable UUID decision,
        String madeBy,
        long version) {

    /** How far it has come (läge). */
    enum State {
        IDEA,
        TESTING,
        CLOSED,
        DECIDED
    }

    /** What becomes of what was tried (beslut). */
    enum Course {
        ADAPT,
        STOP,
        SPREAD
    }

    /** What is believed, how it is tried and where. */
    record Words(String hypothesis, String test, String place) {

        Words {
            hypothesis = hypothesis.strip();
            test = test.strip();
            place = place.strip();
        }
    }

    /**
     * What was decided of it.
     *
     * @param body the code of the body that decided; null when its people did themselves
     * @param escalated where the matter went on: a body's code; null when it went nowhere
     */
    record Verdict(
            Course course,
            String because,
            LocalDate day,
            @Nullable String body,
            @Nullable String escalated) {}

    String href() {
        return Pilot.href(plan) + "/larande/" + id;
    }

    Trial startedOn(LocalDate day) {
        return with(State.TESTING, from == null ? day : from, closed, data, lesson, verdict, decision);
    }

    Trial closedOn(LocalDate day, String seen, String learnt) {
        return with(State.CLOSED, from, day, seen.strip(), learnt.strip(), verdict, decision);
    }

    Trial decided(Verdict what) {
        return with(State.DECIDED, from, closed, data, lesson, what, decision);
    }

    Trial citedBy(@Nullable UUID cites) {
        return with(state, from, closed, data, lesson, verdict, cites);
    }

    /** Its words as {@code other} has them; how far it has come stays. */
    Trial saying(Trial other) {
        return new Trial(
                id,
                plan,
                other.words,
                other.step,
                other.activity,
                follows,
                other.from,
                other.until,
                state,
                closed,
                data,
                lesson,
                verdict,
                decision,
                madeBy,
                version);
    }

    private Trial with(
            State state,
            @Nullable LocalDate from,
            @Nullable LocalDate closed,
            String data,
            String lesson,
            @Nullable Verdict verdict,
            @Nullable UUID decision) {
        return new Trial(
                id, plan, words, step, activity, follows, from, until, state, closed, data, lesson, verdict, decision,
                madeBy, version);
    }
}
