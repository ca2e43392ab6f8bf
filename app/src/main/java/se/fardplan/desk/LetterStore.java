package se.fardplan.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters that wait, and what became of those that do not. */
@Repository
class LetterStore {

    private static final String ADD = """
            insert into desk.letter (id, recipient, subject, body, kind, stop_address, created_at, next_attempt_at)
            select id, recipient, subject, body, kind, :stop, :at, :at
            from unnest(cast(:ids as uuid[]), cast(:recipients as text[]), cast(:subjects as text[]), cast(:bodies as text[]),
                        cast(:kinds as text[]))
                 as t (id, recipient, subject, body, kind)
            """;

    /** One that another copy of the application is sending is passed over. */
    private static final String NEXT = """
            select id, recipient, subject, body, kind, stop_address, created_at, attempts
            from desk.letter
            where next_attempt_at <= :now
            order by next_attempt_at, created_at
            limit 1
            for update skip locked
            """;

    private static final String NOTE_SENT = """
            update desk.letter
            set sent_at = :at, attempts = attempts + 1, next_attempt_at = null, last_error = null,
                body = case when :secret then null else body end
            where id = :id
            """;

    private static final String NOTE_FAILURE = """
            update desk.letter
            set attempts = attempts + 1, next_attempt_at = :next, last_error = :error
            where id = :id
            """;

    private static final String GIVE_UP = """
            update desk.letter
            set given_up_at = :at, next_attempt_at = null, body = case when :secret then null else body end
            where id = :id
            """;

    private static final String STATE = """
            select count(*) filter (where next_attempt_at is not null) as waiting,
                   min(created_at) filter (where next_attempt_at is not null) as oldest,
                   count(*) filter (where next_attempt_at is not null and attempts > 0) as troubled,
                   count(*) filter (where given_up_at is not null) as given_up
            from desk.letter
            """;

    private static final String DELETE_WAITING = """
            delete from desk.letter
            where id = :id and next_attempt_at is not null
            """;

    private static final String DROP_BEFORE = """
            delete from desk.letter
            where next_attempt_at is null and created_at < :before
            """;

    private final JdbcClient database;

    /**
     * A letter that is to be sent (väntande brev).
     *
     * @param stop where a mail program may stop letters of this kind; null where it may not
     * @param attempts how many times it has been tried, from 0
     */
    record Waiting(UUID id, Letter letter, @Nullable String stop, Instant createdAt, int attempts) {}

    LetterStore(JdbcClient database) {
        this.database = database;
    }

    /** @param stop where a mail program may stop letters of this kind; null where it may not */
    void add(Map<UUID, Letter> letters, @Nullable String stop, Instant at) {
        database.sql(ADD)
                .param("ids", letters.keySet().stream().map(UUID::toString).toArray(String[]::new))
                .param("recipients", column(letters, Letter::to))
                .param("subjects", column(letters, Letter::subject))
                .param("bodies", column(letters, Letter::text))
                .param("kinds", column(letters, letter -> letter.kind().name()))
                .param("stop", stop)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String[] column(Map<UUID, Letter> letters, Function<Letter, String> part) {
        return letters.values().stream().map(part).toArray(String[]::new);
    }

    /** True when it still waited and waits no more; one that is being sent is waited for. */
    boolean delete(UUID id) {
        return database.sql(DELETE_WAITING).param("id", id).update() == 1;
    }

    /** The one that has waited longest past its time, kept from others until the transaction ends. */
    Optional<Waiting> findNext(Instant now) {
        return database.sql(NEXT)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(LetterStore::waiting)
                .optional();
    }

    void noteSent(Waiting sent, Instant at) {
        database.sql(NOTE_SENT)
                .param("id", sent.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("secret", sent.letter().kind().isSecret())
                .update();
    }

    void noteFailure(Waiting failed, String error, Instant next) {
        database.sql(NOTE_FAILURE)
                .param("id", failed.id())
                .param("error", error)
                .param("next", next.atOffset(ZoneOffset.UTC))
                .update();
    }

    void giveUp(Waiting letter, Instant at) {
        database.sql(GIVE_UP)
                .param("id", letter.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("secret", letter.letter().kind().isSecret())
                .update();
    }

    /** Clears away those that wait no more. */
    void dropBefore(Instant before) {
        database.sql(DROP_BEFORE)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    OutboxState state(boolean open) {
        return database.sql(STATE)
                .query((row, number) -> new OutboxState(
                        open,
                        row.getInt("waiting"),
                        row.getObject("oldest", OffsetDateTime.class),
                        row.getInt("troubled"),
                        row.getInt("given_up")))
                .single();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                new Letter(
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        Letter.Kind.valueOf(row.getString("kind"))),
                row.getString("stop_address"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }
}
