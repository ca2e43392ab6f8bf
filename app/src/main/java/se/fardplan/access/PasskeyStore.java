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

/** Passkeys, and what browsers have been asked to sign, in the database. */
@Repository
class PasskeyStore {

    private static final String OF_ACCOUNT = """
            select id, credential, account, name, public_key, sign_count, verified, transports, backup_eligible, backed_up,
                   attestation, client_data, created_at, last_used_at
            from access.passkey
            where account = :account
            order by created_at, id
            """;

    private static final String BY_CREDENTIAL = """
            select p.id, p.credential, p.account, p.name, p.public_key, p.sign_count, p.verified, p.transports,
                   p.backup_eligible, p.backed_up, p.attestation, p.client_data, p.created_at, p.last_used_at
            from access.passkey p
            join access.account a on a.id = p.account
            where p.credential = :credential and a.disabled_at is null
            """;

    private static final String ADD = """
            insert into access.passkey (id, credential, account, name, public_key, sign_count, verified, transports,
                                        backup_eligible, backed_up, attestation, client_data, created_at)
            values (:id, :credential, :account, :name, :publicKey, :signCount, :verified, :transports,
                    :backupEligible, :backedUp, :attestation, :clientData, :createdAt)
            on conflict (credential) do nothing
            """;

    private static final String NOTE_USE = """
            update access.passkey
            set sign_count = :signCount, last_used_at = :at
            where credential = :credential and (sign_count < :signCount or sign_count = 0 and :signCount = 0)
            """;

    private static final String REMOVE = """
            delete from access.passkey
            where id = :id and account = :account
            returning name
            """;

    private static final String FORGET = """
            delete from access.passkey
            where account = :account
            """;

    private static final String ASK = """
            insert into access.passkey_challenge (token_hash, challenge, account, expires_at)
            values (:tokenHash, :challenge, :account, :expiresAt)
            """;

    private static final String TAKE = """
            delete from access.passkey_challenge
            where token_hash = :tokenHash
              and account is not distinct from cast(:account as uuid)
              and expires_at > :now
            returning challenge
            """;

    private static final String DROP_OLD = """
            delete from access.passkey_challenge
            where expires_at <= :now
            """;

    private final JdbcClient database;

    /**
     * A passkey as it is kept (inloggningsnyckel).
     *
     * @param signCount how often it has signed, as it says itself; 0 when it does not count
     * @param verified true when its holder was known to the authenticator when it was made
     * @param lastUsedAt null until the first login
     */
    record Kept(
            UUID id,
            byte[] credential,
            UUID account,
            String name,
            byte[] publicKey,
            long signCount,
            boolean verified,
            List<String> transports,
            boolean backupEligible,
            boolean backedUp,
            byte[] attestation,
            byte[] clientData,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    PasskeyStore(JdbcClient database) {
        this.database = database;
    }

    List<Kept> list(UUID account) {
        return database.sql(OF_ACCOUNT)
                .param("account", account)
                .query((row, number) -> kept(row))
                .list();
    }

    /** The passkey, unless its account is closed. */
    Optional<Kept> find(byte[] credential) {
        return database.sql(BY_CREDENTIAL)
                .param("credential", credential)
                .query((row, number) -> kept(row))
                .optional();
    }

    /** False when some account has it already. */
    boolean add(Kept key) {
        return database.sql(ADD)
                        .param("id", key.id())
                        .param("credential", key.credential())
                        .param("account", key.account())
                        .param("name", key.name())
                        .param("publicKey", key.publicKey())
                        .param("signCount", key.signCount())
                        .param("verified", key.verified())
                        .param("transports", key.transports().toArray(String[]::new))
                        .param("backupEligible", key.backupEligible())
                        .param("backedUp", key.backedUp())
                        .param("attestation", key.attestation())
                        .param("clientData", key.clientData())
                        .param("createdAt", AccountStore.utc(key.createdAt()))
                        .update()
                == 1;
    }

    /** False when its count has not grown: someone has a copy of it, or sends an old answer again. */
    boolean noteUse(byte[] credential, long signCount, Instant at) {
        return database.sql(NOTE_USE)
                        .param("credential", credential)
                        .param("signCount", signCount)
                        .param("at", AccountStore.utc(at))
                        .update()
                == 1;
    }

    /** The name of the one removed; empty when the account has no such passkey. */
    Optional<String> remove(UUID account, UUID id) {
        return database.sql(REMOVE)
                .param("account", account)
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** How many there were. */
    int forget(UUID account) {
        return database.sql(FORGET).param("account", account).update();
    }

    void ask(String tokenHash, byte[] challenge, @Nullable UUID account, Instant expiresAt) {
        database.sql(ASK)
                .param("tokenHash", tokenHash)
                .param("challenge", challenge)
                .param("account", account)
                .param("expiresAt", AccountStore.utc(expiresAt))
                .update();
    }

    /** What was asked, once: from now on no answer to it holds. */
    Optional<byte[]> take(String tokenHash, @Nullable UUID account, Instant now) {
        return database.sql(TAKE)
                .param("tokenHash", tokenHash)
                .param("account", account)
                .param("now", AccountStore.utc(now))
                .query((row, number) -> row.getBytes("challenge"))
                .optional();
    }

    void dropOld(Instant now) {
        database.sql(DROP_OLD).param("now", AccountStore.utc(now)).update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        OffsetDateTime lastUsed = row.getObject("last_used_at", OffsetDateTime.class);
        return new Kept(
                row.getObject("id", UUID.class),
                row.getBytes("credential"),
                row.getObject("account", UUID.class),
                row.getString("name"),
                row.getBytes("public_key"),
                row.getLong("sign_count"),
                row.getBoolean("verified"),
                List.of((String[]) row.getArray("transports").getArray()),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"),
                row.getBytes("attestation"),
                row.getBytes("client_data"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                lastUsed == null ? null : lastUsed.toInstant());
    }
}
