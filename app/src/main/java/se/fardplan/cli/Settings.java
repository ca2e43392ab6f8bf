package se.fardplan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/**
 * The settings of one installation (inställningar): from the command line, else the environment ({@code
 * FARDPLAN_DATABASE_URL}), else the file {@code fardplan.properties} ({@code database-url}).
 *
 * <p>A name with a dot, such as {@code spring.security.oauth2.client.…}, is handed on as it is.
 */
final class Settings {

    static final String DATABASE_URL = "database-url";
    static final String DATABASE_OWNER = "database-owner";
    static final String DATABASE_OWNER_PASSWORD = "database-owner-password";
    static final String DATABASE_USER = "database-user";
    static final String DATABASE_PASSWORD = "database-password";
    static final String COUNTY = "county";
    static final String ADDRESS = "address";
    static final String PORT = "port";

    private static final List<String> KNOWN = List.of(
            DATABASE_URL,
            DATABASE_OWNER,
            DATABASE_OWNER_PASSWORD,
            DATABASE_USER,
            DATABASE_PASSWORD,
            COUNTY,
            ADDRESS,
            PORT);

    private final Map<String, String> values;
    private final Map<String, Object> handedOn;

    private Settings(Map<String, String> values, Map<String, Object> handedOn) {
        this.values = Map.copyOf(values);
        this.handedOn = Map.copyOf(handedOn);
    }

    /**
     * @param named the file the user named, which must be there; null for the one in the data folder, if any
     * @param written what the command line says; null values say nothing
     * @throws Refusal {@code CLI-005} no such file, {@code CLI-006} an unknown name in it
     */
    static Settings read(
            @Nullable Path named, Path data, Map<String, String> environment, Map<String, @Nullable String> written) {
        Map<String, String> values = new HashMap<>();
        Map<String, Object> handedOn = new HashMap<>();
        Path file = named == null ? data.resolve("fardplan.properties") : named;
        if (named != null || Files.exists(file)) {
            Properties properties = load(file);
            for (String name : properties.stringPropertyNames()) {
                if (name.contains(".")) {
                    handedOn.put(name, properties.getProperty(name));
                } else if (KNOWN.contains(name)) {
                    values.put(name, properties.getProperty(name).strip());
                } else {
                    throw new Refusal("CLI-006", file.toString(), name, String.join(", ", KNOWN));
                }
            }
        }
        for (String name : KNOWN) {
            String value =
                    environment.get("FARDPLAN_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
            if (value != null && !value.isBlank()) {
                values.put(name, value.strip());
            }
            String said = written.get(name);
            if (said != null) {
                values.put(name, said);
            }
        }
        return new Settings(values, handedOn);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** @throws Refusal {@code CLI-007} it is set nowhere */
    String get(String name) {
        return find(name)
                .orElseThrow(() -> new Refusal(
                        "CLI-007",
                        name,
                        "FARDPLAN_" + name.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /** @throws Refusal {@code CLI-008} it is no port number */
    int port(int otherwise) {
        String written = find(PORT).orElse(Integer.toString(otherwise));
        try {
            int port = Integer.parseInt(written);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Refusal("CLI-008", written);
    }

    /** Spring's own settings, by name. */
    Map<String, Object> handedOn() {
        return handedOn;
    }

    @Override
    public String toString() {
        return values.keySet().stream().sorted().collect(Collectors.joining(", ", "Settings[", "]"));
    }

    private static Properties load(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            Refusal refusal = new Refusal("CLI-005", file.toString());
            refusal.initCause(e);
            throw refusal;
        }
    }
}
