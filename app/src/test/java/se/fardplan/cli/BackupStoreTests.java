package se.fardplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.BadDay;
import se.fardplan.TestDatabase;
import se.fardplan.access.Accounts;
import se.fardplan.access.CurrentUser;
import se.fardplan.database.Database;
import se.fardplan.database.Migrations;

/** Backups of a real PostgreSQL, restored into another. */
class BackupStoreTests {

    private static final String VISIT =
            "insert into desk.visit (account, day, looked_at) values (:person, current_date, now())";
    private static final String TICKET = """
            insert into people.ticket (token_hash, person, purpose, email, made_by, made_at, expires_at)
            values (cast(:person as text), :person, 'INVITATION', 'a', 'b', now(), now())
            """;
    private static final String UNLOGGED = """
            do $$
            declare received record;
            begin
                for received in select oid from pg_catalog.pg_class where relkind = 'r' and relname like 'received\\_%' loop
                    execute format('alter table %s set unlogged', received.oid::regclass);
                end loop;
            end
            $$
            """;
    private static final String INCOMPRESSIBLE = """
            insert into people.ticket (token_hash, person, purpose, email, made_by, made_at, expires_at)
            select sha256(number::text::bytea)::text, gen_random_uuid(), 'INVITATION', 'a', 'b', now(), now()
            from generate_series(1, 12000) number
            """;
    private static final String TICKETS = "select count(*) from people.ticket";
    private static final String ALONE = """
            select count(*)
            from people.ticket t full join desk.visit v on v.account = t.person
            where t.person is null or v.account is null
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("norrby.backup");
    }

    private Command here() throws IOException {
        Command command = new Command(folder.resolve("here"));
        done(command.run("user", "add", "anna@example.se", "--role", "regional-lead"));
        return command;
    }

    private Command empty(String name) throws IOException {
        return new Command(folder.resolve(name), TestDatabase.empty());
    }

    private static Command.Answer done(Command.Answer answer) {
        assertThat(answer.code()).as(answer.err()).isZero();
        return answer;
    }

    private static void refused(Command.Answer answer, String sentence) {
        assertThat(answer.code()).isEqualTo(1);
        // Beside it stands at most what tells that a slow machine is still at it.
        assertThat(answer.err()
                        .lines()
                        .filter(line -> !line.startsWith("Startar Färdplan") && !line.startsWith("Återställer")))
                .singleElement()
                .asString()
                .contains(sentence);
    }

    private static Manifest contents(Path file) {
        return BackupFile.open(file, Optional::empty).check();
    }

    private static JdbcClient rows(Command command) {
        return JdbcClient.create(command.database().ownerDataSource());
    }

    private Path written(Manifest manifest, UnaryOperator<List<Migrations.Step>> steps) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            new BackupWriter(out)
                    .finish(new Manifest(
                            1,
                            "9",
                            "norrby",
                            false,
                            Instant.EPOCH,
                            steps.apply(manifest.migrations()),
                            List.of(),
                            List.of(),
                            null));
        }
        return file;
    }

    @Test
    void comeBackRowByRow() throws IOException {
        Command here = here();
        String said = done(here.run("backup", file.toString())).out();
        assertThat(said).contains(file.toString(), "dalarna", "riktiga uppgifter");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(done(here.run("backup", "--verify", file.toString())).out()).contains("är hel");
        Command there = empty("there");
        assertThat(done(there.run("restore", file.toString())).out()).contains("är återställd", "Loggen är hel");
        Path again = folder.resolve("again.backup");
        done(there.run("backup", again.toString()));
        Manifest first = contents(file);
        Manifest second = contents(again);
        assertThat(first.rows()).isGreaterThan(300);
        assertThat(second.tables()).isEqualTo(first.tables());
        assertThat(second.sequences()).isEqualTo(first.sequences());
        assertThat(second.migrations()).isEqualTo(first.migrations());
        assertThat(done(there.run("user", "list")).out()).contains("anna@example.se");
    }

    @Test
    void leaveOutWhatPasses() throws IOException {
        Command here = here();
        done(here.run("backup", file.toString()));
        List<String> saved =
                contents(file).tables().stream().map(Manifest.Table::name).toList();
        List<String> all = rows(here)
                .sql("select schemaname || '.' || tablename from pg_catalog.pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema', 'public')")
                .query(String.class)
                .list();
        assertThat(all.stream().filter(table -> !saved.contains(table)))
                .allMatch(table -> table.startsWith("indicators.received_")
                        || List.of(
                                        "desk.scheduled_task",
                                        "people.upload",
                                        "plans.upload",
                                        "access.session",
                                        "access.address_failure",
                                        "access.passkey_challenge")
                                .contains(table))
                .hasSizeGreaterThan(5);
    }

    @Test
    void holdOneMomentWhileOthersWrite() throws Exception {
        Command here = here();
        JdbcClient rows = rows(here);
        var source = here.database().ownerDataSource();
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        JdbcClient inTransaction = JdbcClient.create(source);
        AtomicBoolean over = new AtomicBoolean();
        Semaphore written = new Semaphore(0);
        List<Path> files = new ArrayList<>();
        try (Installation installation = Installation.open(here.where())) {
            Accounts accounts = installation.ask(Accounts.class);
            Thread writer = Thread.ofPlatform().start(() -> {
                for (int number = 0; !over.get(); number++) {
                    UUID person = UUID.randomUUID();
                    String email = "p%d@example.se".formatted(number);
                    transaction.executeWithoutResult(status -> List.of(VISIT, TICKET)
                            .forEach(sql -> inTransaction
                                    .sql(sql)
                                    .param("person", person)
                                    .update()));
                    if (number % 20 == 0) {
                        accounts.setPassword(CurrentUser.console(), "anna@example.se", "lösenord-" + email);
                    }
                    written.release();
                }
            });
            for (int round = 0; round < 4; round++) {
                // Something new before each, however quick a backup is.
                written.drainPermits();
                written.acquire(20);
                files.add(folder.resolve(round + ".backup"));
                done(here.run("backup", files.getLast().toString()));
            }
            written.drainPermits();
            written.acquire(2);
            over.set(true);
            writer.join();
        }
        assertThat(files.stream().map(each -> contents(each).rows())).isSorted().doesNotHaveDuplicates();
        Command there = empty("there");
        done(there.run("restore", files.get(2).toString()));
        assertThat(rows(there).sql(ALONE).query(Long.class).single()).isZero();
        assertThat(rows(there).sql(TICKETS).query(Long.class).single())
                .isBetween(20L, rows.sql(TICKETS).query(Long.class).single() - 1);
    }

    @Test
    void areEncryptedWithAPassphrase() throws IOException {
        Path secret = Files.writeString(folder.resolve("lösenfras"), "hästar äter aldrig gurksallad\n");
        Path other = Files.writeString(folder.resolve("annan"), "hästar äter alltid gurksallad\n");
        Path small = Files.writeString(folder.resolve("kort"), "häst\n");
        Command here = here();
        refused(here.run("backup", file.toString(), "--passphrase-file", small.toString()), "minst 12 tecken");
        done(here.run("backup", file.toString(), "--passphrase-file", secret.toString()));
        assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("anna@example.se", "tables/");
        Command there = empty("there");
        refused(there.run("restore", file.toString()), "är krypterad");
        refused(there.run("restore", file.toString(), "--passphrase-file", other.toString()), "passar inte");
        done(there.run("restore", file.toString(), "--passphrase-file", secret.toString()));
    }

    @Test
    void neverWriteOverAnything() throws IOException {
        Command here = here();
        done(here.run("backup", file.toString()));
        refused(here.run("backup", file.toString()), "finns redan");
        refused(here.run("restore", file.toString()), "skriver aldrig över");
        refused(here.run("backup", folder.resolve("ingen/norrby.backup").toString()), "Kontrollera att mappen finns");
    }

    @Test
    void areRefusedWhenNewerOrOther() throws IOException {
        Command here = here();
        done(here.run("backup", file.toString()));
        Manifest manifest = contents(file);
        Command there = empty("there");
        written(
                manifest,
                steps -> Stream.concat(steps.stream(), Stream.of(new Migrations.Step("plans/V3__x.sql", 1)))
                        .toList());
        refused(there.run("restore", file.toString()), "nyare version");
        written(
                manifest,
                steps -> steps.stream()
                        .map(step -> new Migrations.Step(step.script(), 1))
                        .toList());
        refused(there.run("restore", file.toString()), "annan variant");
        written(manifest, steps -> steps);
        refused(there.run("restore", file.toString()), "stämmer inte med innehållsförteckningen");
        refused(there.run("user", "list"), "inte blivit klar");
    }

    @Test
    void areDoneAnewAfterAnInterruption() throws IOException {
        Command here = here();
        done(here.run("backup", file.toString()));
        Command there = empty("there");
        Database database = Installation.database(there.where(), there.where().settings(Map.of()));
        List<Migrations.Step> steps = contents(file).migrations();
        database.beginRestore(steps.subList(0, steps.size() / 2));
        refused(there.run("user", "list"), "inte blivit klar");
        done(there.run("restore", file.toString()));
        assertThat(done(there.run("user", "list")).out()).contains("anna@example.se");
    }

    @BadDay
    void aTruncatedBackupIsRestored() throws IOException {
        done(here().run("backup", file.toString()));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        Command there = empty("there");
        Command.Answer answer = there.run("restore", file.toString());
        refused(answer, "inte hel");
        System.out.println("bad-day aTruncatedBackupIsRestored: ”" + lastLine(answer.err()) + "” (" + tables(there)
                + " tabeller)");
        assertThat(tables(there)).isZero();
    }

    private static long tables(Command command) {
        return rows(command)
                .sql("select count(*) from pg_catalog.pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema')")
                .query(Long.class)
                .single();
    }

    private static String lastLine(String said) {
        return said.strip().lines().toList().getLast();
    }

    @BadDay
    void anOlderBackupIsRestored() throws IOException {
        TestDatabase old = TestDatabase.empty();
        String dump = Files.readString(
                Path.of(System.getProperty("fardplan.home")).resolve("app/src/test/resources/schema/2026-11-22.sql"));
        JdbcClient.create(old.ownerDataSource()).sql(dump.replace("?", "??")).update();
        // The dump does not tell that what an import receives is unlogged.
        JdbcClient.create(old.ownerDataSource()).sql(UNLOGGED).update();
        UUID anna = UUID.randomUUID();
        JdbcClient.create(old.ownerDataSource())
                .sql("insert into access.account (id, email, name, password, created_at, stamp)"
                        + " values (:id, 'anna@example.se', 'Anna', 'x', now(), :id)")
                .param("id", anna)
                .update();
        done(new Command(folder.resolve("old"), old).run("backup", file.toString()));
        Command there = empty("there");
        String said = done(there.run("restore", file.toString())).out();
        System.out.println("bad-day anOlderBackupIsRestored: ”" + said.strip().replace("\n", " ") + "” ("
                + tables(there) + " tabeller)");
        assertThat(rows(there)
                        .sql("select name from access.account where id = :id and version = 0")
                        .param("id", anna)
                        .query(String.class)
                        .single())
                .isEqualTo("Anna");
        assertThat(Migrations.run(there.database().url(), there.database().owner()))
                .isZero();
        done(there.run("user", "list"));
    }

    @Test
    void areMadeByTheServerAndClearedAway() throws Exception {
        Command here = here();
        Path backups = folder.resolve("backups");
        BackupSchedule schedule =
                new BackupSchedule(backups, java.time.LocalTime.of(2, 30), Retention.of("2,0,0"), null);
        Files.createDirectories(backups);
        Path mine = Files.writeString(backups.resolve("fardplan-dalarna-min-egen.backup"), "x");
        Path other = Files.writeString(backups.resolve("fardplan-skane-20260101-023000.backup"), "x");
        Path left =
                Files.writeString(backups.resolve("fardplan-dalarna-20260101-023000.backup" + NewFile.UNFINISHED), "x");
        List<Path> made = new ArrayList<>();
        for (int day = 1; day <= 3; day++) {
            Database database = Installation.database(here.where(), here.where().settings(Map.of()));
            made.add(
                    schedule.make(database, folder.resolve("none"), "dalarna", LocalDateTime.of(2026, 11, day, 2, 30)));
        }
        assertThat(made.getFirst()).doesNotExist();
        assertThat(made.subList(1, 3)).allSatisfy(each -> assertThat(each).exists());
        assertThat(List.of(mine, other)).allSatisfy(each -> assertThat(each).exists());
        assertThat(left).doesNotExist();
    }

    /** Twelve thousand rows that do not compress into the 256 kB that the disk has. */
    @BadDay
    void theDiskFillsDuringABackup() throws Exception {
        Command here = here();
        BadDay.Rows before = BadDay.Rows.of(rows(here));
        rows(here).sql(INCOMPRESSIBLE).update();
        Path disk = folder.resolve("disk");
        Optional<SmallDisk> small = SmallDisk.mount(disk, "256k");
        if (small.isEmpty()) {
            // Without the right to mount only the sentence can be tried.
            assertThat(Failure.sentence(new se.fardplan.Refusal("BCK-010", "x"), null))
                    .startsWith("Disken är full");
            return;
        }
        try (SmallDisk mounted = small.get()) {
            Command.Answer answer =
                    here.run("backup", disk.resolve("full.backup").toString());
            refused(answer, "Disken är full");
            before.tell("theDiskFillsDuringABackup", lastLine(answer.err()), BadDay.Rows.of(rows(here)));
            try (Stream<Path> files = Files.list(mounted.path())) {
                assertThat(files).isEmpty();
            }
        }
        done(here.run("backup", file.toString()));
    }
}
