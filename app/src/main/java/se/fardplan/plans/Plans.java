package se.fardplan.plans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Trace;
import se.fardplan.desk.Desk;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;
import se.fardplan.organisation.Units;
import se.fardplan.strategy.Strategies;

/** The plans and activities of the county, who may read them, and every change of them (planer). */
@Service
public class Plans {

    private final PlanStore plans;
    private final ActivityStore activities;
    private final PlanRights rights;
    private final PlanTexts found;
    private final Similar similar;
    private final CoverageStore coverage;
    private final GapReasonStore explained;
    private final PlanLines lines;
    private final Organisation organisation;
    private final Units units;
    private final Strategies strategies;
    private final Access access;
    private final Desk desk;
    private final Texts texts;
    private final Clock clock;
    private final ObjectProvider<AdoptionCheck> checks;

    /** An activity of a plan that everyone may read. */
    public record Published(Plan plan, Activity activity) {

        /** True when both the plan and the activity, as far as its days are known, reach into {@code year}. */
        public boolean goesOnIn(int year) {
            LocalDate first = LocalDate.of(year, 1, 1);
            LocalDate last = LocalDate.of(year, 12, 31);
            PartialDate from = activity.answers().from();
            PartialDate until = activity.answers().until();
            return !plan.from().isAfter(last)
                    && !plan.until().isBefore(first)
                    && (from == null || !from.first().isAfter(last))
                    && (until == null || !until.last().isBefore(first));
        }
    }

    Plans(
            PlanStore plans,
            ActivityStore activities,
            PlanRights rights,
            PlanTexts found,
            Similar similar,
            CoverageStore coverage,
            GapReasonStore explained,
            PlanLines lines,
            Organisation organisation,
            Units units,
            Strategies strategies,
            Access access,
            Desk desk,
            Texts texts,
            Clock clock,
            ObjectProvider<AdoptionCheck> checks) {
        this.plans = plans;
        this.activities = activities;
        this.rights = rights;
        this.found = found;
        this.similar = similar;
        this.coverage = coverage;
        this.explained = explained;
        this.lines = lines;
        this.organisation = organisation;
        this.units = units;
        this.strategies = strategies;
        this.access = access;
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
        this.checks = checks;
    }

    /** The activities of the plans that are public, by title. */
    public List<Published> listPublished() {
        Map<UUID, Plan> open = plans.list().stream()
                .filter(plan -> plan.state().isPublic())
                .collect(Collectors.toMap(Plan::id, Function.identity()));
        return activities.list().stream()
                .flatMap(activity ->
                        Stream.ofNullable(open.get(activity.plan())).map(plan -> new Published(plan, activity)))
                .toList();
    }

    /** The plans that everyone may read, the newest period first. */
    public List<Plan> listPublic() {
        return plans.list().stream().filter(plan -> plan.state().isPublic()).toList();
    }

    /** Every plan whose text {@code reader} may read, the newest period first; null asks for an open visitor. */
    List<Plan> list(@Nullable CurrentUser reader) {
        return plans.list().stream()
                .filter(plan -> rights.mayRead(reader, plan))
                .toList();
    }

    /** The plans that {@code reader} may know of, but whose text is still their parties' own. */
    List<Plan> listKnown(@Nullable CurrentUser reader) {
        return plans.list().stream()
                .filter(plan -> !rights.mayRead(reader, plan) && rights.mayKnowOf(reader, plan))
                .toList();
    }

    Optional<Plan> find(UUID id) {
        return plans.find(id);
    }

    Optional<Activity> findActivity(UUID id) {
        return activities.find(id);
    }

    /** The plan with {@code id}; empty too when its text is not {@code reader}'s to read. */
    public Optional<Plan> read(UUID id, @Nullable CurrentUser reader) {
        return plans.find(id).filter(plan -> rights.mayRead(reader, plan));
    }

    public boolean mayWrite(CurrentUser user, Plan plan) {
        return rights.mayWrite(user, plan);
    }

    /**
     * Holds the plan for a change of what it says, until this transaction ends.
     *
     * @throws Refusal {@code ACC-001}, {@code PLA-002} closed for changes, {@code PLA-004} no such plan
     */
    public Plan hold(CurrentUser by, UUID id) {
        plans.lock(id);
        Plan plan = plans.find(id).orElseThrow(() -> new Refusal("PLA-004"));
        demand(rights.mayWrite(by, plan));
        open(plan);
        return plan;
    }

