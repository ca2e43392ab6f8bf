package se.fardplan.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Units, their periods and their other names in the database. */
@Repository
class UnitStore {

    /** One writer of the tree at a time; the number is this lock's own. */
    private static final String LOCK = "select pg_advisory_xact_lock(7310002)";

    private static final String UNITS = """
            select code, merged_into, version
            from organisation.unit
            order by code
            """;

    private static final String PERIODS = """
            select unit, valid_from, valid_until, name, kind, principal, parent, responsible
            from organisation.unit_period
            order by unit, valid_from
            """;

    private static final String ALIASES = """
            select unit, name
            from organisation.unit_alias
            order by unit, name collate "sv-x-icu"
            """;

    private static final String SAVE = """
            insert into organisation.unit (code, version)
            select code, 1
            from unnest(cast(:codes as text[])) as u (code)
            on conflict (code) do update
            set version = unit.version + 1
            """;

    /** Once every unit is there. */
    private static final String SAVE_MERGERS = """
            update organisation.unit
            set merged_into = u.merged_into
            from unnest(cast(:codes as text[]), cast(:mergedInto as text[])) as u (code, merged_into)
            where unit.code = u.code and unit.merged_into is distinct from u.merged_into
            """;

    private static final String DELETE_PERIODS =
            "delete from organisation.unit_period where unit = any (cast(:codes as text[]))";

    private static final String ADD_PERIODS = """
            insert into organisation.unit_period
                (unit, valid_from, valid_until, name, kind, principal, parent, responsible)
            select unit, valid_from, valid_until, name, kind, principal, parent, responsible
            from unnest(cast(:units as text[]), cast(:froms as date[]), cast(:untils as date[]), cast(:names as text[]),
                        cast(:kinds as text[]), cast(:principals as text[]), cast(:parents as text[]),
                        cast(:responsibles as text[]))
                 as p (unit, valid_from, valid_until, name, kind, principal, parent, responsible)
            """;

    private static final String DELETE_ALIASES =
            "delete from organisation.unit_alias where unit = any (cast(:codes as text[]))";

    private static final String ADD_ALIASES = """
            insert into organisation.unit_alias (unit, name)
            select unit, name
            from unnest(cast(:units as text[]), cast(:names as text[])) as a (unit, name)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    private record Named(String unit, String name) {}

    private record Placed(String unit, UnitPeriod period) {

        UnitDetails details() {
            return period.details();
        }
    }

    UnitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes every other writer of the tree wait until this transaction ends. */
    void lock() {
        jdbc.sql(LOCK).query((row, number) -> "").list();
    }

    UnitTree read() {
        Map<String, List<UnitPeriod>> periods = new HashMap<>();
        jdbc.sql(PERIODS).query(row -> {
            periods.computeIfAbsent(row.getString("unit"), code -> new ArrayList<>())
                    .add(period(row));
        });
        Map<String, List<String>> aliases = new HashMap<>();
        jdbc.sql(ALIASES)
                .query(Named.class)
                .list()
                .forEach(alias -> aliases.computeIfAbsent(alias.unit(), code -> new ArrayList<>())
                        .add(alias.name()));
        return new UnitTree(jdbc.sql(UNITS)
                .query((row, number) -> new Unit(
                        row.getString("code"),
                        periods.getOrDefault(row.getString("code"), List.of()),
                        row.getString("merged_into"),
                        aliases.getOrDefault(row.getString("code"), List.of()),
                        row.getLong("version")))
                .list());
    }

    /** Saves units with all that is known of them. */
    void save(List<Unit> units) {
        @Nullable String[] codes = texts(units, Unit::code);
        jdbc.sql(SAVE).param("codes", codes).update();
        jdbc.sql(SAVE_MERGERS)
                .param("codes", codes)
                .param("mergedInto", texts(units, Unit::mergedInto))
                .update();
        jdbc.sql(DELETE_PERIODS).param("codes", codes).update();
        savePeriods(units.stream()
                .flatMap(unit -> unit.periods().stream().map(period -> new Placed(unit.code(), period)))
                .toList());
        jdbc.sql(DELETE_ALIASES).param("codes", codes).update();
        List<Named> aliases = units.stream()
                .flatMap(unit -> unit.aliases().stream().map(name -> new Named(unit.code(), name)))
                .toList();
        jdbc.sql(ADD_ALIASES)
                .param("units", texts(aliases, Named::unit))
                .param("names", texts(aliases, Named::name))
                .update();
    }

    private void savePeriods(List<Placed> periods) {
        jdbc.sql(ADD_PERIODS)
                .param("units", texts(periods, Placed::unit))
                .param("froms", texts(periods, placed -> placed.period().from().toString()))
                .param("untils", texts(periods, placed -> text(placed.period().until())))
                .param("names", texts(periods, placed -> placed.details().name()))
                .param("kinds", texts(periods, placed -> placed.details().kind().name()))
                .param("principals", texts(periods, placed -> placed.details().principal()))
                .param("parents", texts(periods, placed -> placed.details().parent()))
                .param("responsibles", texts(periods, placed -> placed.details().responsible()))
                .update();
    }

    private static <T> @Nullable String[] texts(List<T> all, Function<T, @Nullable String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static UnitPeriod period(ResultSet row) throws SQLException {
        return new UnitPeriod(
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                new UnitDetails(
                        row.getString("name"),
                        UnitKind.valueOf(row.getString("kind")),
                        row.getString("principal"),
                        row.getString("parent"),
                        row.getString("responsible")));
    }
}
