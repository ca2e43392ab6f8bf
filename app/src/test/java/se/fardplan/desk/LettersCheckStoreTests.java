package se.fardplan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.Finding;
import se.fardplan.TestDatabase;
import se.fardplan.Texts;

class LettersCheckStoreTests {

    private final TestDatabase database = TestDatabase.copy();
    private final JdbcClient rows = JdbcClient.create(database.dataSource());

    private List<Finding> look(@Nullable JavaMailSender server, String from) {
        Post post = new Post(server, from);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        Outbox outbox = new Outbox(new LetterStore(rows), post, transaction, Clock.systemUTC());
        return new LettersCheck(outbox, post, Texts.standing()).look();
    }

    private void addWaiting(int attempts) {
        new LetterStore(rows)
                .add(
                        java.util.Map.of(
                                java.util.UUID.randomUUID(),
                                new Letter("anna@example.org", "Hej", "Text", Letter.Kind.NOTICE)),
                        null,
                        java.time.Instant.parse("2026-11-20T08:00:00Z"));
        rows.sql("update desk.letter set attempts = :attempts")
                .param("attempts", attempts)
                .update();
    }

    @Test
    void isNothingToFixWithoutLetters() {
        assertThat(look(null, "").getFirst().state()).isEqualTo(Finding.State.NOTICE);
        assertThat(look(new JavaMailSenderImpl(), "Färdplan <fardplan@example.org>")
                        .getFirst()
                        .state())
                .isEqualTo(Finding.State.FINE);
    }

    @Test
    void tellsOfLettersThatWaitForAServer() {
        addWaiting(0);
        Finding found = look(null, "").getFirst();
        assertThat(found.state()).isEqualTo(Finding.State.WRONG);
        assertThat(found.sentence()).contains("ett brev väntar");
        assertThat(found.since()).isEqualTo(java.time.Instant.parse("2026-11-20T08:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "fardplan", "Färdplan <>", "fardplan@", "a b c"})
    void tellsOfASenderThatIsNone(String from) {
        Finding found = look(new JavaMailSenderImpl(), from).getFirst();
        assertThat(found.state()).isEqualTo(Finding.State.WRONG);
        assertThat(found.advice()).contains("fardplan@example.se");
        assertThat(new Post(new JavaMailSenderImpl(), from).isOpen()).isFalse();
    }

    @Test
    void tellsOfLettersThatHaveBeenTriedInVainWithoutSayingWhose() {
        addWaiting(3);
        Finding found = look(new JavaMailSenderImpl(), "fardplan@example.org").getFirst();
        assertThat(found.state()).isEqualTo(Finding.State.WRONG);
        assertThat(found.toString()).contains("Ett brev har prövats förgäves").doesNotContain("anna");
    }
}
