package se.fardplan.pilots;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Trace;
import se.fardplan.governance.Body;
import se.fardplan.governance.Decision;
import se.fardplan.governance.Governance;
import se.fardplan.plans.Activity;
import se.fardplan.plans.Plan;
import se.fardplan.plans.Plans;

/** The learning logs of pilots, and every change in them (lärloggen). */
@Service
class Trials {

    private final Pilots pilots;
    private final PilotStore known;
    private final TrialStore store;
    private final PilotRights rights;
    private final PilotLines lines;
    private final TrialTexts found;
    private final Plans plans;
    private final Governance governance;
    private final Access access;
    private final Texts texts;

    Trials(
            Pilots pilots,
            PilotStore known,
            TrialStore store,
            PilotRights rights,
            PilotLines lines,
            TrialTexts found,
            Plans plans,
            Governance governance,
            Access access,
            Texts texts) {
        this.pilots = pilots;
        this.known = known;
        this.store = store;
        this.rights = rights;
        this.lines = lines;
        this.found = found;
        this.plans = plans;
        this.governance = governance;
        this.access = access;
        this.texts = texts;
    }

    /**
     * What someone says with an act (yttrande).
     *
     * @param words what was seen when a test is closed, otherwise why
     * @param lesson what was learnt; asked for when a test is closed
     * @param body the code of the body that decides; null when its people do
     * @param escalated the code of the body that the matter goes on to; null for none
     */
    record Said(
            String words,
            String lesson,
            @Nullable String body,
            @Nullable String escalated) {

        Said {
            words = words.strip();
            lesson = lesson.strip();
        }
    }

    /** The log as {@code reader} may read it: what is decided for everyone, the rest for those who work with it. */
    List<Trial> list(Plan plan, @Nullable CurrentUser reader) {
        boolean all = rights.mayReadWork(reader, plan);
        return store.list(plan.id()).stream()
                .filter(trial -> all || trial.state() == Trial.State.DECIDED)
                .toList();
    }

    /** @throws NotFound when there is none for this reader */
    Trial get(Plan plan, UUID id, @Nullable CurrentUser reader) {
        return list(plan, reader).stream()
                .filter(trial -> trial.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("trial " + id));
    }

    List<Trace> history(Trial trial) {
        return access.listTraces(subject(trial));
    }

    /**
     * Writes down something to try.
     *
     * @throws Refusal {@code ACC-001}, {@code PIL-011} the pilot has ended, {@code PIL-025} no hypothesis, {@code PIL-026} it ends
     *     before it begins, {@code PIL-027} no such step or activity, {@code PIL-028} what it follows is not decided
     */
    @Transactional
    public Trial add(CurrentUser by, Trial trial) {
        Plan plan = pilots.locked(trial.plan(), by);
        PilotRights.demand(rights.mayLead(by, plan));
        pilots.demandGoing(plan);
        demandWhole(plan, trial);
        if (trial.follows() != null) {
            Trial before = get(plan, trial.follows(), by);
            refuse(before.state() != Trial.State.DECIDED, "PIL-028");
        }
        return saved(by, plan, trial, "trial.added", trial.words().hypothesis());
    }

    /**
     * Changes its words and days.
     *
     * @param seen the version that the change was made against
     * @throws Refusal {@code ACC-001}, {@code PIL-001} someone was first, {@code PIL-020} it is decided, and those of {@link #add}
     */
    @Transactional
    public Trial change(CurrentUser by, Trial trial, long seen) {
        Plan plan = pilots.locked(trial.plan(), by);
        PilotRights.demand(rights.mayLead(by, plan));
        Trial before = get(plan, trial.id(), by);
        pilots.demandGoing(plan);
        refuse(before.state() == Trial.State.DECIDED, "PIL-020");
        refuse(before.version() != seen, "PIL-001");
        Trial after = before.saying(trial);
        demandWhole(plan, after);
        refuse(after.state() != Trial.State.IDEA && after.words().test().isEmpty(), "PIL-029");
        return saved(by, plan, after, "trial.changed", differences(before, after));
    }

    /**
     * Takes a trial a step on its way.
     *
     * @throws Refusal {@code ACC-001}, {@code PIL-001} someone was first, {@code PIL-011} the pilot has ended, {@code PIL-029} it
     *     is not said how it is tried, {@code PIL-035} no data, {@code PIL-036} no lesson, {@code PIL-037} it is not said why,
     *     {@code PIL-038} a body that only advises, or is no more, {@code PIL-047} no such body, and those of {@link TrialAct}
     */
    @Transactional
    public Trial act(CurrentUser by, UUID pilot, UUID id, long seen, TrialAct act, Said said) {
        return act(by, pilot, id, seen, act, said, pilots.today());
    }

