package se.fardplan.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When someone looked at their desk (besök). */
@Repository
class VisitStore {

    /** All looks of a day see the same news: those since the last look of a day before. */
    private static final String LOOK = """
            insert into desk.visit as v (account, day, looked_at)
            values (:account, :day, :at)
            on conflict (account) do update
            set earlier_look = case when v.day < excluded.day then v.looked_at else v.earlier_look end,
                day = greatest(v.day, excluded.day), looked_at = greatest(v.looked_at, excluded.looked_at)
            returning earlier_look
            """;

    private final JdbcClient database;

    VisitStore(JdbcClient database) {
        this.database = database;
    }

    /** Notes a look at {@code at} on {@code day}; the last look of an earlier day, empty when this is the first day. */
    Optional<Instant> look(UUID account, LocalDate day, Instant at) {
        return database.sql(LOOK)
                .param("account", account)
                .param("day", day)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> Optional.ofNullable(row.getObject("earlier_look", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }
}
