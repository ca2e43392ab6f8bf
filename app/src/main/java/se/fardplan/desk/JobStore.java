package se.fardplan.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the jobs fare, as the scheduler keeps it. */
@Repository
class JobStore {

    private static final String ALL = """
            select task_name, execution_time, picked, last_failure, coalesce(consecutive_failures, 0) as failures
            from desk.scheduled_task
            order by task_name
            """;

    private final JdbcClient database;

    /**
     * A job's times (jobbets läge).
     *
     * @param next when it is to be done, or has been since it is {@code picked}
     * @param picked true while a copy of the application does it
     * @param failed when it last failed; null for never
     * @param failures in a row; 0 where it went well the last time
     */
    record Times(
            String name,
            Instant next,
            boolean picked,
            @Nullable Instant failed,
            int failures) {}

    JobStore(JdbcClient database) {
        this.database = database;
    }

    List<Times> list() {
        return database.sql(ALL)
                .query((row, number) -> new Times(
                        row.getString("task_name"),
                        row.getObject("execution_time", OffsetDateTime.class).toInstant(),
                        row.getBoolean("picked"),
                        instant(row, "last_failure"),
                        row.getInt("failures")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
