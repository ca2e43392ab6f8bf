package se.fardplan.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import se.fardplan.HouseTime;
import se.fardplan.access.Addressees;
import se.fardplan.access.CurrentUser;

/**
 * The day's letter to each who wants it and has something new (dagens brev).
 *
 * <p>At most one a day for each account, and none that says what an earlier said: a letter that still waits for the mail
 * server is taken back, and the new one tells of both days.
 */
@Component
class Digests {

    /** What the first letter tells of. */
    private static final Duration FIRST = Duration.ofDays(7);

    /** What was written just now may not be committed yet: it is told of the next time. */
    private static final Duration SETTLING = Duration.ofMinutes(5);

    private final DigestStore store;
    private final DigestText text;
    private final Outbox outbox;
    private final Subscriptions subscriptions;
    private final Addressees addressees;
    private final TransactionOperations transaction;
    private final Clock clock;

    Digests(
            DigestStore store,
            DigestText text,
            Outbox outbox,
            Subscriptions subscriptions,
            Addressees addressees,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.text = text;
        this.outbox = outbox;
        this.subscriptions = subscriptions;
        this.addressees = addressees;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Writes today's letters that are not written yet, each in a transaction of its own; how many. */
    int write() {
        if (!outbox.isOpen()) {
            // Nobody wants a month's letters the day a mail server is configured.
            return 0;
        }
        Instant now = clock.instant();
        int written = 0;
        for (CurrentUser user : addressees.list(LocalDate.ofInstant(now, HouseTime.SWEDEN))) {
            Boolean done = transaction.execute(status -> {
                boolean added = write(user, now);
                if (!added) {
                    status.setRollbackOnly();
                }
                return added;
            });
            written += Boolean.TRUE.equals(done) ? 1 : 0;
        }
        return written;
    }

    private boolean write(CurrentUser user, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, HouseTime.SWEDEN);
        Instant upTo = now.minus(SETTLING);
        SubscriptionStore.Subscription wish = subscriptions.of(user);
        DigestStore.Told earlier = store.findLatest(user.id()).orElse(null);
        if (!wish.daily() || earlier != null && !earlier.day().isBefore(today)) {
            return false;
        }
        Instant after = earlier == null
                ? now.minus(FIRST)
                : outbox.takeBack(earlier.letter()) ? earlier.after() : earlier.upTo();
        return text.write(user, after, upTo, wish.token())
                .map(written -> {
                    UUID letter = outbox.add(written.letter(), written.stop());
                    return store.add(user.id(), new DigestStore.Told(today, after, upTo, letter));
                })
                .orElse(false);
    }
}
