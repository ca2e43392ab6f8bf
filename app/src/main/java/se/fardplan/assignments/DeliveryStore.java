package se.fardplan.assignments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries and what became of them, in the database. */
@Repository
class DeliveryStore {

    private static final String OF = """
            select assignment, code, kind, receiver, text, note, depends_on, day, day_set, handed_over, handed_what,
                   handed_link, handed_by, verdict, verdict_day, verdict_text, verdict_by, version
            from assignments.delivery
            where assignment = :assignment
            order by position, code
            """;

    private static final String LOAD = """
            insert into assignments.delivery (assignment, code, position, kind, receiver, text, note, depends_on, day)
            values (:assignment, :code, :position, :kind, :receiver, :text, :note, :dependsOn, :day)
            on conflict (assignment, code) do update
            set position = excluded.position, kind = excluded.kind, receiver = excluded.receiver, text = excluded.text,
                note = excluded.note, depends_on = excluded.depends_on,
                day = case when delivery.day_set then delivery.day else excluded.day end
            """;

    private static final String FORGET_OTHERS = """
            delete from assignments.delivery
            where assignment = :assignment and code <> all(:codes) and version = 0
            """;

    private static final String SAVE = """
            update assignments.delivery
            set day = :day, day_set = :daySet, handed_over = :handedOver, handed_what = :what, handed_link = :link,
                handed_by = :handedBy, verdict = :verdict, verdict_day = :verdictDay, verdict_text = :words,
                verdict_by = :verdictBy, version = version + 1
            where assignment = :assignment and code = :code
            """;

    private final JdbcClient database;

    DeliveryStore(JdbcClient database) {
        this.database = database;
    }

    /** In the package's order. */
    List<Delivery> list(String assignment) {
        return database.sql(OF)
                .param("assignment", assignment)
                .query(DeliveryStore::delivery)
                .list();
    }

    Optional<Delivery> find(String assignment, String code) {
        return list(assignment).stream()
                .filter(delivery -> delivery.code().equals(code))
                .findFirst();
    }

    /** Takes the package's words; what became of the deliveries stays, and so does a day that people set. */
    void load(String assignment, List<Delivery> deliveries) {
        database.sql(FORGET_OTHERS)
                .param("assignment", assignment)
                .param("codes", deliveries.stream().map(Delivery::code).toArray(String[]::new))
                .update();
        int position = 0;
        for (Delivery delivery : deliveries) {
            database.sql(LOAD)
                    .param("assignment", assignment)
                    .param("code", delivery.code())
                    .param("position", position++)
                    .param("kind", delivery.kind().name())
                    .param("receiver", delivery.receiver())
                    .param("text", delivery.text())
                    .param("note", delivery.note())
                    .param("dependsOn", delivery.dependsOn())
                    .param("day", delivery.day())
                    .update();
        }
    }

    void save(Delivery delivery) {
        Delivery.HandedOver handed = delivery.handedOver();
        Delivery.Outcome outcome = delivery.outcome();
        database.sql(SAVE)
                .param("assignment", delivery.assignment())
                .param("code", delivery.code())
                .param("day", delivery.day())
                .param("daySet", delivery.daySet())
                .param("handedOver", handed == null ? null : handed.day())
                .param("what", handed == null ? null : handed.what())
                .param("link", handed == null ? null : handed.link())
                .param("handedBy", handed == null ? null : handed.by())
                .param("verdict", outcome == null ? null : outcome.verdict().name())
                .param("verdictDay", outcome == null ? null : outcome.day())
                .param("words", outcome == null ? null : outcome.words())
                .param("verdictBy", outcome == null ? null : outcome.by())
                .update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getString("assignment"),
                row.getString("code"),
                Delivery.Kind.valueOf(row.getString("kind")),
                row.getString("receiver"),
                row.getString("text"),
                row.getString("note"),
                row.getString("depends_on"),
                row.getObject("day", LocalDate.class),
                row.getBoolean("day_set"),
                handedOver(row),
                outcome(row),
                row.getLong("version"));
    }

    private static Delivery.@Nullable HandedOver handedOver(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("handed_over", LocalDate.class);
        return day == null
                ? null
                : new Delivery.HandedOver(
                        day, row.getString("handed_what"), row.getString("handed_link"), row.getString("handed_by"));
    }

    private static Delivery.@Nullable Outcome outcome(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return verdict == null
                ? null
                : new Delivery.Outcome(
                        Delivery.Verdict.valueOf(verdict),
                        row.getObject("verdict_day", LocalDate.class),
                        row.getString("verdict_text"),
                        row.getString("verdict_by"));
    }
}
