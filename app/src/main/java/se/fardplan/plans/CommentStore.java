package se.fardplan.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Comments on activities in the database. */
@Repository
class CommentStore {

    private static final String OF_ACTIVITY = """
            select by_whom, day, words
            from plans.comment
            where activity = :activity
            order by place
            """;

    private static final String ADD = """
            insert into plans.comment (id, activity, by_whom, day, words)
            values (:id, :activity, :by, :day, :words)
            """;

    private final JdbcClient database;

    CommentStore(JdbcClient database) {
        this.database = database;
    }

    /** The first that was written first. */
    List<Comments.Comment> list(UUID activity) {
        return database.sql(OF_ACTIVITY)
                .param("activity", activity)
                .query((row, number) -> new Comments.Comment(
                        row.getString("by_whom"), row.getObject("day", LocalDate.class), row.getString("words")))
                .list();
    }

    void add(UUID activity, Comments.Comment comment) {
        database.sql(ADD)
                .param("id", UUID.randomUUID())
                .param("activity", activity)
                .param("by", comment.by())
                .param("day", comment.day())
                .param("words", comment.words())
                .update();
    }
}
