package se.fardplan.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People and all their roles in the database; many rows go in one statement. */
@Repository
class PersonStore {

    /** One writer of the register at a time; the number is this lock's own. */
    private static final String LOCK = "select pg_advisory_xact_lock(7310003)";

    private static final String PEOPLE = """
            select id, email, name, organisation, last_login_at, version,
                   case when disabled_at is not null then 'CLOSED' when password is null and last_login_at is null then 'INVITED' else 'ACTIVE' end as state
            from access.account
            order by name collate "sv-x-icu", email
            """;

    private static final String ROLES = """
            select g.id, g.account, g.role, g.organisation, g.unit, g.valid_from, g.valid_until, g.stands_in_for,
                   coalesce(a.name, '') as stands_in_for_name, g.given_by, g.confirmed_on, g.source
            from access.role_grant g
            left join access.role_grant own on own.id = g.stands_in_for
            left join access.account a on a.id = own.account
            order by g.valid_from, g.role, g.organisation nulls first, g.unit nulls first, g.id
            """;

    private static final String ROLES_OF = """
            select g.id, g.account, g.role, g.organisation, g.unit, g.valid_from, g.valid_until, g.stands_in_for,
                   coalesce(a.name, '') as stands_in_for_name, g.given_by, g.confirmed_on, g.source
            from access.role_grant g
            left join access.role_grant own on own.id = g.stands_in_for
            left join access.account a on a.id = own.account
            where g.account = :account
            order by g.valid_from, g.role, g.organisation nulls first, g.unit nulls first, g.id
            """;

    private static final String SAVE_PEOPLE = """
            insert into access.account (id, email, name, organisation, created_at, disabled_at, stamp)
            select id, email, name, organisation, :at, disabled_at, stamp
            from unnest(cast(:ids as uuid[]), cast(:emails as text[]), cast(:names as text[]), cast(:organisations as text[]),
                        cast(:disabledAts as timestamptz[]), cast(:stamps as uuid[]))
                 as p (id, email, name, organisation, disabled_at, stamp)
            on conflict (id) do update
            set name = excluded.name, organisation = excluded.organisation, version = account.version + 1,
                disabled_at = case when excluded.disabled_at is not null
                                   then coalesce(account.disabled_at, excluded.disabled_at) end,
                -- Closed or opened: every session ends.
                stamp = case when (account.disabled_at is null) = (excluded.disabled_at is null)
                             then account.stamp else excluded.stamp end
            """;

    private static final String SAVE_ROLES = """
            insert into access.role_grant
                (id, account, role, organisation, unit, valid_from, valid_until, stands_in_for, given_by, confirmed_on,
                 source)
            select id, account, role, organisation, unit, valid_from, valid_until, stands_in_for, given_by, confirmed_on,
                   source
            from unnest(cast(:ids as uuid[]), cast(:accounts as uuid[]), cast(:roles as text[]), cast(:organisations as text[]),
                        cast(:units as text[]), cast(:froms as date[]), cast(:untils as date[]), cast(:standsInFors as uuid[]),
                        cast(:givenBys as text[]), cast(:confirmedOns as date[]), cast(:sources as text[]))
                 as g (id, account, role, organisation, unit, valid_from, valid_until, stands_in_for, given_by, confirmed_on,
                       source)
            on conflict (id) do update
            set valid_until = excluded.valid_until, confirmed_on = excluded.confirmed_on
            """;

    private static final String DELETE_ROLES = """
            delete from access.role_grant
            where id = any (cast(:ids as uuid[])) or stands_in_for = any (cast(:ids as uuid[]))
            """;

    private final JdbcClient database;

    PersonStore(JdbcClient database) {
        this.database = database;
    }

    /** Makes every other writer of the register wait until this transaction ends. */
    void lock() {
        database.sql(LOCK).query((row, number) -> "").list();
    }

    /** Everyone, by name. */
    List<Person> list() {
        Map<UUID, List<Person.Held>> roles = new HashMap<>();
        database.sql(ROLES).query(row -> {
            roles.computeIfAbsent(row.getObject("account", UUID.class), id -> new ArrayList<>())
                    .add(held(row));
        });
        return database.sql(PEOPLE).query((row, number) -> person(row, roles)).list();
    }

    /** Every role the account holds, has held or will hold, by first day. */
    List<Person.Held> listRoles(UUID account) {
        return database.sql(ROLES_OF)
                .param("account", account)
                .query((row, number) -> held(row))
                .list();
    }

    void save(Collection<Person> people, Instant at) {
        if (people.isEmpty()) {
            return;
        }
        OffsetDateTime now = at.atOffset(ZoneOffset.UTC);
        database.sql(SAVE_PEOPLE)
                .param("at", now)
                .param("ids", texts(people, person -> person.id().toString()))
                .param("emails", texts(people, Person::email))
                .param("names", texts(people, Person::name))
                .param("organisations", texts(people, Person::organisation))
                .param(
                        "disabledAts",
                        texts(people, person -> person.state() == Person.State.CLOSED ? now.toString() : null))
                .param("stamps", texts(people, person -> UUID.randomUUID().toString()))
                .update();
    }

    void saveRoles(Map<Person.Held, UUID> roles) {
        if (roles.isEmpty()) {
            return;
        }
        Collection<Person.Held> held = roles.keySet();
        database.sql(SAVE_ROLES)
                .param("ids", texts(held, role -> role.id().toString()))
                .param("accounts", texts(roles.values(), UUID::toString))
                .param("roles", texts(held, role -> role.grant().role().name()))
                .param("organisations", texts(held, role -> role.grant().organisation()))
                .param("units", texts(held, role -> role.grant().unit()))
                .param("froms", texts(held, role -> role.from().toString()))
                .param("untils", texts(held, role -> text(role.until())))
                .param("standsInFors", texts(held, role -> text(role.standsInFor())))
                .param("givenBys", texts(held, Person.Held::givenBy))
                .param("confirmedOns", texts(held, role -> role.confirmedOn().toString()))
                .param("sources", texts(held, Person.Held::source))
                .update();
    }

    void deleteRoles(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            database.sql(DELETE_ROLES).param("ids", texts(ids, UUID::toString)).update();
        }
    }

    private static <T> @Nullable String[] texts(Collection<T> all, Function<T, @Nullable String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Person person(ResultSet row, Map<UUID, List<Person.Held>> roles) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Person(
                id,
                row.getString("email"),
                row.getString("name"),
                row.getString("organisation"),
                Person.State.valueOf(row.getString("state")),
                row.getObject("last_login_at", OffsetDateTime.class),
                row.getLong("version"),
                roles.getOrDefault(id, List.of()));
    }

    private static Person.Held held(ResultSet row) throws SQLException {
        return new Person.Held(
                row.getObject("id", UUID.class),
                new CurrentUser.Grant(
                        Role.valueOf(row.getString("role")), row.getString("organisation"), row.getString("unit")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getObject("stands_in_for", UUID.class),
                row.getString("stands_in_for_name"),
                row.getString("given_by"),
                row.getObject("confirmed_on", LocalDate.class),
                row.getString("source"));
    }
}