    /** The same on a day of one's own choice, for examples. */
    @Transactional
    public Trial act(CurrentUser by, UUID pilot, UUID id, long seen, TrialAct act, Said said, LocalDate day) {
        Plan plan = pilots.locked(pilot, by);
        PilotRights.demand(rights.mayLead(by, plan));
        Trial before = get(plan, id, by);
        pilots.demandGoing(plan);
        act.check(before.state());
        refuse(before.version() != seen, "PIL-001");
        Trial after = switch (act) {
            case START -> {
                refuse(before.words().test().isEmpty(), "PIL-029");
                yield before.startedOn(day);
            }
            case CLOSE -> {
                refuse(said.words().isEmpty(), "PIL-035");
                refuse(said.lesson().isEmpty(), "PIL-036");
                yield before.closedOn(day, said.words(), said.lesson());
            }
            case ADAPT, STOP, SPREAD -> before.decided(verdict(act, said, day));
        };
        return saved(by, plan, after, "trial." + act, said.words());
    }

    /**
     * Names the decision of a body that rests on what was learnt; null takes it away.
     *
     * @throws Refusal {@code ACC-001}, {@code PIL-001} someone was first, {@code PIL-039} nothing is learnt yet, or no such
     *     decision
     */
    @Transactional
    public Trial cite(CurrentUser by, UUID pilot, UUID id, long seen, @Nullable UUID decision) {
        Plan plan = pilots.locked(pilot, by);
        PilotRights.demand(rights.mayLead(by, plan));
        Trial before = get(plan, id, by);
        refuse(before.version() != seen, "PIL-001");
        refuse(before.lesson().isEmpty(), "PIL-039");
        List<Decision> named = decision == null ? List.of() : governance.decisions(List.of(decision));
        refuse(decision != null && named.isEmpty(), "PIL-039");
        String heading = named.stream().map(Decision::heading).collect(Collectors.joining());
        return saved(by, plan, before.citedBy(decision), "trial.cited", heading);
    }

    /** Tells anew of every trial: its day may have passed, and its plan may have become everyone's to read. */
    @Transactional
    public void refresh() {
        for (UUID pilot : known.list()) {
            plans.find(pilot)
                    .ifPresent(plan -> store.list(pilot).forEach(trial -> {
                        found.tell(plan, trial);
                        lines.tell(plan, trial, pilots.today());
                    }));
        }
    }

    private Trial.Verdict verdict(TrialAct act, Said said, LocalDate day) {
        refuse(said.words().isEmpty(), "PIL-037");
        Body decides = body(said.body());
        refuse(decides != null && (decides.isAdvisory() || decides.standing() == Body.Standing.ENDED), "PIL-038");
        body(said.escalated());
        return new Trial.Verdict(Trial.Course.valueOf(act.name()), said.words(), day, said.body(), said.escalated());
    }

    /** The body of that code; null for none. @throws Refusal {@code PIL-047} no such body */
    private @Nullable Body body(@Nullable String code) {
        return code == null ? null : governance.body(code).orElseThrow(() -> new Refusal("PIL-047"));
    }

    private void demandWhole(Plan plan, Trial trial) {
        refuse(trial.words().hypothesis().isEmpty(), "PIL-025");
        LocalDate from = trial.from();
        LocalDate until = trial.until();
        refuse(from != null && until != null && until.isBefore(from), "PIL-026");
        boolean step = trial.step() == null
                || pilots.course(plan).all().stream().map(Step::code).anyMatch(trial.step()::equals);
        boolean activity = trial.activity() == null
                || plans.listActivities(plan.id()).stream().map(Activity::id).anyMatch(trial.activity()::equals);
        refuse(!step || !activity, "PIL-027");
    }

    private Trial saved(CurrentUser by, Plan plan, Trial trial, String act, String detail) {
        store.save(trial);
        Trial saved = store.find(trial.id()).orElseThrow();
        found.tell(plan, saved);
        lines.tell(plan, saved, pilots.today());
        access.record(by, act, subject(saved), detail);
        return saved;
    }

    private String differences(Trial before, Trial after) {
        return List.of(
                        new String[] {
                            "trial.hypothesis",
                            before.words().hypothesis(),
                            after.words().hypothesis()
                        },
                        new String[] {
                            "trial.test", before.words().test(), after.words().test()
                        },
                        new String[] {
                            "trial.place", before.words().place(), after.words().place()
                        },
                        new String[] {"trial.from", PilotWords.iso(before.from()), PilotWords.iso(after.from())},
                        new String[] {"trial.until", PilotWords.iso(before.until()), PilotWords.iso(after.until())})
                .stream()
                .filter(field -> !field[1].equals(field[2]))
                .map(field -> texts.of(field[0]) + ": " + field[1] + " → " + field[2])
                .collect(Collectors.joining("; "));
    }

    private static void refuse(boolean hindered, String code) {
        if (hindered) {
            throw new Refusal(code);
        }
    }

    static String subject(Trial trial) {
        return "trial/" + trial.id();
    }
}
