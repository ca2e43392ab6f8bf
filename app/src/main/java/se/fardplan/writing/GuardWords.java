package se.fardplan.writing;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;

/** The page guard's finding in words. */
@Component
class GuardWords {

    private final Texts texts;

    /**
     * What the guard says.
     *
     * @param advice how to bring the plan under its limit; null when it is
     * @param readability of the text being typed; null where none is
     */
    record Told(
            boolean tooLong,
            String sentence,
            @Nullable String advice,
            @Nullable String readability) {

        Told with(@Nullable String text) {
            return new Told(tooLong, sentence, advice, text);
        }
    }

    GuardWords(Texts texts) {
        this.texts = texts;
    }

    Told told(PageGuard.Finding finding) {
        if (finding.most() == 0) {
            return new Told(false, texts.of("writing.pages", finding.pages()), null, null);
        }
        PageGuard.Cut cut = finding.cut();
        String advice = cut == null
                ? texts.of("writing.cut.none")
                : texts.of("writing.cut", cut.section().title(), cut.words());
        return new Told(
                finding.isTooLong(),
                texts.of(
                        finding.isTooLong() ? "writing.pages.over" : "writing.pages.of",
                        finding.pages(),
                        finding.most()),
                finding.isTooLong() ? advice : null,
                null);
    }
}
