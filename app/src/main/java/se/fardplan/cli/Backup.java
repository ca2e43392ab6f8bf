package se.fardplan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.fardplan.HouseTime;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.database.Database;

/** {@code ./fardplan backup FILE}: one moment of everything in one file, while a server runs or not (säkerhetskopia). */
@Command(
        name = "backup",
        description = "Spara allt i en säkerhetskopia, eller kontrollera en.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class Backup implements Callable<Integer> {

    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm").withZone(HouseTime.SWEDEN);

    @Mixin
    private Where where = new Where();

    @Mixin
    private Passphrase passphrase = new Passphrase();

    @Option(names = "--verify", description = "Kontrollera att filen är hel och orörd; ingenting skrivs.")
    private boolean verify;

    @Parameters(index = "0", paramLabel = "FIL", description = "Säkerhetskopian.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws Exception {
        Texts texts = Texts.standing();
        if (verify) {
            System.out.println(told(texts, "cli.backup.whole", check(file, passphrase)));
            return 0;
        }
        char[] secret = passphrase.chosen().orElse(null);
        Settings settings = where.settings(Map.of());
        if (settings.find(Settings.DATABASE_URL).isEmpty() && !Files.exists(where.folder())) {
            throw new Refusal("BCK-009");
        }
        Manifest manifest;
        try (Database database = Installation.database(where, settings);
                Progress progress = Progress.of("cli.progress.backup")) {
            manifest = write(database, Installation.witness(where, settings), file, secret);
        }
        System.out.println(told(texts, "cli.backup.written", manifest));
        return 0;
    }

    /** Whole, on disk and in place, or not at all. */
    static Manifest write(Database database, Path witness, Path file, char @Nullable [] secret) throws Exception {
        return NewFile.write(file, out -> {
            if (secret == null) {
                return BackupWriter.write(database, witness, Instant.now(), out);
            }
            EncryptedOutput encrypted = new EncryptedOutput(out, BackupKey.make(secret));
            Manifest manifest = BackupWriter.write(database, witness, Instant.now(), encrypted);
            encrypted.finish();
            return manifest;
        });
    }

    static Manifest check(Path file, Passphrase passphrase) {
        try (Progress progress = Progress.of("cli.progress.backup-check")) {
            return BackupFile.open(file, passphrase::known).check();
        }
    }

    private String told(Texts texts, String key, Manifest manifest) {
        return texts.of(
                key,
                file.toString(),
                manifest.county() == null ? "–" : manifest.county(),
                manifest.demo() ? texts.of("cli.backup.demo") : texts.of("cli.backup.real"),
                SHOWN.format(manifest.createdAt()),
                manifest.tables().size(),
                manifest.rows());
    }
}
