package se.fardplan.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a new password is given: on standard input, never as an argument that others on the machine can read. */
final class Secret {

    @Option(
            names = "--password-stdin",
            description = "Läs lösenordet från första raden på standard in. Annars görs ett som visas en gång.")
    private boolean fromInput;

    /** The password the user gave; empty when one shall be made. */
    Optional<String> read() {
        if (!fromInput) {
            return Optional.empty();
        }
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return Optional.of(line == null ? "" : line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
