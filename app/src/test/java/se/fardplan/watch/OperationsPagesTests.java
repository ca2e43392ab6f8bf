package se.fardplan.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import se.fardplan.Finding;
import se.fardplan.PagesTest;
import se.fardplan.TestDatabase;
import se.fardplan.Texts;
import se.fardplan.access.AuditLog;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.desk.Job;

@PagesTest
@TestPropertySource(
        properties = {
            "fardplan.test=operations",
            "spring.mail.host=127.0.0.1",
            "fardplan.mail.from=fardplan@example.org"
        })
class OperationsPagesTests {

    private static final String ADD_JOB = """
            insert into desk.scheduled_task
                (task_name, task_instance, execution_time, picked, last_failure, consecutive_failures, version)
            values (:name, 'recurring', now() + interval '1 hour', false, :failed, :failures, 1)
            """;

    @Autowired
    MockMvcTester pages;

    @Autowired
    Overview overview;

    @Autowired
    WatchStore store;

    @Autowired
    AuditLog log;

    @Autowired
    Texts texts;

    @Autowired
    List<Job> jobs;

    @Autowired
    TestDatabase tests;

    private JdbcClient database;

    @BeforeEach
    void clean() {
        database = JdbcClient.create(tests.ownerDataSource());
        database.sql("delete from desk.scheduled_task").update();
        database.sql("delete from watch.audit_walk").update();
        overview.keep();
    }

    private void addJob(String name, int failures) {
        database.sql(ADD_JOB)
                .param("name", name)
                .param("failures", failures)
                .param("failed", failures == 0 ? null : OffsetDateTime.now())
                .update();
    }

    private MvcTestResult page(String address) {
        return pages.get().uri(address).with(Someone.as(Role.SYSADMIN)).exchange();
    }

    @Test
    void saysFirstThatNothingIsWrong() {
        jobs.forEach(job -> addJob(job.name(), 0));
        assertThat(page("/drift"))
                .hasStatusOk()
                .bodyText()
                .contains("Allt fungerar som det ska", "PostgreSQL 18", "går lika", "I sin ordning")
                .contains(jobs.size() + " jobb går som de ska");
        assertThat(page("/att-gora")).bodyText().doesNotContain("i driften");
    }

    @Test
    void saysFirstWhatIsGoodToKnowWhereNothingIsWrong() {
        jobs.forEach(job -> addJob(job.name(), 0));
        UUID gone = UUID.randomUUID();
        store.tell(gone, Instant.now().minusSeconds(900), Instant.now().minusSeconds(600));
        assertThat(body("/drift"))
                .contains("<h1>Inget är fel, men en sak är bra att veta</h1>", ">Att veta</span>")
                .doesNotContain("Allt fungerar", "Inget behöver göras");
        assertThat(body("/att-gora")).doesNotContain("i driften");
        store.leave(gone);
    }

    @Test
    void saysWhatIsWrongSinceWhenAndWhatToDo() {
        jobs.forEach(job -> addJob(job.name(), job.name().equals("desk-digest") ? 3 : 0));
        overview.keep();
        overview.keep();
        String drift = body("/drift");
        assertThat(drift)
                .contains("En sak behöver åtgärdas", "Jobbet Dagens brev misslyckades", "3 gånger i rad", "Sedan ")
                .contains("Jobbet prövas igen")
                .contains(">Fel</span>");
        assertThat(drift.indexOf("Dagens brev misslyckades")).isLessThan(drift.indexOf("går lika"));
        assertThat(body("/att-gora")).contains("En sak i driften behöver åtgärdas", "href=\"/drift\"");

        database.sql("update desk.scheduled_task set consecutive_failures = 0").update();
        overview.keep();
        assertThat(body("/att-gora")).doesNotContain("i driften");
        assertThat(store.since()).isEmpty();
    }

    private String body(String address) {
        return new String(page(address).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void keepsSinceWhenItBegan() {
        addJob("desk-search", 1);
        overview.keep();
        database.sql("update watch.finding set since = now() - interval '3 days'")
                .update();
        overview.keep();
        assertThat(store.since())
                .hasEntrySatisfying(
                        "job-desk-search",
                        since -> assertThat(since).isBefore(Instant.now().minus(Duration.ofDays(2))));
    }

    @Test
    void tellsOfAJobThatNobodyDoes() {
        addJob("people-review", 0);
        database.sql("update desk.scheduled_task set execution_time = now() - interval '11 minutes'")
                .update();
        assertThat(body("/drift")).contains("Jobbet Påminnelser om översyn skulle ha gått");
    }

    @Test
    void tellsHowTheLogsChainWas() {
        assertThat(body("/drift")).contains("det har inte hänt än");
        store.noteWalk(new WatchStore.Walk(
                Instant.now(), log.verify().rows(), log.verify().findings().size()));
        assertThat(body("/drift")).contains("hängde ihop");
        store.noteWalk(new WatchStore.Walk(Instant.now(), 5, 2));
        assertThat(body("/drift")).contains("2 saker i loggen stämde inte", "audit verify");
    }

    @Test
    void countsTheCopiesThatRun() {
        UUID gone = UUID.randomUUID();
        Instant now = Instant.now();
        store.tell(UUID.randomUUID(), now, now);
        store.tell(gone, now.minusSeconds(900), now.minusSeconds(600));
        assertThat(body("/drift")).contains("En server är igång", "En server slutade svara utan att stängas av");
        store.leave(gone);
        assertThat(body("/drift")).doesNotContain("slutade svara");
    }

    @Test
    void comparesTheClocks() {
        assertThat(InstallationChecks.clock(Duration.ofSeconds(4), texts).state())
                .isEqualTo(Finding.State.FINE);
        assertThat(InstallationChecks.clock(Duration.ofSeconds(-90), texts).sentence())
                .isEqualTo("Serverns klocka går 90 sekunder före databasens.");
        assertThat(InstallationChecks.clock(Duration.ofSeconds(9), texts).sentence())
                .isEqualTo("Serverns klocka går 9 sekunder efter databasens.");
    }

    @Test
    void namesEveryJob() {
        assertThat(jobs)
                .isNotEmpty()
                .allSatisfy(job -> assertThat(texts.of("job." + job.name())).isNotBlank());
    }

    @Test
    void isForThoseWhoLookAfterTheInstallation() {
        assertThat(pages.get().uri("/drift").with(Someone.as(Role.COUNTY_ADMIN)))
                .hasStatus(403);
        assertThat(pages.get().uri("/om").with(Someone.as(Role.SYSADMIN)))
                .bodyText()
                .contains("href=\"/drift\"");
    }
}
