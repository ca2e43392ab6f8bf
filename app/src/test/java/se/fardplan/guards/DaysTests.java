package se.fardplan.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The day is Sweden's, whatever zone the machine is in: a machine of another zone would be a day off around midnight. */
class DaysTests {

    /** Written in two so that this class does not find itself. */
    private static final String MACHINES_OWN = "LocalDate" + ".now()";

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/test/java"})
    void asksForTheDayInSweden(String sources) throws IOException {
        assertThat(asking(Path.of(sources))).isEmpty();
    }

    @Test
    void findsWhoAsksTheMachine(@TempDir Path folder) throws IOException {
        Path bad = Files.writeString(folder.resolve("Bad.java"), "var day = " + MACHINES_OWN + ";");
        assertThat(asking(folder)).containsExactly(bad);
    }

    private static List<Path> asking(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(DaysTests::asks)
                    .toList();
        }
    }

    private static boolean asks(Path file) {
        try {
            return Files.readString(file).contains(MACHINES_OWN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
