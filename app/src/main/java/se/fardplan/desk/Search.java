package se.fardplan.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.desk.SearchStore.Inflection;

/** Finds what someone asks for among what they may open (sökning). */
@Component
class Search {

    /** With fewer hits than these, the last word is taken for the beginning of one too. */
    private static final int FEW = 20;

    private final SearchStore texts;
    private final WordStore words;

    /**
     * What was found.
     *
     * @param likely true when nothing held the words, and these hold words that look like them
     */
    record Found(List<SearchStore.Hit> hits, boolean likely) {

        Found {
            hits = List.copyOf(hits);
        }
    }

    Search(SearchStore texts, WordStore words) {
        this.texts = texts;
        this.words = words;
    }

    /**
     * @param kind null for every kind
     * @param after how many of each kind to pass over
     * @param limit how many of each kind to give
     */
    @Transactional(readOnly = true)
    public Found find(Question question, Set<String> mine, @Nullable String kind, int after, int limit) {
        if (question.isEmpty()) {
            return new Found(List.of(), false);
        }
        Wanted all = new Wanted(question.letters(), mine, null, 0, limit);
        Wanted wanted = new Wanted(question.letters(), mine, kind, after, limit);
        boolean single = question.words().size() == 1;
        Form form = new Form(Inflection.SWEDISH, question.everyWord(), single);
        List<SearchStore.Hit> hits = find(all, form);
        if (count(hits) < FEW) {
            Form wider = new Form(Inflection.SWEDISH, question.everyWordOrBeginning(), single || hits.isEmpty());
            if (!wider.equals(form)) {
                form = wider;
                hits = find(all, form);
            }
        }
        if (!hits.isEmpty()) {
            return new Found(wanted.equals(all) ? hits : find(wanted, form), false);
        }
        String likely = likely(question);
        return likely.isEmpty()
                ? new Found(List.of(), false)
                : new Found(find(wanted, new Form(Inflection.NONE, likely, false)), true);
    }

    private record Wanted(
            String letters, Set<String> mine, @Nullable String kind, int after, int limit) {}

    /**
     * One way to read a question (sökform).
     *
     * @param inside whether the letters may stand inside a title's words: of several words only when nothing else was found
     */
    private record Form(Inflection inflection, String query, boolean inside) {}

    private List<SearchStore.Hit> find(Wanted wanted, Form form) {
        return texts.find(new SearchStore.Search(
                wanted.letters(),
                form.inflection(),
                form.query(),
                form.inside(),
                wanted.mine(),
                wanted.kind(),
                wanted.after(),
                wanted.limit()));
    }

    /** How many hits there are of all kinds, shown or not. */
    static int count(List<SearchStore.Hit> hits) {
        return hits.stream()
                .collect(Collectors.toMap(SearchStore.Hit::kind, SearchStore.Hit::ofKind, Math::max))
                .values()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The question as it may have been meant; empty when some word looks like nothing. */
    private String likely(Question question) {
        List<List<String>> places = new ArrayList<>();
        for (String word : question.words()) {
            WordStore.Meaning meaning = words.meaningOf(word);
            if (!meaning.filling() && meaning.stems().isEmpty()) {
                return "";
            }
            if (!meaning.filling()) {
                places.add(meaning.stems());
            }
        }
        return Question.likely(places);
    }
}
