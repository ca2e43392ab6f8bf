package se.fardplan.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why activities lack what they lack, in the database. */
@Repository
class GapReasonStore {

    private static final String OF_PLAN = """
            select r.activity, r.gaps, r.reason, r.by_whom, r.day
            from plans.gap_reason r
            join plans.activity a on a.id = r.activity
            where a.plan = :plan
            """;

    private static final String SAVE = """
            insert into plans.gap_reason (activity, gaps, reason, by_whom, day)
            values (:activity, :gaps, :reason, :by, :day)
            on conflict (activity) do update
            set gaps = excluded.gaps, reason = excluded.reason, by_whom = excluded.by_whom, day = excluded.day
            """;

    private static final String DELETE = """
            delete from plans.gap_reason
            where activity = :activity
            """;

    private final JdbcClient database;

    private record Of(UUID activity, GapReason reason) {}

    GapReasonStore(JdbcClient database) {
        this.database = database;
    }

    Map<UUID, GapReason> list(UUID plan) {
        return database.sql(OF_PLAN).param("plan", plan).query(GapReasonStore::of).list().stream()
                .collect(Collectors.toMap(Of::activity, Of::reason));
    }

    /** A blank reason takes away the one there was. */
    void save(UUID activity, GapReason reason) {
        if (reason.reason().isBlank()) {
            database.sql(DELETE).param("activity", activity).update();
            return;
        }
        database.sql(SAVE)
                .param("activity", activity)
                .param("gaps", reason.gaps().stream().map(Enum::name).toArray(String[]::new))
                .param("reason", reason.reason())
                .param("by", reason.by())
                .param("day", reason.day())
                .update();
    }

    private static Of of(ResultSet row, int number) throws SQLException {
        return new Of(
                row.getObject("activity", UUID.class),
                new GapReason(
                        Arrays.stream((String[]) row.getArray("gaps").getArray())
                                .map(Activity.Gap::valueOf)
                                .toList(),
                        row.getString("reason"),
                        row.getString("by_whom"),
                        row.getObject("day", LocalDate.class)));
    }
}
