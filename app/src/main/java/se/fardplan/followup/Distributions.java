package se.fardplan.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.HouseTime;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.Addressees;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.access.Scope;
import se.fardplan.desk.Desk;
import se.fardplan.desk.Letter;
import se.fardplan.desk.Line;
import se.fardplan.followup.Distribution.Receipt;
import se.fardplan.followup.Distribution.Step;
import se.fardplan.plans.Activity;
import se.fardplan.plans.Plan;
import se.fardplan.plans.Plans;

/** Plans on their way to the units: sent to every manager, received, and broken down into the unit's own steps (utskick). */
@Service
class Distributions {

    private static final String PAGE = "/planera/min-enhet";

    private final DistributionStore store;
    private final Plans plans;
    private final Addressees addressees;
    private final Access access;
    private final Desk desk;
    private final Texts texts;
    private final Clock clock;

    /** Where a plan is to be received: a unit, or an organisation whose manager has no single unit. */
    record Place(String principal, @Nullable String unit) {

        String code() {
            return unit == null ? principal : unit;
        }
    }

    /** How many of a principal's places have received a plan. */
    record Count(String principal, int received, int all) {}

    Distributions(
            DistributionStore store,
            Plans plans,
            Addressees addressees,
            Access access,
            Desk desk,
            Texts texts,
            Clock clock) {
        this.store = store;
        this.plans = plans;
        this.addressees = addressees;
        this.access = access;
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
    }

    /** The same at noon of another day, for examples; without transactions of its own. */
    Distributions on(LocalDate day) {
        Clock then = Clock.fixed(day.atTime(12, 0).atZone(HouseTime.SWEDEN).toInstant(), HouseTime.SWEDEN);
        return new Distributions(store, plans, addressees, access, desk, texts, then);
    }

    /** The latest first. */
    List<Distribution> list() {
        return store.list();
    }

    Optional<Distribution> find(UUID plan) {
        return store.list().stream().filter(sent -> sent.plan().equals(plan)).findFirst();
    }

    /** The plans in force that {@code user}'s own people may send: a party's its own, the county's support the county's. */
    List<Plan> listSendable(CurrentUser user) {
        return plans.listPublic().stream()
                .filter(plan -> plan.state().isInForce() && plans.mayWrite(user, plan))
                .toList();
    }

    /**
     * Lays a plan on the desk of each manager whom it concerns, and writes to them.
     *
     * @throws Refusal {@code ACC-001}, {@code FOL-040} not a plan in force, {@code FOL-041} no manager has an account
     */
    @Transactional
    public void send(CurrentUser by, UUID id) {
        Plan plan = plans.listPublic().stream()
                .filter(one -> one.id().equals(id) && one.state().isInForce())
                .findFirst()
                .orElseThrow(() -> new Refusal("FOL-040"));
        if (!plans.mayWrite(by, plan)) {
            throw new Refusal("ACC-001");
        }
        List<CurrentUser> managers = listManagers();
        List<Place> waiting = lay(by, plan, managers);
        desk.send(managers.stream()
                .filter(user -> managed(user).stream().anyMatch(waiting::contains))
                .map(user -> new Letter(
                        user.email(),
                        texts.of("distribution.letter.subject", plan.title()),
                        texts.of("distribution.letter.text", user.name(), plan.title(), desk.link(PAGE)),
                        Letter.Kind.NOTICE))
                .toList());
        access.record(by, "plan.distributed", "plan/" + id, plan.title());
    }

    /** Lays a plan on the managers' desks without a letter or a line in the log, and gives the places that have still to receive it. */
    List<Place> lay(CurrentUser by, Plan plan, List<CurrentUser> managers) {
        Set<Place> places = places(plan, managers);
        if (places.isEmpty()) {
            throw new Refusal("FOL-041");
        }
        store.send(plan.id(), plan.title(), today(), by.name());
        Distribution sent = find(plan.id()).orElseThrow();
        List<Place> waiting = places.stream()
                .filter(place -> !sent.isReceivedAt(place.code()))
                .toList();
        desk.put(waiting.stream()
                .map(place -> new Line(
                        key(plan.id(), place),
                        Line.Kind.TODO,
                        texts.of("distribution.line", plan.title()),
                        null,
                        PAGE,
                        null,
                        Scope.role(Role.UNIT_MANAGER, place.principal(), place.unit())))
                .toList());
        return waiting;
    }

    /**
     * Says that a plan is received at each of the manager's places that lacks it.
     *
     * @throws Refusal {@code ACC-001} no manager, {@code FOL-042} it was not sent here
     */
    @Transactional
    public void receive(CurrentUser by, UUID id) {
        List<Place> own = managed(by);
        if (own.isEmpty()) {
            throw new Refusal("ACC-001");
        }
        boolean sent = store.lock(id);
        Plan plan = plans.listPublic().stream()
                .filter(one -> sent && one.id().equals(id))
                .filter(one -> own.stream().anyMatch(place -> concerns(one, place)))
                .findFirst()
                .orElseThrow(() -> new Refusal("FOL-042"));
        List<String> received = new ArrayList<>();
        for (Place place : own) {
            desk.done(key(id, place));
            if (concerns(plan, place)
                    && store.receive(id, new Receipt(place.code(), place.principal(), by.name(), clock.instant()))) {
                received.add(place.code());
            }
        }
        if (!received.isEmpty()) {
            access.record(by, "plan.received", "plan/" + id, String.join(", ", received));
        }
    }

