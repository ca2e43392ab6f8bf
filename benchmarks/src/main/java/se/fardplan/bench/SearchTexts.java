package se.fardplan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Made-up Swedish texts in which few words are common and most are rare, as in real ones; the same each time. */
final class SearchTexts {

    private static final String[] STEMS =
            ("plan vård omsorg hem sjuk nära hälsa barn äldre kommun region team samverkan mål"
                            + " delmål uppföljning nyckeltal rapport möte beslut aktivitet enhet chef personal patient brukare"
                            + " anhörig digital trygg utskrivning läkare rehabilitering förebyggande kontinuitet delaktighet"
                            + " kunskap utbildning ansvar process ledning lag budget tid dag år")
                    .split(" ");
    private static final String[] ENDINGS = {
        "", "en", "ens", "er", "erna", "ernas", "ar", "ning", "ningar", "lig", "ligt"
    };
    private static final String[] SYLLABLES =
            "ba be bo dal fal gar hed hol kal kor lan lin mar mor nor ras sal sel stor tor vik vall äng ås ör älv berg sjö"
                    .split(" ");
    private static final int RARE = 20_000;

    private final Random random = new Random(7);
    private final List<String> words = new ArrayList<>();
    private final double[] weights;

    SearchTexts() {
        for (String stem : STEMS) {
            for (String ending : ENDINGS) {
                words.add(stem + ending);
            }
        }
        java.util.Collections.shuffle(words, random);
        for (int rare = 0; rare < RARE; rare++) {
            String name = IntStream.range(0, 2 + random.nextInt(3))
                    .mapToObj(syllable -> one(SYLLABLES))
                    .collect(Collectors.joining());
            words.add(name + one(ENDINGS));
        }
        weights = new double[words.size()];
        double sum = 0;
        for (int rank = 0; rank < weights.length; rank++) {
            sum += 1.0 / (rank + 40);
            weights[rank] = sum;
        }
    }

    String title() {
        String title = text(2 + random.nextInt(5));
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }

    String body() {
        return text(10 + random.nextInt(50));
    }

    /** One or two words; one in ten is only begun, one in twenty written wrong. */
    String question() {
        String question = text(1 + random.nextInt(2));
        int kind = random.nextInt(20);
        if (kind < 2 && question.length() > 6) {
            return question.substring(0, question.length() - 2);
        }
        if (kind == 2 && question.length() > 6) {
            int lost = 2 + random.nextInt(3);
            return question.substring(0, lost) + question.substring(lost + 1);
        }
        return question;
    }

    private String text(int length) {
        return IntStream.range(0, length).mapToObj(word -> word()).collect(Collectors.joining(" "));
    }

    private String word() {
        double at = random.nextDouble() * weights[weights.length - 1];
        int rank = java.util.Arrays.binarySearch(weights, at);
        return words.get(rank < 0 ? -rank - 1 : rank);
    }

    private String one(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
