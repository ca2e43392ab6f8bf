package se.fardplan.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/security.md} to the standard's lines and to the tests there are. */
class SecurityDocumentTests {

    private static final Path HOME = Path.of(System.getProperty("fardplan.home"));
    private static final Pattern ROW = Pattern.compile("\\| (\\d+\\.\\d+\\.\\d+) \\| [^|]+ \\| (.+) \\|");
    private static final Pattern ANSWER = Pattern.compile("\\*\\*(held|by design|partly|open|none here)\\*\\*(: .+)?");
    private static final Pattern TEST = Pattern.compile("`(\\w+Tests)`");

    /** Of each section, how many lines there are at level 1 and 2; the sections' first lines are those. */
    private static final Map<String, Integer> LINES = Map.ofEntries(
            Map.entry("1.1", 2),
            Map.entry("1.2", 9),
            Map.entry("1.3", 11),
            Map.entry("1.4", 3),
            Map.entry("1.5", 2),
            Map.entry("2.1", 3),
            Map.entry("2.2", 3),
            Map.entry("2.3", 4),
            Map.entry("2.4", 1),
            Map.entry("6.1", 3),
            Map.entry("6.2", 11),
            Map.entry("6.3", 3),
            Map.entry("6.4", 4),
            Map.entry("6.5", 5),
            Map.entry("6.6", 3),
            Map.entry("6.8", 3),
            Map.entry("7.1", 3),
            Map.entry("7.2", 4),
            Map.entry("7.3", 2),
            Map.entry("7.4", 5),
            Map.entry("7.5", 2),
            Map.entry("7.6", 2),
            Map.entry("8.1", 2),
            Map.entry("8.2", 3),
            Map.entry("8.3", 1),
            Map.entry("8.4", 1),
            Map.entry("16.1", 1),
            Map.entry("16.2", 5),
            Map.entry("16.3", 4),
            Map.entry("16.4", 3),
            Map.entry("16.5", 3));

    private final String page = Files.readString(HOME.resolve("docs/security.md"));

    SecurityDocumentTests() throws IOException {}

    @Test
    void answersEveryLineOfTheStandard() {
        Set<String> expected = LINES.entrySet().stream()
                .flatMap(section ->
                        IntStream.rangeClosed(1, section.getValue()).mapToObj(line -> section.getKey() + "." + line))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(answers().keySet()).containsExactlyElementsOf(expected);
    }

    @Test
    void namesATestForWhatIsHeldAndAReasonForWhatIsNot() {
        List<String> wrong = new ArrayList<>();
        answers().forEach((line, answer) -> {
            Matcher told = ANSWER.matcher(answer);
            if (!told.matches()
                    || told.group(1).equals("held") && !TEST.matcher(answer).find()
                    || !told.group(1).equals("none here") && told.group(2) == null) {
                wrong.add(line + ": " + answer);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void namesOnlyTestsThatThereAre() throws IOException {
        Set<String> there;
        try (Stream<Path> files = Files.walk(HOME.resolve("app/src/test/java"))) {
            there = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Tests.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        Set<String> named = new TreeSet<>();
        Matcher test = TEST.matcher(page);
        while (test.find()) {
            named.add(test.group(1));
        }
        assertThat(named).hasSizeGreaterThan(20).isSubsetOf(there);
    }

    private Map<String, String> answers() {
        Map<String, String> answers = new TreeMap<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            assertThat(answers.put(row.group(1), row.group(2))).as(row.group(1)).isNull();
        }
        return answers;
    }
}
