package se.fardplan.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions in the database, by the hash of the browser's secret. */
@Repository
class SessionStore {

    private static final String FIND = """
            select secret_hash, account, stamp, created_at, last_seen_at, memory
            from access.session
            where secret_hash = :hash
            """;

    /** Two logins to one account at the same time are counted one by one. */
    private static final String LOCK_ACCOUNT = """
            select id
            from access.account
            where id = :account
            for no key update
            """;

    private static final String ADD = """
            insert into access.session (secret_hash, account, stamp, created_at, last_seen_at, memory)
            values (:hash, :account, :stamp, :created, :seen, :memory)
            """;

    private static final String CHANGE = """
            update access.session
            set secret_hash = :hash, account = :account, stamp = :stamp, last_seen_at = :seen, memory = :memory
            where secret_hash = :before
            """;

    private static final String NOTE_SEEN = """
            update access.session
            set last_seen_at = :seen
            where secret_hash = :hash
            """;

    private static final String KEEP_NEWEST = """
            delete from access.session
            where account = :account
              and secret_hash not in (
                  select secret_hash
                  from access.session
                  where account = :account
                  order by last_seen_at desc, created_at desc
                  limit :most)
            """;

    private static final String DELETE = """
            delete from access.session
            where secret_hash = :hash
            """;

    private static final String DROP_PAST = """
            delete from access.session
            where last_seen_at < :restedSince
               or created_at < :begunBefore
               or (account is null and created_at < :unfinishedSince)
            """;

    private final JdbcClient database;

    /**
     * A session as it is kept (sessionsrad).
     *
     * @param hash of the browser's secret
     * @param account null until someone has logged in
     * @param stamp the account's when the session began; null with {@code account}
     * @param memory what a login that goes on must remember; null for nothing
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(
            String hash,
            @Nullable UUID account,
            @Nullable UUID stamp,
            Instant created,
            Instant seen,
            byte @Nullable [] memory) {}

    SessionStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Row> find(String hash) {
        return database.sql(FIND).param("hash", hash).query(SessionStore::row).optional();
    }

    void add(Row row) {
        values(ADD, row).param("created", AccountStore.utc(row.created())).update();
    }

    /** Nothing happens where the session has ended meanwhile. */
    void change(String before, Row row) {
        values(CHANGE, row).param("before", before).update();
    }

    void noteSeen(String hash, Instant seen) {
        database.sql(NOTE_SEEN)
                .param("hash", hash)
                .param("seen", AccountStore.utc(seen))
                .update();
    }

    /** Makes others who log in to the account wait for the end of the transaction. */
    void lockAccount(UUID account) {
        database.sql(LOCK_ACCOUNT).param("account", account).query(UUID.class).optional();
    }

    void keepNewest(UUID account, int most) {
        database.sql(KEEP_NEWEST).param("account", account).param("most", most).update();
    }

    void delete(String hash) {
        database.sql(DELETE).param("hash", hash).update();
    }

    void dropPast(Instant restedSince, Instant begunBefore, Instant unfinishedSince) {
        database.sql(DROP_PAST)
                .param("restedSince", AccountStore.utc(restedSince))
                .param("begunBefore", AccountStore.utc(begunBefore))
                .param("unfinishedSince", AccountStore.utc(unfinishedSince))
                .update();
    }

    private JdbcClient.StatementSpec values(String statement, Row row) {
        return database.sql(statement)
                .param("hash", row.hash())
                .param("account", row.account())
                .param("stamp", row.stamp())
                .param("seen", AccountStore.utc(row.seen()))
                .param("memory", row.memory());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("secret_hash"),
                row.getObject("account", UUID.class),
                row.getObject("stamp", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                row.getBytes("memory"));
    }
}
