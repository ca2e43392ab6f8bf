package se.fardplan.access;

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
    private final Access access;

    /** Whose account it is (kontots ägare). @param isOpened false until the first password is chosen */
    public record Owner(UUID id, String email, String name, boolean isOpened) {}

    OwnAccount(AccountStore store, DeviceStore devices, Passwords passwords, Access access) {
        this.store = store;
        this.devices = devices;
        this.passwords = passwords;
        this.access = access;
    }

    /** The owner of an account that is not closed. */
    public Optional<Owner> find(UUID id) {
        return store.find(id).filter(account -> !account.disabled()).map(OwnAccount::owner);
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
     * <p>Refusals: {@code ACC-061} the account is closed, {@code ACC-010} to {@code ACC-013} the password.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void choosePassword(UUID id, String password) {
        AccountStore.Account account = open(id);
        passwords.check(password, account.email(), account.name());
        store.setPassword(id, passwords.hash(password));
        devices.forget(id);
        access.record(user(account), "account.password-set", "account/" + id, "");
    }

    /** Sets a new password; {@code ACC-060} when the old one is wrong. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changePassword(CurrentUser user, String old, String password) {
        if (!passwords.matches(old, open(user.id()).password())) {
            throw new Refusal("ACC-060");
        }
        choosePassword(user.id(), password);
    }

    /** True when {@code email} is an address that no account has. */
    public boolean isFree(String email) {
        return store.findByEmail(PersonRegister.address(email)).isEmpty();
    }

    /** Moves the account to an address that its owner has proven to read; {@code ACC-004} when it is in use. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void readdress(UUID id, String email) {
        AccountStore.Account account = open(id);
        String address = PersonRegister.address(email);
        if (!store.readdress(id, address)) {
            throw new Refusal("ACC-004", address);
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
