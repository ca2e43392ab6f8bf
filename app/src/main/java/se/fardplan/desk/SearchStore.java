package se.fardplan.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The search texts, each with the keys that let it be found. */
@Repository
class SearchStore {

    /** More hits than these are not looked at: nobody reads them, and a common word would cost a second. */
    static final int MOST = 500;

    private static final String SAVE = """
            insert into desk.search_text (address, kind, title, body, scope, letters, title_words, words)
            select address, kind, title, body, string_to_array(scope, E'\\n'), letters,
                   to_tsvector('pg_catalog.swedish', title_words),
                   to_tsvector('pg_catalog.swedish', title_words || ' ' || body_words)
            from unnest(cast(:addresses as text[]), cast(:kinds as text[]), cast(:titles as text[]), cast(:bodies as text[]),
                        cast(:scopes as text[]), cast(:letters as text[]), cast(:titleWords as text[]),
                        cast(:bodyWords as text[]))
                 as t (address, kind, title, body, scope, letters, title_words, body_words)
            on conflict (address) do update
            set kind = excluded.kind, title = excluded.title, body = excluded.body, scope = excluded.scope,
                letters = excluded.letters, title_words = excluded.title_words, words = excluded.words
            """;

    private static final String NOTE_UNLEARNED = """
            insert into desk.search_unlearned (address)
            select unnest(cast(:addresses as text[]))
            """;

    private static final String DELETE = """
            delete from desk.search_text
            where address = :address
            """;

    private static final String DELETE_OTHERS = """
            delete from desk.search_text
            where kind = any(:kinds) and address <> all(:addresses)
            """;

    /**
     * The exact title, then titles with the words, then titles that hold the letters, as in a compound word, last texts.
     *
     * <p>At most 500 of each, cut before they are ordered: ordering every text with a common word costs more than finding it.
     * Letters inside words cost most, and are looked for only where the words alone gave fewer. The letters that begin and end
     * the snippet's words are of Unicode's private ones, which no text keeps. How words are inflected stands in the statement
     * itself: only then does PostgreSQL know how common the words are, and how best to look for them.
     */
    private static final String HITS = """
            with worded as materialized (
                select address, kind, title
                from desk.search_text
                where title_words @@ to_tsquery('pg_catalog.swedish', :query)
                  and scope && cast(:mine as text[]) and (cast(:kind as text) is null or kind = :kind)
                limit 500
            ),
            hit as materialized (
                (select address, kind, title, 0 as tier, cast(0 as real) as fit
                 from desk.search_text
                 where letters = :letters
                   and scope && cast(:mine as text[]) and (cast(:kind as text) is null or kind = :kind)
                 limit 500)
                union all
                select address, kind, title, 1, 0
                from worded
                union all
                (select address, kind, title, 2, 0
                 from desk.search_text
                 where letters like :holds and (select count(*) from worded) < 500
                   and scope && cast(:mine as text[]) and (cast(:kind as text) is null or kind = :kind)
                 limit 500)
                union all
                (select address, kind, title, 3, ts_rank(words, to_tsquery('pg_catalog.swedish', :query))
                 from desk.search_text
                 where words @@ to_tsquery('pg_catalog.swedish', :query)
                   and scope && cast(:mine as text[]) and (cast(:kind as text) is null or kind = :kind)
                 limit 500)
            ),
            one as (
                select address, min(kind) as kind, min(title) as title, min(tier) as tier, max(fit) as fit
                from hit
                group by address
            ),
            placed as (
                select address, kind, count(*) over (partition by kind) as of_kind, min(tier) over (partition by kind) as best,
                       row_number() over (partition by kind order by tier, fit desc, length(title), title, address) as place
                from one
            )
            select t.kind, t.address, t.title, p.of_kind, s.marked,
                   not starts_with(t.body, s.plain) as begins_later,
                   right(rtrim(t.body, '. '), length(s.plain)) <> s.plain as goes_on
            from placed p
            join desk.search_text t on t.address = p.address
            cross join lateral (
                select h.marked, rtrim(translate(h.marked, :marks, ''), '. ') as plain
                from ts_headline('pg_catalog.swedish', left(t.body, 4000), to_tsquery('pg_catalog.swedish', :query),
                                 :marking) as h (marked)) s
            where p.place > :after and p.place <= :last
            order by p.best, p.of_kind, p.kind, p.place
            """;

