package se.fardplan.plans;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Plans and their parties in the database. */
@Repository
class PlanStore {

    private static final String PLANS = """
            select id, shape, title, context, first_day, last_day, state, others, shared, submitted,
                   version
            from plans.plan
            order by first_day desc, title collate "sv-x-icu", id
            """;

    private static final String PARTIES = """
            select plan, principal, agreed, withdrew, left_day
            from plans.party
            order by plan, place
            """;

    private static final String PLAN = """
            select id, shape, title, context, first_day, last_day, state, others, shared, submitted,
                   version
            from plans.plan
            where id = :id
            """;

    private static final String PARTIES_OF = """
            select plan, principal, agreed, withdrew, left_day
            from plans.party
            where plan = :id
            order by place
            """;

    private static final String LOCK = """
            select version
            from plans.plan
            where id = :id
            for update
            """;

    private static final String SAVE = """
            insert into plans.plan (id, shape, title, context, first_day, last_day, state, others, shared,
                                    submitted, version)
            values (:id, :shape, :title, :context, :from, :until, :state, :others, cast(:shared as date),
                    cast(:submitted as date), 1)
            on conflict (id) do update
            set title = excluded.title, context = excluded.context, first_day = excluded.first_day,
                last_day = excluded.last_day, state = excluded.state, others = excluded.others,
                shared = excluded.shared, submitted = excluded.submitted, version = plan.version + 1
            """;

    private static final String DELETE_PARTIES = "delete from plans.party where plan = :id";

    private static final String ADD_PARTIES = """
            insert into plans.party (plan, principal, place, agreed, withdrew, left_day)
            select :id, principal, place, agreed, withdrew, left_day
            from unnest(cast(:principals as text[]), cast(:places as int[]), cast(:agreed as date[]),
                        cast(:withdrew as date[]), cast(:left as date[]))
                 as p (principal, place, agreed, withdrew, left_day)
            """;

    private final JdbcClient database;

    private record Signed(UUID plan, Plan.Party party) {}

    PlanStore(JdbcClient database) {
        this.database = database;
    }

    List<Plan> list() {
        Map<UUID, List<Plan.Party>> parties = new HashMap<>();
        database.sql(PARTIES)
                .query(PlanStore::signed)
                .list()
                .forEach(signed -> parties.computeIfAbsent(signed.plan(), plan -> new ArrayList<>())
                        .add(signed.party()));
        return database.sql(PLANS)
                .query((row, number) -> plan(row, parties.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    Optional<Plan> find(UUID id) {
        List<Plan.Party> parties = database.sql(PARTIES_OF).param("id", id).query(PlanStore::signed).list().stream()
                .map(Signed::party)
                .toList();
        return database.sql(PLAN)
                .param("id", id)
                .query((row, number) -> plan(row, parties))
                .optional();
    }

    /** Lets nobody else change the plan until this transaction ends. */
    void lock(UUID id) {
        database.sql(LOCK).param("id", id).query(Long.class).list();
    }

    void save(Plan plan) {
        database.sql(SAVE)
                .param("id", plan.id())
                .param("shape", plan.shape().name())
                .param("title", plan.title())
                .param("context", plan.context())
                .param("from", plan.from())
                .param("until", plan.until())
                .param("state", plan.state().name())
                .param("others", plan.others().toArray(String[]::new))
                .param("shared", plan.shared())
                .param("submitted", plan.submitted())
                .update();
        database.sql(DELETE_PARTIES).param("id", plan.id()).update();
        database.sql(ADD_PARTIES)
                .param("id", plan.id())
                .param(
                        "principals",
                        plan.parties().stream().map(Plan.Party::principal).toArray(String[]::new))
                .param(
                        "places",
                        IntStream.range(0, plan.parties().size()).boxed().toArray(Integer[]::new))
                .param("agreed", days(plan, Plan.Party::agreed))
                .param("withdrew", days(plan, Plan.Party::withdrew))
                .param("left", days(plan, Plan.Party::left))
                .update();
    }

    private static @Nullable Date[] days(Plan plan, Function<Plan.Party, @Nullable LocalDate> day) {
        return plan.parties().stream()
                .map(day)
                .map(found -> found == null ? null : Date.valueOf(found))
                .toArray(Date[]::new);
    }

    private static Plan plan(ResultSet row, List<Plan.Party> parties) throws SQLException {
        return new Plan(
                row.getObject("id", UUID.class),
                Shape.valueOf(row.getString("shape")),
                row.getString("title"),
                row.getString("context"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                PlanState.valueOf(row.getString("state")),
                parties,
                List.of((String[]) row.getArray("others").getArray()),
                row.getObject("shared", LocalDate.class),
                row.getObject("submitted", LocalDate.class),
                row.getLong("version"));
    }

    private static Signed signed(ResultSet row, int number) throws SQLException {
        return new Signed(
                row.getObject("plan", UUID.class),
                new Plan.Party(
                        row.getString("principal"),
                        row.getObject("agreed", LocalDate.class),
                        row.getObject("withdrew", LocalDate.class),
                        row.getObject("left_day", LocalDate.class)));
    }
}
