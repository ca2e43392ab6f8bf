package se.fardplan.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The browsers that have logged in before, in the database. */
@Repository
class DeviceStore {

    private static final String BY_TOKEN = """
            select token_hash, failed_attempts, locked_until
            from access.device
            where token_hash = :tokenHash and account = :account
            """;

    private static final String KEEP = """
            insert into access.device (token_hash, account, last_used_at)
            values (:tokenHash, :account, :at)
            on conflict (token_hash) do update
            set last_used_at = :at, failed_attempts = 0, locked_until = null
            """;

    private static final String NOTE_FAILURE = """
            update access.device
            set failed_attempts = :failed, locked_until = :lockedUntil
            where token_hash = :tokenHash
            """;

    private static final String FORGET = """
            delete from access.device
            where account = :account
            """;

    private static final String DROP_UNUSED = """
            delete from access.device
            where last_used_at < :before
            """;

    private final JdbcClient database;

    /** A browser that has logged in to the account before (känd webbläsare). */
    record Device(
            String tokenHash, int failedAttempts, @Nullable OffsetDateTime lockedUntil) {}

    DeviceStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Device> find(UUID account, String tokenHash) {
        return database.sql(BY_TOKEN)
                .param("account", account)
                .param("tokenHash", tokenHash)
                .query(Device.class)
                .optional();
    }

    void keep(UUID account, String tokenHash, Instant at) {
        database.sql(KEEP)
                .param("account", account)
                .param("tokenHash", tokenHash)
                .param("at", AccountStore.utc(at))
                .update();
    }

    void noteFailure(String tokenHash, int failed, @Nullable Instant lockedUntil) {
        database.sql(NOTE_FAILURE)
                .param("tokenHash", tokenHash)
                .param("failed", failed)
                .param("lockedUntil", AccountStore.utc(lockedUntil))
                .update();
    }

    /** Every browser must prove itself anew, as after a changed password. */
    void forget(UUID account) {
        database.sql(FORGET).param("account", account).update();
    }

    void dropUnusedSince(Instant before) {
        database.sql(DROP_UNUSED).param("before", AccountStore.utc(before)).update();
    }
}