    /** What the plan says has changed: each party is asked anew. */
    public void askAnew(Plan plan) {
        plans.save(plan.askedAnew());
    }

    /** The plan's activities by title. */
    public List<Activity> listActivities(UUID plan) {
        return activities.list(plan);
    }

    List<Trace> history(Plan plan) {
        return access.listTraces(subject(plan));
    }

    List<Trace> history(Activity activity) {
        return access.listTraces(subject(activity));
    }

    /**
     * Lays up a new plan, as a draft of its parties'.
     *
     * <p>Refusals: {@code ACC-001}, and those of {@link PlanDraft}.
     */
    @Transactional
    public Plan add(CurrentUser by, PlanDraft draft) {
        Plan plan = draft.plan(UUID.randomUUID(), regionOf(draft));
        demand(rights.mayWrite(by, plan));
        plans.save(plan);
        Plan saved = plans.find(plan.id()).orElseThrow();
        tell(saved);
        access.record(by, "plan.added", subject(saved), saved.title());
        return saved;
    }

    /**
     * Changes a plan's own words, period and parties; a party that is new has not agreed.
     *
     * @param seen the version that the change was made against
     * @throws Refusal {@code ACC-001}, {@code PLA-001} someone was first, {@code PLA-002} closed for changes, and those of
     *     {@link PlanDraft}
     */
    @Transactional
    public Plan change(CurrentUser by, UUID id, long seen, PlanDraft draft) {
        Plan before = forChange(id, seen);
        demand(rights.mayWrite(by, before));
        Plan after = draft.changing(before, regionOf(draft));
        demand(rights.mayWrite(by, after));
        plans.save(after);
        tell(after);
        access.record(by, "plan.changed", subject(after), PlanDifferences.of(before, after, this::name, texts));
        return plans.find(id).orElseThrow();
    }

    /**
     * Takes a plan a step on its way.
     *
     * @param party the principal for which it is done
     * @throws Refusal {@code ACC-001}, {@code PLA-001} someone was first, {@code PLA-015} activities with gaps, and those of
     *     {@link PlanAct}
     */
    @Transactional
    public Plan act(CurrentUser by, UUID id, long seen, PlanAct act, String party) {
        return act(by, id, seen, act, party, LocalDate.now(clock));
    }

    /** The same on a day of one's own choice, for examples. */
    @Transactional
    public Plan act(CurrentUser by, UUID id, long seen, PlanAct act, String party, LocalDate day) {
        Plan before = seen(id, seen);
        demand(rights.may(by, act, before, party));
        Plan after = act.on(before, party, day);
        if (act == PlanAct.ADOPT) {
            checkWhole(after);
            checks.forEach(check -> check.demand(after));
        }
        plans.save(after);
        if (act == PlanAct.LEAVE) {
            endActivities(by, after, party);
        }
        tell(after);
        access.record(
                by,
                "plan." + act,
                subject(after),
                before.state() == after.state()
                        ? name(party)
                        : name(party) + ": " + texts.of("plan.state." + before.state()) + " → "
                                + texts.of("plan.state." + after.state()));
        return plans.find(id).orElseThrow();
    }

    /**
     * Adds an activity to a plan, for one of its parties.
     *
     * <p>Refusals: {@code ACC-001}, {@code PLA-002} the plan is closed for changes, and those of {@link ActivityDraft}.
     */
    @Transactional
    public Activity addActivity(CurrentUser by, UUID plan, ActivityDraft draft) {
        Activity added = addUnindexed(by, plan, draft);
        tell(plans.find(plan).orElseThrow());
        return added;
    }

    /** As {@link #addActivity}, in a transaction where {@link #index(UUID, List)} follows. */
    Activity addUnindexed(CurrentUser by, UUID plan, ActivityDraft draft) {
        plans.lock(plan);
        Plan of = plans.find(plan).orElseThrow(() -> new Refusal("PLA-004"));
        Activity activity = draft.activity(UUID.randomUUID(), of, this::unitOwner, strategies);
        demand(rights.mayWrite(by, of, activity));
        open(of);
        activities.save(activity);
        coverage.note(activity.id(), LocalDate.now(clock));
        plans.save(of.askedAnew());
        access.record(by, "activity.added", subject(activity), activity.title());
        return activities.find(activity.id()).orElseThrow();
    }

