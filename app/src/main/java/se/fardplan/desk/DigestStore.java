package se.fardplan.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which day's letter told whom of what. */
@Repository
class DigestStore {

    private static final String LATEST = """
            select day, told_after, told_up_to, letter
            from desk.digest
            where account = :account
            order by day desc
            limit 1
            """;

    private static final String ADD = """
            insert into desk.digest (account, day, told_after, told_up_to, letter)
            values (:account, :day, :after, :upTo, :letter)
            on conflict (account, day) do nothing
            """;

    /** The latest says where the next begins. */
    private static final String DROP_BEFORE = """
            delete from desk.digest d
            where day < :day
              and exists (select 1 from desk.digest later where later.account = d.account and later.day > d.day)
            """;

    private final JdbcClient database;

    /** What a letter told of: lines written after {@code after}, up to {@code upTo}. */
    record Told(LocalDate day, Instant after, Instant upTo, UUID letter) {}

    DigestStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Told> findLatest(UUID account) {
        return database.sql(LATEST)
                .param("account", account)
                .query(DigestStore::told)
                .optional();
    }

    /** False when the day has had its letter. */
    boolean add(UUID account, Told told) {
        return database.sql(ADD)
                        .param("account", account)
                        .param("day", told.day())
                        .param("after", told.after().atOffset(ZoneOffset.UTC))
                        .param("upTo", told.upTo().atOffset(ZoneOffset.UTC))
                        .param("letter", told.letter())
                        .update()
                == 1;
    }

    void dropBefore(LocalDate day) {
        database.sql(DROP_BEFORE).param("day", day).update();
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        return new Told(
                row.getObject("day", LocalDate.class),
                row.getObject("told_after", OffsetDateTime.class).toInstant(),
                row.getObject("told_up_to", OffsetDateTime.class).toInstant(),
                row.getObject("letter", UUID.class));
    }
}
