package se.fardplan.pilots;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fardplan.desk.Job;

/** What this room does by itself (pilotrummets jobb): a test that should have ended over night is on the desk in the morning. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PilotJobs {

    private static final Duration OFTEN = Duration.ofMinutes(30);

    @Bean
    Job pilotReminders(Trials trials) {
        return Job.every(OFTEN, "pilot-reminders", trials::refresh);
    }
}
