package se.fardplan.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fardplan.Texts;
import se.fardplan.sheets.Preview.Change;
import se.fardplan.sheets.Preview.Difference;
import se.fardplan.sheets.Preview.Kind;

/**
 * How rows of a file are laid beside the rows that stand (matchning).
 *
 * <p>Columns that the file lacks are left as they are. A row with a problem is neither counted nor listed.
 *
 * @param key the field whose value tells rows apart, capitals aside, such as the e-mail address
 * @param name the field whose value names a row on the page
 */
public record Matching(Template template, String key, String name, Absent absent) {

    private static final Texts TEXTS = Texts.standing();

    /** What it means that a row which stands is not in the file (saknad rad). */
    public enum Absent {
        STAYS,
        ENDS
    }

    public Matching {
        template.field(key);
        template.field(name);
    }

    /** @param standing the rows that stand now, by the template's keys */
    public Preview preview(Reading reading, List<Map<String, String>> standing) {
        Reading whole = reading.and(repeated(reading));
        Set<Integer> faulty = whole.problems().stream().map(CellProblem::row).collect(Collectors.toSet());
        Map<String, Map<String, String>> before = new LinkedHashMap<>();
        standing.forEach(row -> before.put(identity(row.getOrDefault(key, "")), row));
        List<Change> changes = new ArrayList<>();
        int unchanged = 0;
        for (Line line : reading.lines()) {
            Map<String, String> was = before.remove(identity(line.text(key)));
            List<Difference> differences = faulty.contains(line.row()) ? List.of() : differences(line, was);
            if (!differences.isEmpty()) {
                Kind kind = was == null ? Kind.ADDED : Kind.CHANGED;
                changes.add(new Change(line.row(), kind, name(line.values(), was), differences));
            } else if (!faulty.contains(line.row())) {
                unchanged++;
            }
        }
        if (absent == Absent.ENDS) {
            before.values().forEach(row -> changes.add(new Change(0, Kind.ENDED, name(row, row), List.of())));
        }
        return Preview.of(changes, unchanged, whole.problems());
    }

    private List<Difference> differences(Line line, @Nullable Map<String, String> was) {
        List<Difference> differences = new ArrayList<>();
        for (Template.Field field : template.fields()) {
            String before = was == null ? "" : was.getOrDefault(field.key(), "");
            String after = line.text(field.key());
            if (line.has(field.key()) && !before.equals(after)) {
                differences.add(new Difference(field.header(), before, after));
            }
        }
        return differences;
    }

    /** The name in the file, else the one that stands, else what tells the row apart. */
    private String name(Map<String, String> values, @Nullable Map<String, String> was) {
        return Stream.of(values.get(name), was == null ? null : was.get(name), values.get(key))
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private List<CellProblem> repeated(Reading reading) {
        Map<String, Integer> first = new HashMap<>();
        List<CellProblem> problems = new ArrayList<>();
        for (Line line : reading.lines()) {
            String identity = identity(line.text(key));
            Integer earlier = identity.isEmpty() ? null : first.putIfAbsent(identity, line.row());
            if (earlier != null) {
                String sentence = TEXTS.of("sheets.problem.repeated", Integer.toString(earlier));
                problems.add(reading.problem(line, key, sentence));
            }
        }
        return problems;
    }

    private static String identity(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
