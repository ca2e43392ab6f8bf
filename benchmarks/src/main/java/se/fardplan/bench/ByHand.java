package se.fardplan.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/** A statement of the house's own, sent by plain JDBC as someone would who has nothing else. */
final class ByHand {

    private static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z]+)");

    private final Connection connection;
    private final String positional;
    private final List<String> names = new ArrayList<>();

    /** @param type the class that holds the text in its constant {@code name} */
    ByHand(Connection connection, String type, String name) throws ReflectiveOperationException {
        this.connection = connection;
        var field = Class.forName(type).getDeclaredField(name);
        field.setAccessible(true);
        String sql = (String) field.get(null);
        this.positional =
                NamedParameterUtils.substituteNamedParameters(NamedParameterUtils.parseSqlStatement(sql), null);
        Matcher found = NAME.matcher(sql);
        while (found.find()) {
            names.add(found.group(1));
        }
    }

    /** How many rows it gives, each of them read. */
    int rows(Map<String, Object> values) throws SQLException {
        int count = 0;
        try (PreparedStatement statement = connection.prepareStatement(positional)) {
            for (int place = 0; place < names.size(); place++) {
                statement.setObject(place + 1, values.get(names.get(place)));
            }
            try (ResultSet rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        rows.getObject(column);
                    }
                    count++;
                }
            }
        }
        return count;
    }
}
