package se.fardplan.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;
import se.fardplan.organisation.Organisation;

/** Who has an account and which roles it holds (konton). */
@Service
public class Accounts {

    private final AccountStore store;
    private final DeviceStore devices;
    private final Passwords passwords;
    private final Access access;
    private final Organisation organisation;
    private final Clock clock;

    /**
     * An account in a list (kontorad).
     *
     * @param roles as written on the command line, such as {@code local-lead:2080, head}
     * @param lastLoginAt null until the first login
     */
    public record Line(
            String email,
            String name,
            OffsetDateTime createdAt,
            boolean disabled,
            @Nullable OffsetDateTime lastLoginAt,
            String roles) {}

    Accounts(
            AccountStore store,
            DeviceStore devices,
            Passwords passwords,
            Access access,
            Organisation organisation,
            Clock clock) {
        this.store = store;
        this.devices = devices;
        this.passwords = passwords;
        this.access = access;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * Makes an account that can log in at once.
     *
     * <p>Refusals: {@code ACC-001} may not, {@code ACC-002} no e-mail address, {@code ACC-003} no name, {@code ACC-004}
     * address in use, {@code ACC-010} to {@code ACC-013} the password, {@code ACC-020} to {@code ACC-024} the roles.
     *
     * @param roles each {@code role} for the whole county or {@code role:organisation}, such as {@code local-lead:2080}
     */
    @Transactional
    public void add(CurrentUser by, String email, String name, List<String> roles, String password) {
        access.demand(by, Act.MANAGE_USERS, null);
        String address = EmailAddress.of(email);
        if (name.isBlank()) {
            throw new Refusal("ACC-003");
        }
        List<CurrentUser.Grant> grants = roles.stream().map(this::grant).toList();
        passwords.check(password, address, name);
        UUID id = UUID.randomUUID();
        // Who has a role for one organisation works there.
        String works = grants.isEmpty() ? null : grants.getFirst().organisation();
        if (!store.add(id, address, name.strip(), passwords.hash(password), works, clock.instant())) {
            throw new Refusal("ACC-004", address);
        }
        grants.forEach(grant -> store.addGrant(id, grant, today(), null));
        access.record(by, "account.added", "account/" + id, address + "; " + written(grants));
    }

    /** As {@link #add}, but whose owner must choose another password at the first login. */
    @Transactional
    public void addForFirstLogin(CurrentUser by, String email, String name, List<String> roles, String password) {
        add(by, email, name, roles, password);
        store.noteGiven(get(EmailAddress.of(email)).id());
    }

    /** Every account by address, with the roles it holds today. */
    @Transactional(readOnly = true)
    public List<Line> list(CurrentUser by) {
        access.demand(by, Act.MANAGE_USERS, null);
        return store.listAll(today());
    }

    /**
     * Sets a new password that its owner must change at the next login, ends every session of the account and takes away a
     * lock.
     */
    @Transactional
    public void setPassword(CurrentUser by, String email, String password) {
        access.demand(by, Act.MANAGE_USERS, null);
        AccountStore.Account account = get(email);
        passwords.check(password, account.email(), account.name());
        store.setPassword(account.id(), passwords.hash(password));
        store.noteGiven(account.id());
        devices.forget(account.id());
        access.record(by, "account.password-set", "account/" + account.id(), account.email());
    }

    /** Closes the account from the next request on; what it has done stays in the log. */
    @Transactional
    public void disable(CurrentUser by, String email) {
        access.demand(by, Act.MANAGE_USERS, null);
        AccountStore.Account account = get(email);
        store.disable(account.id(), clock.instant());
        access.record(by, "account.disabled", "account/" + account.id(), account.email());
    }

    /** Opens a closed or locked account again. */
    @Transactional
    public void enable(CurrentUser by, String email) {
        access.demand(by, Act.MANAGE_USERS, null);
        AccountStore.Account account = get(email);
        store.enable(account.id());
        access.record(by, "account.enabled", "account/" + account.id(), account.email());
    }

    /**
     * Gives a role from today.
     *
     * @param role {@code role} or {@code role:organisation}
     * @param until the last day; null while it goes on
     */
    @Transactional
    public void grant(CurrentUser by, String email, String role, @Nullable LocalDate until) {
        access.demand(by, Act.MANAGE_USERS, null);
        AccountStore.Account account = get(email);
        CurrentUser.Grant grant = grant(role);
        if (until != null && until.isBefore(today())) {
            throw new Refusal("ACC-022", until.toString());
        }
        store.addGrant(account.id(), grant, today(), until);
        String end = until == null ? "" : " – " + until;
        access.record(by, "account.role-given", "account/" + account.id(), written(List.of(grant)) + end);
    }

    /** Takes a role away; it ends with yesterday, so the next request is without it. */
    @Transactional
    public void revoke(CurrentUser by, String email, String role) {
        access.demand(by, Act.MANAGE_USERS, null);
        AccountStore.Account account = get(email);
        CurrentUser.Grant grant = Roles.parse(role);
        if (store.endGrant(account.id(), grant, today().minusDays(1)) == 0) {
            throw new Refusal("ACC-021", account.email(), written(List.of(grant)));
        }
        access.record(by, "account.role-taken", "account/" + account.id(), written(List.of(grant)));
    }

    /** A new password that meets every rule, to be shown once. */
    public String generatePassword() {
        return passwords.generate();
    }

    /** The user behind a session, with the roles held now; empty when the session must end. */
    Optional<CurrentUser> findUser(UUID id, UUID stamp) {
        return store.find(id)
                .filter(account -> !account.disabled() && account.stamp().equals(stamp))
                .map(account -> new CurrentUser(
                        account.id(), account.name(), account.email(), store.listGrants(account.id(), today())));
    }

    private AccountStore.Account get(String email) {
        return store.findForUpdate(email.strip()).orElseThrow(() -> new Refusal("ACC-005", email.strip()));
    }

    private CurrentUser.Grant grant(String role) {
        CurrentUser.Grant grant = Roles.parse(role);
        String code = grant.organisation();
        if (code != null && organisation.findPrincipal(code).isEmpty()) {
            throw new Refusal("ACC-024", code);
        }
        return grant;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String written(List<CurrentUser.Grant> grants) {
        return grants.stream()
                .map(grant ->
                        Roles.written(grant.role()) + (grant.organisation() == null ? "" : ":" + grant.organisation()))
                .collect(Collectors.joining(", "));
    }
}
