package se.fardplan.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine;
import se.fardplan.TestDatabase;

/** A command run in this process on a test database of its own (kommando). */
final class Command {

    private final TestDatabase database;
    private final Path data;
    private final Path config;

    Command(Path folder) throws IOException {
        this(folder, TestDatabase.copy());
    }

    Command(Path folder, TestDatabase database) throws IOException {
        this.database = database;
        Files.createDirectories(folder);
        data = folder.resolve("data");
        config = Files.writeString(folder.resolve("fardplan.properties"), """
                database-url=%s
                database-owner=%s
                database-owner-password=%s
                database-user=%s
                database-password=%s
                """.formatted(
                        database.url(),
                        database.owner().user(),
                        database.owner().password(),
                        database.application().user(),
                        database.application().password()));
    }

    /** What a command answered: its exit code, and what it said on standard output and standard error. */
    record Answer(int code, String out, String err) {}

    /** The options that every command of this database shares. */
    Where where() {
        Where where = new Where();
        where.config = config;
        where.data = data;
        return where;
    }

    TestDatabase database() {
        return database;
    }

    Answer run(String... arguments) {
        String[] all = Stream.concat(
                        Stream.of(arguments), Stream.of("--config", config.toString(), "--data", data.toString()))
                .toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream standardOut = System.out;
        PrintStream standardErr = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            CommandLine line = Main.line().setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
            int code = line.execute(all);
            return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(standardOut);
            System.setErr(standardErr);
        }
    }
}
