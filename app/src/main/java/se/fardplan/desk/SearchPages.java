package se.fardplan.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.CurrentUser;

/** Puts together what a search shows (söksidan). */
@Component
class SearchPages {

    private static final int OF_EACH_KIND = 4;
    private static final int ON_A_PAGE = 20;

    private final Search search;
    private final Access access;
    private final Texts texts;

    SearchPages(Search search, Access access, Texts texts) {
        this.search = search;
        this.access = access;
        this.texts = texts;
    }

    /**
     * @param user null for an open visitor
     * @param kind null for the first hits of every kind
     * @param number of the page, from 1
     */
    SearchPage show(String asked, @Nullable CurrentUser user, @Nullable String kind, int number) {
        Question question = Question.of(asked);
        if (question.isEmpty()) {
            String note = question.asked().isEmpty() ? null : texts.of("search.no-word");
            return new SearchPage(question.asked(), texts.of("search.heading"), note, null, List.of(), null, null);
        }
        int limit = kind == null ? OF_EACH_KIND : ON_A_PAGE;
        int after = (number - 1) * limit;
        Search.Found found = search.find(question, access.keysOf(user), kind, after, limit);
        int count = Search.count(found.hits());
        boolean isLast = kind == null || after + limit >= count;
        return new SearchPage(
                question.asked(),
                heading(question, found, count),
                note(found, count, user),
                kind,
                groups(found.hits(), question, kind),
                number == 1 ? null : address(question, kind, number - 1),
                isLast ? null : address(question, kind, number + 1));
    }

    private String heading(Question question, Search.Found found, int count) {
        return count == 0 || found.likely()
                ? texts.of("search.none", question.asked())
                : count >= SearchStore.MOST
                        ? texts.of("search.many", SearchStore.MOST, question.asked())
                        : texts.of("search.found", count, question.asked());
    }

    private @Nullable String note(Search.Found found, int count, @Nullable CurrentUser user) {
        if (count == 0) {
            return texts.of(user == null ? "search.advice.visitor" : "search.advice");
        }
        if (found.likely()) {
            return texts.of("search.likely");
        }
        return count >= SearchStore.MOST ? texts.of("search.narrow") : null;
    }

    private List<SearchPage.Group> groups(List<SearchStore.Hit> hits, Question question, @Nullable String kind) {
        Map<String, List<SearchStore.Hit>> byKind = hits.stream()
                .collect(Collectors.groupingBy(SearchStore.Hit::kind, LinkedHashMap::new, Collectors.toList()));
        List<SearchPage.Group> groups = new ArrayList<>();
        byKind.forEach((of, those) -> {
            int all = those.getFirst().ofKind();
            groups.add(new SearchPage.Group(
                    of,
                    texts.of("search.kind." + of),
                    all >= SearchStore.MOST ? texts.of("search.at-least", all) : Integer.toString(all),
                    those.stream().map(SearchPages::hit).toList(),
                    kind == null && all > those.size() ? address(question, of, 1) : null));
        });
        return groups;
    }

    private static SearchPage.Hit hit(SearchStore.Hit hit) {
        List<SearchPage.Run> runs = new ArrayList<>();
        for (String piece : hit.snippet().split("(?=\uE000)|(?<=\uE001)")) {
            boolean found = piece.startsWith("\uE000");
            runs.add(new SearchPage.Run(piece.replaceAll("[\uE000\uE001]", ""), found));
        }
        return new SearchPage.Hit(hit.address(), hit.title(), runs);
    }

    private static String address(Question question, @Nullable String kind, int number) {
        return "/sok?fraga=" + URLEncoder.encode(question.asked(), StandardCharsets.UTF_8)
                + (kind == null ? "" : "&typ=" + URLEncoder.encode(kind, StandardCharsets.UTF_8))
                + (number == 1 ? "" : "&sida=" + number);
    }
}
