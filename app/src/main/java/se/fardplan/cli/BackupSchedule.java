package se.fardplan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;
import se.fardplan.HouseTime;
import se.fardplan.Refusal;
import se.fardplan.database.Database;
import se.fardplan.desk.Job;

/**
 * The backups a running server makes by itself (schemalagd säkerhetskopiering): {@code fardplan.backup.folder} turns it on.
 *
 * @param secret where the passphrase is read each time; null for backups that are not encrypted
 */
record BackupSchedule(
        Path folder,
        LocalTime at,
        Retention retention,
        @Nullable Path secret) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm");

    /**
     * Empty when no folder is set.
     *
     * @throws Refusal {@code BCK-015} a setting that cannot be understood
     */
    static Optional<BackupSchedule> of(PropertyResolver settings) {
        String folder = settings.getProperty("fardplan.backup.folder", "");
        if (folder.isBlank()) {
            return Optional.empty();
        }
        String secret = settings.getProperty("fardplan.backup.passphrase-file", "");
        return Optional.of(new BackupSchedule(
                Main.fromWhereTheUserStands(folder.strip()),
                time(settings.getProperty("fardplan.backup.at", "02.30").strip()),
                Retention.of(settings.getProperty("fardplan.backup.keep", "7,4,12")),
                secret.isBlank() ? null : Main.fromWhereTheUserStands(secret.strip())));
    }

    /** Once a day; {@code database} and {@code county} are asked when it is time. */
    Job job(Supplier<Database> database, Path witness, Supplier<String> county) {
        Clock clock = Clock.system(HouseTime.SWEDEN);
        return Job.daily(at, "backup", () -> make(database.get(), witness, county.get(), LocalDateTime.now(clock)));
    }

    /** Writes one, reads it back, and only then deletes older ones. */
    Path make(Database database, Path witness, String county, LocalDateTime now) {
        BackupFolder backups = new BackupFolder(folder, county);
        Path file = backups.fileOf(now);
        try {
            Files.createDirectories(folder);
            Backup.write(database, witness, file, secret == null ? null : Passphrase.in(secret));
            BackupFile.open(file, () -> Optional.ofNullable(secret).map(Passphrase::in))
                    .check();
            backups.clear(retention);
            return file;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("expected a backup in " + file, e);
        }
    }

    private static LocalTime time(String written) {
        try {
            return LocalTime.parse(written.replace(':', '.'), TIME);
        } catch (DateTimeParseException e) {
            Refusal refusal = new Refusal("BCK-015", "fardplan.backup.at", written);
            refusal.initCause(e);
            throw refusal;
        }
    }
}
