package se.fardplan.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;

/** What people do with their own accounts (eget konto); each change ends every session and is written in the log. */
@Service
public class OwnAccount {

    private final AccountStore store;
    private final DeviceStore devices;
    private final Passwords passwords;
    private final PasskeyStore passkeys;
    private final AddressLimit tries;
    private final Access access;
    private final Clock clock;

    /** Whose account it is (kontots ägare). @param isOpened false until the first password is chosen */
    public record Owner(UUID id, String email, String name, boolean isOpened) {}

    OwnAccount(
            AccountStore store,
            DeviceStore devices,
            Passwords passwords,
            PasskeyStore passkeys,
            AddressLimit tries,
            Access access,
            Clock clock) {
        this.store = store;
        this.devices = devices;
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.tries = tries;
        this.access = access;
        this.clock = clock;
    }

    /** The owner of an account that is not closed. */
    public Optional<Owner> find(UUID id) {
        return store.find(id).filter(account -> !account.disabled()).map(OwnAccount::owner);
    }

    /** The owners of those of the accounts that are not closed. */
    public List<Owner> list(Collection<UUID> ids) {
        return store.list(ids).stream()
                .filter(account -> !account.disabled())
                .map(OwnAccount::owner)
                .toList();
    }

    /** The owner of the account with {@code email}, if it is not closed. */
    public Optional<Owner> findByEmail(String email) {
        return store.findByEmail(email.strip())
                .filter(account -> !account.disabled())
                .map(OwnAccount::owner);
    }

    /**
     * Sets the password of someone who has proven to own the address.
     *
     * <p>Refusals: {@code ACC-061} the account is closed, {@code ACC-010} to {@code ACC-013} the password,
     * {@code ACC-072} it is the one that was given.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void choosePassword(UUID id, String password) {
        AccountStore.Account account = open(id);
        passwords.check(password, account.email(), account.name());
        if (account.passwordGiven() && passwords.matches(password, account.password())) {
            throw new Refusal("ACC-072");
        }
        store.setPassword(id, passwords.hash(password));
        devices.forget(id);
        access.record(user(account), "account.password-set", "account/" + id, "");
    }

    /** Sets a new password; {@code ACC-060} when the old one is wrong, {@code ACC-062} after too many wrong ones. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changePassword(CurrentUser user, String old, String password) {
        demandPassword(open(user.id()), old);
        choosePassword(user.id(), password);
    }

    /**
     * Refuses unless the one at the keyboard is the owner: by the password again, or without one by a login a moment ago.
     *
     * <p>Refusals: {@code ACC-060} wrong password, {@code ACC-062} too many wrong ones, {@code ACC-069} too long since the login.
     */
    public void demandOwner(CurrentUser user, String password, HttpServletRequest request) {
        AccountStore.Account account = open(user.id());
        if (account.password() != null) {
            demandPassword(account, password);
        } else if (!Sessions.isFresh(request, clock.instant())) {
            throw new Refusal("ACC-069");
        }
    }

    private void demandPassword(AccountStore.Account account, String password) {
        String who = "account/" + account.id();
        Duration left = tries.waitOf(who);
        if (left.isPositive()) {
            throw new Refusal("ACC-062", left.plusSeconds(59).toMinutes());
        }
        tries.count(who);
        if (!passwords.matches(password, account.password())) {
            throw new Refusal("ACC-060");
        }
        tries.forgive(who);
    }

    /** True when {@code email} is an address that no account has. */
    public boolean isFree(String email) {
        return store.findByEmail(EmailAddress.of(email)).isEmpty();
    }

    /**
     * Moves the account to an address that its owner has proven to read; {@code ACC-004} when it is in use.
     *
     * <p>Passkeys stay behind: they name the old address.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void readdress(UUID id, String email) {
        AccountStore.Account account = open(id);
        String address = EmailAddress.of(email);
        if (!store.readdress(id, address)) {
            throw new Refusal("ACC-004", address);
        }
        // They were made under the old address, which may be someone else's from now on.
        int keys = passkeys.forget(id);
        if (keys > 0) {
            access.record(user(account), "account.key-removed", "account/" + id, Integer.toString(keys));
        }
        access.record(user(account), "account.readdressed", "account/" + id, account.email() + " → " + address);
    }

    private AccountStore.Account open(UUID id) {
        return store.find(id).filter(account -> !account.disabled()).orElseThrow(() -> new Refusal("ACC-061"));
    }

    private static CurrentUser user(AccountStore.Account account) {
        return new CurrentUser(account.id(), account.name(), account.email(), List.of());
    }

    private static Owner owner(AccountStore.Account account) {
        return new Owner(account.id(), account.email(), account.name(), account.password() != null);
    }
}
