package se.fardplan.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import se.fardplan.Check;
import se.fardplan.Finding;
import se.fardplan.Finding.State;
import se.fardplan.HouseTime;
import se.fardplan.Texts;

/** Whether each job of this server is done when it should be (jobbens läge). */
@Component
@ConditionalOnWebApplication
class JobsCheck implements Check {

    /** A job may wait for another, or for a server that has just started. */
    private static final Duration MAY_WAIT = Duration.ofMinutes(10);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM 'kl.' HH.mm", Texts.SWEDISH).withZone(HouseTime.SWEDEN);

    private final JobStore store;
    private final List<String> jobs;
    private final Texts texts;
    private final Clock clock;

    JobsCheck(JobStore store, List<Job> jobs, Texts texts, Clock clock) {
        this.store = store;
        this.jobs = jobs.stream().map(Job::name).toList();
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() {
        Map<String, JobStore.Times> known =
                store.list().stream().collect(Collectors.toMap(JobStore.Times::name, Function.identity()));
        List<Finding> found = new ArrayList<>();
        for (String job : jobs) {
            JobStore.Times times = known.get(job);
            if (times != null) {
                judge(times, found);
            }
        }
        if (found.isEmpty()) {
            boolean begun = known.keySet().containsAll(jobs);
            found.add(new Finding(
                    "jobs",
                    State.FINE,
                    texts.of("watch.jobs"),
                    begun ? texts.of("watch.jobs.fine", jobs.size()) : texts.of("watch.jobs.not-yet"),
                    "",
                    null));
        }
        return found;
    }

    private void judge(JobStore.Times times, List<Finding> found) {
        String name = texts.of("job." + times.name());
        if (times.failures() > 0 && times.failed() != null) {
            found.add(new Finding(
                    "job-" + times.name(),
                    State.WRONG,
                    texts.of("watch.jobs"),
                    texts.of("watch.jobs.failing", name, MOMENT.format(times.failed()), times.failures()),
                    texts.of("watch.jobs.failing.advice", MOMENT.format(times.next())),
                    null));
        } else if (!times.picked() && isLate(times.next())) {
            found.add(new Finding(
                    "job-" + times.name(),
                    State.WRONG,
                    texts.of("watch.jobs"),
                    texts.of("watch.jobs.late", name, MOMENT.format(times.next())),
                    texts.of("watch.jobs.late.advice"),
                    times.next()));
        }
    }

    private boolean isLate(Instant next) {
        return next.plus(MAY_WAIT).isBefore(clock.instant());
    }
}
