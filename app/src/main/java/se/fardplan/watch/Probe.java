package se.fardplan.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;

/** Whether this copy lives, and whether it can answer visitors (puls). However often it is asked, the database is asked once a second. */
@Component
@ConditionalOnWebApplication
class Probe {

    private static final Duration TRUSTED = Duration.ofSeconds(1);

    private final ApplicationAvailability availability;
    private final WatchStore store;
    private @Nullable Instant asked;
    private boolean answered;

    Probe(ApplicationAvailability availability, WatchStore store) {
        this.availability = availability;
        this.store = store;
    }

    /** False for a copy that must be started anew; a database that is away is no reason. */
    boolean isLive() {
        return availability.getLivenessState() == LivenessState.CORRECT;
    }

    /** False before the start is over, while it stops, and while the database is away. */
    boolean isReady() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && databaseAnswers();
    }

    private synchronized boolean databaseAnswers() {
        if (asked == null || asked.plus(TRUSTED).isBefore(Instant.now())) {
            answered = ask();
            asked = Instant.now();
        }
        return answered;
    }

    private boolean ask() {
        try {
            store.server();
            return true;
        } catch (RuntimeException away) {
            return false;
        }
    }
}
