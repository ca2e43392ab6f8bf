package se.fardplan.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Check;
import se.fardplan.Finding;
import se.fardplan.Finding.State;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.Scope;
import se.fardplan.desk.Desk;
import se.fardplan.desk.Line;

/** How the installation fares (läget): every {@link Check} of every room, the worst first. */
@Service
@ConditionalOnWebApplication
class Overview {

    static final String ADDRESS = "/drift";

    private static final Logger LOG = LoggerFactory.getLogger(Overview.class);
    private static final String LINE = "watch";

    private final ObjectProvider<Check> checks;
    private final WatchStore store;
    private final Desk desk;
    private final Texts texts;
    private final Clock clock;

    Overview(ObjectProvider<Check> checks, WatchStore store, Desk desk, Texts texts, Clock clock) {
        this.checks = checks;
        this.store = store;
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
    }

    /** Looks now; each finding knows since when, as far as anyone does. */
    List<Finding> look() {
        Map<String, Instant> since = store.since();
        return lookAtAll().stream()
                .map(finding -> finding.since() != null || finding.state() != State.WRONG
                        ? finding
                        : new Finding(
                                finding.key(),
                                finding.state(),
                                finding.subject(),
                                finding.sentence(),
                                finding.advice(),
                                since.get(finding.key())))
                .sorted(Comparator.comparing(Finding::state))
                .toList();
    }

    /** Notes what is wrong, and lays a line on the desk of those who look after the installation. */
    @Transactional
    void keep() {
        TreeSet<String> wrong = new TreeSet<>();
        List<Finding> found = lookAtAll();
        found.stream().filter(finding -> finding.state() == State.WRONG).forEach(finding -> wrong.add(finding.key()));
        store.keepFindings(wrong, clock.instant());
        if (wrong.isEmpty()) {
            desk.done(LINE);
        } else {
            List<String> subjects = found.stream()
                    .filter(finding -> wrong.contains(finding.key()))
                    .map(Finding::subject)
                    .distinct()
                    .toList();
            desk.put(new Line(
                    LINE,
                    Line.Kind.TODO,
                    texts.of("watch.line", wrong.size()),
                    String.join(", ", subjects),
                    ADDRESS,
                    null,
                    Scope.act(Act.SEE_OPERATIONS, null)));
        }
    }

    private List<Finding> lookAtAll() {
        List<Finding> found = new ArrayList<>();
        for (Check check : checks.orderedStream().toList()) {
            try {
                found.addAll(check.look());
            } catch (RuntimeException failed) {
                LOG.error("A check failed", failed);
                found.add(new Finding(
                        "check",
                        State.WRONG,
                        texts.of("watch.check"),
                        texts.of("watch.check.failed"),
                        texts.of("watch.check.advice"),
                        null));
            }
        }
        return found;
    }
}
