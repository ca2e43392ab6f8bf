package se.fardplan.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;

/** Where people are logged in, and how they end it (egna inloggningar); what has ended is gone at its next request. */
@Service
public class OwnSessions {

    private final SessionStore store;
    private final Access access;
    private final Clock clock;

    /**
     * One of one's own sessions (inloggning).
     *
     * @param handle what it is told by; no secret
     * @param browser such as {@code Firefox}; null where it is not known
     * @param machine such as {@code Windows}; null where it is not known
     * @param here true for the one that asks
     */
    public record Live(
            UUID handle,
            @Nullable String browser,
            @Nullable String machine,
            Instant began,
            Instant lastUsed,
            boolean here) {}

    OwnSessions(SessionStore store, Access access, Clock clock) {
        this.store = store;
        this.access = access;
        this.clock = clock;
    }

    /** The user's own, this one first and then the latest used. */
    public List<Live> list(CurrentUser user, HttpServletRequest request) {
        Instant now = clock.instant();
        return store.list(
                user.id(), hash(request), now.minus(LiveSession.LONGEST_REST), now.minus(SessionRows.LONGEST_SESSION));
    }

    /** Ends another of the user's own; {@code ACC-071} when there is no such session. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(CurrentUser user, UUID handle, HttpServletRequest request) {
        if (!store.end(user.id(), handle, hash(request))) {
            throw new Refusal("ACC-071");
        }
        access.record(user, "account.session-ended", "account/" + user.id(), "1");
    }

    /** Ends all of the user's own but this one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endOthers(CurrentUser user, HttpServletRequest request) {
        int ended = store.endOthers(user.id(), hash(request));
        if (ended > 0) {
            access.record(user, "account.session-ended", "account/" + user.id(), Integer.toString(ended));
        }
    }

    private static String hash(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? "" : Entry.sha256(session.getId());
    }
}
