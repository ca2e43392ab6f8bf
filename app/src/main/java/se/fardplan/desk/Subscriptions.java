package se.fardplan.desk;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.HouseTime;
import se.fardplan.access.Access;
import se.fardplan.access.Addressees;
import se.fardplan.access.CurrentUser;

/** Choosing to have the day's letter or not: on by default, off by one click (utskick). */
@Component
class Subscriptions {

    private final SubscriptionStore store;
    private final Addressees addressees;
    private final Access access;
    private final SecureRandom random = new SecureRandom();

    Subscriptions(SubscriptionStore store, Addressees addressees, Access access) {
        this.store = store;
        this.addressees = addressees;
        this.access = access;
    }

    /** What {@code user} has chosen, with the secret of the link that changes it. */
    @Transactional
    public SubscriptionStore.Subscription of(CurrentUser user) {
        byte[] token = new byte[32];
        random.nextBytes(token);
        return store.ensure(user.id(), HexFormat.of().formatHex(token));
    }

    /** The choice that the link with {@code token} is about; empty when there is no such link or the account is closed. */
    Optional<SubscriptionStore.Subscription> find(String token) {
        return store.find(token).filter(found -> owner(found).isPresent());
    }

    @Transactional
    public void choose(CurrentUser user, boolean daily) {
        of(user);
        if (store.choose(user.id(), daily)) {
            access.record(user, "account.digest-chosen", "account/" + user.id(), daily ? "av → på" : "på → av");
        }
    }

    /** The choice of the one who holds the link. */
    @Transactional
    public void choose(SubscriptionStore.Subscription found, boolean daily) {
        owner(found).ifPresent(user -> choose(user, daily));
    }

    private Optional<CurrentUser> owner(SubscriptionStore.Subscription found) {
        return addressees.find(found.account(), LocalDate.now(HouseTime.SWEDEN));
    }
}
