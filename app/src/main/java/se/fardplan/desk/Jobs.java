package se.fardplan.desk;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts every {@link Job} of a server that has opened its door (jobbens start); a command has none. */
@Component
@ConditionalOnWebApplication
class Jobs implements DisposableBean {

    /** The first visitors have the machine to themselves. */
    private static final Duration UNDISTURBED = Duration.ofSeconds(3);

    private static final Duration OFTEN = Duration.ofSeconds(5);
    /** A copy that has not told for four times as long that it lives has died; another takes over its job. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);

    private final DataSource database;
    private final List<Job> jobs;
    private @Nullable Scheduler scheduler;
    private boolean over;

    Jobs(DataSource database, List<Job> jobs) {
        this.database = database;
        this.jobs = List.copyOf(jobs);
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext) {
            Thread.ofPlatform().daemon().name("jobs").start(this::startUndisturbing);
        }
    }

    private void startUndisturbing() {
        try {
            Thread.sleep(UNDISTURBED);
            start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void start() {
        if (!over && scheduler == null) {
            scheduler = Scheduler.create(database)
                    .startTasks(jobs.stream().map(Jobs::task).toList())
                    .tableName("desk.scheduled_task")
                    .threads(2)
                    .pollingInterval(OFTEN)
                    .heartbeatInterval(SIGN_OF_LIFE)
                    .missedHeartbeatsLimit(4)
                    // A job that only another copy knows, such as the backup, is left to that one.
                    .deleteUnresolvedAfter(Duration.ofDays(3650))
                    .failureLogging(LogLevel.ERROR, true)
                    .shutdownMaxWait(LONGEST_FAREWELL)
                    .build();
            scheduler.start();
        }
    }

    @Override
    public synchronized void destroy() {
        over = true;
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    private static RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), job.schedule())
                .execute((instance, context) -> job.work().run());
    }
}
