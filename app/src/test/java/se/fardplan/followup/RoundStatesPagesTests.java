package se.fardplan.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fardplan.Outcomes.ALLOWED;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import se.fardplan.HouseTime;
import se.fardplan.Outcomes;
import se.fardplan.PagesTest;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.followup.Answer.Part;
import se.fardplan.followup.Answer.Progress;
import se.fardplan.followup.Answer.Told;
import se.fardplan.organisation.CountyLoader;

/** Every role, held for a unit, its municipality, others and the whole county × state × act, of rounds and answers. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=round-states")
class RoundStatesPagesTests {

    private static final LocalDate DAY = LocalDate.now(HouseTime.SWEDEN);
    private static final String FORBIDDEN = "ACC-001";

    private static final String ORSA = "2034";
    private static final String UNIT = "orsa-hemtjanst";

    /** Where a role is held. */
    private enum Place {
        COUNTY,
        ORSA,
        ORSAS_UNIT,
        ORSAS_OTHER_UNIT,
        MORA;

        CurrentUser.Grant grant(Role role) {
            return switch (this) {
                case COUNTY -> new CurrentUser.Grant(role, null);
                case ORSA -> new CurrentUser.Grant(role, RoundStatesPagesTests.ORSA);
                case ORSAS_UNIT -> new CurrentUser.Grant(role, RoundStatesPagesTests.ORSA, UNIT);
                case ORSAS_OTHER_UNIT -> new CurrentUser.Grant(role, RoundStatesPagesTests.ORSA, "orsa-annat");
                case MORA -> new CurrentUser.Grant(role, "2062");
            };
        }
    }

    private record Holder(Role role, Place place) {

        CurrentUser user() {
            return new CurrentUser(UUID.randomUUID(), role.name(), "a@example.org", List.of(place.grant(role)));
        }
    }

    private static final Set<Holder> COUNTYS_SUPPORT =
            Set.of(new Holder(Role.REGIONAL_LEAD, Place.COUNTY), new Holder(Role.DEVELOPMENT_LEAD, Place.COUNTY));
    private static final Set<Holder> ORSAS =
            Set.of(new Holder(Role.LOCAL_LEAD, Place.ORSA), new Holder(Role.UNIT_MANAGER, Place.ORSA));

    /** Who leads a round, and shows good results. */
    private static final Set<Holder> LEADS = Set.of(new Holder(Role.REGIONAL_LEAD, Place.COUNTY));

    /** What a round asks about, and who answers. */
    private enum About {
        ORSAS_ACTIVITY(ORSAS),
        ITS_UNITS_ACTIVITY(and(
                ORSAS, new Holder(Role.UNIT_MANAGER, Place.ORSAS_UNIT), new Holder(Role.LOCAL_LEAD, Place.ORSAS_UNIT))),
        ORSAS_ACTIVITY_IN_THE_COUNTYS_PLAN(and(ORSAS, COUNTYS_SUPPORT.toArray(Holder[]::new))),
        THE_COUNTYS_PLAN(COUNTYS_SUPPORT);

        private final Set<Holder> answer;

        About(Set<Holder> answer) {
            this.answer = answer;
        }

        Asked asked() {
            boolean countys = this == THE_COUNTYS_PLAN || this == ORSAS_ACTIVITY_IN_THE_COUNTYS_PLAN;
            return new Asked(
                    UUID.randomUUID(),
                    this == THE_COUNTYS_PLAN ? Asked.Kind.PLAN : Asked.Kind.ACTIVITY,
                    "Trygg hemgång",
                    "/planera",
                    "Planen",
                    this == THE_COUNTYS_PLAN ? List.of() : List.of(ORSA),
                    this == ITS_UNITS_ACTIVITY ? UNIT : null,
                    countys,
                    List.of("nara-for-mig"));
        }
    }

    @Autowired
    FollowUps followUps;

    @Autowired
    RoundStore rounds;

    @Autowired
    AnswerStore answers;

    @Autowired
    CountyLoader counties;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MockMvcTester pages;

    @Autowired
    Texts texts;

    private Outcomes outcomes;

    @BeforeEach
    void load() {
        outcomes = new Outcomes(transactions, texts);
        counties.ensureLoaded("dalarna", true);
        assertThat(pages.get().uri("/att-gora").with(Someone.as(Role.LOCAL_LEAD, ORSA)))
                .as("someone to remind")
                .hasStatusOk();
    }

    @ParameterizedTest
    @EnumSource(Round.State.class)
    void aRoundTakesItsStepsByTheCountysProcessLeadAlone(Round.State state) {
        Map<RoundAct, String> byTheRule = Map.of(
                RoundAct.OPEN, state == Round.State.PLANNED ? ALLOWED : "FOL-001",
                RoundAct.CLOSE, state == Round.State.OPEN ? ALLOWED : "FOL-002",
                RoundAct.REOPEN, state == Round.State.CLOSED ? ALLOWED : "FOL-003",
                RoundAct.REMIND, state == Round.State.OPEN ? ALLOWED : "FOL-004");
        Round round = round(state);
        rounds.keep(round.id(), About.ORSAS_ACTIVITY.asked());
        for (Holder holder : holders()) {
            for (RoundAct act : RoundAct.values()) {
                assertThat(outcomes.undone(() -> followUps.act(holder.user(), round.id(), round.version(), act)))
                        .as(holder + " " + act + " in " + state)
                        .isEqualTo(LEADS.contains(holder) ? byTheRule.get(act) : FORBIDDEN);
            }
            RoundDraft draft = new RoundDraft("Ny runda", DAY.getYear(), DAY, DAY.plusDays(9));
            assertThat(outcomes.undone(() -> followUps.add(holder.user(), draft)))
                    .as(holder + " decides on a round")
                    .isEqualTo(LEADS.contains(holder) ? ALLOWED : FORBIDDEN);
        }
    }

    @ParameterizedTest
    @EnumSource(About.class)
    void anAnswerIsWrittenByThoseWhoAreAskedAndShownByTheCountysProcessLead(About about) {
        for (Round.State state : Round.State.values()) {
            for (String kind : List.of("NONE", "DRAFT", "SENT", "SENT_PLAIN", "PUBLISHED")) {
                Round round = round(state);
                Asked asked = about.asked();
                long seen = answered(round, asked, kind);
                for (Holder holder : holders()) {
                    for (AnswerAct act : AnswerAct.values()) {
                        boolean may = (act.isCountys() ? LEADS : about.answer).contains(holder);
                        String byTheRule = RoundActTests.expected(state, kind, act);
                        assertThat(outcomes.undone(() ->
                                        followUps.answer(holder.user(), round.id(), asked.id(), seen, act, told(true))))
                                .as("%s %s about %s, %s in a round %s", holder, act, about, kind, state)
                                .isEqualTo(may ? byTheRule.startsWith("FOL-") ? byTheRule : ALLOWED : FORBIDDEN);
                    }
                }
            }
        }
    }

    private static List<Holder> holders() {
        return Arrays.stream(Role.values())
                .flatMap(role -> Arrays.stream(Place.values()).map(place -> new Holder(role, place)))
                .toList();
    }

    private static Set<Holder> and(Set<Holder> some, Holder... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    private Round round(Round.State state) {
        UUID id = UUID.randomUUID();
        rounds.save(new Round(id, 2021, "Runda " + id, DAY.minusDays(9), DAY.plusDays(20), state, null, 0, 0));
        return rounds.find(id).orElseThrow();
    }

    /** The version of the answer that stands; 0 when none does. */
    private long answered(Round round, Asked asked, String kind) {
        rounds.keep(round.id(), asked);
        if (kind.equals("NONE")) {
            return 0;
        }
        boolean draft = kind.equals("DRAFT");
        answers.save(new Answer(
                round.id(),
                asked.id(),
                draft ? Answer.State.DRAFT : Answer.State.SENT,
                told(!kind.equals("SENT_PLAIN")),
                day(kind.equals("PUBLISHED")),
                day(!draft),
                "Någon",
                0));
        return answers.find(round.id(), asked.id()).orElseThrow().version();
    }

    private static @Nullable LocalDate day(boolean some) {
        return some ? DAY.minusDays(1) : null;
    }

    private static Told told(boolean offered) {
        return new Told(Map.of(Part.DONE, "Ett samtal"), Map.of("nara-for-mig", Progress.PARTLY), true, true, offered);
    }
}
