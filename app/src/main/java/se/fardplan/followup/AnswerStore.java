package se.fardplan.followup;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.fardplan.followup.Answer.Part;
import se.fardplan.followup.Answer.Progress;
import se.fardplan.followup.Answer.Told;

/** Answers in the database. */
@Repository
class AnswerStore {

    private static final String ANSWERS = """
            select round, subject, state, done, result, lessons, success, challenge, again, goes_on, goals,
                   progress, structure, culture, offered, published, sent, by_name, version
            from followup.answer
            where round = :round
            """;

    private static final String ANSWER = """
            select round, subject, state, done, result, lessons, success, challenge, again, goes_on, goals,
                   progress, structure, culture, offered, published, sent, by_name, version
            from followup.answer
            where round = :round and subject = :subject
            """;

    private static final String BEFORE = """
            select a.round, a.subject, a.state, a.done, a.result, a.lessons, a.success, a.challenge, a.again,
                   a.goes_on, a.goals, a.progress, a.structure, a.culture, a.offered, a.published, a.sent,
                   a.by_name, a.version
            from followup.answer a
            join followup.round r on r.id = a.round
            where a.subject = :subject and a.state = 'SENT'
              and r.closes < (select closes from followup.round where id = :round)
            order by r.closes desc
            limit 1
            """;

    private static final String SAVE = """
            insert into followup.answer (round, subject, state, done, result, lessons, success, challenge, again,
                                         goes_on, goals, progress, structure, culture, offered, published, sent,
                                         by_name, version)
            values (:round, :subject, :state, :done, :result, :lessons, :success, :challenge, :again, :goesOn,
                    :goals, :progress, :structure, :culture, :offered, cast(:published as date),
                    cast(:sent as date), :by, 1)
            on conflict (round, subject) do update
            set state = excluded.state, done = excluded.done, result = excluded.result,
                lessons = excluded.lessons, success = excluded.success, challenge = excluded.challenge,
                again = excluded.again, goes_on = excluded.goes_on, goals = excluded.goals,
                progress = excluded.progress, structure = excluded.structure, culture = excluded.culture,
                offered = excluded.offered, published = excluded.published, sent = excluded.sent,
                by_name = excluded.by_name, version = answer.version + 1
            where answer.version = :version
            """;

    private final JdbcClient database;

    AnswerStore(JdbcClient database) {
        this.database = database;
    }

    /** By the subject's id. */
    Map<UUID, Answer> list(UUID round) {
        Map<UUID, Answer> answers = new LinkedHashMap<>();
        database.sql(ANSWERS)
                .param("round", round)
                .query(AnswerStore::answer)
                .list()
                .forEach(answer -> answers.put(answer.subject(), answer));
        return answers;
    }

    Optional<Answer> find(UUID round, UUID subject) {
        return database.sql(ANSWER)
                .param("round", round)
                .param("subject", subject)
                .query(AnswerStore::answer)
                .optional();
    }

    /** What was last sent about it in an earlier round. */
    Optional<Answer> findBefore(UUID round, UUID subject) {
        return database.sql(BEFORE)
                .param("round", round)
                .param("subject", subject)
                .query(AnswerStore::answer)
                .optional();
    }

    /** False when someone was first: the answer stands at another version than the one given. */
    boolean save(Answer answer) {
        Told told = answer.told();
        List<String> goals = told.progress().keySet().stream().sorted().toList();
        return database.sql(SAVE)
                        .param("round", answer.round())
                        .param("subject", answer.subject())
                        .param("state", answer.state().name())
                        .param("done", told.of(Part.DONE))
                        .param("result", told.of(Part.RESULT))
                        .param("lessons", told.of(Part.LESSONS))
                        .param("success", told.of(Part.SUCCESS))
                        .param("challenge", told.of(Part.CHALLENGE))
                        .param("again", told.of(Part.AGAIN))
                        .param("goesOn", told.of(Part.GOES_ON))
                        .param("goals", goals.toArray(String[]::new))
                        .param(
                                "progress",
                                goals.stream()
                                        .map(goal -> told.progress().get(goal))
                                        .map(String::valueOf)
                                        .toArray(String[]::new))
                        .param("structure", told.structure())
                        .param("culture", told.culture())
                        .param("offered", told.offered())
                        .param("published", text(answer.published()))
                        .param("sent", text(answer.sent()))
                        .param("by", answer.by())
                        .param("version", answer.version())
                        .update()
                == 1;
    }

    private static Answer answer(ResultSet row, int number) throws SQLException {
        Map<Part, String> words = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            words.put(part, row.getString(part.name().toLowerCase(java.util.Locale.ROOT)));
        }
        String[] goals = (String[]) row.getArray("goals").getArray();
        String[] judged = (String[]) row.getArray("progress").getArray();
        Map<String, Progress> progress = new LinkedHashMap<>();
        for (int at = 0; at < goals.length; at++) {
            progress.put(goals[at], Progress.valueOf(judged[at]));
        }
        return new Answer(
                row.getObject("round", UUID.class),
                row.getObject("subject", UUID.class),
                Answer.State.valueOf(row.getString("state")),
                new Told(
                        words,
                        progress,
                        row.getBoolean("structure"),
                        row.getBoolean("culture"),
                        row.getBoolean("offered")),
                day(row.getDate("published")),
                day(row.getDate("sent")),
                row.getString("by_name"),
                row.getLong("version"));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }
}
