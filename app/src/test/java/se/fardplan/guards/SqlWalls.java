package se.fardplan.guards;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where an SQL text reaches through a wall: a table of another room, or one whose schema is not said.
 *
 * <p>It reads words, not grammar: after {@code from}, {@code join}, {@code into}, {@code update}, {@code copy},
 * {@code table}, {@code truncate} and {@code using} stands a table, and after a comma in such a list another.
 */
final class SqlWalls {

    private static final Pattern WORD = Pattern.compile(
            "\"[^\"]+\"|[\\p{L}_][\\p{L}\\p{N}_$]*(?:\\s*\\.\\s*(?:[\\p{L}_][\\p{L}\\p{N}_$]*|\\*))*|[(),;]");
    private static final Set<String> TABLE_FOLLOWS =
            Set.of("from", "join", "into", "update", "copy", "table", "truncate", "using", "merge");
    private static final Set<String> BEFORE_A_TABLE = Set.of("only", "lateral", "if", "exists", "not", "table", "into");
    private static final Set<String> CATALOGUES = Set.of("pg_catalog", "information_schema", "pg_temp");
    private static final Pattern TEMPORARY = Pattern.compile(
            "(?i)create\\s+(?:local\\s+)?temp(?:orary)?\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)");

    private SqlWalls() {}

    /**
     * @param rooms every room that may have a schema
     * @param temporary tables that the same class makes for itself
     * @return each breach as a sentence
     */
    static List<String> breaches(String room, String sql, Set<String> rooms, Set<String> temporary) {
        List<String> words = words(sql);
        Set<String> local = new HashSet<>(temporary);
        local.addAll(namedQueries(words));
        List<String> breaches = new ArrayList<>();
        for (int index = 0; index < words.size(); index++) {
            String word = words.get(index);
            if (word.contains(".")) {
                check(room, word, rooms, breaches);
            }
            if (TABLE_FOLLOWS.contains(word) && introducesTable(words, index)) {
                checkList(words, index + 1, local, breaches);
            }
        }
        return breaches.stream().distinct().toList();
    }

    static Set<String> temporaryTables(List<String> texts) {
        Set<String> tables = new HashSet<>();
        for (String text : texts) {
            Matcher matcher = TEMPORARY.matcher(text);
            while (matcher.find()) {
                tables.add(matcher.group(1).toLowerCase(Locale.ROOT));
            }
        }
        return tables;
    }

    private static void check(String room, String word, Set<String> rooms, List<String> breaches) {
        String schema = word.substring(0, word.indexOf('.'));
        String table = word.substring(word.indexOf('.') + 1);
        boolean published = room.equals("reports") && table.startsWith("published_");
        if (rooms.contains(schema) && !schema.equals(room) && !published) {
            breaches.add(room + " reaches into " + word);
        }
    }

    /** The tables from {@code index} on, up to the end of their list: each must say its schema or be the query's own. */
    private static void checkList(List<String> words, int index, Set<String> local, List<String> breaches) {
        int at = index;
        while (at < words.size() && BEFORE_A_TABLE.contains(words.get(at))) {
            at++;
        }
        if (at >= words.size()) {
            return;
        }
        String table = words.get(at);
        boolean call = at + 1 < words.size() && words.get(at + 1).equals("(") && isCall(words, index, at);
        boolean catalogue = CATALOGUES.stream().anyMatch(schema -> table.startsWith(schema + "."));
        if (!table.equals("(") && !table.contains(".") && !call && !catalogue && !local.contains(table)) {
            breaches.add("the schema of " + table + " is not said");
        }
        int depth = 0;
        for (int next = at; next < words.size(); next++) {
            String word = words.get(next);
            if (word.equals("(")) {
                depth++;
            } else if (word.equals(")")) {
                depth--;
            }
            if (depth < 0 || depth == 0 && ENDS_LIST.contains(word)) {
                return;
            }
            if (depth == 0 && word.equals(",") && words.get(index - 1).equals("from")) {
                checkList(words, next + 1, local, breaches, true);
                return;
            }
        }
    }

