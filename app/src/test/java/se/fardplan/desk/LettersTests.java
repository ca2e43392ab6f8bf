package se.fardplan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LettersTests {

    @Test
    void keepsTheSwedishLettersAndDropsOtherAccents() {
        assertThat(Letters.swedish("Idé à la Älvdalen, Öje – ÅKE ü ñ")).isEqualTo("ide a la älvdalen, öje – åke u n");
        // The same letter in two signs, as some keyboards write it.
        assertThat(Letters.swedish("A\u030Akerbo")).isEqualTo("åkerbo");
    }

    @Test
    void dropsEveryMarkWhereLettersAreCompared() {
        assertThat(Letters.plain("Hemsjukvård i Älvdalen")).isEqualTo("hemsjukvard i alvdalen");
    }

    @Test
    void takesWordsApart() {
        assertThat(Letters.words("E-hälsa (KF08), 20%/år; namn@orsa.se")).isEqualTo("e hälsa kf08 20 år namn orsa se");
        assertThat(Letters.words("–!?")).isEmpty();
    }

    @Test
    void takesAQuestionAsWordsWhateverStandsInIt() {
        assertThat(Question.of("  plan & (mål | 'x'):* \\ <b>  ").everyWord()).isEqualTo("plan & mål & x & b");
        assertThat(Question.of("nära vår").everyWordOrBeginning()).isEqualTo("nära & vår:*");
        assertThat(Question.of("nära vå").everyWordOrBeginning()).isEqualTo("nära & vå");
        assertThat(Question.of("a b c d e f g h i j").words()).hasSize(8);
        assertThat(Question.of("å".repeat(300)).asked()).hasSize(200);
        assertThat(Question.of(" ?! ").isEmpty()).isTrue();
    }
}
