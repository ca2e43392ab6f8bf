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
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;

/** The plans of the county, who may read them, and every change of them (planer). */
@Service
public class Plans {

    private final PlanStore plans;
    private final ActivityStore activities;
    private final PlanRights rights;
    private final Activities doing;
    private final PlanNotices notices;
    private final PlanWords words;
    private final Organisation organisation;
    private final Access access;
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
            Activities doing,
            PlanNotices notices,
            PlanWords words,
            Organisation organisation,
            Access access,
            Texts texts,
            Clock clock,
            ObjectProvider<AdoptionCheck> checks) {
        this.plans = plans;
        this.activities = activities;
        this.rights = rights;
        this.doing = doing;
        this.notices = notices;
        this.words = words;
        this.organisation = organisation;
        this.access = access;
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
    public List<Plan> list(@Nullable CurrentUser reader) {
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

    /** For work that no reader asked for; what is shown to someone comes from {@link #read}. */
    public Optional<Plan> find(UUID id) {
        return plans.find(id);
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
        PlanRights.demand(rights.mayWrite(by, plan));
        demandOpen(plan);
        return plan;
    }

    /**
     * Holds the plan for a change of what stands beside its words, until this transaction ends.
     *
     * @throws Refusal {@code ACC-001}, {@code PLA-002} the plan is over, {@code PLA-004} no such plan
     */
    public Plan holdUntilOver(CurrentUser by, UUID id) {
        plans.lock(id);
        Plan plan = plans.find(id).orElseThrow(() -> new Refusal("PLA-004"));
        PlanRights.demand(rights.mayWrite(by, plan));
        if (plan.state() == PlanState.ENDED) {
            throw new Refusal("PLA-002");
        }
        return plan;
    }

    /** What the plan says has changed: each party is asked anew. */
    public void askAnew(Plan plan) {
        Plan anew = plan.askedAnew();
        plans.save(anew);
        notices.tell(anew, List.of());
    }

    /** The plan's activities by title. */
    public List<Activity> listActivities(UUID plan) {
        return activities.list(plan);
    }

    List<Trace> history(Plan plan) {
        return access.listTraces(subject(plan));
    }

    /**
     * Lays up a new plan, as a draft of its parties'.
     *
     * <p>Refusals: {@code ACC-001}, and those of {@link PlanDraft}.
     */
    @Transactional
    public Plan add(CurrentUser by, PlanDraft draft) {
        demandMunicipalities(draft);
        Plan plan = draft.plan(UUID.randomUUID(), regionOf(draft));
        PlanRights.demand(rights.mayWrite(by, plan));
        plans.save(plan);
        Plan saved = plans.find(plan.id()).orElseThrow();
        notices.tell(saved);
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
        PlanRights.demand(rights.mayWrite(by, before));
        demandMunicipalities(draft);
        Plan after = draft.changing(before, regionOf(draft));
        PlanRights.demand(rights.mayWrite(by, after));
        plans.save(after);
        before.bound().stream()
                .map(Plan.Party::principal)
                .filter(principal -> !after.binds(principal))
                .forEach(principal -> {
                    doing.endAll(by, after, principal);
                    notices.forget(after, principal);
                });
        notices.tell(after);
        access.record(by, "plan.changed", subject(after), PlanDifferences.of(before, after, words::principal, texts));
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
        PlanRights.demand(rights.may(by, act, before, party));
        Plan after = act.on(before, party, day);
        if (act == PlanAct.ADOPT) {
            doing.checkWhole(after);
            checks.forEach(check -> check.demand(after));
        }
        plans.save(after);
        if (act == PlanAct.LEAVE) {
            doing.endAll(by, after, party);
        }
        if (act == PlanAct.SUBMIT) {
            notices.tellOfSubmission(after);
        }
        notices.tell(after);
        access.record(
                by,
                "plan." + act,
                subject(after),
                before.state() == after.state()
                        ? words.principal(party)
                        : words.principal(party) + ": " + texts.of("plan.state." + before.state()) + " → "
                                + texts.of("plan.state." + after.state()));
        return plans.find(id).orElseThrow();
    }

    private Plan forChange(UUID id, long seen) {
        Plan plan = seen(id, seen);
        demandOpen(plan);
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

    /** @throws Refusal {@code PLA-002} */
    static void demandOpen(Plan plan) {
        if (!plan.state().isOpen()) {
            throw new Refusal("PLA-002");
        }
    }

    /** Local plans and pilots are municipalities' own; a code that is none could never agree. */
    private void demandMunicipalities(PlanDraft draft) {
        if (draft.shape().isCountys()) {
            return;
        }
        List<String> known = organisation.listPrincipals(LocalDate.now(clock)).stream()
                .map(Principal::code)
                .toList();
        if (!known.containsAll(draft.parties())) {
            throw new Refusal("PLA-022");
        }
    }

    /** The region is always a party to a local plan and to a pilot; null where the county has no region. */
    private @Nullable String regionOf(PlanDraft draft) {
        return draft.shape().isCountys()
                ? null
                : organisation.listPrincipals(LocalDate.now(clock)).stream()
                        .filter(principal -> principal.kind() == Principal.Kind.REGION)
                        .map(Principal::code)
                        .findFirst()
                        .orElse(null);
    }

    static String subject(Plan plan) {
        return "plan/" + plan.id();
    }
}
