package se.fardplan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import se.fardplan.TestDatabase;

class MigrationsStoreTests {

    @Test
    void saysNothingWhileAllIsWell() {
        TestDatabase database = TestDatabase.empty();
        PrintStream console = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(Migrations.run(database.url(), database.owner())).isPositive();
        } finally {
            System.setOut(console);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
