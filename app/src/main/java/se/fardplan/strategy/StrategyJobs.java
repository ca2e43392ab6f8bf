package se.fardplan.strategy;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fardplan.desk.Job;

/** What this room does by itself (strategirummets jobb). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class StrategyJobs {

    private static final Duration OFTEN = Duration.ofMinutes(10);

    @Bean
    Job receiptJob(Receipts receipts) {
        return Job.every(OFTEN, "strategy-receipts", receipts::remind);
    }
}
