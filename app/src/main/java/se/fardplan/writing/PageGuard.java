package se.fardplan.writing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.writing.Template.Section;

/** Keeps a plan as short as its county wants it (sidvakt). */
@Component
class PageGuard {

    /** On a line of the printed plan. */
    private static final int WORDS_ON_A_LINE = 14;

    /** How often a cut is tried, each time with more cut. */
    private static final int TRIES = 4;

    private final PageCount paper;

    /**
     * How a plan stands against its limit.
     *
     * @param most pages allowed; 0 for no limit
     * @param cut what would bring it under; null when it is, or when no one section is long enough
     */
    record Finding(int pages, int most, @Nullable Cut cut) {

        boolean isTooLong() {
            return most > 0 && pages > most;
        }
    }

    /**
     * A cut that has been tried on paper and is enough.
     *
     * @param words about how many
     */
    record Cut(Section section, int words) {}

    PageGuard(PageCount paper) {
        this.paper = paper;
    }

    /** Null where its length is free, so that nothing is laid out. */
    @Nullable
    Finding judge(PlanDocument document) {
        return document.template().mostPages() > 0 ? look(document) : null;
    }

    Finding look(PlanDocument document) {
        PageCount.Length length = paper.measure(document);
        int most = document.template().mostPages();
        Finding found = new Finding(length.pages(), most, null);
        return found.isTooLong()
                ? new Finding(length.pages(), most, cut(document, length).orElse(null))
                : found;
    }

    /** The longest text first: there it is felt the least. */
    private Optional<Cut> cut(PlanDocument document, PageCount.Length length) {
        List<Section> longest = document.template().sections().stream()
                .filter(section -> words(document, section).length > 1)
                .sorted(Comparator.comparingInt((Section section) -> words(document, section).length)
                        .reversed())
                .toList();
        int atLeast = Math.max(1, length.linesOver()) * WORDS_ON_A_LINE;
        return longest.stream()
                .limit(2)
                .flatMap(section -> tried(document, section, atLeast).stream())
                .findFirst();
    }

    private Optional<Cut> tried(PlanDocument document, Section section, int atLeast) {
        String[] words = words(document, section);
        int most = document.template().mostPages();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int gone = atLeast * (2 + attempt) / 2;
            if (gone >= words.length) {
                return Optional.empty();
            }
            String left = String.join(" ", List.of(words).subList(0, words.length - gone));
            Passage shorter = document.passage(section).withText(left);
            if (paper.measure(document.with(section.code(), shorter)).pages() <= most) {
                return Optional.of(new Cut(section, gone));
            }
        }
        return Optional.empty();
    }

    private static String[] words(PlanDocument document, Section section) {
        return document.passage(section).text().strip().split(" +");
    }
}
