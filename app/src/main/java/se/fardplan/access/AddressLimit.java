package se.fardplan.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often one network address may fail to log in, or one account's owner at proving it (gräns per adress): 20 times in ten
 * minutes, whichever copy of the application is asked.
 *
 * <p>The window does not grow by trying again, so an address shared by an office opens by itself.
 */
@Component
class AddressLimit {

    private static final int MOST_FAILURES = 20;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final AddressStore store;
    private final Clock clock;

    AddressLimit(AddressStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Duration waitOf(String address) {
        Instant now = clock.instant();
        return store.findEndOfFull(Entry.sha256(address), MOST_FAILURES)
                .filter(end -> end.isAfter(now))
                .map(end -> Duration.between(now, end))
                .orElse(Duration.ZERO);
    }

    /**
     * Counts one attempt, which stays counted whatever becomes of the caller's transaction; answers how long to wait when
     * there were too many, and then counts nothing.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Duration count(String address) {
        Instant now = clock.instant();
        boolean counted = store.count(Entry.sha256(address), now, now.plus(WINDOW), MOST_FAILURES);
        return counted ? Duration.ZERO : waitOf(address);
    }

    /** Takes back one count: the attempt was right. */
    void forgive(String address) {
        store.forgive(Entry.sha256(address));
    }
}