    /**
     * Changes an activity: its words while the plan is open, its state as long as the plan is not over.
     *
     * @param seen the version that the change was made against
     * @throws Refusal {@code ACC-001}, {@code PLA-001} someone was first, {@code PLA-002} closed for changes, and those of
     *     {@link ActivityDraft}
     */
    @Transactional
    public Activity changeActivity(CurrentUser by, UUID id, long seen, ActivityDraft draft) {
        Activity changed = changeUnindexed(by, id, seen, draft);
        tell(plans.find(changed.plan()).orElseThrow());
        return changed;
    }

    /** As {@link #changeActivity}, in a transaction where {@link #index(UUID, List)} follows. */
    Activity changeUnindexed(CurrentUser by, UUID id, long seen, ActivityDraft draft) {
        Activity told = activities.find(id).orElseThrow(() -> new Refusal("PLA-004"));
        plans.lock(told.plan());
        Activity before = activities.find(id).orElseThrow(() -> new Refusal("PLA-004"));
        Plan of = plans.find(before.plan()).orElseThrow();
        demand(rights.mayWrite(by, of, before));
        if (before.version() != seen) {
            throw new Refusal("PLA-001");
        }
        Activity after = draft.changing(before, of, this::unitOwner, strategies);
        demand(rights.mayWrite(by, of, after));
        if (of.state() == PlanState.ENDED || !of.state().isOpen() && !before.sameWords(after)) {
            throw new Refusal("PLA-002");
        }
        activities.save(after);
        coverage.note(after.id(), LocalDate.now(clock));
        if (!before.sameWords(after)) {
            plans.save(of.askedAnew());
        }
        access.record(by, "activity.changed", subject(after), PlanDifferences.of(before, after, this::name, texts));
        return activities.find(id).orElseThrow();
    }

    /**
     * Moves an activity to another plan that its owner is part of; both plans then say something else, and their parties are
     * asked anew.
     *
     * @param seen the version that it was decided on
     * @throws Refusal {@code ACC-001}, {@code PLA-001} someone was first, {@code PLA-002} the other plan is closed for changes,
     *     {@code PLA-004} no such plan, {@code PLA-031} the owner is no party of it, {@code PLA-037} it is there already
     */
    @Transactional
    public Activity moveActivity(CurrentUser by, UUID id, long seen, UUID to) {
        Activity told = activities.find(id).orElseThrow(() -> new Refusal("PLA-004"));
        // Always in the same order, so that two who move between the same plans do not wait for each other.
        Stream.of(told.plan(), to).sorted().forEach(plans::lock);
        Activity before = activities.find(id).orElseThrow(() -> new Refusal("PLA-004"));
        Plan from = plans.find(before.plan()).orElseThrow();
        Plan target = plans.find(to).filter(plan -> rights.mayRead(by, plan)).orElseThrow(() -> new Refusal("PLA-004"));
        demand(rights.mayWrite(by, from, before));
        if (before.version() != seen || !before.plan().equals(told.plan())) {
            throw new Refusal("PLA-001");
        }
        if (from.id().equals(to)) {
            throw new Refusal("PLA-037");
        }
        open(target);
        if (!target.binds(before.owner())) {
            throw new Refusal("PLA-031");
        }
        activities.save(before.in(to));
        coverage.note(id, LocalDate.now(clock));
        Stream.of(from, target).forEach(plan -> {
            if (plan.state().isOpen()) {
                plans.save(plan.askedAnew());
            }
            tell(plan);
        });
        Activity moved = activities.find(id).orElseThrow();
        access.record(by, "activity.moved", subject(moved), from.title() + " → " + target.title());
        return moved;
    }

    /** The plans that {@code activity} could move to: open, read by {@code by}, and its owner's. */
    List<Plan> listTargets(CurrentUser by, Activity activity) {
        return plans.list().stream()
                .filter(plan -> !plan.id().equals(activity.plan())
                        && plan.state().isOpen()
                        && plan.binds(activity.owner())
                        && rights.mayRead(by, plan)
                        && rights.mayWrite(by, plan, activity))
                .toList();
    }

    /** What a party was to do, it does no longer when it has left; it may move it to a plan of its own. */
    private void endActivities(CurrentUser by, Plan plan, String party) {
        activities.list(plan.id()).stream()
                .filter(activity -> activity.owner().equals(party) && activity.mark() != Activity.Mark.ENDED)
                .forEach(activity -> {
                    Activity ended = activity.ended(texts.of("plan.left", name(party), plan.title()));
                    activities.save(ended);
                    coverage.note(ended.id(), LocalDate.now(clock));
                    access.record(
                            by,
                            "activity.changed",
                            subject(ended),
                            PlanDifferences.of(activity, ended, this::name, texts));
                });
    }

