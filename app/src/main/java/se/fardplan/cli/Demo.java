package se.fardplan.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.fardplan.HouseTime;

/** {@code ./fardplan demo}: every part filled with examples, for this machine only. */
@Command(
        name = "demo",
        description = "Starta en demo med exempeldata.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class Demo implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Option(names = "--port", paramLabel = "PORT", description = "Porten att lyssna på (annars 8080).")
    private @Nullable String port;

    @Option(
            names = "--as-of",
            paramLabel = "DATUM",
            description = "Dagen som exemplen gäller, som 2026-03-01 (annars i dag). Räknas bara när demon skapas.")
    private @Nullable LocalDate asOf;

    @Override
    public Integer call() {
        Map<String, @Nullable String> written = new HashMap<>();
        written.put(Settings.PORT, port);
        String county = where.county == null ? "dalarna" : where.county;
        if (where.data == null) {
            where.data = Path.of(System.getProperty("fardplan.cwd", "."))
                    .resolve("data-demo")
                    .resolve(county);
        }
        Settings settings = where.settings(written);
        Door door = new Door("127.0.0.1", settings.port(8080));
        door.refuseWhenTaken();
        DemoFolder.ensureMarked(where.folder());
        return Server.run(where, settings, door, asOf == null ? LocalDate.now(HouseTime.SWEDEN) : asOf);
    }
}
