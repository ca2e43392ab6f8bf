package se.fardplan.desk;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What someone asks for in the search field (sökfråga).
 *
 * @param asked as it was written, at most 200 signs
 * @param words the words to look for, small, at most 8
 */
record Question(String asked, List<String> words) {

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 8;
    /** Shorter beginnings fit too many words. */
    private static final int SHORTEST_BEGINNING = 3;

    Question {
        words = List.copyOf(words);
    }

    static Question of(String written) {
        String readable = Letters.readable(written);
        String asked = readable.substring(
                0, readable.offsetByCodePoints(0, Math.min(LONGEST, readable.codePointCount(0, readable.length()))));
        List<String> words = Arrays.stream(Letters.words(asked).split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        return new Question(asked, words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** As letters alone, to be compared with a title's. */
    String letters() {
        return Letters.plain(asked);
    }

    /** Every word, in any inflection. */
    String everyWord() {
        return String.join(" & ", words);
    }

    /** Every word, the last as the beginning of one; the same as {@link #everyWord} where the last is too short for that. */
    String everyWordOrBeginning() {
        return words.getLast().length() < SHORTEST_BEGINNING ? everyWord() : everyWord() + ":*";
    }

    /** For each place in the question its likely words, any of them. */
    static String likely(List<List<String>> places) {
        return places.stream()
                .map(words -> words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" | ", "(", ")")))
                .collect(Collectors.joining(" & "));
    }
}
