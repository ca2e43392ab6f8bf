package se.fardplan.plans;

import java.time.LocalDate;
import se.fardplan.Refusal;

/** What can be done to a whole plan (planhandling), and what becomes of it. */
public enum PlanAct {
    /** A party says yes. */
    AGREE,
    /** A party takes back its word. */
    WITHDRAW,
    /** Its text is shown to the county's support. */
    SHARE,
    /** It is handed in to the county, on a day that is remembered. */
    SUBMIT,
    /** The plan is put in force. */
    ADOPT,
    /** It is gone through again, and each party asked anew; then it is adopted anew or ended. */
    REVIEW,
    /** A municipality leaves a plan that others go on with. */
    LEAVE,
    /** It is over. */
    END;

    /**
     * The plan after this act.
     *
     * @param party the principal it is done for, one of the plan's
     * @throws Refusal {@code PLA-010} to {@code PLA-014} and {@code PLA-016} to {@code PLA-018}, each naming what must come first
     */
    Plan on(Plan plan, String party, LocalDate day) {
        return switch (this) {
            case AGREE -> agree(plan, party, day);
            case WITHDRAW -> withdraw(plan, party, day);
            case SHARE -> {
                check(!plan.state().isPublic() && plan.shared() == null, "PLA-016");
                yield plan.sharedOn(day);
            }
            case SUBMIT -> {
                boolean whole = plan.state() != PlanState.DRAFT && plan.state() != PlanState.ENDED;
                check(whole && !day.equals(plan.submitted()), "PLA-017");
                yield plan.submittedOn(day);
            }
            case ADOPT -> {
                boolean again = plan.state() == PlanState.UNDER_REVIEW && plan.allAgree();
                check(plan.state() == PlanState.AGREED || again, "PLA-012");
                yield plan.in(PlanState.ADOPTED);
            }
            case REVIEW -> {
                check(plan.state() == PlanState.ADOPTED, "PLA-013");
                yield plan.askedAnew().in(PlanState.UNDER_REVIEW);
            }
            case LEAVE -> leave(plan, party, day);
            case END -> {
                check(plan.state().isInForce(), "PLA-014");
                yield plan.in(PlanState.ENDED);
            }
        };
    }

    /** True for an act that a party does for itself alone. */
    boolean isOneParty() {
        return this == AGREE || this == WITHDRAW || this == LEAVE;
    }

    private static Plan agree(Plan plan, String party, LocalDate day) {
        Plan.Party now = party(plan, party);
        check(plan.state() != PlanState.ENDED && now.agreed() == null, "PLA-010");
        Plan after = plan.with(now.agreeing(day));
        return plan.state() == PlanState.DRAFT && after.allAgree() ? after.in(PlanState.AGREED) : after;
    }

    /** A plan in force stays in force for the others, and shows who has left. */
    private static Plan withdraw(Plan plan, String party, LocalDate day) {
        Plan.Party now = party(plan, party);
        check(plan.state() != PlanState.ENDED && now.agreed() != null, "PLA-011");
        Plan after = plan.with(now.withdrawing(day));
        return plan.state() == PlanState.AGREED ? after.in(PlanState.DRAFT) : after;
    }

    /** The region's primary care is part of every local plan, and a plan for no municipality is ended instead. */
    private static Plan leave(Plan plan, String party, LocalDate day) {
        Plan.Party now = party(plan, party);
        boolean last = plan.bound().getLast().equals(now);
        check(
                plan.shape() == Shape.LOCAL
                        && plan.state().isInForce()
                        && !last
                        && plan.bound().size() > 2,
                "PLA-018");
        return plan.with(now.leaving(day));
    }

    private static Plan.Party party(Plan plan, String party) {
        return plan.findParty(party).filter(now -> now.left() == null).orElseThrow(() -> new Refusal("PLA-003"));
    }

    private static void check(boolean fits, String refusal) {
        if (!fits) {
            throw new Refusal(refusal);
        }
    }
}
