package se.fardplan.plans;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many published activities go on where, for which sub-goal, and when they were last changed. */
@Repository
class CoverageStore {

    /** An activity goes on at its owner's, and in every municipality that its local plan is for. */
    private static final String CELLS = """
            with going as materialized (
                select a.id, a.plan, a.owner, a.changed_on, p.shape,
                       case when a.sub_goals = '{}' then array[''] else a.sub_goals end as goals
                from plans.activity a
                join plans.plan p on p.id = a.plan
                where p.state in ('ADOPTED', 'UNDER_REVIEW', 'ENDED') and p.first_day <= :last and p.last_day >= :first
                  and a.mark is distinct from 'ENDED'
                  and (a.first_day is null or a.first_day <= :last) and (a.last_day is null or a.last_day >= :first)
            ),
            place as materialized (
                select owner as principal, goals, changed_on
                from going
                union all
                select y.principal, g.goals, g.changed_on
                from going g
                join plans.party y on y.plan = g.plan
                where g.shape = 'LOCAL' and y.left_day is null and y.principal <> g.owner and y.principal = any(:municipalities)
            )
            select principal, goal, count(*) as activities, max(changed_on) as changed
            from place
            cross join lateral unnest(goals) as goal
            group by principal, goal
            union all
            select principal, null, count(*), max(changed_on)
            from place
            group by principal
            union all
            select null, goal, count(*), max(changed_on)
            from going
            cross join lateral unnest(goals) as goal
            group by goal
            union all
            select null, null, count(*), max(changed_on)
            from going
            """;

    private static final String AT = """
            select a.id
            from plans.activity a
            join plans.plan p on p.id = a.plan
            where p.state in ('ADOPTED', 'UNDER_REVIEW', 'ENDED') and p.first_day <= :last and p.last_day >= :first
              and a.mark is distinct from 'ENDED'
              and (a.first_day is null or a.first_day <= :last) and (a.last_day is null or a.last_day >= :first)
              and (a.owner = :principal
                   or p.shape = 'LOCAL' and :municipality
                      and exists (select 1
                                  from plans.party y
                                  where y.plan = p.id and y.principal = :principal and y.left_day is null))
            """;

    private static final String CHANGED = """
            update plans.activity
            set changed_on = :day
            where id = :id
            """;

    private final JdbcClient database;

    CoverageStore(JdbcClient database) {
        this.database = database;
    }

    /** @param municipalities the codes of the principals for which a local plan is */
    List<PlanCoverage.Cell> count(LocalDate first, LocalDate last, Collection<String> municipalities) {
        return database.sql(CELLS)
                .param("first", first)
                .param("last", last)
                .param("municipalities", municipalities.toArray(String[]::new))
                .query((row, number) -> new PlanCoverage.Cell(
                        row.getString("principal"),
                        row.getString("goal"),
                        row.getInt("activities"),
                        row.getObject("changed", LocalDate.class)))
                .list();
    }

    List<UUID> listAt(String principal, boolean municipality, LocalDate first, LocalDate last) {
        return database.sql(AT)
                .param("principal", principal)
                .param("municipality", municipality)
                .param("first", first)
                .param("last", last)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    void note(UUID activity, LocalDate day) {
        database.sql(CHANGED).param("id", activity).param("day", day).update();
    }
}
