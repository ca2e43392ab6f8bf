package se.fardplan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fardplan.Refusal;
import se.fardplan.Texts;

/**
 * Every setting is declared once, and the declaration is what is read, refused and told.
 *
 * <p>To write the reference anew: {@code mvn -o -q test -pl app -Dtest=SettingsTests -Dfardplan.write=true}.
 */
class SettingsTests {

    private static final Path HOME = Path.of(System.getProperty("fardplan.home"));
    /** Given to the JVM by the scripts that start it; nobody else sets them. */
    private static final Set<String> OF_THE_SCRIPTS =
            Set.of("fardplan.home", "fardplan.cwd", "fardplan.make-cache", "fardplan.postgresql");

    private static final Pattern USED = Pattern.compile("\"(?:\\$\\{)?(fardplan\\.[a-zA-Z0-9.*-]*[a-zA-Z0-9*.])[\":}]");

    @TempDir
    private Path folder;

    @Test
    void declaresEverySettingThatIsUsed() throws IOException {
        Set<String> used = used();
        assertThat(used).contains("fardplan.mail.from", "fardplan.backup.folder", "fardplan.counties");
        assertThat(used.stream()
                        .filter(name -> !OF_THE_SCRIPTS.contains(name))
                        // A beginning that is put together with a word of the installation's own choice.
                        .filter(name -> Setting.find(name.endsWith(".") ? name + "x" : name)
                                .isEmpty()))
                .isEmpty();
    }

    @Test
    void usesEverySettingThatIsDeclared() throws IOException {
        Set<String> used = used();
        assertThat(Arrays.stream(Setting.values())
                        .map(setting -> setting.key.replaceFirst("\\*.*", ""))
                        .filter(name -> name.startsWith("fardplan.") && !used.contains(name)))
                .isEmpty();
    }

    @Test
    void standInTheReferenceAndInThePackagesFile() throws IOException {
        Map<Path, String> written = Map.of(
                HOME.resolve("docs/configuration.md"), SettingsReference.page(),
                HOME.resolve("packaging/fardplan.properties"), SettingsReference.file());
        for (var text : written.entrySet()) {
            if (Boolean.getBoolean("fardplan.write")) {
                Files.writeString(text.getKey(), text.getValue());
            }
            assertThat(text.getKey()).hasContent(text.getValue());
        }
    }

    /** The package's file, with every line switched on and an answer of the right sort, is one that is read. */
    @Test
    void readsEverySettingItTellsOf() throws IOException {
        Map<String, String> sample = new TreeMap<>();
        for (Setting setting : Setting.values()) {
            String value = switch (setting.kind) {
                case WORD, SECRET, PATH -> "x";
                case PORT -> "8081";
                case TIME -> "03.15";
                case KEEP -> "7, 4, 12";
                case YES_OR_NO -> "true";
                case URL -> "https://fardplan.example.se";
            };
            sample.put(setting.key.replace("*", "x"), value);
        }
        Path file = folder.resolve("fardplan.properties");
        Files.write(
                file,
                sample.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
        assertThat(SettingsFile.read(file)).isEqualTo(sample);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fardplan.adress=https://a.example.se | Rad 2 i | ”fardplan.adress” | ”fardplan.address”
            fardplan.backup.mapp=/srv            | Rad 2 i | ”fardplan.backup.mapp” | ”fardplan.backup.at”
            fardplan.mail.form = a@example.se    | Rad 2 i | ”fardplan.mail.form” | ”fardplan.mail.from”
            databse-url=jdbc:postgresql://a/b    | Rad 2 i | ”databse-url” | ”database-url”
            fardplan.backup.at=snart             | Rad 2 i | ”snart” | ett klockslag som 02.30
            fardplan.address=fardplan.example.se | Rad 2 i | ”fardplan.example.se” | en adress som https://
            port=80800                           | Rad 2 i | ”80800” | ett portnummer
            fardplan.backup.keep=7               | Rad 2 i | ”7” | dagar, veckor och månader
            """)
    void refusesAnUnknownNameOrValueByItsLine(String line, String where, String what, String instead)
            throws IOException {
        Path file = folder.resolve("fardplan.properties");
        Files.writeString(file, "# en rad\n" + line + "\n\nspring.mail.host=mail.example.se\n");
        assertThatThrownBy(() -> SettingsFile.read(file))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(Texts.standing().of(refusal)).contains(where, what, instead));
    }

    @Test
    void handsOnWhatIsTheLibraries() throws IOException {
        Path file = folder.resolve("fardplan.properties");
        Files.writeString(file, "logging.level.root=info\nport=\n");
        Settings settings = Settings.read(file, folder, Map.of(), Map.of());
        assertThat(settings.handedOn()).containsEntry("logging.level.root", "info");
        assertThat(settings.port(8080)).isEqualTo(8080);
    }

    private static Set<String> used() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(HOME.resolve("app/src/main"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.java|.*application.*\\.properties"))
                    .filter(path -> !path.endsWith("Setting.java"))
                    .toList()) {
                Matcher name = USED.matcher(Files.readString(file));
                while (name.find()) {
                    used.add(name.group(1));
                }
            }
        }
        used.remove("fardplan.properties");
        return used;
    }
}
