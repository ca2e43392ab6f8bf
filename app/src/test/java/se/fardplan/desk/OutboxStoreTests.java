package se.fardplan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.BadDay;
import se.fardplan.TestDatabase;
import se.fardplan.Texts;

/** The outbox against a real database and a real mail server. */
class OutboxStoreTests {

    private static final Letter INVITATION = new Letter(
            "asa@norrby.example", "Välkommen, Åsa", "Öppna https://norrby.example/x7 i dag.", Letter.Kind.INVITATION);
    private static final Letter NOTICE =
            new Letter("bo@norrby.example", "Planen är mottagen", "Läs den.", Letter.Kind.NOTICE);

    private final DataSource source = TestDatabase.copy().dataSource();
    private final JdbcClient database = JdbcClient.create(source);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    private final MovingClock clock = new MovingClock("2026-11-23T06:00:00Z");
    private final Mailbox mailbox = new Mailbox();
    private final Outbox outbox = outbox(mailbox.post());

    @AfterEach
    void close() {
        mailbox.close();
    }

    private Outbox outbox(Post post) {
        return new Outbox(new LetterStore(database), post, transaction, clock);
    }

    private void write(Letter letter) {
        transaction.executeWithoutResult(
                status -> new LetterStore(database).add(Map.of(UUID.randomUUID(), letter), null, clock.instant()));
    }

    private Map<String, Object> row() {
        return database.sql("select * from desk.letter").query().singleRow();
    }

    @Test
    void sendsALetterWithinASecondOfItsCommit() throws Exception {
        mailbox.open();
        Instant committed = transaction.execute(status -> {
            outbox.add(List.of(INVITATION));
            assertThat(mailbox.received()).isEmpty();
            return Instant.now();
        });
        while (mailbox.received().isEmpty()) {
            assertThat(Instant.now()).isBefore(committed.plusSeconds(5));
            Thread.onSpinWait();
        }
        MimeMessage received = mailbox.received().getFirst();
        assertThat(received.getSubject()).isEqualTo("Välkommen, Åsa");
        assertThat(received.getFrom()[0].toString()).contains("fardplan@norrby.example");
        assertThat(received.getRecipients(Message.RecipientType.TO)[0].toString())
                .isEqualTo("asa@norrby.example");
        assertThat((String) received.getContent()).contains("Öppna https://norrby.example/x7");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received.getMessageID()).matches("<[0-9a-f-]{36}@norrby\\.example>");
    }

    @Test
    void sendsNothingOfATransactionThatIsRolledBack() {
        mailbox.open();
        transaction.executeWithoutResult(status -> {
            outbox.add(List.of(NOTICE));
            status.setRollbackOnly();
        });
        assertThat(outbox.sendDue()).isZero();
        assertThat(mailbox.received()).isEmpty();
    }

    @Test
    void keepsTheTextOfASecretNoLongerThanUntilItIsSent() {
        mailbox.open();
        write(INVITATION);
        assertThat(row().get("body")).isNotNull();
        assertThat(outbox.sendDue()).isEqualTo(1);
        assertThat(row().get("body")).isNull();
        assertThat(row().get("sent_at")).isNotNull();
    }

    @BadDay
    void theMailServerIsDownForADay() {
        write(INVITATION);
        write(NOTICE);
        BadDay.Rows before = BadDay.Rows.of(database);
        int attempts = 0;
        for (Instant until = clock.instant().plus(Duration.ofDays(1));
                clock.instant().isBefore(until);
                attempts++) {
            assertThat(outbox.sendDue()).isZero();
            clock.forward(Duration.ofMinutes(5));
        }
        assertThat(attempts).isEqualTo(288);
        assertThat(outbox.state().waiting()).isEqualTo(2);
        assertThat(outbox.state().troubled()).isEqualTo(2);
        before.tell(
                "theMailServerIsDownForADay",
                Texts.standing().of("watch.letters.troubled", outbox.state().troubled()),
                BadDay.Rows.of(database));
        mailbox.open();
        clock.forward(Duration.ofMinutes(15));
        assertThat(outbox.sendDue()).isEqualTo(2);
        assertThat(outbox.sendDue()).isZero();
        clock.forward(Duration.ofDays(1));
        assertThat(outbox.sendDue()).isZero();
        assertThat(mailbox.received()).hasSize(2);
        assertThat(outbox.state()).isEqualTo(new OutboxState(true, 0, null, 0, 0));
    }

    @Test
    void waitsLongerAfterEachAttempt() {
        assertThat(Stream.of(1, 2, 3, 5, 6, 400).map(Outbox::waitAfter))
                .containsExactly(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(90),
                        Duration.ofSeconds(810),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(15));
    }

    @Test
    void bearsTheSameMessageIdWhenTriedAgain() throws Exception {
        mailbox.open();
        write(NOTICE);
        Object id = row().get("id");
        // The server took the letter, and the application fell before it was noted.
        transaction.executeWithoutResult(status -> {
            LetterStore.Waiting waiting =
                    new LetterStore(database).findNext(clock.instant()).orElseThrow();
            assertThat(mailbox.post().send(waiting)).isEqualTo(new Post.Taken());
            status.setRollbackOnly();
        });
        assertThat(outbox.sendDue()).isEqualTo(1);
        assertThat(mailbox.received()).hasSize(2);
        for (MimeMessage received : mailbox.received()) {
            assertThat(received.getMessageID()).isEqualTo("<" + id + "@norrby.example>");
        }
    }

    @Test
    void sendsEachLetterOnceWhenTwoCopiesSendAtOnce() throws Exception {
        mailbox.open();
        for (int letter = 0; letter < 20; letter++) {
            write(NOTICE);
        }
        try (ExecutorService copies = Executors.newFixedThreadPool(2)) {
            Callable<Integer> copy = () -> outbox(mailbox.post()).sendDue();
            int sent = 0;
            for (var result : copies.invokeAll(List.of(copy, copy))) {
                sent += result.get();
            }
            assertThat(sent).isEqualTo(20);
        }
        assertThat(mailbox.received()).hasSize(20);
    }

    @Test
    void letsALetterThatIsRefusedHoldUpNoOther() {
        mailbox.open();
        write(new Letter("ingen adress <", "Till ingen", "", Letter.Kind.NOTICE));
        write(NOTICE);
        assertThat(outbox.sendDue()).isEqualTo(1);
        assertThat(database.sql("select last_error from desk.letter where sent_at is null")
                        .query(String.class)
                        .single())
                .startsWith("AddressException");
    }

    @Test
    void givesUpAfterFiveDaysAndForgetsTheSecret() {
        write(INVITATION);
        clock.forward(Duration.ofDays(5).plusMinutes(1));
        mailbox.open();
        assertThat(outbox.sendDue()).isZero();
        assertThat(mailbox.received()).isEmpty();
        assertThat(row().get("given_up_at")).isNotNull();
        assertThat(row().get("body")).isNull();
    }

    @Test
    void letsLettersWaitWhereThereIsNoMailServer() {
        Outbox closed = outbox(new Post(null, "fardplan@norrby.example"));
        transaction.executeWithoutResult(status -> closed.add(List.of(NOTICE)));
        assertThat(closed.sendDue()).isZero();
        assertThat(row()).containsEntry("attempts", 0);
    }
}
