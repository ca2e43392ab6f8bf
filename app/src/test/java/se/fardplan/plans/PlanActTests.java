package se.fardplan.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fardplan.Refusal;
import se.fardplan.plans.Plan.Party;

/** Every state × act, for a party that has not agreed, one that has, and one that took back its word. */
class PlanActTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Party OPEN = new Party("2034", null, null, null);
    private static final Party AGREED = new Party("2034", DAY.minusDays(9), null, null);
    private static final Party WITHDREW = new Party("2034", null, DAY.minusDays(2), null);
    private static final Party REGION = new Party("0020", DAY.minusDays(5), null, null);

    /** What becomes of it, or why not; the region has agreed, so Orsa's word decides. */
    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "DRAFT, OPEN, AGREE, AGREED",
        "DRAFT, OPEN, WITHDRAW, PLA-011",
        "DRAFT, OPEN, ADOPT, PLA-012",
        "DRAFT, OPEN, REVIEW, PLA-013",
        "DRAFT, OPEN, END, PLA-014",
        "DRAFT, WITHDREW, AGREE, AGREED",
        "DRAFT, WITHDREW, WITHDRAW, PLA-011",
        "DRAFT, WITHDREW, ADOPT, PLA-012",
        "DRAFT, WITHDREW, REVIEW, PLA-013",
        "DRAFT, WITHDREW, END, PLA-014",
        "DRAFT, AGREED, AGREE, PLA-010",
        "DRAFT, AGREED, WITHDRAW, DRAFT",
        "DRAFT, AGREED, ADOPT, PLA-012",
        "DRAFT, AGREED, REVIEW, PLA-013",
        "DRAFT, AGREED, END, PLA-014",
        "AGREED, AGREED, AGREE, PLA-010",
        "AGREED, AGREED, WITHDRAW, DRAFT",
        "AGREED, AGREED, ADOPT, ADOPTED",
        "AGREED, AGREED, REVIEW, PLA-013",
        "AGREED, AGREED, END, PLA-014",
        "ADOPTED, AGREED, AGREE, PLA-010",
        "ADOPTED, AGREED, WITHDRAW, ADOPTED",
        "ADOPTED, AGREED, ADOPT, PLA-012",
        "ADOPTED, AGREED, REVIEW, UNDER_REVIEW",
        "ADOPTED, AGREED, END, ENDED",
        "ADOPTED, WITHDREW, AGREE, ADOPTED",
        "ADOPTED, WITHDREW, WITHDRAW, PLA-011",
        "ADOPTED, WITHDREW, ADOPT, PLA-012",
        "ADOPTED, WITHDREW, REVIEW, UNDER_REVIEW",
        "ADOPTED, WITHDREW, END, ENDED",
        "UNDER_REVIEW, AGREED, AGREE, PLA-010",
        "UNDER_REVIEW, AGREED, WITHDRAW, UNDER_REVIEW",
        "UNDER_REVIEW, AGREED, ADOPT, ADOPTED",
        "UNDER_REVIEW, AGREED, REVIEW, PLA-013",
        "UNDER_REVIEW, AGREED, END, ENDED",
        "UNDER_REVIEW, OPEN, AGREE, UNDER_REVIEW",
        "UNDER_REVIEW, OPEN, WITHDRAW, PLA-011",
        "UNDER_REVIEW, OPEN, ADOPT, PLA-012",
        "UNDER_REVIEW, OPEN, REVIEW, PLA-013",
        "UNDER_REVIEW, OPEN, END, ENDED",
        "ENDED, AGREED, AGREE, PLA-010",
        "ENDED, AGREED, WITHDRAW, PLA-011",
        "ENDED, AGREED, ADOPT, PLA-012",
        "ENDED, AGREED, REVIEW, PLA-013",
        "ENDED, AGREED, END, PLA-014",
        "ENDED, OPEN, AGREE, PLA-010",
        "DRAFT, OPEN, SHARE, DRAFT",
        "AGREED, AGREED, SHARE, AGREED",
        "ADOPTED, AGREED, SHARE, PLA-016",
        "UNDER_REVIEW, OPEN, SHARE, PLA-016",
        "ENDED, AGREED, SHARE, PLA-016",
        "DRAFT, OPEN, SUBMIT, PLA-017",
        "AGREED, AGREED, SUBMIT, AGREED",
        "ADOPTED, AGREED, SUBMIT, ADOPTED",
        "UNDER_REVIEW, OPEN, SUBMIT, UNDER_REVIEW",
        "ENDED, AGREED, SUBMIT, PLA-017",
        "DRAFT, OPEN, LEAVE, PLA-018",
        "AGREED, AGREED, LEAVE, PLA-018",
        "ADOPTED, AGREED, LEAVE, PLA-018",
        "UNDER_REVIEW, OPEN, LEAVE, PLA-018",
        "ENDED, AGREED, LEAVE, PLA-018",
    })
    void followsTheRules(PlanState state, String word, PlanAct act, String expected) {
        Party party = switch (word) {
            case "OPEN" -> OPEN;
            case "AGREED" -> AGREED;
            default -> WITHDREW;
        };
        Plan plan = plan(state, party, REGION);
        if (expected.startsWith("PLA-")) {
            assertThatThrownBy(() -> act.on(plan, "2034", DAY))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(expected));
        } else {
            assertThat(act.on(plan, "2034", DAY).state()).isEqualTo(PlanState.valueOf(expected));
        }
    }

    @Test
    void keepsTheDayOfEachWord() {
        Plan agreed = PlanAct.AGREE.on(plan(PlanState.DRAFT, OPEN, REGION), "2034", DAY);
        assertThat(agreed.parties()).containsExactly(new Party("2034", DAY, null, null), REGION);
        Plan withdrawn = PlanAct.WITHDRAW.on(agreed, "2034", DAY.plusDays(1));
        assertThat(withdrawn.parties()).containsExactly(new Party("2034", null, DAY.plusDays(1), null), REGION);
    }

    @Test
    void staysADraftUntilTheLastPartyHasAgreed() {
        Plan plan = plan(PlanState.DRAFT, OPEN, Party.asked("2062"), REGION);
        Plan once = PlanAct.AGREE.on(plan, "2034", DAY);
        assertThat(once.state()).isEqualTo(PlanState.DRAFT);
        assertThat(PlanAct.AGREE.on(once, "2062", DAY).state()).isEqualTo(PlanState.AGREED);
    }

    @Test
    void asksEveryPartyAnewWhenItIsGoneThrough() {
        Plan plan = PlanAct.REVIEW.on(plan(PlanState.ADOPTED, AGREED, REGION), "2034", DAY);
        assertThat(plan.allAgree()).isFalse();
        Plan both = PlanAct.AGREE.on(PlanAct.AGREE.on(plan, "2034", DAY), "0020", DAY);
        assertThat(PlanAct.ADOPT.on(both, "2034", DAY).state()).isEqualTo(PlanState.ADOPTED);
    }

    /** Two municipalities and the region: either municipality may leave what is in force, and is then asked no more. */
    @ParameterizedTest
    @CsvSource({"DRAFT, PLA-018", "AGREED, PLA-018", "ADOPTED, ADOPTED", "UNDER_REVIEW, UNDER_REVIEW", "ENDED, PLA-018"
    })
    void letsAMunicipalityLeaveAJointPlan(PlanState state, String expected) {
        Plan plan = plan(state, AGREED, new Party("2062", null, DAY, null), REGION);
        if (expected.startsWith("PLA-")) {
            refuses(() -> PlanAct.LEAVE.on(plan, "2062", DAY), expected);
            return;
        }
        Plan after = PlanAct.LEAVE.on(plan, "2062", DAY);
        assertThat(after.state()).isEqualTo(PlanState.valueOf(expected));
        assertThat(after.parties()).containsExactly(AGREED, new Party("2062", null, null, DAY), REGION);
        assertThat(after.binds("2062")).isFalse();
        assertThat(after.allAgree()).isTrue();
        refuses(() -> PlanAct.AGREE.on(after, "2062", DAY), "PLA-003");
        refuses(() -> PlanAct.LEAVE.on(after, "2034", DAY), "PLA-018");
        refuses(() -> PlanAct.LEAVE.on(plan, "0020", DAY), "PLA-018");
    }

    @Test
    void isShownOnceAndHandedInOnceADay() {
        Plan shown = PlanAct.SHARE.on(plan(PlanState.DRAFT, OPEN, REGION), "2034", DAY);
        assertThat(shown.shared()).isEqualTo(DAY);
        refuses(() -> PlanAct.SHARE.on(shown, "2034", DAY.plusDays(1)), "PLA-016");
        Plan handedIn = PlanAct.SUBMIT.on(plan(PlanState.ADOPTED, AGREED, REGION), "2034", DAY);
        assertThat(handedIn.submitted()).isEqualTo(DAY);
        refuses(() -> PlanAct.SUBMIT.on(handedIn, "2034", DAY), "PLA-017");
        assertThat(PlanAct.SUBMIT.on(handedIn, "2034", DAY.plusDays(1)).submitted())
                .isEqualTo(DAY.plusDays(1));
    }

    private static void refuses(ThrowingCallable act, String code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void asksOnlyItsParties() {
        assertThatThrownBy(() -> PlanAct.AGREE.on(plan(PlanState.DRAFT, OPEN, REGION), "2080", DAY))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("PLA-003"));
    }

    private static Plan plan(PlanState state, Party... parties) {
        return new Plan(
                new UUID(1, 1),
                Shape.LOCAL,
                "Orsas plan",
                "",
                DAY,
                DAY.plusYears(1),
                state,
                List.of(parties),
                List.of(),
                null,
                null,
                1);
    }
}
