package se.fardplan.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import se.fardplan.Refusal;
import se.fardplan.Texts;

/** The mark that a folder holds examples and always will (demomapp). The database bears the same mark. */
final class DemoFolder {

    private DemoFolder() {}

    static Path mark(Path folder) {
        return folder.resolve("EXEMPELDATA.txt");
    }

    /** @throws Refusal {@code CLI-011} the folder was begun with real data */
    static void ensureMarked(Path folder) {
        Path mark = mark(folder);
        if (Files.exists(mark)) {
            return;
        }
        try {
            if (Files.isDirectory(folder) && !isEmpty(folder)) {
                throw new Refusal("CLI-011", folder.toString());
            }
            Files.createDirectories(folder);
            Files.writeString(mark, Texts.standing().of("cli.demo.mark") + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before anything is opened; the database is asked as well. */
    static void refuseRealData(Path folder) {
        if (Files.exists(mark(folder))) {
            throw new Refusal("CLI-009");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
