package se.fardplan.desk;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stems that stand in any text: they say what a word that was written wrong may have meant. */
@Repository
class WordStore {

    /** In the words' own order, so that two who learn at once never wait for each other. */
    private static final String LEARN = """
            with unlearned as (
                delete from desk.search_unlearned
                where id in (select id from desk.search_unlearned order by id limit 5000 for update skip locked)
                returning address
            ),
            learnt as (
                insert into desk.search_word (word, letters)
                select distinct w.word, translate(w.word, 'åäö', 'aao')
                from desk.search_text t
                cross join lateral unnest(tsvector_to_array(t.words)) as w (word)
                where t.address in (select address from unlearned) and length(w.word) between 3 and 60
                order by 1
                on conflict do nothing
            )
            select count(*)
            from unlearned
            """;

    /** None for a word that carries nothing, such as {@code och}. */
    private static final String STEMS = """
            select stem, exists (select 1 from desk.search_word where word = stem) as known
            from unnest(ts_lexize('pg_catalog.swedish_stem', :word)) as stem
            """;

    private static final String LIKE = """
            select word
            from desk.search_word
            where letters operator(public.%) :letters
            order by public.similarity(letters, :letters) desc, word
            limit 4
            """;

    private final JdbcClient database;

    private record Stem(String stem, boolean known) {}

    /**
     * What a word may have meant.
     *
     * @param filling true for a word that carries nothing
     * @param stems the likeliest first
     */
    record Meaning(boolean filling, List<String> stems) {

        Meaning {
            stems = List.copyOf(stems);
        }
    }

    WordStore(JdbcClient database) {
        this.database = database;
    }

    /** Learns the stems of the texts that have been written since the last time. */
    @Transactional
    public void learn() {
        int learnt;
        do {
            learnt = database.sql(LEARN).query(Integer.class).single();
        } while (learnt > 0);
    }

    /** What {@code word} may have meant: itself where it is known, else what looks most like it; nothing for a filling word. */
    Meaning meaningOf(String word) {
        Optional<Stem> stem =
                database.sql(STEMS).param("word", word).query(Stem.class).optional();
        if (stem.isEmpty()) {
            return new Meaning(true, List.of());
        }
        return new Meaning(
                false,
                stem.get().known()
                        ? List.of(stem.get().stem())
                        : database.sql(LIKE)
                                .param("letters", Letters.plain(word))
                                .query((row, number) -> row.getString("word"))
                                .list());
    }
}
