package se.fardplan.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts and their roles in the database. */
@Repository
class AccountStore {

    private static final String BY_EMAIL = """
            select id, email, name, password, password_given, disabled_at is not null as disabled, failed_attempts,
                   locked_until, stamp
            from access.account
            where lower(email) = lower(:email)
            """;

    private static final String BY_EMAIL_FOR_UPDATE = """
            select id, email, name, password, password_given, disabled_at is not null as disabled, failed_attempts,
                   locked_until, stamp
            from access.account
            where lower(email) = lower(:email)
            for update
            """;

    private static final String BY_ID = """
            select id, email, name, password, password_given, disabled_at is not null as disabled, failed_attempts,
                   locked_until, stamp
            from access.account
            where id = :id
            """;

    private static final String BY_IDS = """
            select id, email, name, password, password_given, disabled_at is not null as disabled, failed_attempts,
                   locked_until, stamp
            from access.account
            where id = any (cast(:ids as uuid[]))
            """;

    private static final String GRANTS_ON = """
            select g.role, g.organisation, g.unit
            from access.role_grant g
            left join access.role_grant own on own.id = g.stands_in_for
            left join access.account away on away.id = own.account
            where g.account = :account
              and g.valid_from <= :day
              and (g.valid_until is null or g.valid_until >= :day)
              -- Who stands in for someone loses the role with them.
              and (own.id is null
                   or away.disabled_at is null
                   and own.valid_from <= :day and (own.valid_until is null or own.valid_until >= :day))
            order by g.role, g.organisation nulls first, g.unit nulls first
            """;

    private static final String ALL = """
            select a.email, a.name, a.created_at, a.disabled_at is not null as disabled, a.last_login_at,
                   coalesce((
                       select string_agg(lower(replace(g.role, '_', '-')) || coalesce(':' || g.organisation, ''), ', '
                                         order by g.role, g.organisation)
                       from access.role_grant g
                       where g.account = a.id
                         and g.valid_from <= :day
                         and (g.valid_until is null or g.valid_until >= :day)), '') as roles
            from access.account a
            order by a.email
            """;

    private static final String ADD = """
            insert into access.account (id, email, name, password, organisation, created_at, stamp)
            values (:id, :email, :name, :password, :organisation, :at, :stamp)
            on conflict do nothing
            """;

    private static final String ADD_GRANT = """
            insert into access.role_grant (id, account, role, organisation, unit, valid_from, valid_until, confirmed_on)
            values (:id, :account, :role, :organisation, :unit, :from, :until, :from)
            """;

    private static final String END_GRANT = """
            update access.role_grant
            set valid_until = :lastDay
            where account = :account
              and role = :role
              and organisation is not distinct from :organisation
              and valid_from <= :lastDay
              and (valid_until is null or valid_until > :lastDay)
            """;

    private static final String DROP_GRANT_NOT_BEGUN = """
            with dropped as (
                select id
                from access.role_grant
                where account = :account
                  and role = :role
                  and organisation is not distinct from :organisation
                  and valid_from > :lastDay)
            delete from access.role_grant
            where id in (select id from dropped) or stands_in_for in (select id from dropped)
            """;

    private static final String SET_PASSWORD = """
            update access.account
            set password = :password, password_given = false, stamp = :stamp, failed_attempts = 0, locked_until = null
            where id = :id
            """;

    private static final String NOTE_GIVEN = """
            update access.account
            set password_given = true
            where id = :id
            """;

    private static final String READDRESS = """
            update access.account
            set email = :email, stamp = :stamp, version = version + 1
            where id = :id and not exists (select 1 from access.account other where lower(other.email) = lower(:email))
            """;

    private static final String SET_HASH = """
            update access.account
            set password = :password
            where id = :id
            """;

    private static final String DISABLE = """
            update access.account
            set disabled_at = coalesce(disabled_at, :at), stamp = :stamp
            where id = :id
            """;

    private static final String ENABLE = """
            update access.account
            set disabled_at = null, failed_attempts = 0, locked_until = null
            where id = :id
            """;

    private static final String NOTE_LOGIN = """
            update access.account
            set last_login_at = :at, failed_attempts = 0, locked_until = null
            where id = :id
            """;

    private static final String NOTE_FAILURE = """
            update access.account
            set failed_attempts = :failed, locked_until = :lockedUntil
            where id = :id
            """;

    private final JdbcClient database;

