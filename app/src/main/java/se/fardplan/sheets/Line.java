package se.fardplan.sheets;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as it was read (rad).
 *
 * @param row its number in the file; the headers stand in the first
 * @param values by field key, for the columns the file has; in a cell with a problem what stands there
 */
public record Line(int row, Map<String, String> values) {

    public Line {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** True when the file has this column, be the cell blank or not. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The value as written; blank when the cell is, or the column is missing. */
    public String text(String key) {
        return values.getOrDefault(key, "");
    }

    /** The day; null when the cell is blank or holds none. */
    public @Nullable LocalDate date(String key) {
        try {
            return text(key).isEmpty() ? null : LocalDate.parse(text(key));
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /** The whole number; null when the cell is blank or holds none. */
    public @Nullable Integer whole(String key) {
        try {
            return text(key).isEmpty() ? null : Integer.valueOf(text(key));
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
