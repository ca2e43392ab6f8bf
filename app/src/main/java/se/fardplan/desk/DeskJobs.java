package se.fardplan.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the desk does by itself (arbetsbordets jobb). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class DeskJobs {

    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(1);
    /** Who got which letter is kept no longer than it can be asked about. */
    private static final Duration KEPT = Duration.ofDays(90);

    @Bean
    Job outboxJob(Outbox outbox) {
        return Job.every(OFTEN, "desk-outbox", outbox::sendDue);
    }

    /** Mostly nothing: texts are read when the county is loaded, words learnt soon after. */
    @Bean
    Job searchJob(SearchSources sources, WordStore words) {
        return Job.every(NOW_AND_THEN, "desk-search", () -> {
            sources.refresh();
            words.learn();
        });
    }

    @Bean
    Job digestJob(Digests digests) {
        return Job.daily(LocalTime.of(7, 0), "desk-digest", digests::write);
    }

    @Bean
    Job clearingJob(LineStore lines, LetterStore letters, DigestStore digests, Clock clock) {
        return Job.daily(LocalTime.of(3, 10), "desk-clearing", () -> {
            lines.dropPast(LocalDate.now(clock), clock.instant().minus(KEPT));
            letters.dropBefore(clock.instant().minus(KEPT));
            digests.dropBefore(LocalDate.now(clock).minusDays(KEPT.toDays()));
        });
    }
}
