package se.fardplan.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.fardplan.Proves;
import se.fardplan.Texts;

/** Every text a reader meets stands in the message files, and nothing else does. */
class MessagesTests {

    private static final Path HOME = Path.of(System.getProperty("fardplan.home"), "app/src/main");
    /** Quotes may stand within quotes in a template, so every pair is looked at. */
    private static final Pattern LITERAL = Pattern.compile("(?=\"([\\w.\\-]+)\")");
    /** Asked for by picocli itself, by its own names. */
    private static final Pattern OF_PICOCLI = Pattern.compile("usage\\..*|help");

    private static final Pattern ASKED =
            Pattern.compile("\\b(?:hall\\.text|texts\\.of|standing\\(\\)\\.of)\\(\\s*\"([^\"]+)\"\\s*([,)+])");
    private static final Pattern RECORDED =
            Pattern.compile("(?:\\brecord|log\\.add)\\(\\s*\\w+(?:\\([^)]*\\))?,\\s*\"([a-z]+\\.[a-z-]+)\"");
    private static final Pattern REFUSED = Pattern.compile("new Refusal\\(\\s*\"([A-Z]+-\\d+)\"");
    private static final Pattern KEY = Pattern.compile("[\\w.\\-åäö]+");

    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, List<String>> files = new HashMap<>();
    private final Map<Path, String> sources = new TreeMap<>();

