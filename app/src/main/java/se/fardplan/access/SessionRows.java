package se.fardplan.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sessions for every copy of the application (sessionernas förvar): Spring Session's filter asks here once for a request that
 * brings a cookie, never for one without.
 *
 * <p>A session that is only read is written at most once a minute.
 */
final class SessionRows implements SessionRepository<LiveSession> {

    /** A session lives no longer, however much it is used. */
    static final Duration LONGEST_SESSION = Duration.ofHours(12);
    /** How long a login may take that goes by someone else. */
    static final Duration LONGEST_LOGIN = Duration.ofMinutes(15);

    /** The attribute that says who it is. */
    static final String OWNER = "owner";

    /** The attribute that says by what. */
    static final String BROWSER = "browser";

    private static final Logger LOG = LoggerFactory.getLogger(SessionRows.class);
    private static final int MOST_SESSIONS = 5;
    private static final Duration TOLD_AFTER = Duration.ofMinutes(1);

    private final SessionStore store;
    private final TransactionOperations transaction;
    private final Clock clock;

    SessionRows(SessionStore store, TransactionOperations transaction, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public LiveSession createSession() {
        return LiveSession.begin(clock.instant());
    }

    @Override
    public @Nullable LiveSession findById(String id) {
        return LiveSession.isSecret(id)
                ? store.find(Entry.sha256(id))
                        .filter(this::isLive)
                        .map(row -> live(id, row))
                        .orElse(null)
                : null;
    }

    @Override
    public void save(LiveSession session) {
        String before = session.storedAs();
        if (before == null) {
            transaction.executeWithoutResult(status -> add(row(session)));
        } else if (session.isChanged()) {
            store.change(Entry.sha256(before), row(session));
        } else if (session.untold().compareTo(TOLD_AFTER) >= 0) {
            noteSeen(before, session);
        } else {
            return;
        }
        session.noteStored();
    }

    /** Who only reads is let on also where nothing can be written, as on a full disk. */
    private void noteSeen(String id, LiveSession session) {
        try {
            store.noteSeen(Entry.sha256(id), session.getLastAccessedTime());
        } catch (DataAccessException unwritable) {
            LOG.warn(
                    "When a session was last used could not be written: {}",
                    unwritable.getClass().getSimpleName());
        }
    }

    @Override
    public void deleteById(String id) {
        store.delete(Entry.sha256(id));
    }

    /** The newest sessions of an account push out the older ones. */
    private void add(SessionStore.Row row) {
        if (row.account() != null) {
            store.lockAccount(row.account());
        }
        store.add(row);
        if (row.account() != null) {
            store.keepNewest(row.account(), MOST_SESSIONS);
        }
    }

    private boolean isLive(SessionStore.Row row) {
        Instant now = clock.instant();
        Duration longest = row.account() == null ? LONGEST_LOGIN : LONGEST_SESSION;
        return row.seen().plus(LiveSession.LONGEST_REST).isAfter(now)
                && row.created().plus(longest).isAfter(now);
    }

    private static LiveSession live(String id, SessionStore.Row row) {
        Map<String, Object> attributes = new HashMap<>(SessionMemory.values(row.memory()));
        if (row.account() != null && row.stamp() != null) {
            attributes.put(OWNER, new Sessions.Owner(row.account(), row.stamp()));
            attributes.put(BROWSER, row.browser());
        }
        return LiveSession.stored(id, attributes, row.created(), row.seen());
    }

    private static SessionStore.Row row(LiveSession session) {
        Map<String, Object> memory = new HashMap<>(session.attributes());
        Sessions.Owner owner = (Sessions.Owner) memory.remove(OWNER);
        UserAgent browser = (UserAgent) memory.remove(BROWSER);
        return new SessionStore.Row(
                Entry.sha256(session.getId()),
                owner == null ? null : owner.id(),
                owner == null ? null : owner.stamp(),
                browser == null ? UserAgent.UNKNOWN : browser,
                session.getCreationTime(),
                session.getLastAccessedTime(),
                SessionMemory.bytes(memory));
    }
}
