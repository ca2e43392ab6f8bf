package se.fardplan.desk;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How words are compared (bokstäver): small, and without the accents that Swedish does not count as letters. */
final class Letters {

    private static final Pattern BETWEEN_SWEDISH = Pattern.compile("[^åäö]+");
    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cntrl}\\p{Co}]+");

    private Letters() {}

    /** The words alone, as they are kept and looked for: {@code e-hälsa, à la Falun} is {@code e hälsa a la falun}. */
    static String words(String text) {
        return BETWEEN_WORDS.matcher(swedish(text)).replaceAll(" ").strip();
    }

    /** Small letters where å, ä and ö are kept and {@code é} is {@code e}. */
    static String swedish(String text) {
        String small = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return BETWEEN_SWEDISH.matcher(small).replaceAll(found -> Matcher.quoteReplacement(plain(found.group())));
    }

    /** Small letters without any mark: {@code a} for å and ä, {@code o} for ö. */
    static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        return MARK.matcher(apart).replaceAll("");
    }

    /** As a reader sees it, on one line and without the letters that mark what was found. */
    static String readable(String text) {
        return UNREADABLE.matcher(text).replaceAll(" ").strip();
    }
}
