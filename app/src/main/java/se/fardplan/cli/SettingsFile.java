package se.fardplan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.fardplan.Refusal;
import se.fardplan.Texts;

/** The file {@code fardplan.properties} (inställningsfilen), where every name of ours must be one there is. */
final class SettingsFile {

    private SettingsFile() {}

    /**
     * Each name and its value as written.
     *
     * @throws Refusal {@code CLI-005} it cannot be read, {@code CLI-006} an unknown name, {@code CLI-018} a value that it
     *     cannot have
     */
    static Map<String, String> read(Path file) {
        String text;
        Properties properties = new Properties();
        try {
            text = Files.readString(file);
            properties.load(new java.io.StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            Refusal refusal = new Refusal("CLI-005", file.toString());
            refusal.initCause(e);
            throw refusal;
        }
        Map<String, String> values = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            String value = properties.getProperty(name);
            check(name, value, file, lineOf(name, text));
            values.put(name, value);
        }
        return values;
    }

    private static void check(String name, String value, Path file, int line) {
        Setting setting = Setting.find(name).orElse(null);
        if (setting == null) {
            if (Setting.isOurs(name)) {
                throw new Refusal("CLI-006", file.toString(), line, name, Setting.nearest(name));
            }
            return;
        }
        if (!value.isBlank() && !setting.allows(value)) {
            String wanted = Texts.standing().of("setting.kind." + setting.kind.name());
            throw new Refusal("CLI-018", file.toString(), line, name, value, wanted);
        }
    }

    /** Counted from 1, where the name stands last, which is the line that counts; 0 for one written with escapes. */
    private static int lineOf(String name, String text) {
        Pattern begins = Pattern.compile("\\s*" + Pattern.quote(name) + "\\s*([=:\\s].*)?");
        String[] lines = text.split("\\R", -1);
        for (int i = lines.length; i > 0; i--) {
            if (begins.matcher(lines[i - 1]).matches()) {
                return i;
            }
        }
        return 0;
    }
}
