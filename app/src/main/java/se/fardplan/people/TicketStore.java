package se.fardplan.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tickets in the database. */
@Repository
class TicketStore {

    private static final String ADD = """
            insert into people.ticket (token_hash, person, purpose, email, made_by, made_at, expires_at)
            select token_hash, person, purpose, email, made_by, made_at, expires_at
            from unnest(cast(:tokenHashes as text[]), cast(:persons as uuid[]), cast(:purposes as text[]),
                        cast(:emails as text[]), cast(:madeBys as text[]), cast(:madeAts as timestamptz[]),
                        cast(:expiresAts as timestamptz[]))
                 as t (token_hash, person, purpose, email, made_by, made_at, expires_at)
            """;

    private static final String CLOSE_EARLIER = """
            update people.ticket
            set expires_at = n.made_at
            from unnest(cast(:persons as uuid[]), cast(:purposes as text[]), cast(:madeAts as timestamptz[]))
                 as n (person, purpose, made_at)
            where ticket.person = n.person and ticket.purpose = n.purpose and used_at is null and expires_at > n.made_at
            """;

    private static final String BY_HASH = """
            select token_hash, person, purpose, email, made_by, made_at, expires_at, used_at
            from people.ticket
            where token_hash = :tokenHash
            """;

    private static final String USE = """
            update people.ticket
            set used_at = :at
            where token_hash = :tokenHash and used_at is null and expires_at > :at
            """;

    private static final String CLOSE_ALL = """
            update people.ticket
            set expires_at = :at
            where person = :person and used_at is null and expires_at > :at
            """;

    private static final String LATEST = """
            select token_hash, person, purpose, email, made_by, made_at, expires_at, used_at
            from people.ticket
            where person = :person and purpose = :purpose
            order by made_at desc
            limit 1
            """;

    private static final String MADE_SINCE = """
            select count(*)
            from people.ticket
            where person = :person and purpose = :purpose and made_at > :since
            """;

    private final JdbcClient jdbc;

    TicketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds tickets; an earlier one of its kind for the same person holds no longer. */
    void add(Collection<Ticket> tickets) {
        jdbc.sql(CLOSE_EARLIER)
                .param("persons", column(tickets, ticket -> ticket.person().toString()))
                .param("purposes", column(tickets, ticket -> ticket.purpose().name()))
                .param("madeAts", column(tickets, ticket -> ticket.madeAt().toString()))
                .update();
        jdbc.sql(ADD)
                .param("tokenHashes", column(tickets, Ticket::tokenHash))
                .param("persons", column(tickets, ticket -> ticket.person().toString()))
                .param("purposes", column(tickets, ticket -> ticket.purpose().name()))
                .param("emails", column(tickets, Ticket::email))
                .param("madeBys", column(tickets, Ticket::madeBy))
                .param("madeAts", column(tickets, ticket -> ticket.madeAt().toString()))
                .param(
                        "expiresAts",
                        column(tickets, ticket -> ticket.expiresAt().toString()))
                .update();
    }

    private static String[] column(Collection<Ticket> tickets, Function<Ticket, String> part) {
        return tickets.stream().map(part).toArray(String[]::new);
    }

    Optional<Ticket> find(String token) {
        return jdbc.sql(BY_HASH)
                .param("tokenHash", Ticket.hash(token))
                .query(TicketStore::ticket)
                .optional();
    }

    Optional<Ticket> findLatest(UUID person, Ticket.Purpose purpose) {
        return jdbc.sql(LATEST)
                .param("person", person)
                .param("purpose", purpose.name())
                .query(TicketStore::ticket)
                .optional();
    }

    int countSince(UUID person, Ticket.Purpose purpose, Instant since) {
        return jdbc.sql(MADE_SINCE)
                .param("person", person)
                .param("purpose", purpose.name())
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    /** Uses the ticket up; false when someone was first or it is too old. */
    boolean use(Ticket ticket, Instant at) {
        return jdbc.sql(USE)
                        .param("tokenHash", ticket.tokenHash())
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /** No ticket of the person's holds any longer. */
    void closeAll(UUID person, Instant at) {
        jdbc.sql(CLOSE_ALL).param("person", person).param("at", utc(at)).update();
    }

    private static Ticket ticket(ResultSet row, int number) throws SQLException {
        OffsetDateTime used = row.getObject("used_at", OffsetDateTime.class);
        return new Ticket(
                row.getString("token_hash"),
                row.getObject("person", UUID.class),
                Ticket.Purpose.valueOf(row.getString("purpose")),
                row.getString("email"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
