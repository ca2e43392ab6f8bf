package se.fardplan.assignments;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;
import se.fardplan.assignments.Delivery.Verdict;

/** What can be done to a delivery (leveranshandling), by whom and when. */
enum DeliveryAct {
    /** The leader hands over the account. */
    HAND_OVER,
    /** The leader sets or moves its day. */
    SET_DAY,
    /** The receiver takes it as it is. */
    RECEIVE,
    /** The receiver asks for a revision, which wakes the delivery that waits for it. */
    ASK_REVISION;

    /** Whose word counts (sida). */
    enum Side {
        LEADER,
        RECEIVER
    }

    /**
     * How a delivery stands, as far as the acts ask (utgångsläge).
     *
     * @param verdict null until the receiver has said something
     * @param followed true when another delivery waits for this one's receiver
     * @param overtaken true when that other one has been handed over
     */
    record Standing(DeliveryState state, @Nullable Verdict verdict, boolean followed, boolean overtaken) {

        /** What was sent back, with no delivery of its own for the next try. */
        boolean isToBeHandedOverAgain() {
            return verdict == Verdict.REVISION_ASKED && !followed;
        }
    }

    /**
     * Whether {@code who} may do this now.
     *
     * @throws Refusal {@code ACC-001} for outsiders, {@code ASN-010} for the leader alone, {@code ASN-011} for the receiver
     *     alone, {@code ASN-020} it sleeps, {@code ASN-021} it is not needed, {@code ASN-022} it is handed over,
     *     {@code ASN-023} it is not, {@code ASN-024} the receiver has said so already, {@code ASN-025} the next one is
     *     handed over
     */
    void check(Set<Side> who, Standing now) {
        refuse(who.isEmpty(), "ACC-001");
        boolean leads = this == HAND_OVER || this == SET_DAY;
        refuse(leads && !who.contains(Side.LEADER), "ASN-010");
        refuse(!leads && !who.contains(Side.RECEIVER), "ASN-011");
        refuse(now.state() == DeliveryState.SLEEPING, "ASN-020");
        refuse(now.state() == DeliveryState.NOT_NEEDED, "ASN-021");
        switch (this) {
            case HAND_OVER -> refuse(now.state() == DeliveryState.DELIVERED && !now.isToBeHandedOverAgain(), "ASN-022");
            case SET_DAY -> refuse(now.state() == DeliveryState.DELIVERED, "ASN-022");
            case RECEIVE -> checkWord(now, Verdict.RECEIVED);
            case ASK_REVISION -> checkWord(now, Verdict.REVISION_ASKED);
        }
    }

    private static void checkWord(Standing now, Verdict word) {
        refuse(now.state() != DeliveryState.DELIVERED, "ASN-023");
        refuse(now.verdict() == word, "ASN-024");
        refuse(now.overtaken(), "ASN-025");
    }

    private static void refuse(boolean hindered, String code) {
        if (hindered) {
            throw new Refusal(code);
        }
    }
}
