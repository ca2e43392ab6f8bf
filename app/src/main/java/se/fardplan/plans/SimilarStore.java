package se.fardplan.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The words of activities, and which published ones share the rarest of another's. */
@Repository
class SimilarStore {

    /** More words than these of an activity are not looked for: what the commonest ones find, the rarer have found. */
    private static final int WORDS = 40;

    private static final String READ = """
            select activity, digest
            from plans.activity_read
            where activity = any(:activities)
            """;

    /** In the order of their tokens, so that two who count at once wait for each other and never in a ring. */
    private static final String FORGET = """
            with gone as (
                delete from plans.activity_token
                where activity = any(:activities)
                returning token
            ),
            unread as (
                delete from plans.activity_read
                where activity = any(:activities)
                returning '' as token
            )
            insert into plans.token as t (token, activities)
            select token, -count(*)
            from (select token from gone union all select token from unread) as less
            group by token
            order by token
            on conflict (token) do update
            set activities = t.activities + excluded.activities
            """;

    /** A stem's beginning and end weigh less than the stem, since they also find words that only look like it. */
    private static final String LEARN = """
            with said as (
                select cast(activity as uuid) as activity, owner, open, word, heft, place
                from unnest(cast(:activities as text[]), cast(:owners as text[]), cast(:open as boolean[]), cast(:words as text[]),
                            cast(:hefts as real[]))
                     with ordinality as s (activity, owner, open, word, heft, place)
            ),
            stem as (
                select activity, owner, open, word, heft, place, stem
                from said
                cross join lateral unnest(tsvector_to_array(to_tsvector('pg_catalog.swedish', word))) as stem
                where stem !~ '^[0-9]'
            ),
            token as (
                select activity, owner, open, word, heft, place, stem as token from stem
                union all
                select activity, owner, open, word, heft * 0.4, place, left(stem, 5) || '~'
                from stem
                where length(stem) >= 5
                union all
                select activity, owner, open, word, heft * 0.4, place, '~' || right(stem, 5)
                from stem
                where length(stem) >= 5
            ),
            weighed as (
                select activity, token, min(owner) as owner, bool_and(open) as open,
                       (array_agg(word order by place))[1] as word, sqrt(sum(heft)) as weight
                from token
                group by activity, token
            ),
            learnt as (
                insert into plans.activity_token (token, activity, owner, open, word, weight)
                select token, activity, owner, open, word, weight / sqrt(sum(weight * weight) over (partition by activity))
                from weighed
                returning token
            ),
            noted as (
                insert into plans.activity_read (activity, digest)
                select cast(activity as uuid), digest
                from unnest(cast(:read as text[]), cast(:digests as text[])) as r (activity, digest)
                returning '' as token
            )
            insert into plans.token as t (token, activities)
            select token, count(*)
            from (select token from learnt union all select token from noted) as more
            group by token
            order by token
            on conflict (token) do update
            set activities = t.activities + excluded.activities
            """;

    /** A word that every tenth activity has tells nothing, and is the dearest to look for. */
    private static final String LIKE = """
            with mine as materialized (
                select s.token, s.word, s.weight * power(ln(cast(a.activities as real) / t.activities), 2) as worth
                from plans.activity_token s
                join plans.token t on t.token = s.token
                cross join (select activities from plans.token where token = '') a
                where s.activity = :activity and t.activities > 1 and t.activities <= greatest(30, a.activities / 10)
                order by worth desc, s.token
                limit :words
            ),
            hit as materialized (
                select t.activity, sum(m.worth * t.weight) as fit
                from mine m
                join plans.activity_token t on t.token = m.token
                where t.open and t.owner <> :owner
                group by t.activity
                order by fit desc, t.activity
                limit :limit
            )
            select h.activity, h.fit, m.word as mine, t.word as theirs
            from hit h
            join plans.activity_token t on t.activity = h.activity
            join mine m on m.token = t.token
            order by h.fit desc, h.activity, m.worth * t.weight desc, m.token
            """;

    private final JdbcClient database;

    /**
     * What is read of an activity (läst text).
     *
     * @param open true when everyone may read it
     * @param heft how much each of {@code words} weighs, in their order
     */
    record Text(UUID activity, String owner, boolean open, String digest, List<String> words, List<Float> heft) {

        Text {
            words = List.copyOf(words);
            heft = List.copyOf(heft);
        }
    }

    /** A word that an activity shares with another, as each of them writes it. @param fit how much the two share, more for more */
    record Shared(UUID activity, double fit, String mine, String theirs) {}

    private record Read(UUID activity, String digest) {}

    SimilarStore(JdbcClient database) {
        this.database = database;
    }

    /** Lets {@code texts} be what is known of their activities. */
    void learn(Collection<Text> texts) {
        Set<Read> known = read(texts.stream().map(Text::activity).toList());
        List<Text> changed = texts.stream()
                .filter(text -> !known.contains(new Read(text.activity(), text.digest())))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        forget(changed.stream().map(Text::activity).toList());
        database.sql(LEARN)
                .param("activities", each(changed, text -> text.activity().toString()))
                .param("owners", each(changed, Text::owner))
                .param(
                        "open",
                        changed.stream()
                                .flatMap(text -> text.words().stream().map(word -> text.open()))
                                .toArray(Boolean[]::new))
                .param(
                        "words",
                        changed.stream().flatMap(text -> text.words().stream()).toArray(String[]::new))
                .param(
                        "hefts",
                        changed.stream().flatMap(text -> text.heft().stream()).toArray(Float[]::new))
                .param(
                        "read",
                        changed.stream().map(text -> text.activity().toString()).toArray(String[]::new))
                .param("digests", changed.stream().map(Text::digest).toArray(String[]::new))
                .update();
    }

    private void forget(Collection<UUID> activities) {
        database.sql(FORGET)
                .param("activities", activities.toArray(UUID[]::new))
                .update();
    }

    /** The words shared with the {@code limit} most similar activities of other principals: the most similar first. */
    List<Shared> find(UUID activity, String owner, int limit) {
        return database.sql(LIKE)
                .param("activity", activity)
                .param("owner", owner)
                .param("words", WORDS)
                .param("limit", limit)
                .query(SimilarStore::shared)
                .list();
    }

    private Set<Read> read(List<UUID> activities) {
        return database
                .sql(READ)
                .param("activities", activities.toArray(UUID[]::new))
                .query((row, number) -> new Read(row.getObject("activity", UUID.class), row.getString("digest")))
                .stream()
                .collect(Collectors.toSet());
    }

    private static String[] each(List<Text> texts, Function<Text, String> part) {
        return texts.stream()
                .flatMap(text -> text.words().stream().map(word -> part.apply(text)))
                .toArray(String[]::new);
    }

    private static Shared shared(ResultSet row, int number) throws SQLException {
        return new Shared(
                row.getObject("activity", UUID.class),
                row.getDouble("fit"),
                row.getString("mine"),
                row.getString("theirs"));
    }
}
