package se.fardplan.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The definition itself: words per sentence plus the share of words longer than six letters. */
class LixTests {

    @Test
    void countsASentenceByHand() {
        // 6 words in 2 sentences, one of them long: 3 + 100/6.
        assertThat(Lix.of("Kommunen bor här. Vi är två.")).hasValue(20);
        assertThat(Lix.of("")).isEmpty();
        assertThat(Lix.of(" – … ")).isEmpty();
    }

    @Test
    void doesNotEndASentenceInsideANumber() {
        assertThat(Lix.of("Det är 3.5 och 4.5 till dig.")).hasValue(7);
    }

    /** For texts whose words and sentences are known, the value is what the definition says. */
    @Property
    void followsTheDefinition(@ForAll("sentences") List<List<String>> sentences) {
        String text = sentences.stream()
                .map(words -> String.join(" ", words) + ".")
                .reduce("", (one, other) -> one + " " + other);
        int words = sentences.stream().mapToInt(List::size).sum();
        long longWords = sentences.stream()
                .flatMap(List::stream)
                .filter(word -> word.length() > 6)
                .count();
        long wanted = Math.round((double) words / sentences.size() + 100.0 * longWords / words);
        assertThat(Lix.of(text)).hasValue((int) wanted);
    }

    @Provide
    Arbitrary<List<List<String>>> sentences() {
        Arbitrary<String> word = Arbitraries.strings()
                .withChars("abcdefghijklmnopqrstuvwxyzåäö")
                .ofMinLength(1)
                .ofMaxLength(14);
        return word.list().ofMinSize(1).ofMaxSize(20).list().ofMinSize(1).ofMaxSize(12);
    }
}
