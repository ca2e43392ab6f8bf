package se.fardplan.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.fardplan.HouseTime;

/** Kolada's values and those typed in, as each vintage shows them (observationer). */
@Repository
class ObservationStore {

    /**
     * One observation a cell: Kolada's where it has a value or a secret, else the one typed in, else what Kolada says of
     * the lack of a value.
     */
    private static final String SHOWN = """
            select distinct on (o.area, o.year, o.sex)
                   o.indicator, o.area, o.year, o.sex, o.value, o.state, o.preliminary, o.origin,
                   o.source, o.entered_by_name, o.entered_at
              from (select k.indicator, k.area, k.year, k.sex, k.value, k.state, k.preliminary,
                           case when v.kind = 'example' then 'example' else 'kolada' end as origin,
                           null as source, null as entered_by_name, cast(null as timestamptz) as entered_at,
                           case when k.state in ('published', 'uncertain', 'suppressed') then 0 else 2 end as rank
                      from indicators.observation k
                      join indicators.vintage v on v.number = k.from_vintage
                     where k.indicator = :indicator and k.from_vintage <= :vintage
                       and (k.to_vintage is null or k.to_vintage > :vintage)
                     union all
                    select h.indicator, h.area, h.year, h.sex, h.value, 'published', false, 'hand',
                           h.source, h.entered_by_name, h.entered_at, 1
                      from indicators.hand_value h
                     where h.indicator = :indicator and h.from_vintage <= :vintage
                       and (h.to_vintage is null or h.to_vintage > :vintage)) o
             order by o.area, o.year, o.sex, o.rank
            """;

    /** Everything there is, Kolada's and typed in beside each other. */
    private static final String PAGE = """
            select o.indicator, o.area, o.year, o.sex, o.value, o.state, o.preliminary, o.origin,
                   o.source, o.entered_by_name, o.entered_at
              from (select k.indicator, k.area, k.year, k.sex, k.value, k.state, k.preliminary,
                           case when v.kind = 'example' then 'example' else 'kolada' end as origin,
                           null as source, null as entered_by_name, cast(null as timestamptz) as entered_at
                      from indicators.observation k
                      join indicators.vintage v on v.number = k.from_vintage
                     where k.indicator = :indicator and k.from_vintage <= :vintage
                       and (k.to_vintage is null or k.to_vintage > :vintage)
                     union all
                    select h.indicator, h.area, h.year, h.sex, h.value, 'published', false, 'hand',
                           h.source, h.entered_by_name, h.entered_at
                      from indicators.hand_value h
                     where h.indicator = :indicator and h.from_vintage <= :vintage
                       and (h.to_vintage is null or h.to_vintage > :vintage)) o
             where (cast(:areas as text[]) is null or o.area = any(:areas))
               and (cast(:from as integer) is null or o.year >= :from)
               and (cast(:to as integer) is null or o.year <= :to)
               and (cast(:sexes as text[]) is null or o.sex = any(:sexes))
             order by o.area, o.year, o.sex, o.origin = 'hand'
             limit :limit offset :offset
            """;

    private final JdbcClient jdbc;

    ObservationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is asked for of one key figure.
     *
     * @param areas codes; null asks for all
     * @param from the first year, included; null asks for all
     * @param to the last year, included; null asks for all
     * @param sexes letters; null asks for all
     */
    record Question(
            String indicator,
            @Nullable List<String> areas,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable List<String> sexes) {}

    List<Observation> listShown(String indicator, long vintage) {
        return jdbc.sql(SHOWN)
                .param("indicator", indicator)
                .param("vintage", vintage)
                .query(ObservationStore::observation)
                .list();
    }

    List<Observation> list(Question question, long vintage, int limit, long offset) {
        return jdbc.sql(PAGE)
                .param("indicator", question.indicator())
                .param("vintage", vintage)
                .param("areas", array(question.areas()))
                .param("from", question.from())
                .param("to", question.to())
                .param("sexes", array(question.sexes()))
                .param("limit", limit)
                .param("offset", offset)
                .query(ObservationStore::observation)
                .list();
    }

    private static String @Nullable [] array(@Nullable List<String> texts) {
        return texts == null ? null : texts.toArray(String[]::new);
    }

    private static Observation observation(ResultSet row, int number) throws SQLException {
        return new Observation(
                row.getString("indicator"),
                row.getString("area"),
                row.getInt("year"),
                Sex.valueOf(row.getString("sex")),
                row.getBigDecimal("value"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getBoolean("preliminary"),
                Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
                provenance(row));
    }

    private static @Nullable Provenance provenance(ResultSet row) throws SQLException {
        OffsetDateTime entered = row.getObject("entered_at", OffsetDateTime.class);
        return entered == null
                ? null
                : new Provenance(
                        row.getString("source"),
                        row.getString("entered_by_name"),
                        entered.atZoneSameInstant(HouseTime.SWEDEN).toLocalDate());
    }
}
