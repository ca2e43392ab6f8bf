package se.fardplan.pilots;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Scope;
import se.fardplan.plans.Plan;
import se.fardplan.plans.Plans;
import se.fardplan.plans.Shape;

/**
 * Whose word counts in a pilot (rätt till piloter): its plan's readers read it, its plan's writers lead it, and the heads of its
 * parties confirm what it rests on and sign for their own.
 */
@Component
class PilotRights {

    private final Plans plans;
    private final Access access;

    PilotRights(Plans plans, Access access) {
        this.plans = plans;
        this.access = access;
    }

    /** @throws NotFound when there is no such pilot for this reader */
    Plan readable(UUID plan, @Nullable CurrentUser reader) {
        return plans.read(plan, reader)
                .filter(found -> found.shape() == Shape.PILOT)
                .orElseThrow(() -> new NotFound("pilot " + plan));
    }

    /** @throws NotFound as {@link #readable} @throws Refusal {@code ACC-001} this reader does not lead it */
    Plan led(UUID plan, CurrentUser reader) {
        Plan found = readable(plan, reader);
        demand(mayLead(reader, found));
        return found;
    }

    /** Lays up trials and notes, takes the pilot forward. */
    boolean mayLead(@Nullable CurrentUser user, Plan plan) {
        return user != null && plans.mayWrite(user, plan);
    }

    /** Confirms what the pilot rests on. */
    boolean maySteer(@Nullable CurrentUser user, Plan plan) {
        return user != null && plan.bound().stream().anyMatch(party -> maySign(user, plan, party.principal()));
    }

    boolean maySign(@Nullable CurrentUser user, Plan plan, String party) {
        return user != null && plan.binds(party) && access.may(user, Act.AGREE_PLAN, party);
    }

    /** Reads what is still being tried or prepared. */
    boolean mayReadWork(@Nullable CurrentUser user, Plan plan) {
        return user != null
                && plan.bound().stream().anyMatch(party -> access.may(user, Act.READ_PLAN_DRAFTS, party.principal()));
    }

    /** Who finds by searching what is still being tried. */
    static Scope workers(Plan plan) {
        return holders(plan, Act.READ_PLAN_DRAFTS);
    }

    /** Whose desk a leader's line lies on. */
    static Scope leaders(Plan plan) {
        return holders(plan, Act.WRITE_PLAN);
    }

    /** Whose desk a line for the parties' heads lies on. */
    static Scope heads(Plan plan) {
        return holders(plan, Act.AGREE_PLAN);
    }

    private static Scope holders(Plan plan, Act act) {
        return plan.bound().stream()
                .map(party -> Scope.act(act, party.principal()))
                .reduce(Scope::or)
                .orElseThrow();
    }

    /** @throws Refusal {@code ACC-001} */
    static void demand(boolean allowed) {
        if (!allowed) {
            throw new Refusal("ACC-001");
        }
    }
}
