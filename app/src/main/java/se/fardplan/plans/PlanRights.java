package se.fardplan.plans;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Refusal;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Scope;

/** Who may read and change which plan (rätt till planer): a party its own, the county's lead the county's, nobody another's. */
@Component
class PlanRights {

    private final Access access;

    PlanRights(Access access) {
        this.access = access;
    }

    /** The plan's words and activities. */
    boolean mayRead(@Nullable CurrentUser user, Plan plan) {
        return plan.state().isPublic()
                || user != null && isShown(plan) && access.may(user, Act.WRITE_COUNTY_PLAN, null)
                || user != null
                        && (plan.shape().isCountys() && access.may(user, Act.READ_DRAFTS, null)
                                || plan.bound().stream()
                                        .anyMatch(party -> access.may(user, Act.READ_PLAN_DRAFTS, party.principal())));
    }

    /** That the plan is there, for whom, and how far it has come. */
    boolean mayKnowOf(@Nullable CurrentUser user, Plan plan) {
        return mayRead(user, plan) || user != null && access.may(user, Act.WRITE_COUNTY_PLAN, null);
    }

    boolean mayWrite(CurrentUser user, Plan plan) {
        return plan.shape().isCountys()
                ? access.may(user, Act.WRITE_COUNTY_PLAN, null)
                : plan.bound().stream().anyMatch(party -> access.may(user, Act.WRITE_PLAN, party.principal()));
    }

    /** An activity is its owner's, in a joint plan too; the county's plan is the county's lead's. */
    boolean mayWrite(CurrentUser user, Plan plan, Activity activity) {
        return mayWrite(user, plan, activity.owner());
    }

    /** Activities of {@code owner} in the plan. */
    boolean mayWrite(CurrentUser user, Plan plan, String owner) {
        return plan.shape().isCountys()
                ? access.may(user, Act.WRITE_COUNTY_PLAN, null)
                : access.may(user, Act.WRITE_PLAN, owner);
    }

    /** @param party the principal for which it is done */
    boolean may(CurrentUser user, PlanAct act, Plan plan, String party) {
        return switch (act) {
            case AGREE, WITHDRAW, LEAVE -> plan.binds(party) && access.may(user, Act.AGREE_PLAN, party);
            case SHARE, SUBMIT, ADOPT, REVIEW, END ->
                plan.shape().isCountys()
                        ? access.may(user, Act.WRITE_COUNTY_PLAN, null)
                        : plan.binds(party) && access.may(user, Act.WRITE_PLAN, party);
        };
    }

    /** @throws Refusal {@code ACC-001} */
    static void demand(boolean allowed) {
        if (!allowed) {
            throw new Refusal("ACC-001");
        }
    }

    /** Who finds the plan by searching: those who may read it. */
    static Scope scope(Plan plan) {
        if (plan.state().isPublic()) {
            return Scope.anyone();
        }
        Scope own = plan.bound().stream()
                .map(party -> Scope.act(Act.READ_PLAN_DRAFTS, party.principal()))
                .reduce(Scope::or)
                .orElseThrow();
        if (plan.shape().isCountys()) {
            return own.or(Scope.act(Act.READ_DRAFTS, null));
        }
        return isShown(plan) ? own.or(Scope.act(Act.WRITE_COUNTY_PLAN, null)) : own;
    }

    /** True once the parties have let the county's support read it. */
    private static boolean isShown(Plan plan) {
        return plan.shared() != null || plan.submitted() != null;
    }
}
