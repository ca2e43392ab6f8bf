package se.fardplan.followup;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fardplan.desk.Job;

/** What this room does by itself (uppföljningens jobb): opens rounds on their day, closes them after their last. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class FollowUpJobs {

    private static final Duration OFTEN = Duration.ofMinutes(10);

    @Bean
    Job roundJob(FollowUps followUps) {
        return Job.every(OFTEN, "followup-rounds", () -> followUps.listDue().forEach(followUps::turn));
    }
}