    MessagesTests() throws IOException {
        try (Stream<Path> all = Files.list(HOME.resolve("resources/messages"))) {
            for (Path file : all.sorted().toList()) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                properties.stringPropertyNames().forEach(key -> {
                    texts.put(key, properties.getProperty(key));
                    files.computeIfAbsent(key, none -> new ArrayList<>())
                            .add(file.getFileName().toString());
                });
            }
        }
        try (Stream<Path> all = Files.walk(HOME.resolve("java"))) {
            for (Path file : all.filter(path -> path.toString().matches(".*\\.(java|jte)"))
                    .toList()) {
                sources.put(HOME.resolve("java/se/fardplan").relativize(file), Files.readString(file));
            }
        }
    }

    @Test
    @Proves("R8")
    void leavesNoTextInATemplate() {
        List<String> found = new ArrayList<>();
        sources.forEach((file, source) -> {
            if (file.toString().endsWith(".jte")) {
                TemplateTexts.in(source).forEach(text -> found.add(file + ": " + text));
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void knowsEveryKeyThatIsAskedFor() {
        Set<String> unknown = new TreeSet<>();
        sources.forEach((file, source) -> {
            Matcher asked = ASKED.matcher(source);
            while (asked.find()) {
                boolean known = asked.group(2).equals("+")
                        ? texts.keySet().stream().anyMatch(key -> key.startsWith(asked.group(1)))
                        : texts.containsKey(asked.group(1));
                if (!known) {
                    unknown.add(file + ": " + asked.group(1));
                }
            }
            Matcher refused = REFUSED.matcher(source);
            while (refused.find()) {
                if (!texts.containsKey("refusal." + refused.group(1))) {
                    unknown.add(file + ": refusal." + refused.group(1));
                }
            }
        });
        assertThat(unknown).isEmpty();
    }

    @Test
    void keepsNoTextThatNothingAsksFor() {
        Set<String> literals = new TreeSet<>();
        sources.values().forEach(source -> {
            Matcher literal = LITERAL.matcher(source);
            while (literal.find()) {
                literals.add(literal.group(1));
            }
        });
        assertThat(texts.keySet().stream().filter(key -> !isUsed(key, literals)))
                .isEmpty();
    }

    /**
     * A key is used when it stands in the code, whole or put together: {@code "menu." + name},
     * {@code key + ".title"}, {@code "about" + "." + number + ".heading"}.
     */
    static boolean isUsed(String key, Set<String> literals) {
        return OF_PICOCLI.matcher(key).matches()
                || key.startsWith("refusal.") && literals.contains(key.substring("refusal.".length()))
                || isBuilt(key, 0, literals);
    }

    private static boolean isBuilt(String key, int from, Set<String> literals) {
        if (from == key.length()) {
            return true;
        }
        for (int to = key.length(); to > from; to--) {
            String piece = key.substring(from, to);
            boolean number = from > 0 && piece.matches("\\d+");
            boolean named = piece.length() > 1 && piece.endsWith(".") && literals.contains(piece);
            if ((number || literals.contains(piece)) && isBuilt(key, to, literals)
                    || named && isBuilt(key, endOfName(key, to), literals)) {
                return true;
            }
        }
        return false;
    }

    private static int endOfName(String key, int from) {
        int dot = key.indexOf('.', from);
        return dot < 0 ? key.length() : dot;
    }

    /** A key that stands twice in one file loses its first text without a word. */
    @Test
    void keepsEachKeyOnceInItsFile() throws IOException {
        List<String> twice = new ArrayList<>();
        try (Stream<Path> all = Files.list(HOME.resolve("resources/messages"))) {
            for (Path file : all.sorted().toList()) {
                Set<String> seen = new TreeSet<>();
                Files.readAllLines(file).stream()
                        .filter(line -> line.matches("[^#\\s=]+=.*"))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .filter(key -> !seen.add(key))
                        .forEach(key -> twice.add(file.getFileName() + ": " + key));
            }
        }
        assertThat(twice).isEmpty();
    }

    /** The log's page says what was done in words. */
    @Test
    void namesEveryActOfTheLog() {
        Set<String> acts = new TreeSet<>();
        sources.forEach((file, source) -> {
            Matcher act = RECORDED.matcher(source);
            while (act.find()) {
                acts.add(act.group(1));
            }
        });
        assertThat(acts).contains("report.frozen", "login.failed");
        assertThat(acts.stream().map(act -> "log.act." + act)).allMatch(texts::containsKey);
    }

    @Test
    void keepsEachKeyOnce() {
        assertThat(files.entrySet().stream().filter(entry -> entry.getValue().size() > 1))
                .isEmpty();
        assertThat(texts.keySet()).allMatch(key -> KEY.matcher(key).matches());
    }

    /** Spring formats a text only when it is given arguments: without a place for them an apostrophe stands single. */
    @Test
    void writesEveryTextAsItWillBeRead() {
        List<String> wrong = new ArrayList<>();
        texts.forEach((key, text) -> {
            boolean formatted = text.matches("(?s).*\\{\\d.*");
            if (text.isBlank()) {
                wrong.add(key + " is empty");
            } else if (formatted && text.replace("''", "").contains("'") && !text.matches("(?s).*'[{}].*")) {
                wrong.add(key + " has a single apostrophe, which swallows what follows");
            } else if (!formatted && text.contains("''")) {
                wrong.add(key + " has a double apostrophe, which will be shown");
            }
            try {
                new MessageFormat(text, Texts.SWEDISH);
            } catch (IllegalArgumentException problem) {
                if (formatted) {
                    wrong.add(key + ": " + problem.getMessage());
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void tellsAUsedKeyFromAnUnusedOne() {
        Set<String> literals = Set.of("login.title", "menu.", "error.", ".title", ".", "ACC-001", "signpost");
        assertThat(isUsed("login.title", literals)).isTrue();
        assertThat(isUsed("menu.strategy", literals)).isTrue();
        assertThat(isUsed("refusal.ACC-001", literals)).isTrue();
        assertThat(isUsed("signpost.title", literals)).isTrue();
        assertThat(isUsed("signpost.12.title", literals)).isTrue();
        assertThat(isUsed("signpost.text", literals)).isFalse();
        assertThat(isUsed("login.submit", literals)).isFalse();
        assertThat(isUsed("refusal.ACC-002", literals)).isFalse();
    }
}
