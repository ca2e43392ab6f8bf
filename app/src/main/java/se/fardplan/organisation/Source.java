package se.fardplan.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * Where a loaded fact comes from (källa), as shown to the reader.
 *
 * @param title the document's title
 * @param place where in it, such as {@code rad 99–101} or {@code s. 16}
 */
public record Source(String title, String place) {

    private static final String BETWEEN = " | ";

    /** The sources as a store keeps them: one text each, for a column of type {@code text[]}. */
    public static String[] write(List<Source> sources) {
        return sources.stream()
                .map(source -> source.title() + BETWEEN + source.place())
                .toArray(String[]::new);
    }

    /** The sources that {@link #write} put in {@code column}. */
    public static List<Source> read(ResultSet row, String column) throws SQLException {
        String[] written = (String[]) row.getArray(column).getArray();
        return Arrays.stream(written).map(Source::parse).toList();
    }

    private static Source parse(String written) {
        int between = written.lastIndexOf(BETWEEN);
        return new Source(written.substring(0, between), written.substring(between + BETWEEN.length()));
    }
}