    private static void checkList(
            List<String> words, int index, Set<String> local, List<String> breaches, boolean inFrom) {
        List<String> again = new ArrayList<>(words);
        // The comma stands for the word that began the list.
        again.set(index - 1, inFrom ? "from" : ",");
        checkList(again, index, local, breaches);
    }

    private static final Set<String> ENDS_LIST = Set.of(
            "where",
            "group",
            "order",
            "having",
            "limit",
            "offset",
            "union",
            "except",
            "intersect",
            "set",
            "values",
            "select",
            "on",
            "returning",
            "for",
            "window",
            ";",
            "join",
            "left",
            "right",
            "full",
            "cross",
            "inner",
            "fetch");

    /** {@code insert into t (a, b)} and {@code copy t (a)} list columns; {@code from f(x)} calls a function. */
    private static boolean isCall(List<String> words, int first, int at) {
        String keyword = words.get(first - 1);
        return keyword.equals("from")
                || keyword.equals("join")
                || keyword.equals("using")
                || keyword.equals(",")
                || at > first && words.get(at - 1).equals("lateral");
    }

    /** {@code from} and {@code update} also stand where no table follows. */
    private static boolean introducesTable(List<String> words, int index) {
        String before = index == 0 ? "" : words.get(index - 1);
        String after = index + 1 < words.size() ? words.get(index + 1) : "";
        return switch (words.get(index)) {
            case "from" -> !before.equals("distinct") && !after.equals("stdin") && !insideCall(words, index);
            case "update" ->
                !before.equals("for") && !before.equals("key") && !before.equals("do") && !after.equals("set");
            case "using" -> !before.equals("index") && !after.equals("(") && !before.matches("\\w+_idx");
            case "table" -> !before.equals("temp") && !before.equals("temporary");
            case "merge" -> false;
            case "copy" -> !after.equals("(");
            default -> true;
        };
    }

    /** {@code extract(year from x)}, {@code substring(x from 2)}, {@code trim(both from x)}. */
    private static boolean insideCall(List<String> words, int index) {
        int depth = 0;
        for (int at = index - 1; at > 0; at--) {
            if (words.get(at).equals(")")) {
                depth++;
            } else if (words.get(at).equals("(") && depth-- == 0) {
                return Set.of("extract", "substring", "trim", "overlay", "position")
                        .contains(words.get(at - 1));
            }
        }
        return false;
    }

    /** The names that {@code with} gives. */
    private static Set<String> namedQueries(List<String> words) {
        Set<String> names = new HashSet<>();
        if (!words.contains("with")) {
            return names;
        }
        for (int at = 1; at + 1 < words.size(); at++) {
            if (words.get(at).equals("as")) {
                int open = words.get(at + 1).equals("materialized")
                        ? at + 2
                        : words.get(at + 1).equals("not") ? at + 3 : at + 1;
                if (open < words.size() && words.get(open).equals("(")) {
                    names.add(nameBefore(words, at));
                }
            }
        }
        return names;
    }

    private static String nameBefore(List<String> words, int as) {
        int at = as - 1;
        if (words.get(at).equals(")")) {
            while (at > 0 && !words.get(at).equals("(")) {
                at--;
            }
            at--;
        }
        return words.get(at);
    }

    /** Lower-case words and signs; comments and quoted text left out. */
    private static List<String> words(String sql) {
        String bare = sql.replaceAll("--[^\\n]*", " ")
                .replaceAll("(?s)/\\*.*?\\*/", " ")
                .replaceAll("'(?:[^']|'')*'", " ")
                .replaceAll("::\\s*\\w+", " ")
                .replaceAll(":\\w+", " ")
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(bare);
        while (matcher.find()) {
            words.add(matcher.group().replaceAll("\\s", "").replace("\"", ""));
        }
        return words;
    }
}
