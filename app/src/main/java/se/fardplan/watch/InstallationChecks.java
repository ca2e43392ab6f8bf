package se.fardplan.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fardplan.Check;
import se.fardplan.Finding;
import se.fardplan.Finding.State;
import se.fardplan.Texts;

/** What no room can tell of by itself: the database, the clocks, the copies and the log's chain (husets kontroller). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class InstallationChecks {

    private static final Duration MOST_APART = Duration.ofSeconds(5);
    private static final Duration WALK_TOO_OLD = Duration.ofHours(50);

    @Bean
    Check databaseCheck(WatchStore store, Texts texts) {
        return () -> {
            Instant before = Instant.now();
            WatchStore.Server server = store.server();
            Instant after = Instant.now();
            long millis = Math.max(1, Duration.between(before, after).toMillis());
            return List.of(
                    new Finding(
                            "database",
                            State.FINE,
                            texts.of("watch.database"),
                            texts.of("watch.database.answers", server.version(), millis),
                            "",
                            null),
                    clock(
                            Duration.between(
                                    before.plus(Duration.between(before, after).dividedBy(2)), server.now()),
                            texts));
        };
    }

    /** @param ahead how far the database's clock goes before this server's; negative for after */
    static Finding clock(Duration ahead, Texts texts) {
        boolean apart = ahead.abs().compareTo(MOST_APART) > 0;
        return new Finding(
                "clock",
                apart ? State.WRONG : State.FINE,
                texts.of("watch.clock"),
                apart
                        ? texts.of(
                                ahead.isNegative() ? "watch.clock.ahead" : "watch.clock.behind",
                                ahead.abs().toSeconds())
                        : texts.of("watch.clock.same"),
                apart ? texts.of("watch.clock.advice") : "",
                null);
    }

    @Bean
    Check copiesCheck(WatchStore store, Texts texts) {
        return () -> {
            Instant silent = Instant.now().minus(Copies.SILENT);
            List<WatchStore.Copy> all = store.listCopies();
            List<WatchStore.Copy> running =
                    all.stream().filter(copy -> copy.seen().isAfter(silent)).toList();
            List<WatchStore.Copy> gone =
                    all.stream().filter(copy -> !copy.seen().isAfter(silent)).toList();
            String counted = running.isEmpty()
                    ? texts.of("watch.copies.starting")
                    : texts.of(
                            "watch.copies.running",
                            running.size(),
                            Times.words(running.getFirst().started()));
            return List.of(
                    gone.isEmpty()
                            ? new Finding("copies", State.FINE, texts.of("watch.copies"), counted, "", null)
                            : new Finding(
                                    "copies",
                                    State.NOTICE,
                                    texts.of("watch.copies"),
                                    counted + " " + texts.of("watch.copies.gone", gone.size()),
                                    texts.of("watch.copies.advice"),
                                    gone.getLast().seen()));
        };
    }

    @Bean
    Check auditCheck(WatchStore store, Texts texts) {
        return () -> List.of(store.findWalk()
                .map(walk -> audit(walk, texts))
                .orElseGet(() -> new Finding(
                        "audit", State.FINE, texts.of("watch.audit"), texts.of("watch.audit.not-yet"), "", null)));
    }

    private static Finding audit(WatchStore.Walk walk, Texts texts) {
        boolean old = walk.at().plus(WALK_TOO_OLD).isBefore(Instant.now());
        State state = walk.findings() > 0 ? State.WRONG : old ? State.NOTICE : State.FINE;
        return new Finding(
                "audit",
                state,
                texts.of("watch.audit"),
                walk.findings() > 0
                        ? texts.of("watch.audit.broken", walk.findings(), Times.words(walk.at()))
                        : texts.of("watch.audit.whole", walk.entries(), Times.words(walk.at())),
                walk.findings() > 0 ? texts.of("watch.audit.advice") : old ? texts.of("watch.audit.old") : "",
                null);
    }
}
