package se.fardplan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fardplan.TestDatabase;

class JobsStoreTests {

    private static final String DONE = """
            select count(*)
            from desk.scheduled_task
            where last_success is not null and not picked
            """;

    private final DataSource source = TestDatabase.copy().dataSource();
    private final JdbcClient database = JdbcClient.create(source);

    @Test
    void doesAJobOnceAcrossTwoCopiesOfTheApplication() {
        AtomicInteger times = new AtomicInteger();
        List<Job> jobs = List.of(Job.every(Duration.ofHours(1), "desk-test", times::incrementAndGet));
        Jobs one = new Jobs(source, jobs);
        Jobs other = new Jobs(source, jobs);
        one.start();
        other.start();
        try {
            Instant deadline = Instant.now().plusSeconds(30);
            while (database.sql(DONE).query(Integer.class).single() == 0) {
                assertThat(Instant.now()).isBefore(deadline);
                Thread.onSpinWait();
            }
        } finally {
            one.destroy();
            other.destroy();
        }
        assertThat(times).hasValue(1);
    }
}
