package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.HouseTime;
import se.fardplan.Proves;
import se.fardplan.TestDatabase;
import se.fardplan.Texts;

class AuditLogStoreTests {

    @TempDir
    Path folder;

    private TestDatabase database;
    private JdbcClient owner;
    private AuditLog log;
    private Access access;
    private TransactionTemplate transaction;

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import({AuditLog.class, Access.class, Witness.class, HouseTime.class})
    static class Room {}

    @BeforeEach
    void start() {
        database = TestDatabase.copy();
        owner = JdbcClient.create(database.ownerDataSource());
        start(folder.resolve("audit-chain.txt").toString());
    }

    private void start(String witness) {
        var source = database.dataSource();
        var manager = new JdbcTransactionManager(source);
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/access");
        texts.setDefaultEncoding("UTF-8");
        var spring = new AnnotationConfigApplicationContext();
        spring.getEnvironment().getSystemProperties().put("fardplan.audit.witness", witness);
        spring.registerBean(PlatformTransactionManager.class, () -> manager);
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        spring.registerBean("messageSource", org.springframework.context.MessageSource.class, () -> texts);
        spring.registerBean(Texts.class);
        spring.register(Room.class);
        spring.refresh();
        System.clearProperty("fardplan.audit.witness");
        log = spring.getBean(AuditLog.class);
        access = spring.getBean(Access.class);
        transaction = new TransactionTemplate(manager);
    }

    private void write(int rows) {
        for (int row = 1; row <= rows; row++) {
            String detail = "ändring " + row;
            transaction.executeWithoutResult(
                    status -> access.record(CurrentUser.console(), "test.changed", "thing", detail));
        }
    }

    private List<String> findings() {
        return log.verify().findings();
    }

    @Test
    void findsNothingInAWholeChain() {
        write(5);
        assertThat(log.verify()).isEqualTo(new AuditLog.Verdict(5, List.of()));
    }

    @Test
    void findsNothingInAnEmptyLog() {
        assertThat(log.verify()).isEqualTo(new AuditLog.Verdict(0, List.of()));
    }

