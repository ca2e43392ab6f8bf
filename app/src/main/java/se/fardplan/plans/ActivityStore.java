package se.fardplan.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Activities in the database. */
@Repository
class ActivityStore {

    private static final String OF_PLAN = """
            select id, plan, owner, unit, title, lead, who, begins, ends, how, by_whom, follow_up, sub_goals, key_figures,
                   state, mark, reason, version
            from plans.activity
            where plan = :plan
            order by title collate "sv-x-icu", id
            """;

    private static final String ALL = """
            select id, plan, owner, unit, title, lead, who, begins, ends, how, by_whom, follow_up, sub_goals, key_figures,
                   state, mark, reason, version
            from plans.activity
            order by title collate "sv-x-icu", id
            """;

    private static final String SOME = """
            select id, plan, owner, unit, title, lead, who, begins, ends, how, by_whom, follow_up, sub_goals, key_figures,
                   state, mark, reason, version
            from plans.activity
            where id = any(:ids)
            order by title collate "sv-x-icu", id
            """;

    private static final String FIND = """
            select id, plan, owner, unit, title, lead, who, begins, ends, how, by_whom, follow_up, sub_goals, key_figures,
                   state, mark, reason, version
            from plans.activity
            where id = :id
            """;

    private static final String SAVE = """
            insert into plans.activity (id, plan, owner, unit, title, lead, who, begins, ends, how, by_whom, follow_up,
                                        sub_goals, key_figures, state, mark, reason, first_day, last_day, version)
            values (:id, :plan, :owner, :unit, :title, :lead, :who, :begins, :ends, :how, :byWhom, :followUp, :subGoals,
                    :keyFigures, :state, :mark, :reason, :firstDay, :lastDay, 1)
            on conflict (id) do update
            set plan = excluded.plan, owner = excluded.owner, unit = excluded.unit, title = excluded.title,
                lead = excluded.lead, who = excluded.who, begins = excluded.begins, ends = excluded.ends,
                how = excluded.how, by_whom = excluded.by_whom, follow_up = excluded.follow_up,
                sub_goals = excluded.sub_goals, key_figures = excluded.key_figures, state = excluded.state,
                mark = excluded.mark, reason = excluded.reason,
                first_day = excluded.first_day, last_day = excluded.last_day, version = activity.version + 1
            """;

    private final JdbcClient database;

    ActivityStore(JdbcClient database) {
        this.database = database;
    }

    List<Activity> list() {
        return database.sql(ALL).query(ActivityStore::activity).list();
    }

    List<Activity> list(Collection<UUID> ids) {
        return database.sql(SOME)
                .param("ids", ids.toArray(UUID[]::new))
                .query(ActivityStore::activity)
                .list();
    }

    List<Activity> list(UUID plan) {
        return database.sql(OF_PLAN)
                .param("plan", plan)
                .query(ActivityStore::activity)
                .list();
    }

    Optional<Activity> find(UUID id) {
        return database.sql(FIND).param("id", id).query(ActivityStore::activity).optional();
    }

    void save(Activity activity) {
        Activity.Answers answers = activity.answers();
        PartialDate from = answers.from();
        PartialDate until = answers.until();
        database.sql(SAVE)
                .param("id", activity.id())
                .param("plan", activity.plan())
                .param("owner", activity.owner())
                .param("unit", activity.unit())
                .param("title", activity.title())
                .param("lead", activity.lead())
                .param("who", answers.who())
                .param("begins", code(answers.from()))
                .param("ends", code(answers.until()))
                .param("how", answers.how())
                .param("byWhom", answers.byWhom())
                .param("followUp", answers.followUp())
                .param("subGoals", activity.subGoals().toArray(String[]::new))
                .param("keyFigures", activity.keyFigures().toArray(String[]::new))
                .param("state", activity.state().name())
                .param("mark", activity.mark() == null ? null : activity.mark().name())
                .param("reason", activity.reason())
                .param("firstDay", from == null ? null : from.first())
                .param("lastDay", until == null ? null : until.last())
                .update();
    }

    private static Activity activity(ResultSet row, int number) throws SQLException {
        String mark = row.getString("mark");
        return new Activity(
                row.getObject("id", UUID.class),
                row.getObject("plan", UUID.class),
                row.getString("owner"),
                row.getString("unit"),
                row.getString("title"),
                row.getString("lead"),
                new Activity.Answers(
                        row.getString("who"),
                        date(row.getString("begins")),
                        date(row.getString("ends")),
                        row.getString("how"),
                        row.getString("by_whom"),
                        row.getString("follow_up")),
                List.of((String[]) row.getArray("sub_goals").getArray()),
                List.of((String[]) row.getArray("key_figures").getArray()),
                Activity.State.valueOf(row.getString("state")),
                mark == null ? null : Activity.Mark.valueOf(mark),
                row.getString("reason"),
                row.getLong("version"));
    }

    private static @Nullable String code(@Nullable PartialDate date) {
        return date == null ? null : date.code();
    }

    private static @Nullable PartialDate date(@Nullable String code) {
        return code == null ? null : PartialDate.of(code);
    }
}
