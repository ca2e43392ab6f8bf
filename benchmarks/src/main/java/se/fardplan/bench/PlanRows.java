package se.fardplan.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** Plans and activities in numbers, written straight into a demo's database. */
final class PlanRows {

    private static final String PLANS = """
            insert into plans.plan (id, shape, title, context, first_day, last_day, state, others, version)
            select md5('plan' || place || year)::uuid, 'LOCAL', 'Plan ' || code || ' ' || year, '',
                   make_date(year, 1, 1), make_date(year + 1, 12, 31), 'ADOPTED', '{}', 1
            from unnest(cast(%s as text[])) with ordinality as p (code, place), generate_series(2020, 2028, 2) as year
            """;

    private static final String PARTIES = """
            insert into plans.party (plan, principal, place, agreed)
            select md5('plan' || place || year)::uuid, code, 0, make_date(year, 1, 1)
            from unnest(cast(%s as text[])) with ordinality as p (code, place), generate_series(2020, 2028, 2) as year
            """;

    /** Five thousand over ten years: five years' plans at sixteen principals, with one or two sub-goals each. */
    private static final String ACTIVITIES = """
            insert into plans.activity (id, plan, owner, title, lead, who, begins, ends, how, by_whom, follow_up, sub_goals,
                                        key_figures, state, reason, version, first_day, last_day, changed_on)
            select md5('activity' || n)::uuid, md5('plan' || place || year)::uuid, codes[place], 'Aktivitet ' || n, '', 'Alla',
                   year::text, (year + 1)::text, 'Tillsammans', 'Hemtjänsten', 'Varje år',
                   case n %% 3 when 0 then array[goals[1 + n / 80 %% 5], goals[1 + (n / 80 + 1) %% 5]] else array[goals[1 + n / 80 %% 5]] end,
                   array['KF18'], 'STARTED', '', 1, make_date(year, 1, 1), make_date(year + 1, 12, 31), make_date(year, 3, 1)
            from (select n, 1 + n %% 16 as place, 2020 + 2 * ((n / 16) %% 5) as year, cast(%s as text[]) as codes,
                         array['nara-for-mig', 'nara-for-alla', 'nara-i-hela-dalarna', 'nara-mellan-oss', 'nara-till-halsa']
                             as goals
                  from generate_series(0, 4999) as n) as made
            """;

    private static final String PRINCIPALS =
            "array['2021','2023','2026','2029','2031','2034','2039','2061','2062','2080',"
                    + "'2081','2082','2083','2084','2085','0020']";

    private PlanRows() {}

    /** Sixteen principals, five sub-goals, five thousand activities, ten years, and nothing else. */
    static void fillCounty(Connection owner) throws SQLException {
        clear(owner);
        execute(owner, PLANS.formatted(PRINCIPALS));
        execute(owner, PARTIES.formatted(PRINCIPALS));
        execute(owner, ACTIVITIES.formatted(PRINCIPALS));
        execute(owner, "vacuum analyze plans.plan");
        execute(owner, "vacuum analyze plans.party");
        execute(owner, "vacuum analyze plans.activity");
    }

    static void clear(Connection owner) throws SQLException {
        execute(owner, "truncate plans.plan, plans.token cascade");
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
