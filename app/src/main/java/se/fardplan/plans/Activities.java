package se.fardplan.plans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Trace;
import se.fardplan.organisation.Units;
import se.fardplan.strategy.Strategies;

/** The activities of plans, and every change of them (aktiviteter): an activity is its owner's, a plan its parties'. */
@Service
public class Activities {

    private final PlanStore plans;
    private final ActivityStore activities;
    private final PlanRights rights;
    private final CoverageStore coverage;
    private final GapReasonStore explained;
    private final PlanNotices notices;
    private final PlanWords words;
    private final Units units;
    private final Strategies strategies;
    private final Access access;
    private final Texts texts;
    private final Clock clock;

    Activities(
            PlanStore plans,
            ActivityStore activities,
            PlanRights rights,
            CoverageStore coverage,
            GapReasonStore explained,
            PlanNotices notices,
            PlanWords words,
            Units units,
            Strategies strategies,
            Access access,
            Texts texts,
            Clock clock) {
        this.plans = plans;
        this.activities = activities;
        this.rights = rights;
        this.coverage = coverage;
        this.explained = explained;
        this.notices = notices;
        this.words = words;
        this.units = units;
        this.strategies = strategies;
        this.access = access;
        this.texts = texts;
        this.clock = clock;
    }

    Optional<Activity> find(UUID id) {
        return activities.find(id);
    }

    List<Trace> history(Activity activity) {
        return access.listTraces(subject(activity));
    }

    /**
     * Adds an activity to a plan, for one of its parties.
     *
     * <p>Refusals: {@code ACC-001}, {@code PLA-002} the plan is closed for changes, and those of {@link ActivityDraft}.
     */
    @Transactional
    public Activity add(CurrentUser by, UUID plan, ActivityDraft draft) {
        Activity added = addUnindexed(by, plan, draft);
        tell(plan, List.of(added.id()));
        return added;
    }

    /** As {@link #add}, in a transaction where {@link #tell} follows. */
    Activity addUnindexed(CurrentUser by, UUID plan, ActivityDraft draft) {
        plans.lock(plan);
        Plan of = plans.find(plan).orElseThrow(() -> new Refusal("PLA-004"));
        Activity activity = draft.activity(UUID.randomUUID(), of, this::unitOwner, strategies);
        PlanRights.demand(rights.mayWrite(by, of, activity));
        Plans.demandOpen(of);
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
    public Activity change(CurrentUser by, UUID id, long seen, ActivityDraft draft) {
        Activity changed = changeUnindexed(by, id, seen, draft);
        tell(changed.plan(), List.of(id));
        return changed;
    }

    /** As {@link #change}, in a transaction where {@link #tell} follows. */
    Activity changeUnindexed(CurrentUser by, UUID id, long seen, ActivityDraft draft) {
        Activity told = activities.find(id).orElseThrow(() -> new Refusal("PLA-004"));
        plans.lock(told.plan());
        Activity before = activities.find(id).orElseThrow(() -> new Refusal("PLA-004"));
        Plan of = plans.find(before.plan()).orElseThrow();
        PlanRights.demand(rights.mayWrite(by, of, before));
        if (before.version() != seen) {
            throw new Refusal("PLA-001");
        }
        Activity after = draft.changing(before, of, this::unitOwner, strategies);
        PlanRights.demand(rights.mayWrite(by, of, after));
        if (of.state() == PlanState.ENDED || !of.state().isOpen() && !before.sameWords(after)) {
            throw new Refusal("PLA-002");
        }
        activities.save(after);
        coverage.note(after.id(), LocalDate.now(clock));
        if (!before.sameWords(after)) {
            plans.save(of.askedAnew());
        }
        access.record(
                by, "activity.changed", subject(after), PlanDifferences.of(before, after, words::principal, texts));
        return activities.find(id).orElseThrow();
    }

    /**
     * Moves an activity to another plan that its owner is part of; the parties of a plan that is open, and now says something
     * else, are asked anew.
     *
     * @param seen the version that it was decided on
     * @throws Refusal {@code ACC-001}, {@code PLA-001} someone was first, {@code PLA-002} one of the plans is closed for changes,
     *     {@code PLA-004} no such plan, {@code PLA-031} the owner is no party of it, {@code PLA-037} it is there already
     */
    @Transactional
    public Activity move(CurrentUser by, UUID id, long seen, UUID to) {
        Activity told = activities.find(id).orElseThrow(() -> new Refusal("PLA-004"));
        // Always in the same order, so that two who move between the same plans do not wait for each other.
        Stream.of(told.plan(), to).sorted().forEach(plans::lock);
        Activity before = activities.find(id).orElseThrow(() -> new Refusal("PLA-004"));
        Plan from = plans.find(before.plan()).orElseThrow();
        Plan target = plans.find(to).filter(plan -> rights.mayRead(by, plan)).orElseThrow(() -> new Refusal("PLA-004"));
        PlanRights.demand(rights.mayWrite(by, from, before) && rights.mayWrite(by, target, before));
        if (before.version() != seen || !before.plan().equals(told.plan())) {
            throw new Refusal("PLA-001");
        }
        if (from.id().equals(to)) {
            throw new Refusal("PLA-037");
        }
        Plans.demandOpen(target);
        if (from.state() == PlanState.AGREED || from.state() == PlanState.ENDED) {
            throw new Refusal("PLA-002");
        }
        if (!target.binds(before.owner())) {
            throw new Refusal("PLA-031");
        }
        activities.save(before.in(to));
        coverage.note(id, LocalDate.now(clock));
        Stream.of(from, target).map(this::askedAnew).forEach(notices::tell);
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

    /** Lets what some of a plan's activities say now be found. */
    void tell(UUID plan, List<UUID> changed) {
        notices.tell(plans.find(plan).orElseThrow(), activities.list(changed));
    }

    /** What a party was to do, it does no longer when it has left; it may move it to a plan of its own. */
    void endAll(CurrentUser by, Plan plan, String party) {
        activities.list(plan.id()).stream()
                .filter(activity -> activity.owner().equals(party) && activity.mark() != Activity.Mark.ENDED)
                .forEach(activity -> {
                    Activity ended = activity.ended(texts.of("plan.left", words.principal(party), plan.title()));
                    activities.save(ended);
                    coverage.note(ended.id(), LocalDate.now(clock));
                    access.record(
                            by,
                            "activity.changed",
                            subject(ended),
                            PlanDifferences.of(activity, ended, words::principal, texts));
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
        PlanRights.demand(rights.mayWrite(by, of, activity));
        if (!of.state().isBeforeAdoption()) {
            throw new Refusal("PLA-002");
        }
        if (activity.gaps().isEmpty()) {
            throw new Refusal("PLA-005");
        }
        explained.save(id, new GapReason(activity.gaps(), reason.strip(), by.name(), LocalDate.now(clock)));
        access.record(by, "activity.explained", subject(activity), reason.strip());
    }

    /**
     * No activity may hang loose when its plan is adopted, unless its people have said why.
     *
     * @throws Refusal {@code PLA-015}
     */
    void checkWhole(Plan plan) {
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

    /** The plan once it says something else: while it is open, its parties are asked anew. */
    private Plan askedAnew(Plan plan) {
        if (!plan.state().isOpen()) {
            return plan;
        }
        plans.save(plan.askedAnew());
        return plans.find(plan.id()).orElseThrow();
    }

    private @Nullable String unitOwner(String code) {
        return units.find(code)
                .map(unit -> unit.nearest(LocalDate.now(clock)).principal())
                .orElse(null);
    }

    static String subject(Activity activity) {
        return "activity/" + activity.id();
    }
}
