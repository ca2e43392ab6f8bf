package se.fardplan.assignments;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Scope;
import se.fardplan.governance.Body;
import se.fardplan.governance.Governance;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;

/**
 * Whose word counts in an assignment (rätt till uppdrag): its leader's, its steering group's and owner's, and the receiver's
 * of each account. A political body's word is given by those elected, the others' by the county's heads.
 */
@Component
class AssignmentRights {

    private final Access access;
    private final Governance governance;
    private final Organisation organisation;

    AssignmentRights(Access access, Governance governance, Organisation organisation) {
        this.access = access;
        this.governance = governance;
        this.organisation = organisation;
    }

    boolean mayLead(@Nullable CurrentUser user) {
        return user != null && access.may(user, Act.LEAD_ASSIGNMENT, null);
    }

    /** For the network of heads and its steering group. */
    boolean maySteer(@Nullable CurrentUser user) {
        return user != null && access.maySomewhere(user, Act.STEER_ASSIGNMENT);
    }

    /** For {@code receiver}, a body's code. */
    boolean mayReceive(@Nullable CurrentUser user, String receiver) {
        return user != null && access.maySomewhere(user, receives(receiver));
    }

    /** Reads what is not yet decided. */
    boolean mayReadPrepared(@Nullable CurrentUser user) {
        return mayLead(user) || maySteer(user);
    }

    Set<DeliveryAct.Side> sides(@Nullable CurrentUser user, Delivery delivery) {
        Set<DeliveryAct.Side> sides = EnumSet.noneOf(DeliveryAct.Side.class);
        if (mayLead(user)) {
            sides.add(DeliveryAct.Side.LEADER);
        }
        if (mayReceive(user, delivery.receiver())) {
            sides.add(DeliveryAct.Side.RECEIVER);
        }
        return sides;
    }

    Set<Demand.Side> sides(@Nullable CurrentUser user) {
        Set<Demand.Side> sides = EnumSet.noneOf(Demand.Side.class);
        if (mayLead(user)) {
            sides.add(Demand.Side.LEADER);
        }
        if (maySteer(user)) {
            sides.add(Demand.Side.STEERING_GROUP);
        }
        return sides;
    }

    /** Whose desk a leader's line lies on. */
    Scope leaders() {
        return Scope.act(Act.LEAD_ASSIGNMENT, null);
    }

    /** Whose desk the owner's line lies on. */
    Scope owners() {
        return holders(Act.STEER_ASSIGNMENT);
    }

    /** Whose desk the line of {@code receiver} lies on. */
    Scope receivers(String receiver) {
        return holders(receives(receiver));
    }

    private Scope holders(Act act) {
        return organisation.listPrincipals(java.time.LocalDate.now(se.fardplan.HouseTime.SWEDEN)).stream()
                .map(Principal::code)
                .map(code -> Scope.act(act, code))
                .reduce(Scope.act(act, null), Scope::or);
    }

    private Act receives(String receiver) {
        return governance
                .body(receiver)
                .filter(body -> body.kind() == Body.Kind.POLITICAL)
                .map(body -> Act.RECEIVE_FINAL_ACCOUNT)
                .orElse(Act.STEER_ASSIGNMENT);
    }
}
