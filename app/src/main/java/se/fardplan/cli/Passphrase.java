package se.fardplan.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import se.fardplan.Refusal;
import se.fardplan.Texts;

/** How a backup's passphrase is given (lösenfras): never as an argument that others on the machine can read. */
final class Passphrase {

    private static final String VARIABLE = "FARDPLAN_BACKUP_PASSPHRASE";
    private static final int SHORTEST = 12;

    @Option(
            names = "--passphrase",
            description = "Fråga efter lösenfrasen; utan terminal läses första raden på standard in.")
    private boolean ask;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FIL",
            description = "Läs lösenfrasen från filens första rad (annars från miljövariabeln " + VARIABLE + ").")
    private @Nullable Path file;

    /**
     * For a backup that will be written; empty when it shall not be encrypted.
     *
     * @throws Refusal {@code BCK-014} too short, or written in two ways
     */
    Optional<char[]> chosen() {
        Optional<char[]> given = given(true);
        if (given.isPresent() && given.get().length < SHORTEST) {
            throw new Refusal("BCK-014", SHORTEST);
        }
        return given;
    }

    /** For a backup that is encrypted. */
    Optional<char[]> known() {
        if (!ask && System.console() != null && file == null && System.getenv(VARIABLE) == null) {
            ask = true;
        }
        return given(false);
    }

    /** @throws Refusal {@code BCK-016} it cannot be read */
    static char[] in(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return firstLine(lines);
        } catch (IOException e) {
            Refusal refusal = new Refusal("BCK-016", file.toString());
            refusal.initCause(e);
            throw refusal;
        }
    }

    private Optional<char[]> given(boolean twice) {
        if (ask) {
            return Optional.of(asked(twice));
        }
        if (file != null) {
            return Optional.of(in(file));
        }
        return Optional.ofNullable(System.getenv(VARIABLE)).map(String::toCharArray);
    }

    private static char[] asked(boolean twice) {
        Console console = System.console();
        if (console == null) {
            try {
                return firstLine(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
            } catch (IOException e) {
                return new char[0];
            }
        }
        Texts texts = Texts.standing();
        char[] first = read(console, texts.of("cli.backup.passphrase"));
        if (twice && !Arrays.equals(first, read(console, texts.of("cli.backup.passphrase-again")))) {
            throw new Refusal("BCK-014", SHORTEST);
        }
        return first;
    }

    private static char[] read(Console console, String question) {
        char[] written = console.readPassword("%s ", question);
        return written == null ? new char[0] : written;
    }

    private static char[] firstLine(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        return line == null ? new char[0] : line.toCharArray();
    }
}
