package se.fardplan.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;

/** The peer: the statements of the house's own search, sent one by one as someone would who has only JDBC. */
final class SearchByHand {

    private static final int FEW = 20;

    private final Connection connection;
    private final String hits;
    private final String asTheyStand;
    private final String stems;
    private final String like;
    private final String marking;

    SearchByHand(Connection connection) throws ReflectiveOperationException, SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_custom_plan");
        }
        this.hits = constant("SearchStore", "HITS");
        this.asTheyStand = hits.replace("'pg_catalog.swedish', :query", "'pg_catalog.simple', :query");
        this.marking = constant("SearchStore", "MARKING");
        this.stems = constant("WordStore", "STEMS");
        this.like = constant("WordStore", "LIKE");
    }

    void ask(String question) throws SQLException {
        String every = question.replace(" ", " & ");
        boolean single = !question.contains(" ");
        int found = count(question, hits, every, single);
        if (found >= FEW || count(question, hits, every + ":*", single || found == 0) > 0) {
            return;
        }
        List<String> places = new ArrayList<>();
        for (String word : question.split(" ")) {
            List<String> meant = column(stems, Map.of("word", word));
            if (!meant.isEmpty()) {
                List<String> likely = column(like, Map.of("letters", plain(word)));
                places.add("(" + (likely.isEmpty() ? meant.getFirst() : String.join(" | ", likely)) + ")");
            }
        }
        if (!places.isEmpty()) {
            count(question, asTheyStand, String.join(" & ", places), false);
        }
    }

    private int count(String question, String sql, String query, boolean inside) throws SQLException {
        Map<String, Object> values = new HashMap<>();
        values.put("letters", plain(question));
        values.put("holds", inside ? "%" + plain(question) + "%" : null);
        values.put("query", query);
        values.put("mine", new String[] {"anyone"});
        values.put("kind", null);
        values.put("after", 0);
        values.put("last", 4);
        values.put("marking", marking);
        values.put("marks", "\uE000\uE001");
        return column(sql, values).size();
    }

    private List<String> column(String sql, Map<String, ?> values) throws SQLException {
        ParsedSql parsed = NamedParameterUtils.parseSqlStatement(sql);
        String positional = NamedParameterUtils.substituteNamedParameters(parsed, null);
        List<String> first = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(positional)) {
            int place = 1;
            for (String name : names(sql)) {
                statement.setObject(place++, values.get(name));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    first.add(rows.getString(1));
                }
            }
        }
        return first;
    }

    /** The names in the order of their places. */
    private static List<String> names(String sql) {
        List<String> names = new ArrayList<>();
        var matcher = java.util.regex.Pattern.compile("(?<!:):([a-zA-Z]+)").matcher(sql);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String plain(String text) {
        return text.replace('å', 'a').replace('ä', 'a').replace('ö', 'o').toLowerCase(java.util.Locale.ROOT);
    }

    private static String constant(String type, String name) throws ReflectiveOperationException {
        var field = Class.forName("se.fardplan.desk." + type).getDeclaredField(name);
        field.setAccessible(true);
        return (String) field.get(null);
    }
}
