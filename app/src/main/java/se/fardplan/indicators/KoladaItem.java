package se.fardplan.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/**
 * One object of an answer's list, read by a reader who knows that Kolada's types drift: what is said to be true may be
 * {@code true}, {@code 1} or {@code "1"}, a year a number or a text, an id a number without its leading zeros.
 *
 * @param fields name to value: null, a Boolean, a String, a {@link Number}, a List or a Map
 * @param place where it stands, for the one who must mend it
 */
record KoladaItem(Map<String, Object> fields, Place place) {

    private static final Pattern INDICATOR = Pattern.compile("[A-Z][A-Z0-9]{1,15}");
    private static final Pattern AREA = Pattern.compile("\\d{4}|G\\d{1,12}");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,3}");
    private static final int MOST_DIGITS = 100;

    /**
     * Where something stands.
     *
     * @param name the file's name, or the address asked
     * @param item counted from 1 in the list {@code values}
     * @param line counted from 1
     */
    record Place(String name, int item, int line) {

        Refusal refuse(String code, Object... more) {
            List<Object> arguments = new ArrayList<>(List.of(name, String.valueOf(item), String.valueOf(line)));
            arguments.addAll(List.of(more));
            return new Refusal(code, arguments.toArray());
        }
    }

    /** A number as its digits stood, since only they keep every decimal. */
    record Number(String digits) {}

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** A text; a number counts as its digits. Null when absent, null or blank. */
    @Nullable
    String findText(String name) {
        return switch (fields.get(name)) {
            case null -> null;
            case String text -> text.isBlank() ? null : text.strip();
            case Number number -> number.digits();
            default -> throw wrong(name);
        };
    }

    String getText(String name) {
        String text = findText(name);
        if (text == null) {
            throw wrong(name);
        }
        return text;
    }

    /** Yes or no in any of its forms; null when absent, null or blank. */
    @Nullable
    Boolean findFlag(String name) {
        if (fields.get(name) instanceof Boolean flag) {
            return flag;
        }
        String text = findText(name);
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw wrong(name);
        };
    }

    /** A day, with or without a time of day after it. */
    @Nullable
    LocalDate findDate(String name) {
        String text = findText(name);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text);
        } catch (DateTimeParseException e) {
            throw wrong(name);
        }
    }

    int getYear(String name) {
        try {
            int year = new BigDecimal(getText(name)).intValueExact();
            if (year >= 1900 && year <= 2200) {
                return year;
            }
        } catch (ArithmeticException e) {
            throw wrong(name);
        } catch (NumberFormatException e) {
            throw wrong(name);
        }
        throw wrong(name);
    }

    /** A value to its last decimal; null when there is none. */
    @Nullable
    BigDecimal findValue(String name) {
        String text = findText(name);
        if (text == null) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(text);
            if (value.precision() <= MOST_DIGITS && Math.abs((long) value.scale()) <= MOST_DIGITS) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(name);
        }
        throw wrong(name);
    }

    /** The id of a key figure, such as {@code U20462}. */
    String getIndicator(String name) {
        return matching(name, getText(name), INDICATOR);
    }

    /** The id of an area; a number that lost its leading zeros gets them back, since every such id has four digits. */
    String getArea(String name) {
        String id = getText(name);
        return matching(name, DIGITS.matcher(id).matches() ? "0".repeat(4 - id.length()) + id : id, AREA);
    }

    List<KoladaItem> getItems(String name) {
        if (!(fields.get(name) instanceof List<?> list)) {
            throw wrong(name);
        }
        List<KoladaItem> items = new ArrayList<>();
        for (Object element : list) {
            items.add(of(name, element));
        }
        return items;
    }

    /** A refusal of the field {@code name}, with what stood there. */
    Refusal wrong(String name) {
        Object found = fields.get(name);
        String shown = switch (found) {
            case null -> has(name) ? "null" : "–";
            case Number number -> number.digits();
            default -> found.toString();
        };
        return place.refuse("KOL-005", name, shown.length() > 60 ? shown.substring(0, 60) + "…" : shown);
    }

    @SuppressWarnings("unchecked")
    private KoladaItem of(String name, Object element) {
        if (element instanceof Map<?, ?> map) {
            return new KoladaItem((Map<String, Object>) map, place);
        }
        throw wrong(name);
    }

    private String matching(String name, String id, Pattern pattern) {
        if (!pattern.matcher(id).matches()) {
            throw wrong(name);
        }
        return id;
    }
}
