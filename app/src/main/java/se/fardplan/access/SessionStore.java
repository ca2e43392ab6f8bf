package se.fardplan.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions in the database, by the hash of the browser's secret. */
@Repository
class SessionStore {

    private static final String FIND = """
            select secret_hash, account, stamp, browser, machine, created_at, last_seen_at, memory
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
            insert into access.session (secret_hash, account, stamp, browser, machine, created_at, last_seen_at, memory)
            values (:hash, :account, :stamp, :browser, :machine, :created, :seen, :memory)
            """;

    private static final String CHANGE = """
            update access.session
            set secret_hash = :hash, account = :account, stamp = :stamp, browser = :browser, machine = :machine,
                last_seen_at = :seen, memory = :memory
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

    /** Those that still hold: begun under the stamp the account has now. */
    private static final String OF_ACCOUNT = """
            select s.handle, s.browser, s.machine, s.created_at, s.last_seen_at, s.secret_hash = :hash as here
            from access.session s
            join access.account a on a.id = s.account and a.stamp = s.stamp
            where s.account = :account
              and s.last_seen_at > :restedSince
              and s.created_at > :begunBefore
            order by here desc, s.last_seen_at desc, s.created_at desc
            """;

    private static final String END = """
            delete from access.session
            where account = :account and handle = :handle and secret_hash <> :hash
            """;

    private static final String END_OTHERS = """
            delete from access.session
            where account = :account and secret_hash <> :hash
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
            UserAgent browser,
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

    /** The account's own that still hold, the one with {@code hash} first. */
    List<OwnSessions.Live> list(UUID account, String hash, Instant restedSince, Instant begunBefore) {
        return database.sql(OF_ACCOUNT)
                .param("account", account)
                .param("hash", hash)
                .param("restedSince", AccountStore.utc(restedSince))
                .param("begunBefore", AccountStore.utc(begunBefore))
                .query((row, number) -> new OwnSessions.Live(
                        row.getObject("handle", UUID.class),
                        row.getString("browser"),
                        row.getString("machine"),
                        instant(row, "created_at"),
                        instant(row, "last_seen_at"),
                        row.getBoolean("here")))
                .list();
    }

    /** False when the account has no such session beside the one with {@code hash}. */
    boolean end(UUID account, UUID handle, String hash) {
        return database.sql(END)
                        .param("account", account)
                        .param("handle", handle)
                        .param("hash", hash)
                        .update()
                == 1;
    }

    /** How many ended beside the one with {@code hash}. */
    int endOthers(UUID account, String hash) {
        return database.sql(END_OTHERS)
                .param("account", account)
                .param("hash", hash)
                .update();
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
                .param("browser", row.browser().name())
                .param("machine", row.browser().machine())
                .param("seen", AccountStore.utc(row.seen()))
                .param("memory", row.memory());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("secret_hash"),
                row.getObject("account", UUID.class),
                row.getObject("stamp", UUID.class),
                new UserAgent(row.getString("browser"), row.getString("machine")),
                instant(row, "created_at"),
                instant(row, "last_seen_at"),
                row.getBytes("memory"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
