package se.fardplan.pilots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The learning logs in the database. */
@Repository
class TrialStore {

    private static final String OF = """
            select id, plan, hypothesis, test, place, step, activity, follows, from_day, until_day, state, closed, data, lesson,
                   verdict, because, decided, body, escalated, decision, made_by, version
            from pilots.trial
            where plan = :plan
            order by from_day desc nulls first, hypothesis, id
            """;

    private static final String ONE = """
            select id, plan, hypothesis, test, place, step, activity, follows, from_day, until_day, state, closed, data, lesson,
                   verdict, because, decided, body, escalated, decision, made_by, version
            from pilots.trial
            where id = :id
            """;

    private static final String CITED = "select id from pilots.trial where decision = :decision";

    private static final String SAVE = """
            insert into pilots.trial (id, plan, hypothesis, test, place, step, activity, follows, from_day, until_day, state,
                                      closed, data, lesson, verdict, because, decided, body, escalated, decision, made_by)
            values (:id, :plan, :hypothesis, :test, :place, :step, :activity, :follows, :from, :until, :state, :closed, :data,
                    :lesson, :verdict, :because, :decided, :body, :escalated, :decision, :madeBy)
            on conflict (id) do update
            set hypothesis = excluded.hypothesis, test = excluded.test, place = excluded.place, step = excluded.step,
                activity = excluded.activity, from_day = excluded.from_day, until_day = excluded.until_day,
                state = excluded.state, closed = excluded.closed, data = excluded.data, lesson = excluded.lesson,
                verdict = excluded.verdict, because = excluded.because, decided = excluded.decided, body = excluded.body,
                escalated = excluded.escalated, decision = excluded.decision, version = trial.version + 1
            """;

    private final JdbcClient database;

    TrialStore(JdbcClient database) {
        this.database = database;
    }

    /** The newest first, those without a day before them. */
    List<Trial> list(UUID plan) {
        return database.sql(OF).param("plan", plan).query(TrialStore::trial).list();
    }

    Optional<Trial> find(UUID id) {
        return database.sql(ONE).param("id", id).query(TrialStore::trial).optional();
    }

    /** Those whose lesson {@code decision} rests on. */
    List<Trial> listCited(UUID decision) {
        return database
                .sql(CITED)
                .param("decision", decision)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    void save(Trial trial) {
        Trial.Verdict verdict = trial.verdict();
        database.sql(SAVE)
                .param("id", trial.id())
                .param("plan", trial.plan())
                .param("hypothesis", trial.words().hypothesis())
                .param("test", trial.words().test())
                .param("place", trial.words().place())
                .param("step", trial.step())
                .param("activity", trial.activity())
                .param("follows", trial.follows())
                .param("from", trial.from())
                .param("until", trial.until())
                .param("state", trial.state().name())
                .param("closed", trial.closed())
                .param("data", trial.data())
                .param("lesson", trial.lesson())
                .param("verdict", verdict == null ? null : verdict.course().name())
                .param("because", verdict == null ? "" : verdict.because())
                .param("decided", verdict == null ? null : verdict.day())
                .param("body", verdict == null ? null : verdict.body())
                .param("escalated", verdict == null ? null : verdict.escalated())
                .param("decision", trial.decision())
                .param("madeBy", trial.madeBy())
                .update();
    }

    private static Trial trial(ResultSet row, int number) throws SQLException {
        String verdict = row.getString("verdict");
        return new Trial(
                row.getObject("id", UUID.class),
                row.getObject("plan", UUID.class),
                new Trial.Words(row.getString("hypothesis"), row.getString("test"), row.getString("place")),
                row.getString("step"),
                row.getObject("activity", UUID.class),
                row.getObject("follows", UUID.class),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                Trial.State.valueOf(row.getString("state")),
                row.getObject("closed", LocalDate.class),
                row.getString("data"),
                row.getString("lesson"),
                verdict == null
                        ? null
                        : new Trial.Verdict(
                                Trial.Course.valueOf(verdict),
                                row.getString("because"),
                                Objects.requireNonNull(row.getObject("decided", LocalDate.class)),
                                row.getString("body"),
                                row.getString("escalated")),
                row.getObject("decision", UUID.class),
                row.getString("made_by"),
                row.getLong("version"));
    }
}
