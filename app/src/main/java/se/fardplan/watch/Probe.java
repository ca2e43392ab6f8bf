package se.fardplan.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;

/**
 * Whether this copy lives, and whether it can answer visitors (puls). However often it is asked, the database is asked once a
 * second; one that does not answer in two seconds is away.
 */
@Component
@ConditionalOnWebApplication
class Probe {

    private static final Duration TRUSTED = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ApplicationAvailability availability;
    private final WatchStore store;
    private @Nullable Instant asked;
    private CompletableFuture<Boolean> answer = CompletableFuture.completedFuture(false);

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

    private boolean databaseAnswers() {
        try {
            return latest().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException away) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The question that is on its way, or a new one when the last answer is too old. */
    private synchronized CompletableFuture<Boolean> latest() {
        if (asked == null || answer.isDone() && asked.plus(TRUSTED).isBefore(Instant.now())) {
            asked = Instant.now();
            answer = CompletableFuture.supplyAsync(
                    this::ask, question -> Thread.ofVirtual().start(question));
        }
        return answer;
    }

    private boolean ask() {
        store.server();
        return true;
    }
}
