package se.fardplan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which requirement is proven by which tests (kravtäckning): makes {@code docs/requirements-coverage.md} from
 * {@link Proves} on compiled test classes and the reasons in {@code requirements-open.properties}.
 */
final class RequirementsCoverage {

    private static final String HEAD = """
            # Requirements: what is proven, and by what

            Made by the build from tests that name what they prove (`@Proves`); not written by hand. *open* says what will close
            it; a requirement that is open in part names both.

            | id | state | by |
            |---|---|---|
            """;

    private final Map<String, TreeSet<String>> proofs;
    private final Map<String, String> open;

    RequirementsCoverage(Map<String, TreeSet<String>> proofs, Map<String, String> open) {
        this.proofs = proofs;
        this.open = open;
    }

    /** The ids that must have a row, in order. */
    static List<String> ids() {
        return Stream.of(
                        ids("R", 1, 9),
                        ids("R", 13, 13),
                        ids("R", 20, 22),
                        ids("R", 27, 28),
                        ids("R", 31, 53),
                        ids("R", 75, 75),
                        ids("R", 84, 150),
                        ids("R", 158, 167),
                        ids("R", 223, 243),
                        ids("R", 250, 252),
                        ids("C", 1, 15),
                        ids("C", 25, 26),
                        ids("C", 30, 35),
                        ids("C", 42, 57),
                        ids("C", 62, 66))
                .flatMap(ids -> ids)
                .toList();
    }

    private static Stream<String> ids(String letter, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(number -> letter + number);
    }

    /** What the tests below {@code classes} prove: id → {@code Class: method}. */
    static Map<String, TreeSet<String>> proofsIn(Path classes) {
        Map<String, TreeSet<String>> proofs = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file)
                            .toString()
                            .replace('/', '.')
                            .replaceAll("\\.class$", ""))
                    .filter(name -> name.startsWith("se.fardplan.") && !name.endsWith("$Sample"))
                    .sorted()
                    .forEach(name -> collect(load(name), proofs));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return proofs;
    }

    static void collect(Class<?> test, Map<String, TreeSet<String>> proofs) {
        String name = outermost(test).getSimpleName();
        Proves whole = test.getAnnotation(Proves.class);
        if (whole != null) {
            add(whole, name, proofs);
        }
        for (Method method : test.getDeclaredMethods()) {
            Proves proves = method.getAnnotation(Proves.class);
            if (proves != null) {
                add(proves, name + ": " + method.getName(), proofs);
            }
        }
    }

    private static Class<?> outermost(Class<?> type) {
        return type.getEnclosingClass() == null ? type : outermost(type.getEnclosingClass());
    }

    private static void add(Proves proves, String by, Map<String, TreeSet<String>> proofs) {
        for (String id : proves.value()) {
            proofs.computeIfAbsent(id, none -> new TreeSet<>()).add(by);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, RequirementsCoverage.class.getClassLoader());
        } catch (ClassNotFoundException problem) {
            throw new IllegalStateException(problem);
        }
    }

    String page() {
        return HEAD + ids().stream().map(this::row).collect(Collectors.joining("\n", "", "\n"));
    }

    private String row(String id) {
        String tests = String.join("; ", proofs.getOrDefault(id, new TreeSet<>()));
        String reason = open.get(id);
        if (reason == null) {
            return "| %s | %s | %s |".formatted(id, tests.isEmpty() ? "MISSING" : "proven", tests);
        }
        return "| %s | open | %s |".formatted(id, tests.isEmpty() ? reason : reason + " Proven so far: " + tests);
    }

    /** What makes the table untrue or unfinished, a sentence each. */
    List<String> problems(List<String> mayBeOpen) {
        List<String> problems = new ArrayList<>();
        for (String id : ids()) {
            if (!proofs.containsKey(id) && !open.containsKey(id)) {
                problems.add(id + " is neither proven nor said to be open");
            }
        }
        open.forEach((id, reason) -> {
            if (!mayBeOpen.contains(id)) {
                problems.add(id + " may not be open");
            }
            if (reason.isBlank()) {
                problems.add(id + " is open without a reason");
            }
        });
        for (String id : proofs.keySet()) {
            if (!id.matches("[RC]\\d+")) {
                problems.add(proofs.get(id) + " proves " + id + ", which is no requirement");
            }
        }
        return problems;
    }
}
