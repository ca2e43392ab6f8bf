package se.fardplan.organisation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One entry of a package file (post): named values, each known by file and line.
 *
 * <p>A getter that does not find what it asks for notes the problem and returns something empty, so that one reading finds
 * every error. What comes back is only to be used when no problem was noted.
 */
public final class Entry {

    private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)+");

    private final CountyPackage county;
    private final String file;
    private final Problems problems;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<String> unread = new ArrayList<>();
    private final List<Entry> children = new ArrayList<>();

    Entry(CountyPackage county, String file, Problems problems, @Nullable Node node) {
        this.county = county;
        this.file = file;
        this.problems = problems;
        this.line = node == null ? 1 : lineOf(node);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::take);
        } else if (node != null) {
            problems.add(file, line, "här väntades namngivna värden, ett per rad, som ”namn: värde”.");
        }
    }

    private void take(NodeTuple tuple) {
        int at = lineOf(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            problems.add(file, at, "ett namn framför kolonet måste vara ett ord.");
            return;
        }
        if (values.put(key.getValue(), tuple.getValueNode()) != null) {
            problems.add(file, at, "”%s” står två gånger i samma post. Ta bort den ena.".formatted(key.getValue()));
        }
        lines.put(key.getValue(), at);
        unread.add(key.getValue());
    }

    /** The line this entry starts on, counted from 1. */
    public int line() {
        return line;
    }

    /** Notes a problem on the line of {@code key}, or of the entry where the key is missing. */
    public void problem(String key, String sentence) {
        problems.add(file, lines.getOrDefault(key, line), sentence);
    }

    public boolean has(String key) {
        Node node = find(key);
        return node != null && !isEmpty(node);
    }

    /** A required text, never blank. */
    public String text(String key) {
        String text = textOrNull(key);
        if (text == null) {
            problem(key, "”%s” saknas eller är tomt. Skriv ett värde.".formatted(key));
            return "";
        }
        return text;
    }

    public @Nullable String textOrNull(String key) {
        Node node = find(key);
        if (node == null || isEmpty(node)) {
            return null;
        }
        return node instanceof ScalarNode scalar ? scalar.getValue().strip() : wrong(key, "en text");
    }

    /** The text under {@code key}, or {@code otherwise} where none is given. */
    public String textOr(String key, String otherwise) {
        String text = textOrNull(key);
        return text == null ? otherwise : text;
    }

    public boolean flag(String key) {
        String text = textOrNull(key);
        if (text == null || text.equals("false")) {
            return false;
        }
        if (!text.equals("true")) {
            problem(key, "”%s” ska vara true eller false, inte ”%s”.".formatted(key, text));
        }
        return true;
    }

    public int number(String key) {
        Integer number = numberOrNull(key);
        if (number == null && !has(key)) {
            problem(key, "”%s” saknas. Skriv ett heltal.".formatted(key));
        }
        return number == null ? 0 : number;
    }

    public @Nullable Integer numberOrNull(String key) {
        String text = textOrNull(key);
        return text == null ? null : parseNumber(key, text);
    }

    public int numberOr(String key, int otherwise) {
        Integer number = numberOrNull(key);
        return number == null ? otherwise : number;
    }

    /** A day as {@code 2022-07-01}. */
    public @Nullable LocalDate dateOrNull(String key) {
        String text = textOrNull(key);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            problem(key, "”%s” är inget datum. Skriv det som 2022-07-01.".formatted(text));
            return null;
        }
    }

    /** A version such as {@code 1.0}; a date is refused, since a date says when and not which. */
    public String version(String key) {
        String text = text(key);
        if (!text.isEmpty() && !VERSION.matcher(text).matches()) {
            problem(
                    key,
                    "”%s” är inget versionsnummer. Skriv det som 1.0; ett datum kan inte vara versionsnummer."
                            .formatted(text));
        }
        return text;
    }

    /** A required word of {@code kind}, written as its name. */
    public <E extends Enum<E>> E word(String key, Class<E> kind) {
        String text = textOrNull(key);
        E[] words = kind.getEnumConstants();
        for (E word : words) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        String known = Arrays.stream(words).map(Enum::name).collect(Collectors.joining(", "));
        problem(
                key,
                text == null
                        ? "”%s” saknas. Välj ett av %s.".formatted(key, known)
                        : "”%s” är okänt för ”%s”. Välj ett av %s.".formatted(text, key, known));
        return words[0];
    }

    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node node : list(key)) {
            if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                texts.add(scalar.getValue().strip());
            } else {
                problems.add(file, lineOf(node), "i listan ”%s” väntades en text.".formatted(key));
            }
        }
        return texts;
    }

    public List<Integer> numbers(String key) {
        List<Integer> numbers = new ArrayList<>();
        for (String text : texts(key)) {
            Integer number = parseNumber(key, text);
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** The entries of the list under {@code key}; none where it is missing. */
    public List<Entry> entries(String key) {
        return list(key).stream().map(this::child).toList();
    }

    /** The entry under {@code key}; an empty one where it is missing. */
    public Entry entry(String key) {
        Node node = find(key);
        if (node == null) {
            problem(key, "”%s” saknas.".formatted(key));
        }
        return child(node);
    }

    /** Where this entry's facts come from; every fact has at least one source, each a document of the package. */
    public List<Source> sources() {
        List<String> places = texts("sources");
        if (places.isEmpty()) {
            problem("sources", "källa saknas. Skriv sources: [\"fil:rader\"].");
        }
        List<Source> sources = new ArrayList<>();
        for (String place : places) {
            Source source = county.source(place);
            if (source == null) {
                problem(
                        "sources",
                        "källan ”%s” finns inte i documents.yaml. Skriv den som fil:rader.".formatted(place));
            } else {
                sources.add(source);
            }
        }
        return sources;
    }

    /** Says that {@code keys} belong to another room, so that they are not reported as unknown. */
    public void leave(String... keys) {
        unread.removeAll(List.of(keys));
    }

    /** Notes every name that nobody asked for: most often a slip of the pen. */
    void reportUnread() {
        for (String key : unread) {
            problem(key, "”%s” är okänt här. Rätta stavningen eller ta bort raden.".formatted(key));
        }
        children.forEach(Entry::reportUnread);
    }

    private Entry child(@Nullable Node node) {
        Entry child = new Entry(county, file, problems, node);
        children.add(child);
        return child;
    }

    private List<Node> list(String key) {
        Node node = find(key);
        if (node == null || isEmpty(node)) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        wrong(key, "en lista");
        return List.of();
    }

    private @Nullable Node find(String key) {
        unread.remove(key);
        return values.get(key);
    }

    private @Nullable Integer parseNumber(String key, String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            problem(key, "”%s” är inget heltal.".formatted(text));
            return null;
        }
    }

    private @Nullable String wrong(String key, String wanted) {
        problem(key, "”%s” ska vara %s.".formatted(key, wanted));
        return null;
    }

    private static boolean isEmpty(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().isBlank();
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
