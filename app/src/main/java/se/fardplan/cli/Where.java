package se.fardplan.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command takes: which folder or database, which county (var). */
final class Where {

    @Option(names = "--data", paramLabel = "MAPP", description = "Datamappen (annars ./data).")
    @Nullable
    Path data;

    @Option(names = "--county", paramLabel = "LÄN", description = "Länspaketet för en ny mapp (annars dalarna).")
    @Nullable
    String county;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "En egen PostgreSQL i stället för den inbyggda, som jdbc:postgresql://värd/databas.")
    @Nullable
    String databaseUrl;

    @Option(
            names = "--config",
            paramLabel = "FIL",
            description = "Inställningar (annars filen i FARDPLAN_CONFIG, annars fardplan.properties i datamappen).",
            defaultValue = "${env:FARDPLAN_CONFIG}")
    @Nullable
    Path config;

    @Option(names = "--debug", description = "Visa tekniska detaljer när något går fel.")
    boolean debug;

    /** The folder that is meant, whether it is there or not. */
    Path folder() {
        if (data != null) {
            return data;
        }
        String set = System.getenv("FARDPLAN_DATA");
        return Path.of(System.getProperty("fardplan.cwd", ".")).resolve(set == null ? "data" : set);
    }

    Settings settings(Map<String, @Nullable String> more) {
        Map<String, @Nullable String> written = new HashMap<>(more);
        written.put(Settings.COUNTY, county);
        written.put(Settings.DATABASE_URL, databaseUrl);
        return Settings.read(config, folder(), System.getenv(), written);
    }
}
