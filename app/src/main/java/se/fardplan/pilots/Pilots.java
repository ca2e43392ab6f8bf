package se.fardplan.pilots;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Trace;
import se.fardplan.plans.Activity;
import se.fardplan.plans.Plan;
import se.fardplan.plans.Plans;
import se.fardplan.plans.Shape;

/** The county's pilots, and every change of how they go (piloter). */
@Service
class Pilots {

    private final Plans plans;
    private final PilotStore store;
    private final StepStore steps;
    private final PilotRights rights;
    private final PilotLines lines;
    private final Access access;
    private final Texts texts;
    private final Clock clock;

    Pilots(
            Plans plans,
            PilotStore store,
            StepStore steps,
            PilotRights rights,
            PilotLines lines,
            Access access,
            Texts texts,
            Clock clock) {
        this.plans = plans;
        this.store = store;
        this.steps = steps;
        this.rights = rights;
        this.lines = lines;
        this.access = access;
        this.texts = texts;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The pilots that {@code reader} may read, the newest period first. */
    List<Plan> list(@Nullable CurrentUser reader) {
        return plans.list(reader).stream()
                .filter(plan -> plan.shape() == Shape.PILOT)
                .toList();
    }

    Pilot of(Plan plan) {
        return store.find(plan.id()).orElse(Pilot.blank(plan.id()));
    }

    Course course(Plan plan) {
        return steps.course(plan.id());
    }

    List<Precondition> preconditions(Plan plan) {
        return store.listPreconditions(plan.id());
    }

    List<NeedLevel> needLevels(Plan plan) {
        return store.listLevels(plan.id());
    }

    List<Strategy> strategies(Plan plan) {
        return store.listStrategies(plan.id());
    }

    List<Placement> placements(Plan plan) {
        return steps.listPlacements(plan.id());
    }

    List<Trace> history(Plan plan) {
        return access.listTraces(subject(plan.id()));
    }

    /**
     * Starts or ends the pilot.
     *
     * @param seen the version that it was decided on
     * @param words what it led to; not asked for at the start
     * @throws Refusal {@code ACC-001}, {@code PIL-001} someone was first, {@code PIL-015} it is not said what it led to, and those
     *     of {@link PilotAct}
     */
    @Transactional
    public Pilot act(CurrentUser by, UUID id, long seen, PilotAct act, String words) {
        return act(by, id, seen, act, words, today());
    }

    /** The same on a day of one's own choice, for examples. */
    @Transactional
    public Pilot act(CurrentUser by, UUID id, long seen, PilotAct act, String words, LocalDate day) {
        Plan plan = locked(id, by);
        PilotRights.demand(rights.mayLead(by, plan));
        Pilot before = of(plan);
        act.check(before.state(), preconditions(plan));
        refuse(before.version() != seen, "PIL-001");
        refuse(act == PilotAct.END && words.isBlank(), "PIL-015");
        Pilot after = act == PilotAct.START ? before.startedOn(day) : before.endedOn(day, words.strip());
        store.save(after);
        lines.tell(plan);
        access.record(
                by,
                "pilot." + act,
                subject(id),
                texts.of("pilot.state." + before.state()) + " → " + texts.of("pilot.state." + after.state())
                        + (words.isBlank() ? "" : ": " + words.strip()));
        return of(plan);
    }

    /**
     * Confirms a precondition, or takes the word back.
     *
     * @param words how it was secured, or why it is not any more
     * @throws Refusal {@code ACC-001}, {@code PIL-001} someone was first, {@code PIL-011} the pilot has ended, {@code PIL-016} it
     *     is not said how
     */
    @Transactional
    public void confirm(CurrentUser by, UUID id, int number, long seen, boolean met, String words) {
        confirm(by, id, number, seen, met, words, today());
    }

    /** The same on a day of one's own choice, for examples. */
    @Transactional
    public void confirm(CurrentUser by, UUID id, int number, long seen, boolean met, String words, LocalDate day) {
        Plan plan = locked(id, by);
        PilotRights.demand(rights.maySteer(by, plan));
        Precondition before = preconditions(plan).stream()
                .filter(precondition -> precondition.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("precondition " + number));
        demandGoing(plan);
        refuse(before.version() != seen, "PIL-001");
        refuse(words.isBlank(), "PIL-016");
        store.save(new Precondition(
                id, number, before.text(), met ? new Precondition.Met(day, by.name(), words.strip()) : null, 0));
        lines.tell(plan);
        access.record(
                by, met ? "pilot.confirmed" : "pilot.unconfirmed", subject(id), before.text() + ": " + words.strip());
    }

    /** Adds a precondition. @throws Refusal {@code ACC-001}, {@code PIL-011} the pilot has ended, {@code PIL-017} no words */
    @Transactional
    public void addPrecondition(CurrentUser by, UUID id, String text) {
        Plan plan = locked(id, by);
        PilotRights.demand(rights.mayLead(by, plan));
        demandGoing(plan);
        refuse(text.isBlank(), "PIL-017");
        int number = preconditions(plan).stream()
                        .mapToInt(Precondition::number)
                        .max()
                        .orElse(0)
                + 1;
        store.save(new Precondition(id, number, text.strip(), null, 0));
        lines.tell(plan);
        access.record(by, "pilot.precondition", subject(id), text.strip());
    }

    /**
     * Saves a step or a track, new or known by its code.
     *
     * @param seen the version that it was changed against; 0 for a new one
     * @throws Refusal {@code ACC-001}, {@code PIL-001} someone was first, {@code PIL-011} the pilot has ended, {@code PIL-030} no
     *     name, {@code PIL-031} it ends before it begins, {@code PIL-032} in use outside its own months
     */
    @Transactional
    public Step saveStep(CurrentUser by, Step step, long seen) {
        Plan plan = locked(step.plan(), by);
        PilotRights.demand(rights.mayLead(by, plan));
        demandGoing(plan);
        @Nullable Step before = steps.find(plan.id(), step.code()).orElse(null);
        refuse((before == null ? 0 : before.version()) != seen, "PIL-001");
        refuse(step.name().isBlank(), "PIL-030");
        refuse(step.until().isBefore(step.from()), "PIL-031");
        refuse(step.operation() != null && !step.covers(step.operation()), "PIL-032");
        steps.save(step);
        access.record(
                by,
                before == null ? "pilot.step.added" : "pilot.step.changed",
                subject(plan.id()),
                step.name() + ": "
                        + (before == null ? "" : PilotWords.months(before.from(), before.until()) + " → ")
                        + PilotWords.months(step.from(), step.until()));
        return steps.find(plan.id(), step.code()).orElseThrow();
    }

    /**
     * Places an activity of the pilot's plan under a strategy and on the steps it serves.
     *
     * @throws Refusal {@code ACC-001}, {@code PIL-001} someone was first, {@code PIL-011} the pilot has ended, {@code PIL-033} the
     *     activity is not in its plan, {@code PIL-034} no such strategy or step
     */
    @Transactional
    public void place(CurrentUser by, UUID id, Placement placement, long seen) {
        Plan plan = locked(id, by);
        PilotRights.demand(rights.mayLead(by, plan));
        demandGoing(plan);
        Activity activity = plans.listActivities(id).stream()
                .filter(known -> known.id().equals(placement.activity()))
                .findFirst()
                .orElseThrow(() -> new Refusal("PIL-033"));
        Placement before = placements(plan).stream()
                .filter(known -> known.activity().equals(placement.activity()))
                .findFirst()
                .orElse(Placement.blank(placement.activity()));
        refuse(before.version() != seen, "PIL-001");
        List<String> strategies = strategies(plan).stream().map(Strategy::code).toList();
        List<String> known = course(plan).all().stream().map(Step::code).toList();
        refuse(
                placement.strategy() != null && !strategies.contains(placement.strategy())
                        || !known.containsAll(placement.steps()),
                "PIL-034");
        steps.save(id, placement);
        access.record(by, "pilot.placed", subject(id), activity.title());
    }

    /** True for those who lead it, until it has ended. */
    boolean mayChange(@Nullable CurrentUser user, Plan plan) {
        return rights.mayLead(user, plan) && of(plan).state() != Pilot.State.ENDED;
    }

    /** The plan, held for a change of the pilot until this transaction ends. @throws NotFound when it is no pilot of theirs */
    Plan locked(UUID id, CurrentUser by) {
        Plan plan = rights.readable(id, by);
        store.lock(id);
        return plan;
    }

    /** @throws Refusal {@code PIL-011} */
    void demandGoing(Plan plan) {
        refuse(of(plan).state() == Pilot.State.ENDED, "PIL-011");
    }

    private static void refuse(boolean hindered, String code) {
        if (hindered) {
            throw new Refusal(code);
        }
    }

    static String subject(UUID plan) {
        return "pilot/" + plan;
    }
}
