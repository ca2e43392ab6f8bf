package se.fardplan.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.fardplan.access.CurrentUser;

/** Values typed in, in a table apart from Kolada's; none is ever deleted (handinmatade värden). */
@Repository
class HandValueStore {

    private static final String OF_INDICATOR = """
            select h.id, h.indicator, h.area, h.year, h.sex, h.value, h.source, h.entered_by_name, h.entered_at,
                   h.withdrawn_by_name, h.withdrawn_at
              from indicators.hand_value h
             where h.indicator = :indicator
             order by h.year desc, h.area, h.sex, h.entered_at desc
            """;

    private static final String FIND = """
            select h.id, h.indicator, h.area, h.year, h.sex, h.value, h.source, h.entered_by_name, h.entered_at,
                   h.withdrawn_by_name, h.withdrawn_at
              from indicators.hand_value h
             where h.id = :id
            """;

    private static final String STANDING = """
            select h.id, h.indicator, h.area, h.year, h.sex, h.value, h.source, h.entered_by_name, h.entered_at,
                   h.withdrawn_by_name, h.withdrawn_at
              from indicators.hand_value h
             where h.indicator = :indicator and h.area = :area and h.year = :year and h.sex = :sex
               and h.to_vintage is null
            """;

    private static final String ADD = """
            insert into indicators.hand_value (id, indicator, area, year, sex, value, source, entered_by,
                                               entered_by_name, entered_at, from_vintage)
            values (:id, :indicator, :area, :year, :sex, :value, :source, :by, :byName, :at, :vintage)
            """;

    private static final String WITHDRAW = """
            update indicators.hand_value
               set to_vintage = :vintage, withdrawn_by_name = :byName, withdrawn_at = :at
             where id = :id and to_vintage is null
            """;

    /** What Kolada says of the cell now. */
    private static final String KOLADAS_STATE = """
            select o.state
              from indicators.observation o
             where o.indicator = :indicator and o.area = :area and o.year = :year and o.sex = :sex
               and o.to_vintage is null
            """;

    private final JdbcClient jdbc;

    HandValueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every one, also those withdrawn, the latest year first. */
    List<HandValue> list(String indicator) {
        return jdbc.sql(OF_INDICATOR)
                .param("indicator", indicator)
                .query(HandValueStore::value)
                .list();
    }

    Optional<HandValue> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(HandValueStore::value).optional();
    }

    Optional<HandValue> findStanding(HandValue.Entry cell) {
        return cell(STANDING, cell).query(HandValueStore::value).optional();
    }

    Optional<State> findKoladasState(HandValue.Entry cell) {
        return cell(KOLADAS_STATE, cell)
                .query((row, number) -> State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)))
                .optional();
    }

    void add(HandValue.Entry entry, CurrentUser by, Instant at, long vintage) {
        jdbc.sql(ADD)
                .param("id", UUID.randomUUID())
                .param("indicator", entry.indicator())
                .param("area", entry.area())
                .param("year", entry.year())
                .param("sex", entry.sex().name())
                .param("value", entry.value())
                .param("source", entry.source())
                .param("by", by.id())
                .param("byName", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("vintage", vintage)
                .update();
    }

    void withdraw(UUID id, CurrentUser by, Instant at, long vintage) {
        jdbc.sql(WITHDRAW)
                .param("id", id)
                .param("byName", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("vintage", vintage)
                .update();
    }

    private JdbcClient.StatementSpec cell(String sql, HandValue.Entry cell) {
        return jdbc.sql(sql)
                .param("indicator", cell.indicator())
                .param("area", cell.area())
                .param("year", cell.year())
                .param("sex", cell.sex().name());
    }

    private static HandValue value(ResultSet row, int number) throws SQLException {
        OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new HandValue(
                row.getObject("id", UUID.class),
                row.getString("indicator"),
                row.getString("area"),
                row.getInt("year"),
                Sex.valueOf(row.getString("sex")),
                row.getBigDecimal("value"),
                row.getString("source"),
                row.getString("entered_by_name"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getString("withdrawn_by_name"),
                withdrawn == null ? null : withdrawn.toInstant());
    }
}
