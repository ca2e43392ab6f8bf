package se.fardplan.access;

import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** Clears away what has run out at the door (utgånget): sessions, and addresses that may try again. */
@Service
public class Expiry {

    private final SessionStore sessions;
    private final AddressStore addresses;
    private final Clock clock;

    @Autowired
    Expiry(SessionStore sessions, AddressStore addresses) {
        this(sessions, addresses, Clock.systemUTC());
    }

    Expiry(SessionStore sessions, AddressStore addresses, Clock clock) {
        this.sessions = sessions;
        this.addresses = addresses;
        this.clock = clock;
    }

    public void clear() {
        Instant now = clock.instant();
        sessions.dropPast(
                now.minus(LiveSession.LONGEST_REST),
                now.minus(SessionRows.LONGEST_SESSION),
                now.minus(SessionRows.LONGEST_LOGIN));
        addresses.dropPast(now);
    }
}