    private static final String MARKING =
            "StartSel=\uE000, StopSel=\uE001, MaxFragments=1, MaxWords=32, MinWords=20, ShortWord=1";

    private static final String PLAN_EACH = "select set_config('plan_cache_mode', 'force_custom_plan', true)";

    private final JdbcClient database;

    /** How a question's words are inflected (böjning). */
    enum Inflection {
        SWEDISH(HITS),
        /** Words as they stand in a text's index. */
        NONE(HITS.replace("'pg_catalog.swedish', :query", "'pg_catalog.simple', :query"));

        private final String hits;

        Inflection(String hits) {
            this.hits = hits;
        }

        String hits() {
            return hits;
        }
    }

    /**
     * What is looked for, and which of what is found is wanted.
     *
     * @param inflection how the question's words are inflected
     * @param query as {@code to_tsquery} reads it
     * @param inside whether a title may also hold the letters inside a word
     * @param kind null for every kind
     * @param after how many of each kind to pass over
     * @param limit how many of each kind to give
     */
    record Search(
            String letters,
            Inflection inflection,
            String query,
            boolean inside,
            Set<String> mine,
            @Nullable String kind,
            int after,
            int limit) {}

    /**
     * Something that was found (träff).
     *
     * @param ofKind how many of its kind were found
     * @param snippet a piece of its text, each found word between U+E000 and U+E001
     */
    record Hit(String kind, String address, String title, int ofKind, String snippet) {}

    SearchStore(JdbcClient database) {
        this.database = database;
    }

    /** The last said of an address holds. */
    void save(Collection<SearchText> texts) {
        Collection<SearchText> latest = texts.stream()
                .collect(Collectors.toMap(SearchText::address, text -> text, (a, b) -> b, LinkedHashMap::new))
                .values();
        if (latest.isEmpty()) {
            return;
        }
        database.sql(SAVE)
                .param("addresses", column(latest, SearchText::address))
                .param("kinds", column(latest, SearchText::kind))
                .param("titles", column(latest, text -> Letters.readable(text.title())))
                .param("bodies", column(latest, text -> Letters.readable(text.text())))
                .param(
                        "scopes",
                        column(latest, text -> String.join("\n", text.scope().keys())))
                .param(
                        "letters",
                        column(latest, text -> Letters.plain(text.title().strip())))
                .param("titleWords", column(latest, text -> Letters.words(text.title())))
                .param("bodyWords", column(latest, text -> Letters.words(text.text() + " " + text.codes())))
                .update();
        database.sql(NOTE_UNLEARNED)
                .param("addresses", column(latest, SearchText::address))
                .update();
    }

    private static String[] column(Collection<SearchText> texts, Function<SearchText, String> part) {
        return texts.stream().map(part).toArray(String[]::new);
    }

    void delete(String address) {
        database.sql(DELETE).param("address", address).update();
    }

    /** Lets {@code texts} be all there is of {@code kinds}. */
    void replace(Set<String> kinds, List<SearchText> texts) {
        database.sql(DELETE_OTHERS)
                .param("kinds", kinds.toArray(String[]::new))
                .param("addresses", texts.stream().map(SearchText::address).toArray(String[]::new))
                .update();
        save(texts);
    }

    /** In a transaction. By kind, the kind with the best hit first; of kinds alike the one with the fewest, so that no long list hides it. */
    List<Hit> find(Search search) {
        database.sql(PLAN_EACH).query(String.class).single();
        return database.sql(search.inflection().hits())
                .param("letters", search.letters())
                .param("holds", search.inside() ? holding(search.letters()) : null)
                .param("query", search.query())
                .param("mine", search.mine().toArray(String[]::new))
                .param("kind", search.kind())
                .param("after", search.after())
                .param("last", search.after() + search.limit())
                .param("marks", "\uE000\uE001")
                .param("marking", MARKING)
                .query(SearchStore::hit)
                .list();
    }

    private static String holding(String letters) {
        return "%" + letters.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static Hit hit(ResultSet row, int number) throws SQLException {
        String snippet = (row.getBoolean("begins_later") ? "… " : "")
                + row.getString("marked")
                + (row.getBoolean("goes_on") ? " …" : "");
        return new Hit(
                row.getString("kind"),
                row.getString("address"),
                row.getString("title"),
                row.getInt("of_kind"),
                snippet);
    }
}
