package se.fardplan.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fardplan.TestDatabase;
import se.fardplan.database.Migrations;

/**
 * From each released schema the migrations lead to today's.
 *
 * <p>Released schemas are the dumps in {@code src/test/resources/schema}, one a release. To write today's:
 * {@code mvn -o -q test -pl app -Dtest=MigrationStoreTests -Dfardplan.write=schema/2026-11-22.sql}; a dump that has been
 * released is never written again.
 */
class MigrationStoreTests {

    private static final Path RESOURCES = Path.of(System.getProperty("fardplan.home"), "app/src/test/resources");

    @Test
    void leadFromEachReleasedSchemaToTodays() throws IOException {
        String wanted = System.getProperty("fardplan.write", "");
        if (wanted.endsWith(".sql")) {
            Files.createDirectories(RESOURCES.resolve("schema"));
            Files.writeString(RESOURCES.resolve(wanted), SchemaDump.of(owner(TestDatabase.copy())));
        }
        String today = SchemaDump.structure(owner(TestDatabase.copy()));
        for (Path release : releases()) {
            TestDatabase old = TestDatabase.empty();
            load(old, Files.readString(release));
            migrate(old);
            assertSame(SchemaDump.structure(owner(old)), today);
        }
    }

    @Test
    void areKeptWholeByADump() {
        TestDatabase today = TestDatabase.copy();
        String dump = SchemaDump.of(owner(today));
        TestDatabase again = TestDatabase.empty();
        load(again, dump);
        assertSame(SchemaDump.of(owner(again)), dump);
        // Nothing is left to do: the history came along.
        assertThat(migrate(again)).isZero();
    }

    @Test
    void differWhenAColumnIsMissing() {
        TestDatabase other = TestDatabase.copy();
        owner(other).sql("alter table access.account drop column last_login_at").update();
        assertThat(SchemaDump.structure(owner(other))).isNotEqualTo(SchemaDump.structure(owner(TestDatabase.copy())));
    }

    /** What differs is shown, not both texts. */
    private static void assertSame(String actual, String expected) {
        List<String> actualLines = actual.lines().toList();
        List<String> expectedLines = expected.lines().toList();
        assertThat(actualLines.stream().filter(line -> !expectedLines.contains(line)))
                .isEmpty();
        assertThat(expectedLines.stream().filter(line -> !actualLines.contains(line)))
                .isEmpty();
        assertThat(actual.equals(expected))
                .as("the same lines in the same order")
                .isTrue();
    }

    private static List<Path> releases() throws IOException {
        Path folder = RESOURCES.resolve("schema");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static JdbcClient owner(TestDatabase database) {
        return JdbcClient.create(database.ownerDataSource());
    }

    private static void load(TestDatabase database, String dump) {
        owner(database).sql(dump.replace("?", "??")).update();
    }

    private static int migrate(TestDatabase database) {
        return Migrations.run(database.url(), database.owner());
    }
}
