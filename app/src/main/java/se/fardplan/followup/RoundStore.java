package se.fardplan.followup;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rounds, and what each has asked, in the database. */
@Repository
class RoundStore {

    private static final String ROUNDS = """
            select id, year, name, opens, closes, state, reminded, told, version
            from followup.round
            order by closes desc, name collate "sv-x-icu", id
            """;

    private static final String ROUND = """
            select id, year, name, opens, closes, state, reminded, told, version
            from followup.round
            where id = :id
            """;

    private static final String LOCK = """
            select version
            from followup.round
            where id = :id
            for update
            """;

    private static final String HOLD = """
            select version
            from followup.round
            where id = :id
            for share
            """;

    private static final String SAVE = """
            insert into followup.round (id, year, name, opens, closes, state, reminded, told, version)
            values (:id, :year, :name, :opens, :closes, :state, cast(:reminded as date), :told, 1)
            on conflict (id) do update
            set opens = excluded.opens, closes = excluded.closes, state = excluded.state,
                reminded = excluded.reminded, told = excluded.told, version = round.version + 1
            """;

    private static final String ASKED = """
            select subject, kind, title, href, plan_title, owners, unit, countys, sub_goals
            from followup.asked
            where round = :round
            order by plan_title collate "sv-x-icu", kind desc, title collate "sv-x-icu", subject
            """;

    private static final String KEEP = """
            insert into followup.asked (round, subject, kind, title, href, plan_title, owners, unit, countys,
                                        sub_goals)
            values (:round, :subject, :kind, :title, :href, :plan, :owners, :unit, :countys, :subGoals)
            on conflict (round, subject) do update
            set title = excluded.title, href = excluded.href, plan_title = excluded.plan_title,
                owners = excluded.owners, unit = excluded.unit, countys = excluded.countys,
                sub_goals = excluded.sub_goals
            """;

    private static final String FORGET = """
            delete from followup.asked a
            where a.round = :round
              and not exists (select 1 from followup.answer s where s.round = a.round and s.subject = a.subject)
            """;

    private final JdbcClient database;

    RoundStore(JdbcClient database) {
        this.database = database;
    }

    /** The latest last day first. */
    List<Round> list() {
        return database.sql(ROUNDS).query(RoundStore::round).list();
    }

    Optional<Round> find(UUID id) {
        return database.sql(ROUND).param("id", id).query(RoundStore::round).optional();
    }

    /** Lets nobody else change the round, or answer in it, until this transaction ends. */
    void lock(UUID id) {
        database.sql(LOCK).param("id", id).query(Long.class).list();
    }

    /** Lets nobody change the round until this transaction ends; others may answer. */
    void hold(UUID id) {
        database.sql(HOLD).param("id", id).query(Long.class).list();
    }

    void save(Round round) {
        LocalDate reminded = round.reminded();
        database.sql(SAVE)
                .param("id", round.id())
                .param("year", round.year())
                .param("name", round.name())
                .param("opens", round.opens())
                .param("closes", round.closes())
                .param("state", round.state().name())
                .param("reminded", reminded == null ? null : reminded.toString())
                .param("told", round.told())
                .update();
    }

    /** By plan, the plan itself first. */
    List<Asked> listAsked(UUID round) {
        return database.sql(ASKED)
                .param("round", round)
                .query(RoundStore::asked)
                .list();
    }

    void keep(UUID round, Asked asked) {
        database.sql(KEEP)
                .param("round", round)
                .param("subject", asked.id())
                .param("kind", asked.kind().name())
                .param("title", asked.title())
                .param("href", asked.href())
                .param("plan", asked.plan())
                .param("owners", asked.owners().toArray(String[]::new))
                .param("unit", asked.unit())
                .param("countys", asked.countys())
                .param("subGoals", asked.subGoals().toArray(String[]::new))
                .update();
    }

    /** Forgets what was asked and not answered: an open round asks what there is. */
    void forgetUnanswered(UUID round) {
        database.sql(FORGET).param("round", round).update();
    }

    private static Round round(ResultSet row, int number) throws SQLException {
        return new Round(
                row.getObject("id", UUID.class),
                row.getInt("year"),
                row.getString("name"),
                row.getObject("opens", LocalDate.class),
                row.getObject("closes", LocalDate.class),
                Round.State.valueOf(row.getString("state")),
                day(row.getDate("reminded")),
                row.getInt("told"),
                row.getLong("version"));
    }

    private static Asked asked(ResultSet row, int number) throws SQLException {
        return new Asked(
                row.getObject("subject", UUID.class),
                Asked.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("href"),
                row.getString("plan_title"),
                List.of((String[]) row.getArray("owners").getArray()),
                row.getString("unit"),
                row.getBoolean("countys"),
                List.of((String[]) row.getArray("sub_goals").getArray()));
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }
}
