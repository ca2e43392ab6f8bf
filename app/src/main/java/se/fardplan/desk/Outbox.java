package se.fardplan.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Letters from when they are written until the mail server has taken them (utkorgen).
 *
 * <p>A letter is sent in a transaction of its own that holds its row: two copies of the application never send the same one.
 */
@Component
class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    /** A mail server may be away for days; what is older than this is no longer worth reading. */
    private static final Duration KEPT_TRYING = Duration.ofDays(5);

    private final LetterStore letters;
    private final Post post;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicBoolean away = new AtomicBoolean();

    Outbox(LetterStore letters, Post post, TransactionOperations transaction, Clock clock) {
        this.letters = letters;
        this.post = post;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Lays the letters in, in the caller's transaction; the commit sends them on. */
    void add(Collection<Letter> all) {
        if (!all.isEmpty()) {
            add(all, null);
        }
    }

    /** @param stop where a mail program may stop letters of this kind */
    UUID add(Letter letter, String stop) {
        return add(List.of(letter), stop).iterator().next();
    }

    private Set<UUID> add(Collection<Letter> all, @Nullable String stop) {
        Map<UUID, Letter> byId = new LinkedHashMap<>();
        all.forEach(letter -> byId.put(UUID.randomUUID(), letter));
        letters.add(byId, stop, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
        return byId.keySet();
    }

    /** False where no mail server is configured: letters wait. */
    boolean isOpen() {
        return post.isOpen();
    }

    /** How the outbox fares now. */
    OutboxState state() {
        return letters.state(post.isOpen());
    }

    /** Takes a letter back, in the caller's transaction; false when it has left. */
    boolean takeBack(UUID id) {
        return letters.delete(id);
    }

    /** Sends what is due, until nothing is or the mail server is away; how many letters left. */
    int sendDue() {
        if (!post.isOpen()) {
            return 0;
        }
        int sent = 0;
        while (true) {
            Step step = transaction.execute(status -> sendNext());
            if (step == Step.SENT) {
                sent++;
            } else if (step != Step.KEPT) {
                return sent;
            }
        }
    }

    private enum Step {
        SENT,
        KEPT,
        AWAY,
        EMPTY
    }

    /** Whoever wrote the letter waits for no mail server. */
    private void wake() {
        if (post.isOpen() && woken.compareAndSet(false, true)) {
            Thread.ofVirtual().name("outbox").start(() -> {
                woken.set(false);
                sendDue();
            });
        }
    }

    private Step sendNext() {
        Instant now = clock.instant();
        LetterStore.Waiting next = letters.findNext(now).orElse(null);
        if (next == null) {
            return Step.EMPTY;
        }
        if (next.createdAt().plus(KEPT_TRYING).isBefore(now)) {
            letters.giveUp(next, now);
            LOG.warn(
                    "Brevet {} har inte gått att skicka på {} dygn och skickas inte.", next.id(), KEPT_TRYING.toDays());
            return Step.KEPT;
        }
        return switch (post.send(next)) {
            case Post.Taken taken -> {
                if (away.compareAndSet(true, false)) {
                    LOG.warn("E-postservern svarar igen.");
                }
                letters.noteSent(next, clock.instant());
                yield Step.SENT;
            }
            case Post.Refused(String why) -> {
                if (next.attempts() == 0) {
                    LOG.warn("E-postservern tar inte emot brevet {}; det prövas igen.", next.id());
                }
                letters.noteFailure(next, why, now.plus(waitAfter(next.attempts() + 1)));
                yield Step.KEPT;
            }
            case Post.Away(String why) -> {
                if (away.compareAndSet(false, true)) {
                    LOG.warn("E-postservern svarar inte: {}. Breven väntar i utkorgen.", why);
                }
                letters.noteFailure(next, why, now.plus(waitAfter(next.attempts() + 1)));
                yield Step.AWAY;
            }
        };
    }

    /** 10 s, then three times longer for each attempt, at most 15 min. */
    static Duration waitAfter(int attempts) {
        long factor = Math.round(Math.pow(3, Math.min(attempts, 10) - 1.0));
        Duration wait = FIRST_WAIT.multipliedBy(factor);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
