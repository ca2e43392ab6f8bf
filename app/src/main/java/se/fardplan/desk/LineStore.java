package se.fardplan.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines on everyone's desk, each with the keys that show it. */
@Repository
class LineStore {

    /** Put again without a change, it is no older and no newer than it was. */
    private static final String SAVE = """
            insert into desk.line as l (key, kind, title, detail, address, day, scope, written_at)
            select key, kind, title, detail, address, day, string_to_array(scope, E'\\n'), :at
            from unnest(cast(:keys as text[]), cast(:kinds as text[]), cast(:titles as text[]), cast(:details as text[]),
                        cast(:addresses as text[]), cast(:days as date[]), cast(:scopes as text[]))
                 as t (key, kind, title, detail, address, day, scope)
            on conflict (key) do update
            set kind = excluded.kind, title = excluded.title, detail = excluded.detail, address = excluded.address,
                day = excluded.day, scope = excluded.scope,
                written_at = case when (l.kind, l.title, l.detail, l.address, l.day)
                                       is distinct from
                                       (excluded.kind, excluded.title, excluded.detail, excluded.address, excluded.day)
                                  then excluded.written_at else l.written_at end
            """;

    private static final String DELETE = """
            delete from desk.line
            where key = :key
            """;

    private static final String TO_DO = """
            select title, detail, address, day
            from desk.line
            where kind = 'TODO' and scope && cast(:mine as text[])
            order by day nulls last, title, key
            """;

    private static final String NEWS_AFTER = """
            select title, detail, address, day
            from desk.line
            where kind = 'NEWS' and scope && cast(:mine as text[]) and written_at > :after
            order by written_at desc, title, key
            limit :limit
            """;

    private static final String COMING = """
            select title, detail, address, day
            from desk.line
            where kind = 'COMING' and scope && cast(:mine as text[]) and day >= :from
            order by day, title, key
            limit :limit
            """;

    private static final String WRITTEN = """
            select kind, title, detail, address, day
            from desk.line
            where scope && cast(:mine as text[]) and written_at > :after and written_at <= :upTo
              and (kind <> 'COMING' or day >= :today)
            order by day nulls last, written_at, title, key
            limit :limit
            """;

    private static final String DROP_PAST = """
            delete from desk.line
            where kind = 'COMING' and day < :day or kind = 'NEWS' and written_at < :newsBefore
            """;

    private final JdbcClient database;

    /** A line as its reader sees it. */
    record Seen(
            String title,
            @Nullable String detail,
            String address,
            @Nullable LocalDate day) {}

    /** A line with the part of the desk it lies on. */
    record Fresh(Line.Kind kind, Seen line) {}

    LineStore(JdbcClient database) {
        this.database = database;
    }

    /** The last of those with one key holds. */
    void save(Collection<Line> lines, Instant at) {
        Collection<Line> latest = lines.stream()
                .collect(Collectors.toMap(Line::key, line -> line, (a, b) -> b, LinkedHashMap::new))
                .values();
        if (latest.isEmpty()) {
            return;
        }
        database.sql(SAVE)
                .param("keys", column(latest, Line::key))
                .param("kinds", column(latest, line -> line.kind().name()))
                .param("titles", column(latest, Line::title))
                .param("details", column(latest, Line::detail))
                .param("addresses", column(latest, Line::address))
                .param("days", column(latest, line -> Objects.toString(line.date(), null)))
                .param(
                        "scopes",
                        column(latest, line -> String.join("\n", line.scope().keys())))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable String[] column(Collection<Line> lines, Function<Line, @Nullable String> part) {
        return lines.stream().map(part).toArray(String[]::new);
    }

    void delete(String key) {
        database.sql(DELETE).param("key", key).update();
    }

    /** By day, those without one last. */
    List<Seen> listToDo(Set<String> mine) {
        return database.sql(TO_DO)
                .param("mine", mine.toArray(String[]::new))
                .query(LineStore::seen)
                .list();
    }

    /** Newest first. */
    List<Seen> listNews(Set<String> mine, Instant after, int limit) {
        return database.sql(NEWS_AFTER)
                .param("mine", mine.toArray(String[]::new))
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(LineStore::seen)
                .list();
    }

    /** By day, from {@code from} on. */
    List<Seen> listComing(Set<String> mine, LocalDate from, int limit) {
        return database.sql(COMING)
                .param("mine", mine.toArray(String[]::new))
                .param("from", from)
                .param("limit", limit)
                .query(LineStore::seen)
                .list();
    }

    /** What was written after the one moment and up to the other, by day, without what has been. */
    List<Fresh> listWritten(Set<String> mine, Instant after, Instant upTo, LocalDate today, int limit) {
        return database.sql(WRITTEN)
                .param("mine", mine.toArray(String[]::new))
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("upTo", upTo.atOffset(ZoneOffset.UTC))
                .param("today", today)
                .param("limit", limit)
                .query((row, number) -> new Fresh(Line.Kind.valueOf(row.getString("kind")), seen(row, number)))
                .list();
    }

    /** Clears away what came before {@code day} and the news of before {@code newsBefore}. */
    void dropPast(LocalDate day, Instant newsBefore) {
        database.sql(DROP_PAST)
                .param("day", day)
                .param("newsBefore", newsBefore.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Seen seen(ResultSet row, int number) throws SQLException {
        return new Seen(
                row.getString("title"),
                row.getString("detail"),
                row.getString("address"),
                row.getObject("day", LocalDate.class));
    }
}
