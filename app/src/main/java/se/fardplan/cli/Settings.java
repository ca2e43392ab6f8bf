package se.fardplan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    private static final List<String> KNOWN = Arrays.stream(Setting.values())
            .map(setting -> setting.key)
            .filter(key -> !key.contains("."))
            .toList();

    private final Map<String, String> values;
    private final Map<String, Object> handedOn;

    private Settings(Map<String, String> values, Map<String, Object> handedOn) {
        this.values = Map.copyOf(values);
        this.handedOn = Map.copyOf(handedOn);
    }

    /**
     * @param named the file the user named, which must be there; null for the one in the data folder, if any
     * @param written what the command line says; null values say nothing
     * @throws Refusal {@code CLI-005} no such file, {@code CLI-006} an unknown name in it, {@code CLI-018} a value that it
     *     cannot have
     */
    static Settings read(
            @Nullable Path named, Path data, Map<String, String> environment, Map<String, @Nullable String> written) {
        Map<String, String> values = new HashMap<>();
        Map<String, Object> handedOn = new HashMap<>();
        Path file = named == null ? data.resolve("fardplan.properties") : named;
        if (named != null || Files.exists(file)) {
            SettingsFile.read(file).forEach((name, value) -> {
                if (name.contains(".")) {
                    handedOn.put(name, value);
                } else if (!value.isBlank()) {
                    values.put(name, value.strip());
                }
            });
        }
        for (String name : KNOWN) {
            String value = environment.get(variable(name));
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
        return find(name).orElseThrow(() -> new Refusal("CLI-007", name, variable(name)));
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

    /** The environment variable of a setting without a dot in its name. */
    static String variable(String name) {
        return "FARDPLAN_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
