package se.fardplan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.fardplan.Refusal;
import se.fardplan.TestDatabase;

class DatabaseStoreTests {

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasWrittenOverAStopAndAStart() {
        Path data = folder.resolve("data");
        try (Database database = Database.open(data, Duration.ZERO, () -> {})) {
            client(database, database.owner()).sql("create schema kept").update();
            client(database, database.owner())
                    .sql("create table kept.note (text text)")
                    .update();
            client(database, database.application())
                    .sql("insert into kept.note values ('åäö')")
                    .update();
        }
        try (Database database = Database.open(data, Duration.ZERO, () -> {})) {
            assertThat(client(database, database.application())
                            .sql("select text from kept.note")
                            .query(String.class)
                            .single())
                    .isEqualTo("åäö");
        }
    }

    @Test
    void refusesASecondServerAndLetsACommandJoin() {
        Path data = folder.resolve("data");
        try (Database database = Database.open(data, Duration.ZERO, () -> {})) {
            assertThatThrownBy(() -> Database.openOrJoin(data, Duration.ZERO, () -> {}))
                    .isInstanceOfSatisfying(
                            Refusal.class, refused -> assertThat(refused.code()).isEqualTo("DB-002"));
            database.announce();
            assertThatThrownBy(() -> Database.open(data, Duration.ZERO, () -> {}))
                    .isInstanceOfSatisfying(
                            Refusal.class, refused -> assertThat(refused.code()).isEqualTo("DB-001"));
            try (Database joined = Database.openOrJoin(data, Duration.ZERO, () -> {})) {
                assertThat(joined.url()).isEqualTo(database.url());
            }
            assertThat(client(database, database.application())
                            .sql("select 1")
                            .query(Integer.class)
                            .single())
                    .isOne();
        }
    }

    @Test
    void keepsPasswordsToItsOwner() throws Exception {
        Path data = folder.resolve("data");
        try (Database database = Database.open(data, Duration.ZERO, () -> {})) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("logins.properties"))))
                    .isEqualTo("rw-------");
            assertThat(client(database, database.application())
                            .sql(
                                    "select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
            assertThat(client(database, database.application())
                            .sql("show fsync")
                            .query(String.class)
                            .single())
                    .isEqualTo("on");
            assertThatThrownBy(() -> Database.connect(
                            database.url(), new Login(database.owner().user(), "wrong"), database.application()))
                    .isInstanceOfSatisfying(
                            Refusal.class, refused -> assertThat(refused.code()).isEqualTo("DB-009"));
        }
    }

    @Test
    void givesEachTestACopyOfItsOwn() {
        JdbcClient one = TestDatabase.jdbc();
        assertThat(one.sql("select current_user").query(String.class).single()).isEqualTo("fardplan");
        assertThat(TestDatabase.copy().url()).isNotEqualTo(TestDatabase.copy().url());
    }

    private static JdbcClient client(Database database, Login login) {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), login.user(), login.password()));
    }
}
