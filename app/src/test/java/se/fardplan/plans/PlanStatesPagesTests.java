package se.fardplan.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fardplan.Outcomes.ALLOWED;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import se.fardplan.Outcomes;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.organisation.CountyLoader;

/** Every role, held for a party, for another municipality and for the whole county × state × act, of plans and activities. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=plan-states")
class PlanStatesPagesTests {

    private static final String ORSA = "2034";
    private static final String RATTVIK = "2031";
    private static final String MORA = "2062";
    private static final String REGION = "0020";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Set<Role> COUNTYS = Set.of(Role.REGIONAL_LEAD, Role.DEVELOPMENT_LEAD);
    private static final Set<Role> AGREE = Set.of(Role.HEAD, Role.DEPARTMENT_HEAD);

    @Autowired
    Plans plans;

    @Autowired
    Activities doing;

    @Autowired
    PlanStore store;

    @Autowired
    ActivityStore activities;

    @Autowired
    CountyLoader counties;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Texts texts;

    private Outcomes outcomes;

    @BeforeEach
    void load() {
        outcomes = new Outcomes(transactions, texts);
        counties.ensureLoaded("dalarna", true);
    }

    static Stream<Arguments> municipal() {
        return inEachState(Shape.LOCAL, Shape.PILOT);
    }

    static Stream<Arguments> countys() {
        return inEachState(Shape.REGIONAL, Shape.COMMUNICATION);
    }

    private static Stream<Arguments> inEachState(Shape... shapes) {
        return Arrays.stream(shapes)
                .flatMap(shape -> Arrays.stream(PlanState.values()).map(state -> Arguments.of(shape, state)));
    }

    private record Holder(Role role, @Nullable String place) {

        CurrentUser user() {
            return new CurrentUser(
                    UUID.randomUUID(), role.name(), "a@example.org", List.of(new CurrentUser.Grant(role, place)));
        }
    }

    private static List<Holder> holders() {
        return Arrays.stream(Role.values())
                .flatMap(role -> Stream.of(ORSA, MORA, null).map(place -> new Holder(role, place)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("municipal")
    void aMunicipalPlanTakesItsStepsByItsPartiesAlone(Shape shape, PlanState state) {
        Plan plan = plan(shape, state);
        for (Holder holder : holders()) {
            for (PlanAct act : PlanAct.values()) {
                boolean may = ORSA.equals(holder.place())
                        && (act.isOneParty() ? AGREE : Set.of(Role.LOCAL_LEAD)).contains(holder.role());
                check(holder + " " + act, plan, may, act, () -> plans.act(holder.user(), plan.id(), 1, act, ORSA));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("countys")
    void theCountysPlanTakesItsStepsByTheCountysLead(Shape shape, PlanState state) {
        Plan plan = plan(shape, state);
        for (Holder holder : holders()) {
            for (PlanAct act : PlanAct.values()) {
                boolean may = act.isOneParty()
                        ? ORSA.equals(holder.place()) && AGREE.contains(holder.role())
                        : holder.place() == null && COUNTYS.contains(holder.role());
                check(holder + " " + act, plan, may, act, () -> plans.act(holder.user(), plan.id(), 1, act, ORSA));
            }
        }
    }

    private void check(String who, Plan plan, boolean may, PlanAct act, Supplier<Plan> done) {
        String byTheRule = outcomes.of(() -> act.on(plan, ORSA, DAY));
        if (byTheRule.equals(ALLOWED) && act == PlanAct.ADOPT && plan.shape().isCountys()) {
            // Nothing is written in it yet, and the county's template wants something in each section.
            byTheRule = "WRI-010";
        }
        assertThat(outcomes.undone(done))
                .as(who + " in " + plan.shape() + " " + plan.state())
                .isEqualTo(may ? byTheRule : "ACC-001");
    }

    /** R13: an activity is its owner's alone; its words are open while the plan is, how it fares until the plan is over. */
    @ParameterizedTest
    @EnumSource(PlanState.class)
    @Proves({"R13", "R48"})
    void anActivityIsItsOwnersAlone(PlanState state) {
        Plan plan = plan(Shape.LOCAL, state);
        Activity activity = activity(plan, Activity.State.PLANNED);
        for (Holder holder : holders()) {
            boolean own = ORSA.equals(holder.place()) && holder.role() == Role.LOCAL_LEAD;
            String open = state.isOpen() ? ALLOWED : "PLA-002";
            assertThat(outcomes.undone(() -> doing.add(holder.user(), plan.id(), draft("Ny", Activity.State.PLANNED))))
                    .as(holder + " adds in " + state)
                    .isEqualTo(own ? open : "ACC-001");
            assertThat(outcomes.undone(() ->
                            doing.change(holder.user(), activity.id(), 1, draft("Andra ord", Activity.State.PLANNED))))
                    .as(holder + " rewrites in " + state)
                    .isEqualTo(own ? open : "ACC-001");
            for (Activity.State next : Activity.State.values()) {
                assertThat(outcomes.undone(
                                () -> doing.change(holder.user(), activity.id(), 1, draft("Hembesök", next))))
                        .as(holder + " says " + next + " in " + state)
                        .isEqualTo(own ? state == PlanState.ENDED ? "PLA-002" : ALLOWED : "ACC-001");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PlanState.class)
    void anActivityMovesToAnOpenPlanOfItsOwners(PlanState to) {
        Activity activity = activity(plan(Shape.LOCAL, PlanState.ADOPTED), Activity.State.STARTED);
        Plan target = plan(Shape.LOCAL, to);
        for (Holder holder : holders()) {
            boolean own = ORSA.equals(holder.place()) && holder.role() == Role.LOCAL_LEAD;
            // Someone else who may not even read the other plan is told that there is none.
            Set<String> refusals = own ? Set.of(to.isOpen() ? ALLOWED : "PLA-002") : Set.of("ACC-001", "PLA-004");
            assertThat(refusals)
                    .as(holder + " to " + to)
                    .contains(outcomes.undone(() -> doing.move(holder.user(), activity.id(), 1, target.id())));
        }
    }

    @ParameterizedTest
    @EnumSource(PlanState.class)
    void anActivityLeavesAPlanThatStillMayChange(PlanState from) {
        Activity activity = activity(plan(Shape.LOCAL, from), Activity.State.STARTED);
        Plan target = plan(Shape.LOCAL, PlanState.DRAFT);
        boolean closed = from == PlanState.AGREED || from == PlanState.ENDED;
        assertThat(outcomes.undone(() -> doing.move(localLead(), activity.id(), 1, target.id())))
                .isEqualTo(closed ? "PLA-002" : ALLOWED);
    }

    /** Who may write in one plan only, moves nothing into the other and nothing out of it. */
    @ParameterizedTest
    @CsvSource({"LOCAL, REGIONAL", "REGIONAL, LOCAL"})
    @Proves("R13")
    void whoMovesAnActivityMayWriteInBothPlans(Shape from, Shape to) {
        Activity activity = activity(plan(from, PlanState.ADOPTED), Activity.State.STARTED);
        Plan target = plan(to, PlanState.DRAFT);
        for (Holder holder : holders()) {
            assertThat(outcomes.undone(() -> doing.move(holder.user(), activity.id(), 1, target.id())))
                    .as(holder + " from " + from + " to " + to)
                    .isIn("ACC-001", "PLA-004");
        }
    }

    private CurrentUser localLead() {
        return holders().stream()
                .filter(holder -> holder.role() == Role.LOCAL_LEAD && ORSA.equals(holder.place()))
                .findFirst()
                .orElseThrow()
                .user();
    }

    private Plan plan(Shape shape, PlanState state) {
        UUID id = UUID.randomUUID();
        boolean agreed = state != PlanState.DRAFT;
        List<Plan.Party> parties = Stream.of(ORSA, RATTVIK, REGION)
                .map(Plan.Party::asked)
                .map(party -> agreed ? party.agreeing(DAY.minusDays(9)) : party)
                .toList();
        store.save(new Plan(id, shape, "Planen", "", DAY, DAY.plusYears(2), state, parties, List.of(), null, null, 0));
        return store.find(id).orElseThrow();
    }

    private Activity activity(Plan plan, Activity.State state) {
        Activity.Answers answers = new Activity.Answers("", null, null, "", "", "");
        UUID id = UUID.randomUUID();
        activities.save(new Activity(
                id, plan.id(), ORSA, null, "Hembesök", "", answers, List.of(), List.of(), state, null, "", 0));
        return activities.find(id).orElseThrow();
    }

    private static ActivityDraft draft(String title, Activity.State state) {
        Activity.Answers answers = new Activity.Answers("", null, null, "", "", "");
        return new ActivityDraft(ORSA, null, title, "", answers, List.of(), List.of(), state, null, "");
    }
}