    @Test
    void refusesToWriteOutsideATransaction() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> access.record(CurrentUser.console(), "a", "b", "c"));
    }

    @Test
    @Proves("R250")
    void keepsNothingOfAChangeThatIsRolledBack() {
        write(1);
        transaction.executeWithoutResult(status -> {
            access.record(CurrentUser.console(), "test.changed", "thing", "ångrat");
            status.setRollbackOnly();
        });
        write(1);
        assertThat(log.verify()).isEqualTo(new AuditLog.Verdict(2, List.of()));
    }

    @Test
    void findsARowThatWasChanged() {
        write(5);
        owner.sql("update access.audit_entry set detail = 'annat' where seq = 3")
                .update();
        assertThat(findings()).containsExactly("Rad 3 är ändrad i efterhand.");
    }

    @Test
    void findsAMissingRow() {
        write(5);
        owner.sql("delete from access.audit_entry where seq = 3").update();
        assertThat(findings()).containsExactly("Rad 3 saknas.");
    }

    @Test
    void findsSeveralMissingRowsAndTheFirst() {
        write(6);
        owner.sql("delete from access.audit_entry where seq in (1, 3, 4)").update();
        assertThat(findings()).containsExactly("Rad 1 saknas.", "Raderna 3–4 saknas.");
    }

    @Test
    void findsAMissingEnd() {
        write(5);
        owner.sql("delete from access.audit_entry where seq = 5").update();
        assertThat(findings()).containsExactly("Sista raden, rad 5, saknas.");
    }

    @Test
    void findsAMissingEndThatIsHiddenByTheHead() {
        write(5);
        owner.sql("delete from access.audit_entry where seq > 3").update();
        owner.sql("update access.audit_head set seq = 3, hash = (select hash from access.audit_entry where seq = 3)")
                .update();
        assertThat(findings()).containsExactly("De sista raderna, 4–5, saknas.");
    }

    @Test
    void findsThatTheWholeLogWasEmptied() {
        write(3);
        owner.sql("truncate access.audit_entry").update();
        assertThat(findings()).containsExactly("De sista raderna, 1–3, saknas.");
    }

    @Test
    void findsRowsThatChangedPlaces() {
        write(5);
        owner.sql("update access.audit_entry set seq = -2 where seq = 2").update();
        owner.sql("update access.audit_entry set seq = 2 where seq = 4").update();
        owner.sql("update access.audit_entry set seq = 4 where seq = -2").update();
        assertThat(findings()).containsExactly("Rad 2 och rad 4 har bytt plats.");
    }

    @Test
    void findsARowAddedByHand() {
        write(2);
        owner.sql("""
                        insert into access.audit_entry
                        select 3, at, actor, actor_name, act, subject, detail, hash, hash
                        from access.audit_entry where seq = 2
                        """).update();
        assertThat(findings())
                .containsExactly(
                        "Rad 3 är ändrad i efterhand.", "Loggen har 3 rader men ska ha 2: dess slut är ändrat.");
    }

    @Test
    void findsAChainWrittenAnew() {
        write(3);
        rewrite(2, "förfalskat");
        assertThat(findings())
                .containsExactly(
                        "Rad 2 är inte den som skrevs från början: loggen är omskriven.",
                        "Rad 3 är inte den som skrevs från början: loggen är omskriven.");
    }

    @Test
    void findsARowWhoseHashWasMadeAnew() {
        start("");
        write(3);
        rewriteOnly(2, "förfalskat");
        assertThat(findings()).containsExactly("Rad 3 hör inte ihop med raden före den: någon av dem är utbytt.");
    }

    @Test
    void toleratesAWitnessTornByACrash() throws IOException {
        Path witness = folder.resolve("audit-chain.txt");
        write(3);
        List<String> lines = Files.readAllLines(witness);
        Files.writeString(witness, lines.get(0) + "\n" + lines.get(1).substring(0, 20));
        assertThat(findings()).isEmpty();
    }

    @Test
    void keepsOneLineWhenManyWriteAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            Callable<Void> writer = () -> {
                write(10);
                return null;
            };
            for (Future<Void> done : threads.invokeAll(List.of(writer, writer, writer, writer, writer, writer))) {
                done.get();
            }
        }
        assertThat(log.verify()).isEqualTo(new AuditLog.Verdict(60, List.of()));
    }

    @Test
    @Proves("R250")
    void letsTheApplicationNeitherChangeNorDelete() {
        write(1);
        JdbcClient application = JdbcClient.create(database.dataSource());
        for (String statement : List.of(
                "update access.audit_entry set detail = ''",
                "delete from access.audit_entry",
                "truncate access.audit_entry",
                "delete from access.audit_head",
                "insert into access.audit_head (seq, hash) values (0, '')")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(statement)
                    .isThrownBy(() -> application.sql(statement).update())
                    .havingRootCause()
                    .withMessageContaining("permission denied");
        }
    }

    @Test
    void searchesNewestFirst() {
        write(3);
        assertThat(log.search(new AuditLog.Search("kommando", "test.changed", null, null, null), 2))
                .extracting(Entry::seq)
                .containsExactly(3L, 2L);
        assertThat(log.search(new AuditLog.Search(null, null, null, null, 2L), 10))
                .extracting(Entry::detail)
                .containsExactly("ändring 1");
        assertThat(log.listActs()).containsExactly("test.changed");
    }

    private void rewrite(long from, String detail) {
        String hash = rewriteOnly(from, detail);
        for (Entry old : log.search(new AuditLog.Search(null, null, null, null, null), 100)
                .reversed()) {
            if (old.seq() > from) {
                hash = store(Entry.after(
                        hash, old.seq(), old.at(), CurrentUser.console(), old.act(), old.subject(), old.detail()));
            }
        }
        owner.sql("update access.audit_head set hash = :hash")
                .param("hash", hash)
                .update();
    }

    private String rewriteOnly(long seq, String detail) {
        Entry old = log.search(new AuditLog.Search(null, null, null, null, seq + 1), 1)
                .getFirst();
        return store(Entry.after(
                old.previousHash(), seq, old.at(), CurrentUser.console(), old.act(), old.subject(), detail));
    }

    private String store(Entry entry) {
        owner.sql("""
                        update access.audit_entry set detail = :detail, previous_hash = :previous, hash = :hash
                        where seq = :seq
                        """)
                .param("detail", entry.detail())
                .param("previous", entry.previousHash())
                .param("hash", entry.hash())
                .param("seq", entry.seq())
                .update();
        return entry.hash();
    }
}
