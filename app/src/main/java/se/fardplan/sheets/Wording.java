package se.fardplan.sheets;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How words that come in are tidied (skrivsätt), so that what looks the same is the same. */
final class Wording {

    private static final Pattern LINE_END = Pattern.compile("\r\n?");
    private static final Pattern BLANK = Pattern.compile("[\\t\\p{Zs}]");
    /** Without width: zero-width space, byte order mark, soft hyphen. */
    private static final Pattern INVISIBLE = Pattern.compile("[\u200B\uFEFF\u00AD]");
    /** Control characters but the line's end, turned writing direction, half characters, and what was lost earlier. */
    private static final Pattern UNREADABLE =
            Pattern.compile("[\\p{Cntrl}\\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFD\uFFFE\uFFFF&&[^\n]]");

    private Wording() {}

    /** Without blanks around, one form for each letter (NFC), ordinary blanks, line feeds alone. */
    static String tidy(String text) {
        if (isPlain(text)) {
            return text;
        }
        String lines = LINE_END.matcher(text).replaceAll("\n");
        String seen = INVISIBLE.matcher(lines).replaceAll("");
        String blanks = BLANK.matcher(seen).replaceAll(" ");
        return Normalizer.normalize(blanks, Normalizer.Form.NFC).strip();
    }

    /** Most cells are: letters and signs of ASCII, and whole letters such as å, in which there is nothing to look for. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean blankAtEnd = sign == ' ' && (i == 0 || i == text.length() - 1);
            boolean known = sign >= ' ' && sign <= '~' || sign >= '\u00C0' && sign <= '\u024F';
            if (!known || blankAtEnd) {
                return false;
            }
        }
        return true;
    }

    /** True when nobody could see what stands in {@code text}. */
    static boolean isUnreadable(String text) {
        return !isPlain(text) && UNREADABLE.matcher(text).find();
    }

    /** As headers and choices are told apart: capitals and the number of blanks mean nothing. */
    static String asHeader(String text) {
        return tidy(text).replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
