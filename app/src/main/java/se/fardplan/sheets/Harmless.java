package se.fardplan.sheets;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that a spreadsheet program would run as a formula, made harmless (oskadliggjort) and taken back.
 *
 * <p>In CSV they get an apostrophe before them; in Excel's own file words are words. A word that had such an apostrophe
 * already gets one more in both, so that {@link #back} always gives what went out.
 */
final class Harmless {

    private static final Pattern RUNS = Pattern.compile("'*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]");
    private static final Pattern HELD_BACK = Pattern.compile("'+[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Harmless() {}

    static String inCsv(String text) {
        return RUNS.matcher(text).lookingAt() ? "'" + text : text;
    }

    /** Excel takes {@code _x0041_} for an A, so the first underscore of what only looks so is written out. */
    static String inXlsx(String text) {
        String held = HELD_BACK.matcher(text).lookingAt() ? "'" + text : text;
        return held.indexOf("_x") < 0 ? held : ESCAPED.matcher(held).replaceAll("_x005F_x$1_");
    }

    static String back(String text) {
        return HELD_BACK.matcher(text).lookingAt() ? text.substring(1) : text;
    }

    static String backFromXlsx(String text) {
        if (text.indexOf("_x") < 0) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
