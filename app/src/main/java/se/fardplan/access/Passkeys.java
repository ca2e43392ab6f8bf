package se.fardplan.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;

/** Passkeys beside passwords (inloggningsnycklar): asking browsers for them, keeping and removing them. */
@Service
public class Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 60;

    private final PasskeyStore store;
    private final PasskeyChallenges challenges;
    private final AccountStore accounts;
    private final OwnAccount own;
    private final Access access;
    private final Environment settings;
    private final ObjectProvider<RelyingParty> party;

    /** One of one's own keys (nyckel). @param lastUsedAt null until the first login with it */
    public record Key(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    /** What a browser answered, and what it had been asked (svar). */
    public record Answer(byte[] challenge, String json) {}

    /** What an answer at the login shows (bevis). */
    sealed interface Proof {}

    /** An open account's key has signed. */
    record Signed(UUID account) implements Proof {}

    /** @param account whose key it is, where that is known */
    record Unproven(@Nullable UUID account, boolean countWentBack) implements Proof {}

    Passkeys(
            PasskeyStore store,
            PasskeyChallenges challenges,
            AccountStore accounts,
            OwnAccount own,
            Access access,
            Environment settings,
            ObjectProvider<RelyingParty> party) {
        this.store = store;
        this.challenges = challenges;
        this.accounts = accounts;
        this.own = own;
        this.access = access;
        this.settings = settings;
        this.party = party;
    }

    /** The host at which keys are good; null where browsers allow none, as without https. */
    public @Nullable String host() {
        return KeyAddress.of(settings).map(KeyAddress::host).orElse(null);
    }

    /** The user's own keys, the oldest first. */
    public List<Key> list(CurrentUser user) {
        return store.list(user.id()).stream()
                .map(key -> new Key(key.id(), key.name(), key.createdAt(), key.lastUsedAt()))
                .toList();
    }

    /**
     * What the user's browser is to make a key for, as its script reads it.
     *
     * <p>Refusals: {@code ACC-063} no keys here, {@code ACC-065} no name or too long a one, {@code ACC-068} too many keys, and
     * those of {@link OwnAccount#demandOwner}.
     */
    public String askToAdd(
            CurrentUser user, String name, String password, HttpServletRequest request, HttpServletResponse response) {
        checkName(name);
        if (store.list(user.id()).size() >= MOST) {
            throw new Refusal("ACC-068", MOST);
        }
        own.demandOwner(user, password, request);
        return party().creation(open(user.id()), challenges.ask(user.id(), request, response));
    }

    /** What was asked of the user's browser, with its answer; taken once. {@code ACC-064} when nothing was asked lately. */
    public Answer answer(CurrentUser user, String json, HttpServletRequest request) {
        return new Answer(challenges.take(user.id(), request).orElseThrow(() -> new Refusal("ACC-064")), json);
    }

    /** Keeps a key; {@code ACC-064} when the answer does not hold, {@code ACC-065} the name, {@code ACC-066} it is known. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(CurrentUser user, Answer answer, String name) {
        checkName(name);
        try {
            party().register(open(user.id()), answer.challenge(), name.strip(), answer.json());
        } catch (DataAccessException | TransactionException | Refusal ours) {
            throw ours;
        } catch (RuntimeException unproven) {
            LOG.info("En ny nyckel höll inte: {}", unproven.getClass().getSimpleName());
            throw new Refusal("ACC-064");
        }
        access.record(user, "account.key-added", "account/" + user.id(), name.strip());
    }

    /** Removes a key of the user's own and tells its name; {@code ACC-067} when the user has no such key. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String remove(CurrentUser user, UUID key) {
        String name = store.remove(user.id(), key).orElseThrow(() -> new Refusal("ACC-067"));
        access.record(user, "account.key-removed", "account/" + user.id(), name);
        return name;
    }

    /** What a browser is asked at the login; {@code ACC-063} where there are no keys. */
    String askToLogIn(HttpServletRequest request, HttpServletResponse response) {
        return party().request(challenges.ask(null, request, response));
    }

    /** Whose key has answered; an answer that does not hold is told apart only for the log. */
    Proof prove(byte[] challenge, String json) {
        try {
            return new Signed(party().authenticate(challenge, json));
        } catch (PasskeyRecords.CountWentBack copied) {
            LOG.warn("En inloggningsnyckels räknare har gått bakåt: nyckeln kan vara kopierad.");
            return new Unproven(copied.account(), true);
        } catch (DataAccessException | TransactionException | Refusal ours) {
            throw ours;
        } catch (RuntimeException unproven) {
            LOG.info("En nyckel höll inte: {}", unproven.getClass().getSimpleName());
            return new Unproven(null, false);
        }
    }

    Optional<byte[]> takeLogin(HttpServletRequest request) {
        return challenges.take(null, request);
    }

    private AccountStore.Account open(UUID id) {
        return accounts.find(id).filter(account -> !account.disabled()).orElseThrow(() -> new Refusal("ACC-061"));
    }

    private RelyingParty party() {
        if (host() == null) {
            throw new Refusal("ACC-063");
        }
        return party.getObject();
    }

    private static void checkName(String name) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new Refusal("ACC-065", LONGEST_NAME);
        }
    }
}
