package se.fardplan.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.support.GenericApplicationContext;
import se.fardplan.Check;
import se.fardplan.Texts;
import se.fardplan.database.Database;

/** What only the command line knows of a server: its folders, its backups, its tables (serverns kontroller). */
final class ServerChecks {

    private ServerChecks() {}

    static void register(
            GenericApplicationContext context,
            Supplier<Database> database,
            Optional<BackupSchedule> backups,
            Supplier<String> county,
            Path data) {
        context.registerBean(
                "backupCheck",
                Check.class,
                () -> new BackupCheck(backups, county, context.getBean(Texts.class), Clock.systemUTC()));
        context.registerBean(
                "diskCheck",
                Check.class,
                () -> new DiskCheck(
                        folders(backups, data, context.getBean(Texts.class)), context.getBean(Texts.class)));
        context.registerBean(
                "migrationsCheck", Check.class, () -> new MigrationsCheck(database, context.getBean(Texts.class)));
    }

    private static Map<String, Path> folders(Optional<BackupSchedule> backups, Path data, Texts texts) {
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put(texts.of("watch.disk.data"), data);
        backups.ifPresent(schedule -> folders.put(texts.of("watch.disk.backup"), schedule.folder()));
        return folders;
    }
}
