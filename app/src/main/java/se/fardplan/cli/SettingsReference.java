package se.fardplan.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.fardplan.Texts;

/** {@code ./fardplan settings}: every setting, as a file to fill in or as a page to read. */
@Command(
        name = "settings",
        description = "Visa alla inställningar, som en fil att fylla i.",
        mixinStandardHelpOptions = true)
final class SettingsReference implements Runnable {

    private static final Texts TEXTS = Texts.standing();

    @Option(names = "--markdown", description = "Som sidan docs/configuration.md.")
    private boolean asPage;

    @Override
    public void run() {
        System.out.print(asPage ? page() : file());
    }

    /** The page {@code docs/configuration.md}. */
    static String page() {
        StringBuilder page = new StringBuilder("# ")
                .append(TEXTS.of("setting.title"))
                .append("\n\n")
                .append(TEXTS.of("setting.lead"))
                .append(' ')
                .append(TEXTS.of("setting.own-choice"))
                .append('\n');
        for (Setting.Part part : Setting.Part.values()) {
            page.append("\n## ").append(TEXTS.of("setting.part." + part)).append("\n\n");
            page.append(row(
                    TEXTS.of("setting.column.name"),
                    TEXTS.of("setting.column.what"),
                    TEXTS.of("setting.column.kind"),
                    TEXTS.of("setting.column.otherwise")));
            page.append("|---|---|---|---|\n");
            of(part).forEach(setting -> page.append(row(
                    "`" + setting.key + "`"
                            + setting.variable()
                                    .map(name -> " " + TEXTS.of("setting.variable", "`" + name + "`"))
                                    .orElse(""),
                    what(setting),
                    TEXTS.of("setting.kind." + setting.kind),
                    setting.otherwise == null ? "" : "`" + setting.otherwise + "`")));
        }
        return page.append("\n")
                .append(TEXTS.of("setting.written"))
                .append("\n")
                .toString();
    }

    /** A file {@code fardplan.properties} where nothing is set yet. */
    static String file() {
        return Arrays.stream(Setting.Part.values())
                .map(part -> "## " + TEXTS.of("setting.part." + part) + "\n\n"
                        + of(part).stream().map(SettingsReference::lines).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }

    private static String lines(Setting setting) {
        return "# " + what(setting) + "\n# (" + TEXTS.of("setting.kind." + setting.kind)
                + (setting.otherwise == null ? "" : "; " + TEXTS.of("setting.otherwise", setting.otherwise)) + ")\n#"
                + setting.key + "=\n";
    }

    private static String what(Setting setting) {
        return TEXTS.of("setting." + setting.name());
    }

    private static List<Setting> of(Setting.Part part) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.part == part)
                .toList();
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
