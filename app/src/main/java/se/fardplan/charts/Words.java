package se.fardplan.charts;

import java.text.Collator;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words charts write by themselves (ord), from {@code messages/charts.properties}. */
final class Words {

    private static final Locale SWEDISH = Locale.of("sv", "SE");
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(
            "messages.charts",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Words() {}

    /** The text under {@code charts.<key>}; numbers are passed as text. */
    static String of(String key, String... arguments) {
        return new MessageFormat(TEXTS.getString("charts." + key), SWEDISH).format(arguments);
    }

    /** The word for a mark, such as {@code visas ej}. */
    static String of(Mark mark) {
        return of("mark." + mark.name());
    }

    /** {@code 2010–2012}, or {@code 2010}. */
    static String years(int first, int last) {
        return first == last
                ? of("years.one", Integer.toString(first))
                : of("years.span", Integer.toString(first), Integer.toString(last));
    }

    /** In the Swedish alphabet's order: å, ä and ö last. */
    static List<String> alphabetical(List<String> names) {
        Collator swedish = Collator.getInstance(SWEDISH);
        return names.stream().sorted(swedish::compare).toList();
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(SWEDISH) + text.substring(1);
    }

    /** {@code a, b och c}. */
    static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : of("list.last", String.join(", ", names.subList(0, last)), names.get(last));
    }
}
