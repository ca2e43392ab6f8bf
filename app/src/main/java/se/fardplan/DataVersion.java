package se.fardplan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/**
 * What an open page may depend on, as one value (dataversion): the last change and the day.
 *
 * <p>A change made in this process counts at once, one made in another within a second.
 */
class DataVersion {

    private static final Duration TRUSTED = Duration.ofSeconds(1);

    private final LastChange lastChange;
    private final Clock clock;
    private final AtomicReference<@Nullable Reading> latest = new AtomicReference<>();

    private record Reading(long number, Instant at) {}

    DataVersion(LastChange lastChange, Clock clock) {
        this.lastChange = lastChange;
        this.clock = clock;
    }

    /** What was known is old; the next request asks anew. */
    @EventListener
    void on(ChangeCommitted change) {
        latest.set(null);
    }

    /** Equal for two requests only if nothing was changed between them and it is still the same day. */
    String current() {
        Instant now = clock.instant();
        Reading reading = latest.get();
        if (reading == null || reading.at().plus(TRUSTED).isBefore(now)) {
            Reading fresh = new Reading(lastChange.number(), now);
            latest.compareAndSet(reading, fresh);
            reading = fresh;
        }
        return reading.number() + "@" + LocalDate.ofInstant(now, clock.getZone());
    }
}
