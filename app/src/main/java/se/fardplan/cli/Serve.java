package se.fardplan.cli;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.fardplan.Refusal;

/** {@code ./fardplan serve}: for real. */
@Command(
        name = "serve",
        description = "Starta Färdplan med riktiga uppgifter.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Option(names = "--port", paramLabel = "PORT", description = "Porten att lyssna på (annars 8080).")
    private @Nullable String port;

    @Option(
            names = "--address",
            paramLabel = "ADRESS",
            description = "Adressen att lyssna på (annars 127.0.0.1; låt en omvänd proxy sköta https utåt).")
    private @Nullable String address;

    @Override
    public Integer call() {
        if (Files.exists(DemoFolder.mark(where.folder()))) {
            throw new Refusal("CLI-012", where.folder().toString());
        }
        Map<String, @Nullable String> written = new HashMap<>();
        written.put(Settings.PORT, port);
        written.put(Settings.ADDRESS, address);
        Settings settings = where.settings(written);
        Door door = new Door(settings.find(Settings.ADDRESS).orElse("127.0.0.1"), settings.port(8080));
        return Server.run(where, settings, door, null);
    }
}