    /**
     * An account as it stands (konto).
     *
     * @param password null until the one who was invited has chosen one
     * @param passwordGiven true while the password is one that someone else made
     * @param stamp changes when all its sessions must end
     */
    record Account(
            UUID id,
            String email,
            String name,
            @Nullable String password,
            boolean passwordGiven,
            boolean disabled,
            int failedAttempts,
            @Nullable OffsetDateTime lockedUntil,
            UUID stamp) {}

    AccountStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Account> findByEmail(String email) {
        return database.sql(BY_EMAIL).param("email", email).query(Account.class).optional();
    }

    /** The account, kept from other writers until the transaction ends. */
    Optional<Account> findForUpdate(String email) {
        return database.sql(BY_EMAIL_FOR_UPDATE)
                .param("email", email)
                .query(Account.class)
                .optional();
    }

    Optional<Account> find(UUID id) {
        return database.sql(BY_ID).param("id", id).query(Account.class).optional();
    }

    List<Account> list(Collection<UUID> ids) {
        return database.sql(BY_IDS)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(DataClassRowMapper.newInstance(Account.class))
                .list();
    }

    List<CurrentUser.Grant> listGrants(UUID account, LocalDate day) {
        return database.sql(GRANTS_ON)
                .param("account", account)
                .param("day", day)
                .query((row, number) -> new CurrentUser.Grant(
                        Role.valueOf(row.getString("role")), row.getString("organisation"), row.getString("unit")))
                .list();
    }

    List<Accounts.Line> listAll(LocalDate day) {
        return database.sql(ALL)
                .param("day", day)
                .query(DataClassRowMapper.newInstance(Accounts.Line.class))
                .list();
    }

    /** False when the address is already in use. */
    boolean add(UUID id, String email, String name, String hash, @Nullable String organisation, Instant at) {
        return database.sql(ADD)
                        .param("id", id)
                        .param("email", email)
                        .param("name", name)
                        .param("password", hash)
                        .param("organisation", organisation)
                        .param("at", utc(at))
                        .param("stamp", UUID.randomUUID())
                        .update()
                == 1;
    }

    void addGrant(UUID account, CurrentUser.Grant grant, LocalDate from, @Nullable LocalDate until) {
        database.sql(ADD_GRANT)
                .param("id", UUID.randomUUID())
                .param("account", account)
                .param("role", grant.role().name())
                .param("organisation", grant.organisation())
                .param("unit", grant.unit())
                .param("from", from)
                .param("until", until)
                .update();
    }

    /** How many grants were ended. */
    int endGrant(UUID account, CurrentUser.Grant grant, LocalDate lastDay) {
        int ended = 0;
        for (String statement : List.of(END_GRANT, DROP_GRANT_NOT_BEGUN)) {
            ended += database.sql(statement)
                    .param("account", account)
                    .param("role", grant.role().name())
                    .param("organisation", grant.organisation())
                    .param("lastDay", lastDay)
                    .update();
        }
        return ended;
    }

    void setPassword(UUID id, String hash) {
        database.sql(SET_PASSWORD)
                .param("id", id)
                .param("password", hash)
                .param("stamp", UUID.randomUUID())
                .update();
    }

    /** The password as it is now is one that someone else made. */
    void noteGiven(UUID id) {
        database.sql(NOTE_GIVEN).param("id", id).update();
    }

    /** False when the address is in use. */
    boolean readdress(UUID id, String email) {
        return database.sql(READDRESS)
                        .param("id", id)
                        .param("email", email)
                        .param("stamp", UUID.randomUUID())
                        .update()
                == 1;
    }

    void setHash(UUID id, String hash) {
        database.sql(SET_HASH).param("id", id).param("password", hash).update();
    }

    void disable(UUID id, Instant at) {
        database.sql(DISABLE)
                .param("id", id)
                .param("at", utc(at))
                .param("stamp", UUID.randomUUID())
                .update();
    }

    void enable(UUID id) {
        database.sql(ENABLE).param("id", id).update();
    }

    void noteLogin(UUID id, Instant at) {
        database.sql(NOTE_LOGIN).param("id", id).param("at", utc(at)).update();
    }

    void noteFailure(UUID id, int failed, @Nullable Instant lockedUntil) {
        database.sql(NOTE_FAILURE)
                .param("id", id)
                .param("failed", failed)
                .param("lockedUntil", utc(lockedUntil))
                .update();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