    /** Why activities of the plan go on without what they lack, by activity. */
    Map<UUID, GapReason> listReasons(UUID plan) {
        return explained.list(plan);
    }

    /**
     * Says why an activity goes on without what it lacks now; a blank reason takes back what was said.
     *
     * @throws Refusal {@code ACC-001}, {@code PLA-002} closed for changes, {@code PLA-005} it lacks nothing
     */
    @Transactional
    public void explain(CurrentUser by, UUID id, String reason) {
        Activity told = activities.find(id).orElseThrow(() -> new Refusal("PLA-004"));
        plans.lock(told.plan());
        Activity activity = activities.find(id).orElseThrow(() -> new Refusal("PLA-004"));
        Plan of = plans.find(activity.plan()).orElseThrow();
        if (!rights.mayRead(by, of)) {
            throw new Refusal("PLA-004");
        }
        demand(rights.mayWrite(by, of, activity));
        if (!isBeforeAdoption(of)) {
            throw new Refusal("PLA-002");
        }
        if (activity.gaps().isEmpty()) {
            throw new Refusal("PLA-005");
        }
        explained.save(id, new GapReason(activity.gaps(), reason.strip(), by.name(), LocalDate.now(clock)));
        access.record(by, "activity.explained", subject(activity), reason.strip());
    }

    /** True while what the plan's activities lack may still keep it from being adopted. */
    static boolean isBeforeAdoption(Plan plan) {
        return plan.state() != PlanState.ADOPTED && plan.state() != PlanState.ENDED;
    }

    private Plan forChange(UUID id, long seen) {
        Plan plan = seen(id, seen);
        open(plan);
        return plan;
    }

    private Plan seen(UUID id, long seen) {
        plans.lock(id);
        Plan plan = plans.find(id).orElseThrow(() -> new Refusal("PLA-004"));
        if (plan.version() != seen) {
            throw new Refusal("PLA-001");
        }
        return plan;
    }

    private static void open(Plan plan) {
        if (!plan.state().isOpen()) {
            throw new Refusal("PLA-002");
        }
    }

    private static void demand(boolean allowed) {
        if (!allowed) {
            throw new Refusal("ACC-001");
        }
    }

    /** No activity may hang loose when its plan is adopted, unless its people have said why. */
    private void checkWhole(Plan plan) {
        Map<UUID, GapReason> reasons = explained.list(plan.id());
        String loose = activities.list(plan.id()).stream()
                .filter(activity -> !GapReason.unexplained(activity, reasons.get(activity.id()))
                        .isEmpty())
                .map(Activity::title)
                .collect(Collectors.joining(", "));
        if (!loose.isEmpty()) {
            throw new Refusal("PLA-015", loose);
        }
    }

    private @Nullable String unitOwner(String code) {
        return units.find(code)
                .map(unit -> unit.nearest(LocalDate.now(clock)).principal())
                .orElse(null);
    }

    /** The region is always a party to a local plan; null where the county has no region. */
    private @Nullable String regionOf(PlanDraft draft) {
        return draft.shape() == Shape.LOCAL
                ? organisation.listPrincipals(LocalDate.now(clock)).stream()
                        .filter(principal -> principal.kind() == Principal.Kind.REGION)
                        .map(Principal::code)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private String name(String principal) {
        return organisation.findPrincipal(principal).map(Principal::name).orElse(principal);
    }

    /** Lets what some of a plan's activities say now be found. */
    void index(UUID id, List<UUID> changed) {
        Plan plan = plans.find(id).orElseThrow();
        List<Activity> some = activities.list(changed);
        desk.index(found.of(plan, some));
        similar.learn(plan, some);
        lines.tell(plan);
    }

    /** Lets it be found, and asks those whose turn it is. */
    private void tell(Plan plan) {
        List<Activity> all = activities.list(plan.id());
        desk.index(found.of(plan, all));
        similar.learn(plan, all);
        lines.tell(plan);
    }

    static String subject(Plan plan) {
        return "plan/" + plan.id();
    }

    static String subject(Activity activity) {
        return "activity/" + activity.id();
    }
}
