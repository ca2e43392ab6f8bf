package se.fardplan.pilots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.fardplan.organisation.Source;

/** The steps and tracks of pilots in the database, and where activities stand among them. */
@Repository
class StepStore {

    private static final String STEPS = """
            select plan, code, kind, name, text, from_month, until_month, need_levels, operation, note, sources, version
            from pilots.step
            where plan = :plan
            order by position, from_month, code
            """;

    private static final String SAVE_STEP = """
            insert into pilots.step (plan, code, position, kind, name, text, from_month, until_month, need_levels, operation,
                                     note, sources)
            values (:plan, :code,
                    (select coalesce(max(s.position), 0) + 1 from pilots.step s where s.plan = :plan),
                    :kind, :name, :text, :from, :until, :needLevels, :operation, :note, :sources)
            on conflict (plan, code) do update
            set name = excluded.name, text = excluded.text, from_month = excluded.from_month,
                until_month = excluded.until_month, need_levels = excluded.need_levels, operation = excluded.operation,
                note = excluded.note, version = step.version + 1
            """;

    private static final String PLACEMENTS = """
            select activity, strategy, code, leadership, steps, schedule, uncertain, notes, sources, version
            from pilots.placement
            where plan = :plan
            order by code, activity
            """;

    private static final String SAVE_PLACEMENT = """
            insert into pilots.placement (activity, plan, strategy, code, leadership, steps, schedule, uncertain, notes,
                                          sources)
            values (:activity, :plan, :strategy, :code, :leadership, :steps, :schedule, :uncertain, :notes, :sources)
            on conflict (activity) do update
            set plan = excluded.plan, strategy = excluded.strategy, leadership = excluded.leadership,
                steps = excluded.steps, uncertain = excluded.uncertain, version = placement.version + 1
            """;

    private final JdbcClient database;

    StepStore(JdbcClient database) {
        this.database = database;
    }

    Course course(UUID plan) {
        return new Course(
                database.sql(STEPS).param("plan", plan).query(StepStore::step).list());
    }

    Optional<Step> find(UUID plan, String code) {
        return course(plan).all().stream()
                .filter(step -> step.code().equals(code))
                .findFirst();
    }

    /** A new one comes last. */
    void save(Step step) {
        database.sql(SAVE_STEP)
                .param("plan", step.plan())
                .param("code", step.code())
                .param("kind", step.kind().name())
                .param("name", step.name())
                .param("text", step.text())
                .param("from", step.from().atDay(1))
                .param("until", step.until().atDay(1))
                .param("needLevels", step.needLevels().toArray(Integer[]::new))
                .param("operation", first(step.operation()))
                .param("note", step.note())
                .param("sources", Source.write(step.sources()))
                .update();
    }

    List<Placement> listPlacements(UUID plan) {
        return database.sql(PLACEMENTS)
                .param("plan", plan)
                .query(StepStore::placement)
                .list();
    }

    void save(UUID plan, Placement placement) {
        database.sql(SAVE_PLACEMENT)
                .param("activity", placement.activity())
                .param("plan", plan)
                .param("strategy", placement.strategy())
                .param("code", placement.code())
                .param(
                        "leadership",
                        placement.leadership().stream().map(Enum::name).toArray(String[]::new))
                .param("steps", placement.steps().toArray(String[]::new))
                .param("schedule", placement.schedule())
                .param("uncertain", placement.uncertain())
                .param("notes", placement.notes().toArray(String[]::new))
                .param("sources", Source.write(placement.sources()))
                .update();
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        LocalDate operation = row.getObject("operation", LocalDate.class);
        return new Step(
                row.getObject("plan", UUID.class),
                row.getString("code"),
                Step.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("text"),
                YearMonth.from(row.getObject("from_month", LocalDate.class)),
                YearMonth.from(row.getObject("until_month", LocalDate.class)),
                Arrays.asList((Integer[]) row.getArray("need_levels").getArray()),
                operation == null ? null : YearMonth.from(operation),
                row.getString("note"),
                Source.read(row, "sources"),
                row.getLong("version"));
    }

    private static Placement placement(ResultSet row, int number) throws SQLException {
        return new Placement(
                row.getObject("activity", UUID.class),
                row.getString("strategy"),
                row.getString("code"),
                PilotStore.texts(row, "leadership").stream()
                        .map(LeadershipLevel::valueOf)
                        .toList(),
                PilotStore.texts(row, "steps"),
                row.getString("schedule"),
                row.getString("uncertain"),
                PilotStore.texts(row, "notes"),
                Source.read(row, "sources"),
                row.getLong("version"));
    }

    private static @Nullable LocalDate first(@Nullable YearMonth month) {
        return month == null ? null : month.atDay(1);
    }
}
