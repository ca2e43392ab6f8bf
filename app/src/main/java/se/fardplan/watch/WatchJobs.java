package se.fardplan.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fardplan.access.AuditLog;
import se.fardplan.desk.Job;

/** What the watch does by itself (driftens jobb). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WatchJobs {

    private static final Duration OFTEN = Duration.ofMinutes(1);
    private static final Duration COPIES_KEPT = Duration.ofDays(1);
    private static final LocalTime NIGHT = LocalTime.of(3, 40);

    @Bean
    Job watchJob(Overview overview, WatchStore store) {
        return Job.every(OFTEN, "watch-look", () -> {
            store.forgetBefore(Instant.now().minus(COPIES_KEPT));
            overview.keep();
        });
    }

    @Bean
    Job auditWalkJob(AuditLog log, WatchStore store) {
        return Job.daily(NIGHT, "watch-audit", () -> {
            AuditLog.Verdict verdict = log.verify();
            store.noteWalk(new WatchStore.Walk(
                    Instant.now(), verdict.rows(), verdict.findings().size()));
        });
    }
}
