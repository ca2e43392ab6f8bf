package se.fardplan.assignments;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fardplan.desk.Job;

/** What this room does by itself (uppdragsrummets jobb): what became late over night is on the desks in the morning. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class AssignmentJobs {

    private static final Duration OFTEN = Duration.ofMinutes(30);

    @Bean
    Job assignmentReminders(Reminders reminders) {
        return Job.every(OFTEN, "assignment-reminders", reminders::refresh);
    }
}
