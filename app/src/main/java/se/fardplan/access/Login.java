package se.fardplan.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import se.fardplan.Texts;

/**
 * Judges one attempt to log in (inloggning).
 *
 * <p>Failures close the account for a while that grows, and the address they come from. A browser that has logged in before
 * keeps its own count, so that a stranger who guesses cannot keep the owner out.
 */
@Service
class Login {

    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration DEVICE_KEPT = Duration.ofDays(90);

    private final AccountStore store;
    private final DeviceStore devices;
    private final Passwords passwords;
    private final Access access;
    private final Texts texts;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final AddressLimit addresses;
    private final SecureRandom random = new SecureRandom();

    /** How an attempt ended (utfall). */
    sealed interface Outcome {}

    /** @param device what the browser keeps, to be known again */
    record LoggedIn(AccountStore.Account account, String device) implements Outcome {}

    /** The password is right but was given by someone else: it opens the way to one's own, and no session. */
    record MustChoose(UUID account) implements Outcome {}

    /** Address or password is wrong, or the account closed: which of them is not said. */
    record Wrong() implements Outcome {}

    record Wait(Duration left) implements Outcome {}

    /**
     * What the attempt comes with (försök).
     *
     * @param device what an earlier login left in the browser; null for a stranger
     * @param address the network address
     */
    record Attempt(String email, String password, @Nullable String device, String address) {}

    Login(
            AccountStore store,
            DeviceStore devices,
            AddressLimit addresses,
            Passwords passwords,
            Access access,
            Texts texts,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.devices = devices;
        this.passwords = passwords;
        this.access = access;
        this.texts = texts;
        this.transaction = transaction;
        this.clock = clock;
        this.addresses = addresses;
    }

    Outcome attempt(Attempt attempt) {
        AccountStore.Account account =
                store.findByEmail(attempt.email().strip()).orElse(null);
        DeviceStore.Device device = device(account, attempt);
        Duration left = longest(waitOf(account, device), device == null ? addresses.waitOf(attempt.address()) : null);
        if (device == null && left.isZero()) {
            // Counted before the answer is known, so that many at once gain nothing.
            left = addresses.count(attempt.address());
        }
        // The password is compared in every case: the time must not tell which accounts exist or are locked.
        // It is done outside the transaction, since it takes long.
        boolean matches = passwords.matches(attempt.password(), account == null ? null : account.password());
        if (!left.isZero()) {
            return new Wait(left);
        }
        AccountStore.Account opened = matches && account != null && !account.disabled() ? account : null;
        return transaction.execute(status -> {
            if (opened == null) {
                return reject(attempt);
            }
            return opened.passwordGiven() ? acceptGiven(attempt, opened) : accept(attempt, opened);
        });
    }

    /**
     * Judges an attempt with a passkey. Failures close the address they come from, not the account: a key cannot be guessed.
     *
     * @param proof what the answer shows, asked for within the transaction
     */
    Outcome attemptByKey(@Nullable String device, String address, Supplier<Passkeys.Proof> proof) {
        Duration left = longest(addresses.waitOf(address), null);
        if (!left.isZero()) {
            return new Wait(left);
        }
        addresses.count(address);
        return transaction.execute(status -> switch (proof.get()) {
            case Passkeys.Signed signed ->
                store.find(signed.account())
                        .filter(account -> !account.disabled())
                        .<Outcome>map(account -> accept(new Attempt(account.email(), "", device, address), account))
                        .orElseGet(() -> rejectKey(address, new Passkeys.Unproven(signed.account(), false)));
            case Passkeys.Unproven unproven -> rejectKey(address, unproven);
        });
    }

    private Wrong rejectKey(String address, Passkeys.Unproven key) {
        access.record(
                CurrentUser.visitor(texts.of("access.visitor")),
                "login.failed",
                key.account() == null ? "account" : "account/" + key.account(),
                texts.of(key.countWentBack() ? "passkey.log.copied" : "passkey.log.failed", address));
        return new Wrong();
    }

