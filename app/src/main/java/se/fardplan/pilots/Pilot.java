package se.fardplan.pilots;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.Source;

/**
 * What a pilot is beside its plan (pilot): how far it has come, and the conditions it learns under.
 *
 * @param plan the id of its plan, and its own
 * @param code the package's; null for a pilot that was laid up on the pages
 * @param overlap what is said of steps that overlap; may be empty
 * @param learning how what is learnt leads to decisions; may be empty
 * @param support what those who help it to learn do
 * @param functions who may be called in for a time, such as a lawyer
 * @param prestudy the bodies that decided on its pre-study
 * @param steeringGroup the body that leads it; null when none is named
 * @param started the day it began; null before that
 * @param outcome what it led to, once it has ended
 * @param version grows by each change, so that two who change at once are told
 */
record Pilot(
        UUID plan,
        @Nullable String code,
        String programme,
        String note,
        String overlap,
        String learning,
        List<String> support,
        List<String> functions,
        List<String> prestudy,
        String decisionNote,
        @Nullable String steeringGroup,
        List<Source> sources,
        State state,
        @Nullable LocalDate started,
        @Nullable LocalDate ended,
        String outcome,
        long version) {

    /** How far it has come (läge). */
    enum State {
        PLANNED,
        RUNNING,
        ENDED
    }

    Pilot {
        support = List.copyOf(support);
        functions = List.copyOf(functions);
        prestudy = List.copyOf(prestudy);
        sources = List.copyOf(sources);
    }

    /** One that has only its plan so far. */
    static Pilot blank(UUID plan) {
        return new Pilot(
                plan,
                null,
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                "",
                null,
                List.of(),
                State.PLANNED,
                null,
                null,
                "",
                0);
    }

    /** Where its page is. */
    String href() {
        return href(plan);
    }

    static String href(UUID plan) {
        return "/planera/piloter/" + plan;
    }

    /** The same beside another plan. */
    Pilot of(UUID other) {
        return with(other, state, started, ended, outcome);
    }

    Pilot startedOn(LocalDate day) {
        return with(plan, State.RUNNING, day, null, "");
    }

    Pilot endedOn(LocalDate day, String words) {
        return with(plan, State.ENDED, started, day, words);
    }

    private Pilot with(UUID of, State next, @Nullable LocalDate from, @Nullable LocalDate until, String words) {
        return new Pilot(
                of,
                code,
                programme,
                note,
                overlap,
                learning,
                support,
                functions,
                prestudy,
                decisionNote,
                steeringGroup,
                sources,
                next,
                from,
                until,
                words,
                version);
    }
}
