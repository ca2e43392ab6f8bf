package se.fardplan.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * From what was received to what is stored: compared with the vintage before, and only changes are written (importen).
 *
 * <p>A cell is one key figure, area, year and sex. <b>Removed</b> is a cell that Kolada marks as deleted, or that is gone
 * though the import covers it. What an import covers:
 *
 * <ul>
 *   <li>a file: for each key figure the areas it has rows for, from the file's first year to its last for that key
 *       figure, and the sexes it has rows for; so a file of fewer areas or years, or of totals only, removes nothing else;
 *   <li>the API: for each key figure the areas asked for, all years and sexes; nothing when only changes were asked for.
 * </ul>
 */
@Repository
class ImportStore {

    private static final String ADD_SOURCE = """
            insert into indicators.received_source (number, name, as_of) values (:number, :name, :asOf)
            """;

    private static final String ADD_SCOPE = """
            insert into indicators.received_scope (indicator, area, sex, first_year, last_year)
            values (:indicator, :area, :sex, 1900, 2200)
            """;

    private static final String SCOPE_OF_FILES = """
            insert into indicators.received_scope (indicator, area, sex, first_year, last_year)
            select a.indicator, a.area, x.sex, x.first_year, x.last_year
              from (select distinct r.source, r.indicator, r.area from indicators.received_value r) a
              join (select r.source, r.indicator, r.sex,
                           min(min(r.year)) over (partition by r.source, r.indicator) as first_year,
                           max(max(r.year)) over (partition by r.source, r.indicator) as last_year
                      from indicators.received_value r
                     group by r.source, r.indicator, r.sex) x
                on x.source = a.source and x.indicator = a.indicator
            """;

    private static final String DISAGREEMENT = """
            select r.indicator, r.area, r.year, r.sex,
                   min(r.source) as one, max(r.source) as other, count(*) as cells
              from indicators.received_value r
             group by r.indicator, r.area, r.year, r.sex
            having min(r.state) <> max(r.state)
                or min(r.value) is distinct from max(r.value)
             order by r.indicator, r.area, r.year, r.sex
             limit 1
            """;

    private static final String SAID = """
            select s.name, coalesce(r.value::text, r.state) as said
              from indicators.received_value r
              join indicators.received_source s on s.number = r.source
             where r.indicator = :indicator and r.area = :area and r.year = :year and r.sex = :sex
             order by s.number
            """;

    /** Of equal values the one with most decimals; preliminary as the latest of its sources judges it. */
    private static final String COMPARE = """
            insert into indicators.received_cell (indicator, area, year, sex, value, state, preliminary, change)
            select c.indicator, c.area, c.year, c.sex, c.value, c.state, c.preliminary,
                   case when o.indicator is null then 'added'
                        when (o.value, o.state, o.preliminary) is distinct from (c.value, c.state, c.preliminary)
                            then case when c.state = 'removed' then 'removed' else 'changed' end
                        else 'unchanged' end
              from (select distinct on (r.indicator, r.area, r.year, r.sex)
                           r.indicator, r.area, r.year, r.sex, r.value, r.state,
                           coalesce(r.value is not null and i.published_period = r.year::text
                               and i.preliminary_on <= s.as_of and i.published_on > s.as_of, false) as preliminary
                      from indicators.received_value r
                      join indicators.received_source s on s.number = r.source
                      left join indicators.indicator i on i.id = r.indicator
                     order by r.indicator, r.area, r.year, r.sex, s.as_of desc, scale(r.value) desc, s.number) c
              left join indicators.observation o
                on o.indicator = c.indicator and o.area = c.area and o.year = c.year and o.sex = c.sex
               and o.to_vintage is null
            """;

    private static final String FIND_GONE = """
            insert into indicators.received_cell (indicator, area, year, sex, value, state, preliminary, change)
            select o.indicator, o.area, o.year, o.sex, null, 'removed', false, 'removed'
              from indicators.observation o
             where o.to_vintage is null
               and o.state <> 'removed'
               and o.indicator in (select s.indicator from indicators.received_scope s)
               and exists (select 1 from indicators.received_scope s
                            where s.indicator = o.indicator and s.area = o.area and s.sex = o.sex
                              and o.year between s.first_year and s.last_year)
               and not exists (select 1 from indicators.received_cell c
                                where c.indicator = o.indicator and c.area = o.area
                                  and c.year = o.year and c.sex = o.sex)
            """;

    private static final String COUNT = """
            select c.indicator,
                   count(*) filter (where c.change = 'added') as added,
                   count(*) filter (where c.change = 'changed') as changed,
                   count(*) filter (where c.change = 'removed') as removed,
                   count(*) filter (where c.change = 'unchanged') as unchanged,
                   count(*) filter (where c.change = 'changed' and c.state = 'suppressed') as newly_suppressed
              from indicators.received_cell c
             group by c.indicator
             order by c.indicator
            """;

