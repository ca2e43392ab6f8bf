package se.fardplan.plans;

import java.time.LocalDate;
import se.fardplan.Refusal;

/** What can be done to a whole plan (planhandling), and what becomes of it. */
public enum PlanAct {
    /** A party says yes. */
    AGREE,
    /** A party takes back its word. */
    WITHDRAW,
    /** The plan is put in force. */
    ADOPT,
    /** It is gone through again, and each party asked anew; then it is adopted anew or ended. */
    REVIEW,
    /** It is over. */
    END;

    /**
     * The plan after this act.
     *
     * @param party the principal it is done for, one of the plan's
     * @throws Refusal {@code PLA-010} to {@code PLA-014}, each naming what must come first
     */
    Plan on(Plan plan, String party, LocalDate day) {
        return switch (this) {
            case AGREE -> agree(plan, party, day);
            case WITHDRAW -> withdraw(plan, party, day);
            case ADOPT -> {
                boolean again = plan.state() == PlanState.UNDER_REVIEW && plan.allAgree();
                check(plan.state() == PlanState.AGREED || again, "PLA-012");
                yield plan.in(PlanState.ADOPTED);
            }
            case REVIEW -> {
                check(plan.state() == PlanState.ADOPTED, "PLA-013");
                yield plan.askedAnew().in(PlanState.UNDER_REVIEW);
            }
            case END -> {
                check(plan.state() == PlanState.ADOPTED || plan.state() == PlanState.UNDER_REVIEW, "PLA-014");
                yield plan.in(PlanState.ENDED);
            }
        };
    }

    private static Plan agree(Plan plan, String party, LocalDate day) {
        Plan.Party now = plan.findParty(party).orElseThrow(() -> new Refusal("PLA-003"));
        check(plan.state() != PlanState.ENDED && now.agreed() == null, "PLA-010");
        Plan after = plan.with(now.agreeing(day));
        return plan.state() == PlanState.DRAFT && after.allAgree() ? after.in(PlanState.AGREED) : after;
    }

    /** A plan in force stays in force for the others, and shows who has left. */
    private static Plan withdraw(Plan plan, String party, LocalDate day) {
        Plan.Party now = plan.findParty(party).orElseThrow(() -> new Refusal("PLA-003"));
        check(plan.state() != PlanState.ENDED && now.agreed() != null, "PLA-011");
        Plan after = plan.with(now.withdrawing(day));
        return plan.state() == PlanState.AGREED ? after.in(PlanState.DRAFT) : after;
    }

    private static void check(boolean fits, String refusal) {
        if (!fits) {
            throw new Refusal(refusal);
        }
    }
}
