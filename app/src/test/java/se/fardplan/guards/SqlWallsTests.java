package se.fardplan.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlWallsTests {

    private static final Set<String> ROOMS = Set.of("access", "indicators", "reports", "strategy");

    private static List<String> breaches(String sql) {
        return SqlWalls.breaches("strategy", sql, ROOMS, Set.of("incoming"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select a from strategy.goal",
                "select g.a, f.b from strategy.goal g join strategy.figure f on f.goal = g.id where g.a is distinct from f.b",
                "with latest as (select 1 from strategy.goal) select * from latest",
                "with a (x) as materialized (select 1 from strategy.goal), b as (select 1 from a) select * from a, b",
                "insert into strategy.goal (id, name) values (:id, :name) on conflict (id) do update set name = excluded.name",
                "insert into strategy.goal select * from incoming",
                "update strategy.goal set name = :name where id = :id",
                "update strategy.goal g set name = i.name from incoming i where i.id = g.id",
                "delete from strategy.goal g using incoming i where i.id = g.id",
                "select id from strategy.goal for update skip locked",
                "select extract(year from at), substring(name from 2) from strategy.goal",
                "select x from unnest(cast(:codes as text[])) x",
                "select v from strategy.goal g, jsonb_to_recordset(g.data) as v(a int), lateral (select 1) as z",
                "select 'from indicators.figure' as text -- join access.account\n from strategy.goal",
                "copy incoming (a, b) from stdin",
                "copy (select a from strategy.goal) to stdout",
                "create temp table incoming (like strategy.goal)",
                "select (select count(*) from strategy.goal), 2 from strategy.figure",
                "truncate strategy.goal",
                "select cast(:day as date), goal::text from strategy.goal"
            })
    void letsARoomUseItsOwnTables(String sql) {
        assertThat(breaches(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select a from indicators.figure",
                "select a from strategy.goal join access.account on true",
                "select a from strategy.goal, access.account",
                "insert into reports.page (a) select a from strategy.goal",
                "select a from strategy.goal where b in (select b from indicators.figure)",
                "with x as (select 1 from access.account) select 1 from x",
                "update access.account set name = ''",
                "select a from indicators.published_value"
            })
    void stopsARoomThatReachesIntoAnother(String sql) {
        assertThat(breaches(sql)).singleElement().asString().startsWith("strategy reaches into ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select a from goal",
                "select a from strategy.goal join figure on true",
                "select a from strategy.goal, figure",
                "insert into goal (a) values (1)",
                "update goal set a = 1",
                "delete from goal",
                "select 1 from strategy.goal where a in (select a from goal)",
                "copy goal from stdin"
            })
    void stopsATableWithoutASchema(String sql) {
        assertThat(breaches(sql)).singleElement().asString().startsWith("the schema of ");
    }

    @Test
    void letsReportsReadWhatARoomPublishes() {
        assertThat(SqlWalls.breaches("reports", "select a from indicators.published_value", ROOMS, Set.of()))
                .isEmpty();
        assertThat(SqlWalls.breaches("reports", "select a from indicators.observation", ROOMS, Set.of()))
                .containsExactly("reports reaches into indicators.observation");
    }

    @Test
    void knowsTheTablesThatAClassMakesForItself() {
        assertThat(SqlWalls.temporaryTables(List.of(
                        "create temp table incoming (a int) on commit drop",
                        "create temporary table if not exists x (b int)")))
                .containsExactlyInAnyOrder("incoming", "x");
    }
}
