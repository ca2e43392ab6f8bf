package se.fardplan.people;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fardplan.access.Expiry;
import se.fardplan.desk.Job;

/** What this room does by itself (människorummets jobb). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PeopleJobs {

    private static final LocalTime NIGHT = LocalTime.of(3, 20);

    @Bean
    Job expiryJob(Expiry expiry) {
        return Job.every(Duration.ofHours(1), "access-expiry", expiry::clear);
    }

    @Bean
    Job indexJob(PersonDirectory directory) {
        return Job.daily(NIGHT, "people-search", directory::index);
    }

    @Bean
    Job reviewJob(Reviews reviews) {
        return Job.daily(NIGHT, "people-review", () -> reviews.remind(Principals.today()));
    }
}
