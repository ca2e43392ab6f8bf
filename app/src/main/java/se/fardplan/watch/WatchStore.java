package se.fardplan.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the watch keeps in the database, and what the database says of itself. */
@Repository
class WatchStore {

    private static final String SERVER = """
            select current_setting('server_version') as version, clock_timestamp() as now
            """;

    private static final String TELL = """
            insert into watch.copy (id, started_at, seen_at)
            values (:id, :started, :seen)
            on conflict (id) do update
            set seen_at = :seen
            """;

    private static final String LEAVE = """
            delete from watch.copy
            where id = :id
            """;

    private static final String FORGET = """
            delete from watch.copy
            where seen_at < :before
            """;

    private static final String COPIES = """
            select started_at, seen_at
            from watch.copy
            order by started_at
            """;

    private static final String SINCE = """
            select key, since
            from watch.finding
            """;

    private static final String ADD_FINDINGS = """
            insert into watch.finding (key, since)
            select key, :now
            from unnest(cast(:keys as text[])) as f (key)
            on conflict do nothing
            """;

    private static final String DROP_FINDINGS = """
            delete from watch.finding
            where key <> all (cast(:keys as text[]))
            """;

    private static final String NOTE_WALK = """
            insert into watch.audit_walk (walked_at, entries, findings)
            values (:at, :entries, :findings)
            on conflict (only_one) do update
            set walked_at = :at, entries = :entries, findings = :findings
            """;

    private static final String WALK = """
            select walked_at, entries, findings
            from watch.audit_walk
            """;

    private final JdbcClient database;

    /** What PostgreSQL says of itself (databasservern). */
    record Server(String version, Instant now) {}

    /** A copy of the application (kopia av programmet). */
    record Copy(Instant started, Instant seen) {}

    /** A walk along the audit log's chain (genomgång). */
    record Walk(Instant at, long entries, int findings) {}

    WatchStore(JdbcClient database) {
        this.database = database;
    }

    Server server() {
        return database.sql(SERVER)
                .query((row, number) -> new Server(row.getString("version"), instant(row, "now")))
                .single();
    }

    void tell(UUID copy, Instant started, Instant seen) {
        database.sql(TELL)
                .param("id", copy)
                .param("started", utc(started))
                .param("seen", utc(seen))
                .update();
    }

    void leave(UUID copy) {
        database.sql(LEAVE).param("id", copy).update();
    }

    void forgetBefore(Instant before) {
        database.sql(FORGET).param("before", utc(before)).update();
    }

    List<Copy> listCopies() {
        return database.sql(COPIES)
                .query((row, number) -> new Copy(instant(row, "started_at"), instant(row, "seen_at")))
                .list();
    }

    /** When each thing that is wrong was first seen to be. */
    Map<String, Instant> since() {
        return database
                .sql(SINCE)
                .query((row, number) -> Map.entry(row.getString("key"), instant(row, "since")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is wrong now, and nothing else; what was wrong before keeps its time. */
    void keepFindings(Collection<String> keys, Instant now) {
        String[] all = keys.toArray(String[]::new);
        database.sql(DROP_FINDINGS).param("keys", all).update();
        database.sql(ADD_FINDINGS).param("keys", all).param("now", utc(now)).update();
    }

    void noteWalk(Walk walk) {
        database.sql(NOTE_WALK)
                .param("at", utc(walk.at()))
                .param("entries", walk.entries())
                .param("findings", walk.findings())
                .update();
    }

    Optional<Walk> findWalk() {
        return database.sql(WALK)
                .query((row, number) ->
                        new Walk(instant(row, "walked_at"), row.getLong("entries"), row.getInt("findings")))
                .optional();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