    /** Lets in someone who has just proven to own the account's address; empty when it is closed. */
    Optional<LoggedIn> proven(UUID id) {
        return store.find(id)
                .filter(account -> !account.disabled())
                .map(account -> transaction.execute(
                        status -> accept(new Attempt(account.email(), "", null, "ticket"), account)));
    }

    /** Lets in someone whom the external login vouches for; empty when no open account has the address. */
    Optional<LoggedIn> vouchedFor(String email) {
        return store.findByEmail(email)
                .filter(account -> !account.disabled())
                .map(account ->
                        transaction.execute(status -> accept(new Attempt(email, "", null, "external"), account)));
    }

    private LoggedIn accept(Attempt attempt, AccountStore.Account account) {
        Instant now = clock.instant();
        addresses.forgive(attempt.address());
        if (!attempt.password().isEmpty() && account.password() != null && passwords.isOutdated(account.password())) {
            store.setHash(account.id(), passwords.hash(attempt.password()));
        }
        store.noteLogin(account.id(), now);
        devices.dropUnusedSince(now.minus(DEVICE_KEPT));
        DeviceStore.Device known = device(account, attempt);
        String token = known == null || attempt.device() == null ? newToken() : attempt.device();
        devices.keep(account.id(), Entry.sha256(token), now);
        access.record(user(account), "login.succeeded", "account/" + account.id(), "");
        return new LoggedIn(account, token);
    }

    private MustChoose acceptGiven(Attempt attempt, AccountStore.Account account) {
        addresses.forgive(attempt.address());
        store.noteLogin(account.id(), clock.instant());
        access.record(user(account), "login.succeeded", "account/" + account.id(), texts.of("login.log.given"));
        return new MustChoose(account.id());
    }

    /** Reads the account again, locked: attempts at the same time are counted one by one. */
    private Outcome reject(Attempt attempt) {
        AccountStore.Account account =
                store.findForUpdate(attempt.email().strip()).orElse(null);
        CurrentUser nobody = CurrentUser.visitor(texts.of("access.visitor"));
        if (account == null) {
            // What was typed is not kept: it may be a password in the wrong field.
            access.record(nobody, "login.failed", "account", attempt.address());
            return new Wrong();
        }
        DeviceStore.Device device = device(account, attempt);
        int failed = 1 + (device == null ? account.failedAttempts() : device.failedAttempts());
        Duration wait = waitAfter(failed);
        Instant until = wait.isZero() ? null : clock.instant().plus(wait);
        if (device == null) {
            store.noteFailure(account.id(), failed, until);
        } else {
            devices.noteFailure(device.tokenHash(), failed, until);
        }
        access.record(nobody, "login.failed", "account/" + account.id(), attempt.address());
        return wait.isZero() ? new Wrong() : new Wait(wait);
    }

    private DeviceStore.@Nullable Device device(AccountStore.@Nullable Account account, Attempt attempt) {
        return account == null || attempt.device() == null
                ? null
                : devices.find(account.id(), Entry.sha256(attempt.device())).orElse(null);
    }

    private Duration waitOf(AccountStore.@Nullable Account account, DeviceStore.@Nullable Device device) {
        var until = device != null ? device.lockedUntil() : account != null ? account.lockedUntil() : null;
        return until == null ? Duration.ZERO : Duration.between(clock.instant(), until.toInstant());
    }

    private static Duration longest(Duration one, @Nullable Duration other) {
        Duration longest = other == null || one.compareTo(other) > 0 ? one : other;
        return longest.isNegative() ? Duration.ZERO : longest;
    }

    /** Nothing for the first failures, then 30 s doubled by each further one, at most 15 min. */
    static Duration waitAfter(int failed) {
        if (failed < FREE_FAILURES) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failed - FREE_FAILURES, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static CurrentUser user(AccountStore.Account account) {
        return new CurrentUser(account.id(), account.name(), account.email(), List.of());
    }

    private String newToken() {
        byte[] token = new byte[32];
        random.nextBytes(token);
        return HexFormat.of().formatHex(token);
    }
}
