package se.fardplan.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            insert into organisation.unit (code, merged_into, version)
            values (:code, :mergedInto, 1)
            on conflict (code) do update
            set merged_into = excluded.merged_into, version = unit.version + 1
            """;

    private static final String DELETE_PERIODS = "delete from organisation.unit_period where unit = :code";

    private static final String ADD_PERIOD = """
            insert into organisation.unit_period
                (unit, valid_from, valid_until, name, kind, principal, parent, responsible)
            values (:unit, :from, :until, :name, :kind, :principal, :parent, :responsible)
            """;

    private static final String DELETE_ALIASES = "delete from organisation.unit_alias where unit = :code";

    private static final String ADD_ALIAS = """
            insert into organisation.unit_alias (unit, name)
            values (:unit, :name)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    private record Named(String unit, String name) {}

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

    /** Saves units in an order in which those above come first. */
    void save(List<Unit> units) {
        units.forEach(unit -> jdbc.sql(SAVE)
                .param("code", unit.code())
                .param("mergedInto", unit.mergedInto())
                .update());
        for (Unit unit : units) {
            jdbc.sql(DELETE_PERIODS).param("code", unit.code()).update();
            unit.periods().forEach(period -> save(unit.code(), period));
            jdbc.sql(DELETE_ALIASES).param("code", unit.code()).update();
            unit.aliases()
                    .forEach(name -> jdbc.sql(ADD_ALIAS)
                            .param("unit", unit.code())
                            .param("name", name)
                            .update());
        }
    }

    private void save(String unit, UnitPeriod period) {
        UnitDetails details = period.details();
        jdbc.sql(ADD_PERIOD)
                .param("unit", unit)
                .param("from", period.from())
                .param("until", period.until())
                .param("name", details.name())
                .param("kind", details.kind().name())
                .param("principal", details.principal())
                .param("parent", details.parent())
                .param("responsible", details.responsible())
                .update();
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