    /** By principal, those of all who are to receive it. */
    List<Count> counts(Plan plan, @Nullable Distribution sent, List<CurrentUser> managers) {
        Map<String, List<Place>> byPrincipal = new LinkedHashMap<>();
        places(plan, managers).stream()
                .sorted(Comparator.comparing(Place::principal))
                .forEach(place -> byPrincipal
                        .computeIfAbsent(place.principal(), none -> new ArrayList<>())
                        .add(place));
        return byPrincipal.entrySet().stream()
                .map(entry -> new Count(
                        entry.getKey(),
                        (int) entry.getValue().stream()
                                .filter(place -> sent != null && sent.isReceivedAt(place.code()))
                                .count(),
                        entry.getValue().size()))
                .toList();
    }

    /** The units' own steps towards the activities that the manager's places have made. */
    List<Step> listSteps(CurrentUser user, List<UUID> activities) {
        List<Place> own = managed(user);
        return store.listSteps(activities).stream()
                .filter(step -> own.contains(new Place(step.principal(), step.unit())))
                .toList();
    }

    /**
     * Adds a step of one's own unit's towards an activity.
     *
     * @throws Refusal {@code ACC-001} not one's own unit, {@code FOL-043} no words, {@code FOL-044} no such activity
     */
    @Transactional
    public void add(CurrentUser by, UUID activity, String place, String what, String when, String byWhom) {
        Place own = managed(by).stream()
                .filter(one -> one.code().equals(place))
                .findFirst()
                .orElseThrow(() -> new Refusal("ACC-001"));
        if (what.isBlank()) {
            throw new Refusal("FOL-043");
        }
        if (plans.listPublished().stream()
                .noneMatch(published -> published.activity().id().equals(activity) && isFor(published, own))) {
            throw new Refusal("FOL-044");
        }
        Step step = new Step(
                UUID.randomUUID(),
                activity,
                own.principal(),
                own.unit(),
                what.strip(),
                when.strip(),
                byWhom.strip(),
                Activity.State.PLANNED,
                0);
        store.save(step);
        access.record(by, "unitstep.added", "activity/" + activity, step.what());
    }

    /**
     * Says how far a step has come.
     *
     * @param seen the version that it was decided on
     * @throws Refusal {@code ACC-001} not one's own unit's, {@code FOL-045} someone was first
     */
    @Transactional
    public void change(CurrentUser by, UUID id, long seen, Activity.State state) {
        Step step = store.findStep(id)
                .filter(one -> managed(by).contains(new Place(one.principal(), one.unit())))
                .orElseThrow(() -> new Refusal("ACC-001"));
        if (step.version() != seen || !store.save(step.in(state))) {
            throw new Refusal("FOL-045");
        }
        access.record(
                by,
                "unitstep.changed",
                "activity/" + step.activity(),
                step.what() + ": " + texts.of("activity.state." + step.state()) + " → "
                        + texts.of("activity.state." + state));
    }

    /** The places that {@code user} manages. */
    static List<Place> managed(CurrentUser user) {
        return user.grants().stream()
                .filter(grant -> grant.role() == Role.UNIT_MANAGER && grant.organisation() != null)
                .map(grant -> new Place(Objects.requireNonNull(grant.organisation()), grant.unit()))
                .distinct()
                .toList();
    }

    /** True when the county's plan reaches it, or its own organisation is a party. */
    static boolean concerns(Plan plan, Place place) {
        return plan.shape().isCountys() || plan.binds(place.principal());
    }

    /** The unit's own, the whole organisation's, and the county's that its organisation carries out. */
    static boolean isFor(Plans.Published published, Place place) {
        Activity activity = published.activity();
        boolean whole = activity.unit() == null
                || place.unit() == null
                || activity.unit().equals(place.unit());
        return published.plan().state().isInForce() && activity.owner().equals(place.principal()) && whole;
    }

    /** Everyone with an account who manages a unit today. */
    List<CurrentUser> listManagers() {
        return addressees.list(today()).stream()
                .filter(user -> !managed(user).isEmpty())
                .toList();
    }

    private static Set<Place> places(Plan plan, List<CurrentUser> managers) {
        Set<Place> places = new LinkedHashSet<>();
        managers.forEach(user ->
                managed(user).stream().filter(place -> concerns(plan, place)).forEach(places::add));
        return places;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String key(UUID plan, Place place) {
        return "distribution/" + plan + "/" + place.code();
    }
}