    private static final String CLOSE_FORMER = """
            update indicators.observation o
               set to_vintage = :vintage
              from indicators.received_cell c
             where c.change in ('changed', 'removed')
               and o.indicator = c.indicator and o.area = c.area and o.year = c.year and o.sex = c.sex
               and o.to_vintage is null
            """;

    private static final String WRITE = """
            insert into indicators.observation (indicator, area, year, sex, value, state, preliminary, from_vintage)
            select c.indicator, c.area, c.year, c.sex, c.value, c.state, c.preliminary, :vintage
              from indicators.received_cell c
             where c.change <> 'unchanged'
             order by c.indicator, c.area, c.year, c.sex
            """;

    /**
     * Millions of rows are sorted and joined here, and the planner believes the tables empty, as they were between two
     * imports: by nested loops two million cells took over ten minutes. Both settings end with the transaction.
     */
    private static final String EXPECT_MANY_ROWS = """
            select set_config('work_mem', '64MB', true), set_config('enable_nestloop', 'off', true)
            """;

    private static final String HAS_VALUES = """
            select exists (select 1 from indicators.observation o
                            where o.indicator = :indicator and o.to_vintage is null and o.state <> 'removed')
            """;

    private static final List<String> EMPTY = List.of(
            "delete from indicators.received_source",
            "delete from indicators.received_value",
            "delete from indicators.received_scope",
            "delete from indicators.received_cell",
            "delete from indicators.received_indicator",
            "delete from indicators.received_area",
            "delete from indicators.received_member");

    private final JdbcClient jdbc;

    ImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A cell on which the sources do not agree. */
    record Disagreement(String indicator, String area, int year, String sex, List<Said> said) {}

    /** What one source says of a cell: its value or, where it has none, its state. */
    record Said(String name, String said) {}

    /** Prepares the transaction; to be called before anything else. */
    void begin() {
        jdbc.sql(EXPECT_MANY_ROWS).query((row, number) -> row.getString(1)).single();
    }

    void addSource(int number, String name, LocalDate asOf) {
        jdbc.sql(ADD_SOURCE)
                .param("number", number)
                .param("name", name)
                .param("asOf", asOf)
                .update();
    }

    /** All years and sexes of {@code indicator} for {@code area} were asked for. */
    void cover(String indicator, String area) {
        for (Sex sex : Sex.values()) {
            jdbc.sql(ADD_SCOPE)
                    .param("indicator", indicator)
                    .param("area", area)
                    .param("sex", sex.name())
                    .update();
        }
    }

    /** Every file covers what it has rows around. */
    void coverFiles() {
        jdbc.sql(SCOPE_OF_FILES).update();
    }

    /** True when something but removals is known of {@code indicator}. */
    boolean hasValues(String indicator) {
        return jdbc.sql(HAS_VALUES)
                .param("indicator", indicator)
                .query(Boolean.class)
                .single();
    }

    Optional<Disagreement> findDisagreement() {
        return jdbc.sql(DISAGREEMENT)
                .query((row, number) -> new Disagreement(
                        row.getString("indicator"),
                        row.getString("area"),
                        row.getInt("year"),
                        row.getString("sex"),
                        List.of()))
                .optional()
                .map(this::withWords);
    }

    private Disagreement withWords(Disagreement cell) {
        List<Said> said = jdbc.sql(SAID)
                .param("indicator", cell.indicator())
                .param("area", cell.area())
                .param("year", cell.year())
                .param("sex", cell.sex())
                .query((row, number) -> new Said(row.getString("name"), row.getString("said")))
                .list();
        return new Disagreement(cell.indicator(), cell.area(), cell.year(), cell.sex(), said);
    }

    /** Compares what was received with what stands. */
    List<ImportResult.Figure> compare() {
        jdbc.sql(COMPARE).update();
        jdbc.sql(FIND_GONE).update();
        return jdbc.sql(COUNT)
                .query((row, number) -> new ImportResult.Figure(
                        row.getString("indicator"),
                        row.getInt("added"),
                        row.getInt("changed"),
                        row.getInt("removed"),
                        row.getInt("unchanged"),
                        row.getInt("newly_suppressed")))
                .list();
    }

    /** Writes what {@link #compare} found; the rows before stay, closed. */
    void write(long vintage) {
        jdbc.sql(CLOSE_FORMER).param("vintage", vintage).update();
        jdbc.sql(WRITE).param("vintage", vintage).update();
    }

    void empty() {
        EMPTY.forEach(sql -> jdbc.sql(sql).update());
    }
}
