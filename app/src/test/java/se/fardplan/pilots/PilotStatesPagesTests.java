package se.fardplan.pilots;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fardplan.Outcomes.ALLOWED;
import static se.fardplan.Outcomes.NONE;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import se.fardplan.Outcomes;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.plans.Plan;
import se.fardplan.plans.Plans;

/** Every role, held for a party, for the region, for someone else and for the whole county × state × act, of all in a pilot. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=pilot-states")
class PilotStatesPagesTests {

    private static final String DOROTEA = "2425";
    private static final String REGION = "0024";
    private static final String OTHER = "2034";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Set<Role> HEADS = Set.of(Role.HEAD, Role.DEPARTMENT_HEAD);

    @Autowired
    Pilots pilots;

    @Autowired
    Trials trials;

    @Autowired
    Notes notes;

    @Autowired
    Agreements agreements;

    @Autowired
    PilotStore store;

    @Autowired
    TrialStore tried;

    @Autowired
    AgreementStore agreed;

    @Autowired
    Plans plans;

    @Autowired
    CountyLoader counties;

    @Autowired
    JdbcClient rows;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Texts texts;

    private UUID plan = new UUID(0, 0);

    private record Holder(Role role, @Nullable String place) {

        CurrentUser user() {
            return new CurrentUser(
                    UUID.randomUUID(), role.name(), "a@example.org", List.of(new CurrentUser.Grant(role, place)));
        }

        boolean isParty() {
            return DOROTEA.equals(place) || REGION.equals(place);
        }

        boolean leads() {
            return isParty() && role == Role.LOCAL_LEAD;
        }

        boolean steers() {
            return isParty() && HEADS.contains(role);
        }
    }

    private static List<Holder> holders() {
        return Arrays.stream(Role.values())
                .flatMap(role -> Stream.of(DOROTEA, REGION, OTHER, null).map(place -> new Holder(role, place)))
                .toList();
    }

    private Outcomes outcomes;

    @BeforeEach
    void load() {
        outcomes = new Outcomes(transactions, texts);
        counties.ensureLoaded("sodra-lappland", true);
        plan = store.findPlan("DOROTEA").orElseThrow();
        // Public, so that everyone knows of it and only rights and states decide.
        rows.sql("update plans.plan set state = 'ADOPTED' where id = :id")
                .param("id", plan)
                .update();
    }

    @ParameterizedTest
    @EnumSource(Pilot.State.class)
    @Proves("R227")
    void aPilotStartsOnceItsPreconditionsAreConfirmed(Pilot.State state) {
        for (boolean met : List.of(false, true)) {
            for (Holder holder : holders()) {
                for (PilotAct act : PilotAct.values()) {
                    String expected = !holder.leads()
                            ? "ACC-001"
                            : switch (state) {
                                case ENDED -> "PIL-011";
                                case RUNNING -> act == PilotAct.START ? "PIL-010" : ALLOWED;
                                case PLANNED -> act == PilotAct.END ? "PIL-012" : met ? ALLOWED : "PIL-013";
                            };
                    assertThat(outcomes.undone(() -> {
                                as(state, met);
                                return pilots.act(holder.user(), plan, version(), act, "Det gick");
                            }))
                            .as(holder + " " + act + " in " + state + ", met " + met)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Pilot.State.class)
    @Proves("R227")
    void aPreconditionIsConfirmedByTheHeadsOfTheParties(Pilot.State state) {
        for (Holder holder : holders()) {
            assertThat(outcomes.undone(() -> {
                        as(state, false);
                        pilots.confirm(holder.user(), plan, 1, precondition(), true, "Avtalat");
                        return true;
                    }))
                    .as(holder + " confirms in " + state)
                    .isEqualTo(holder.steers() ? state == Pilot.State.ENDED ? "PIL-011" : ALLOWED : "ACC-001");
            assertThat(outcomes.undone(() -> {
                        as(state, false);
                        pilots.addPrecondition(holder.user(), plan, "Lokaler finns");
                        return true;
                    }))
                    .as(holder + " adds in " + state)
                    .isEqualTo(led(holder, state));
        }
    }

    /** Nothing of a pilot is changed by anyone but those who lead it, and nothing once it has ended. */
    @ParameterizedTest
    @EnumSource(Pilot.State.class)
    void itsStepsTrialsNotesAndAgreementsAreItsLeadersToWrite(Pilot.State state) {
        for (Holder holder : holders()) {
            CurrentUser user = holder.user();
            Step step = pilots.course(found()).steps().getFirst();
            assertThat(outcomes.undone(() -> {
                        as(state, true);
                        return pilots.saveStep(user, step, step.version());
                    }))
                    .as(holder + " moves a step in " + state)
                    .isEqualTo(led(holder, state));
            assertThat(outcomes.undone(() -> {
                        as(state, true);
                        return trials.add(user, trial(Trial.State.IDEA));
                    }))
                    .as(holder + " writes a trial in " + state)
                    .isEqualTo(led(holder, state));
            assertThat(outcomes.undone(() -> {
                        as(state, true);
                        return notes.save(user, note());
                    }))
                    .as(holder + " writes a note in " + state)
                    .isEqualTo(led(holder, state));
            assertThat(outcomes.undone(() -> {
                        as(state, true);
                        return agreements.save(user, agreement(0));
                    }))
                    .as(holder + " writes an agreement in " + state)
                    .isEqualTo(led(holder, state));
        }
    }

    @ParameterizedTest
    @EnumSource(Trial.State.class)
    @Proves("R228")
    void aTrialTakesItsStepsByThoseWhoLeadThePilot(Trial.State state) {
        for (Holder holder : holders()) {
            for (TrialAct act : TrialAct.values()) {
                String byTheRule = outcomes.of(() -> {
                    act.check(state);
                    return true;
                });
                assertThat(outcomes.undone(() -> {
                            Trial trial = trial(state);
                            tried.save(trial);
                            Trials.Said said = new Trials.Said("Vi såg", "Vi lärde oss", null, null);
                            return trials.act(holder.user(), plan, trial.id(), 0, act, said);
                        }))
                        .as(holder + " " + act + " in " + state)
                        .isEqualTo(holder.leads() ? byTheRule : "ACC-001");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Agreement.State.class)
    @Proves("R240")
    void anAgreementIsSignedByTheHeadsOfEachPartyForTheirOwn(Agreement.State state) {
        for (Holder holder : holders()) {
            for (Agreement.Act act : Agreement.Act.values()) {
                boolean may = act == Agreement.Act.SIGN
                        ? DOROTEA.equals(holder.place()) && HEADS.contains(holder.role())
                        : holder.leads();
                String byTheRule = outcomes.of(() -> {
                    in(state).check(act, DOROTEA);
                    return true;
                });
                assertThat(outcomes.undone(() -> {
                            Agreement agreement = in(state);
                            agreed.save(agreement);
                            return switch (act) {
                                case CHANGE -> agreements.save(holder.user(), changed(agreement));
                                case SIGN -> agreements.sign(holder.user(), plan, agreement.id(), 1, DOROTEA);
                                case END -> agreements.end(holder.user(), plan, agreement.id(), 1);
                            };
                        }))
                        .as(holder + " " + act + " in " + state)
                        .isEqualTo(may ? byTheRule : "ACC-001");
            }
        }
    }

    @Test
    @Proves("R240")
    void newWordsAreSignedAnew() {
        CurrentUser lead = new Holder(Role.LOCAL_LEAD, DOROTEA).user();
        outcomes.undone(() -> {
            Agreement signed = in(Agreement.State.SIGNED);
            agreed.save(signed);
            Agreement same = agreements.save(lead, agreement(signed.id(), 1, signed.text()));
            assertThat(same.state()).isEqualTo(Agreement.State.SIGNED);
            Agreement after = agreements.save(lead, agreement(signed.id(), same.version(), "Andra ord"));
            assertThat(after.state()).isEqualTo(Agreement.State.DRAFT);
            assertThat(after.signatures()).isEmpty();
            return after;
        });
    }

    /** Before its plan is public, nobody but its parties is told that there is a pilot. */
    @Test
    void isNobodyElsesToSeeBeforeItIsAdopted() {
        outcomes.undone(() -> {
            rows.sql("update plans.plan set state = 'DRAFT' where id = :id")
                    .param("id", plan)
                    .update();
            for (Holder holder : holders()) {
                String seen = outcomes.of(() -> pilots.act(holder.user(), plan, version(), PilotAct.START, ""));
                if (!holder.isParty()) {
                    assertThat(seen).as(holder.toString()).isEqualTo(NONE);
                }
            }
            return true;
        });
    }

    private String led(Holder holder, Pilot.State state) {
        return holder.leads() ? state == Pilot.State.ENDED ? "PIL-011" : ALLOWED : "ACC-001";
    }

    private void as(Pilot.State state, boolean met) {
        Pilot now = pilots.of(found());
        store.save(
                switch (state) {
                    case PLANNED -> now;
                    case RUNNING -> now.startedOn(DAY);
                    case ENDED -> now.startedOn(DAY).endedOn(DAY, "Slut");
                });
        if (met) {
            store.listPreconditions(plan)
                    .forEach(precondition -> store.save(new Precondition(
                            plan,
                            precondition.number(),
                            precondition.text(),
                            new Precondition.Met(DAY, "Kim", "Avtalat"),
                            0)));
        }
    }

    private Plan found() {
        return plans.read(plan, null).orElseThrow();
    }

    private long version() {
        return pilots.of(plans.read(plan, new Holder(Role.LOCAL_LEAD, DOROTEA).user())
                        .orElseThrow())
                .version();
    }

    private long precondition() {
        return store.listPreconditions(plan).getFirst().version();
    }

    private Trial trial(Trial.State state) {
        boolean tested = state == Trial.State.CLOSED || state == Trial.State.DECIDED;
        return new Trial(
                UUID.randomUUID(),
                plan,
                new Trial.Words("Vi tror", "Vi provar", ""),
                null,
                null,
                null,
                DAY,
                null,
                state,
                tested ? DAY : null,
                tested ? "Vi såg" : "",
                tested ? "Vi lärde oss" : "",
                state == Trial.State.DECIDED ? new Trial.Verdict(Trial.Course.STOP, "Nej", DAY, null, null) : null,
                null,
                "Kim",
                0);
    }

    private Note note() {
        return new Note(
                UUID.randomUUID(),
                plan,
                Note.Kind.INQUIRY,
                "Dokumentation",
                null,
                null,
                null,
                null,
                Map.of(Note.Field.PURPOSE, "Hur?"),
                null,
                0);
    }

    private Agreement agreement(long version) {
        return agreement(UUID.randomUUID(), version, "Orden");
    }

    private Agreement agreement(UUID id, long version, String words) {
        return new Agreement(id, plan, "Överenskommelse", words, List.of(DOROTEA, REGION), List.of(), null, version);
    }

    private static Agreement changed(Agreement agreement) {
        return new Agreement(
                agreement.id(),
                agreement.plan(),
                agreement.title(),
                "Andra ord",
                agreement.parties(),
                List.of(),
                null,
                1);
    }

    private Agreement in(Agreement.State state) {
        List<Agreement.Signature> signatures = state == Agreement.State.DRAFT
                ? List.of()
                : Stream.of(DOROTEA, REGION)
                        .map(party -> new Agreement.Signature(party, DAY, "Kim"))
                        .toList();
        return new Agreement(
                UUID.randomUUID(),
                plan,
                "Överenskommelse",
                "Orden",
                List.of(DOROTEA, REGION),
                signatures,
                state == Agreement.State.ENDED ? DAY : null,
                1);
    }
}
