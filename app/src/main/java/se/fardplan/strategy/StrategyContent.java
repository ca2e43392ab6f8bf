package se.fardplan.strategy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.Entry;
import se.fardplan.organisation.Problems;

/** What the strategy room reads from a county package (strategy.yaml, and of key-figures.yaml the sub-goals). */
record StrategyContent(
        @Nullable Strategy strategy,
        List<SubGoal> subGoals,
        List<Passage> passages,
        List<Heading> headings,
        List<Milestone> milestones,
        List<Stretch> stretches) {

    private static final String FILE = "strategy.yaml";
    private static final Pattern KEBAB = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern ADDRESS = Pattern.compile("/[a-z0-9/#-]*");

    static StrategyContent read(CountyPackage county, Problems problems) {
        if (!county.has(FILE)) {
            listKeyFigures(county, Set.of(), problems);
            return new StrategyContent(null, List.of(), List.of(), List.of(), List.of(), List.of());
        }
        return county.read(FILE, problems, root -> read(root, county, problems));
    }

    private static StrategyContent read(Entry root, CountyPackage county, Problems problems) {
        List<Entry> goals = root.entries("subGoals");
        Set<String> codes = new HashSet<>();
        goals.forEach(goal -> checkCode(goal, codes));
        Map<String, List<String>> figures = listKeyFigures(county, codes, problems);
        List<SubGoal> subGoals = new ArrayList<>();
        goals.forEach(goal -> subGoals.add(subGoal(goal, subGoals.size() + 1, figures)));
        List<Passage> passages = new ArrayList<>();
        for (Passage.Kind kind : Passage.Kind.values()) {
            int order = 1;
            for (Entry entry : root.entries(kind.key())) {
                passages.add(passage(entry, kind, order));
                order++;
            }
        }
        List<Heading> headings = new ArrayList<>();
        root.entries("contents").forEach(entry -> headings.add(heading(entry, headings.size() + 1)));
        List<Milestone> milestones = new ArrayList<>();
        root.entries("milestones").forEach(entry -> milestones.add(milestone(entry, milestones.size() + 1)));
        List<Stretch> stretches = new ArrayList<>();
        root.entries("journey").forEach(entry -> stretches.add(stretch(entry, stretches.size() + 1)));
        return new StrategyContent(strategy(root), subGoals, passages, headings, milestones, stretches);
    }

    private static Strategy strategy(Entry root) {
        Entry vision = root.entry("vision");
        return new Strategy(
                root.text("title"),
                root.textOrNull("formerTitle"),
                root.textOrNull("formerTitleNote"),
                root.texts("appliesTo"),
                root.text("registrationNumber"),
                root.version("version"),
                root.text("printedVersion"),
                date(root, "validFrom"),
                date(root, "validTo"),
                root.number("titleFrom"),
                root.number("titleTo"),
                root.text("approvedBy"),
                vision.text("text"),
                vision.text("line"),
                vision.text("origin"),
                root.sources(),
                vision.sources());
    }

    /** A required day; the loader never uses the stand-in, since the missing one is a problem. */
    private static LocalDate date(Entry entry, String key) {
        if (!entry.has(key)) {
            entry.problem(key, "”%s” saknas. Skriv ett datum som 2022-07-01.".formatted(key));
        }
        return Objects.requireNonNullElse(entry.dateOrNull(key), LocalDate.EPOCH);
    }

    private static void checkCode(Entry goal, Set<String> codes) {
        String code = goal.text("code");
        if (!code.isEmpty() && !KEBAB.matcher(code).matches()) {
            goal.problem("code", "”%s” kan inte stå i en adress. Skriv den som nara-for-mig.".formatted(code));
        }
        if (!codes.add(code)) {
            goal.problem("code", "delmålet ”%s” står två gånger.".formatted(code));
        }
    }

    /** The codes of the key figures by sub-goal; one that measures an unknown sub-goal is a problem. */
    private static Map<String, List<String>> listKeyFigures(
            CountyPackage county, Set<String> subGoals, Problems problems) {
        Map<String, List<String>> figures = new HashMap<>();
        if (!county.has("key-figures.yaml")) {
            return figures;
        }
        return county.glance("key-figures.yaml", problems, root -> {
            for (Entry figure : root.entries("keyFigures")) {
                String goal = figure.text("subGoal");
                if (!goal.isEmpty() && !subGoals.contains(goal)) {
                    String known = subGoals.isEmpty()
                            ? "inga"
                            : String.join(", ", subGoals.stream().sorted().toList());
                    figure.problem("subGoal", "delmålet ”%s” finns inte. Delmålen är: %s.".formatted(goal, known));
                }
                figures.computeIfAbsent(goal, key -> new ArrayList<>()).add(figure.textOr("code", ""));
            }
            return figures;
        });
    }

    private static SubGoal subGoal(Entry entry, int order, Map<String, List<String>> figures) {
        String code = entry.text("code");
        return new SubGoal(
                code,
                order,
                entry.text("name"),
                entry.text("text"),
                entry.textOrNull("printed"),
                entry.text("origin"),
                figures.getOrDefault(code, List.of()),
                entry.sources());
    }

    private static Passage passage(Entry entry, Passage.Kind kind, int order) {
        if (!entry.has("title") && !entry.has("text")) {
            entry.problem("text", "stycket saknar både title och text.");
        }
        return new Passage(
                kind,
                order,
                entry.textOrNull("title"),
                entry.textOr("text", ""),
                entry.textOrNull("printed"),
                entry.textOrNull("note"),
                entry.numberOrNull("page"),
                entry.has("href") ? href(entry) : null,
                entry.sources());
    }

    private static Heading heading(Entry entry, int order) {
        return new Heading(
                order,
                entry.number("level"),
                entry.text("title"),
                entry.numberOrNull("page"),
                href(entry),
                entry.textOrNull("note"));
    }

    private static String href(Entry entry) {
        String href = entry.text("href");
        if (!ADDRESS.matcher(href).matches()) {
            entry.problem("href", "”%s” är ingen adress i systemet. Skriv den som /strategin/malbild.".formatted(href));
        }
        return href;
    }

    private static Milestone milestone(Entry entry, int order) {
        return new Milestone(
                order,
                entry.word("kind", Milestone.Kind.class),
                entry.dateOrNull("day"),
                entry.text("shown"),
                entry.textOr("body", ""),
                entry.text("text"),
                entry.sources());
    }

    private static Stretch stretch(Entry entry, int order) {
        return new Stretch(
                order,
                entry.text("name"),
                entry.text("shown"),
                entry.dateOrNull("from"),
                entry.dateOrNull("to"),
                entry.sources());
    }
}
