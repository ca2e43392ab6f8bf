package se.fardplan.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.fardplan.followup.Distribution.Receipt;
import se.fardplan.followup.Distribution.Step;
import se.fardplan.plans.Activity;

/** Plans sent out, receipts and units' own steps in the database. */
@Repository
class DistributionStore {

    private static final String SENDINGS = """
            select plan, title, day, by_name
            from followup.sending
            order by day desc, title collate "sv-x-icu"
            """;

    private static final String RECEIPTS = """
            select plan, place, principal, name, at
            from followup.receipt
            order by at
            """;

    private static final String SEND = """
            insert into followup.sending (plan, title, day, by_name)
            values (:plan, :title, :day, :by)
            on conflict (plan) do update
            set title = excluded.title, day = excluded.day, by_name = excluded.by_name
            """;

    private static final String RECEIVE = """
            insert into followup.receipt (plan, place, principal, name, at)
            values (:plan, :place, :principal, :name, :at)
            on conflict do nothing
            """;

    private static final String STEPS = """
            select id, activity, principal, unit, what, when_done, by_whom, state, version
            from followup.unit_step
            where activity = any (cast(:activities as uuid[]))
            order by what collate "sv-x-icu", id
            """;

    private static final String STEP = """
            select id, activity, principal, unit, what, when_done, by_whom, state, version
            from followup.unit_step
            where id = :id
            """;

    private static final String SAVE_STEP = """
            insert into followup.unit_step (id, activity, principal, unit, what, when_done, by_whom, state, version)
            values (:id, :activity, :principal, :unit, :what, :when, :byWhom, :state, 1)
            on conflict (id) do update
            set state = excluded.state, version = unit_step.version + 1
            where unit_step.version = :version
            """;

    private static final String LOCK = "select plan from followup.sending where plan = :plan for update";

    private final JdbcClient database;

    private record Given(UUID plan, Receipt receipt) {}

    DistributionStore(JdbcClient database) {
        this.database = database;
    }

    /** The latest first. */
    List<Distribution> list() {
        Map<UUID, List<Receipt>> receipts = new HashMap<>();
        database.sql(RECEIPTS)
                .query((row, number) -> new Given(
                        row.getObject("plan", UUID.class),
                        new Receipt(
                                row.getString("place"),
                                row.getString("principal"),
                                row.getString("name"),
                                row.getObject("at", OffsetDateTime.class).toInstant())))
                .list()
                .forEach(given -> receipts.computeIfAbsent(given.plan(), none -> new ArrayList<>())
                        .add(given.receipt()));
        return database.sql(SENDINGS)
                .query((row, number) -> new Distribution(
                        row.getObject("plan", UUID.class),
                        row.getString("title"),
                        row.getObject("day", LocalDate.class),
                        row.getString("by_name"),
                        receipts.getOrDefault(row.getObject("plan", UUID.class), List.of())))
                .list();
    }

    void send(UUID plan, String title, LocalDate day, String by) {
        database.sql(SEND)
                .param("plan", plan)
                .param("title", title)
                .param("day", day)
                .param("by", by)
                .update();
    }

    /** False when someone was first. */
    boolean receive(UUID plan, Receipt receipt) {
        Instant at = receipt.at();
        return database.sql(RECEIVE)
                        .param("plan", plan)
                        .param("place", receipt.place())
                        .param("principal", receipt.principal())
                        .param("name", receipt.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<Step> listSteps(List<UUID> activities) {
        return database.sql(STEPS)
                .param("activities", activities.stream().map(UUID::toString).toArray(String[]::new))
                .query(DistributionStore::step)
                .list();
    }

    Optional<Step> findStep(UUID id) {
        return database.sql(STEP).param("id", id).query(DistributionStore::step).optional();
    }

    /** Lets nobody else send or receive the plan until this transaction ends; false when it has not been sent. */
    boolean lock(UUID plan) {
        return database.sql(LOCK)
                .param("plan", plan)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** False when someone was first. */
    boolean save(Step step) {
        return database.sql(SAVE_STEP)
                        .param("id", step.id())
                        .param("activity", step.activity())
                        .param("principal", step.principal())
                        .param("unit", step.unit())
                        .param("what", step.what())
                        .param("when", step.when())
                        .param("byWhom", step.byWhom())
                        .param("state", step.state().name())
                        .param("version", step.version())
                        .update()
                == 1;
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        return new Step(
                row.getObject("id", UUID.class),
                row.getObject("activity", UUID.class),
                row.getString("principal"),
                row.getString("unit"),
                row.getString("what"),
                row.getString("when_done"),
                row.getString("by_whom"),
                Activity.State.valueOf(row.getString("state")),
                row.getLong("version"));
    }
}
