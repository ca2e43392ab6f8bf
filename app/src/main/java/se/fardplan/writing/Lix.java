package se.fardplan.writing;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Readability index (LIX): words per sentence, and the share of words longer than six letters in percent, added together.
 *
 * <p>A sentence ends at a full stop, colon, question or exclamation mark that is followed by white space or the end, or at
 * the end of a line. Under 30 is very easy, over 60 very hard.
 */
final class Lix {

    private static final int LONG_WORD = 7;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-'’.,][\\p{L}\\p{N}]+)*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.:?!]+(?=\\s|$)|\\R");

    private Lix() {}

    /** Empty for a text without words. */
    static OptionalInt of(String text) {
        int sentences = 0;
        int words = 0;
        int longWords = 0;
        for (String sentence : SENTENCE_END.split(text)) {
            int before = words;
            var word = WORD.matcher(sentence);
            while (word.find()) {
                words++;
                longWords += letters(word.group()) >= LONG_WORD ? 1 : 0;
            }
            sentences += words > before ? 1 : 0;
        }
        return words == 0
                ? OptionalInt.empty()
                : OptionalInt.of(Math.toIntExact(Math.round((double) words / sentences + 100.0 * longWords / words)));
    }

    private static long letters(String word) {
        return word.codePoints().filter(Character::isLetterOrDigit).count();
    }

    /** How a value reads (läsbarhet). */
    enum Grade {
        VERY_EASY,
        EASY,
        MEDIUM,
        HARD,
        VERY_HARD;

        static Grade of(int lix) {
            if (lix < 30) {
                return VERY_EASY;
            }
            if (lix < 40) {
                return EASY;
            }
            if (lix < 50) {
                return MEDIUM;
            }
            return lix < 60 ? HARD : VERY_HARD;
        }
    }
}
