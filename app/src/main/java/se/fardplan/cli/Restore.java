package se.fardplan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.AuditLog;
import se.fardplan.database.Database;
import se.fardplan.database.Migrations;

/** {@code ./fardplan restore FILE}: a backup into an empty folder or an empty PostgreSQL (återställning). */
@Command(
        name = "restore",
        description = "Återställ en säkerhetskopia i en tom mapp eller en tom databas.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class Restore implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Mixin
    private Passphrase passphrase = new Passphrase();

    @Parameters(index = "0", paramLabel = "FIL", description = "Säkerhetskopian.")
    private Path file = Path.of("");

    /** Exit code 1 when the restored audit log does not hold: what was saved is back, and it was broken when it was saved. */
    @Override
    public Integer call() throws Exception {
        Texts texts = Texts.standing();
        BackupFile backup = BackupFile.open(file, passphrase::known);
        Manifest manifest;
        try (Progress progress = Progress.of("cli.progress.backup-check")) {
            manifest = backup.check();
        }
        Settings settings = where.settings(Map.of());
        boolean embedded = settings.find(Settings.DATABASE_URL).isEmpty();
        if (embedded) {
            refuseOtherKind(manifest);
        }
        try (Database database = Installation.databaseAlone(where, settings)) {
            refuseNewer(manifest, Migrations.known(database.url(), database.owner()));
            try (Progress progress = Progress.of("cli.progress.restore")) {
                database.beginRestore(manifest.migrations());
                Path witness = Installation.witness(where, settings);
                boolean kept = embedded || settings.handedOn().containsKey(Installation.WITNESS);
                new Loading(database, file, manifest, kept ? witness : null).load(backup);
                database.endRestore();
            }
            AuditLog.Verdict verdict;
            try (Installation installation = Installation.on(database, where, settings)) {
                verdict = installation.ask(AuditLog.class).verify();
            }
            System.out.println(texts.of(
                    "cli.restore.done", file.toString(), manifest.tables().size(), manifest.rows()));
            return AuditVerify.tell(texts, verdict);
        }
    }

    /** A demo's folder is marked before anything is in it, so that it can never be taken for a real one. */
    private void refuseOtherKind(Manifest manifest) {
        if (manifest.demo()) {
            DemoFolder.ensureMarked(where.folder());
        } else if (Files.exists(DemoFolder.mark(where.folder()))) {
            throw new Refusal("CLI-009");
        }
    }

    /** @throws Refusal {@code BCK-005} it holds steps this version does not know, {@code BCK-012} or knows otherwise */
    private void refuseNewer(Manifest manifest, List<Migrations.Step> known) {
        Set<String> scripts = new HashSet<>();
        known.forEach(step -> scripts.add(step.script()));
        for (Migrations.Step step : manifest.migrations()) {
            if (!scripts.contains(step.script())) {
                throw new Refusal("BCK-005", file.toString());
            }
            if (!known.contains(step)) {
                throw new Refusal("BCK-012", file.toString(), step.script());
            }
        }
    }
}
