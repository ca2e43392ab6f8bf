package se.fardplan.pilots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.fardplan.organisation.Source;

/** Pilots, what they rest on and their strategies, in the database. */
@Repository
class PilotStore {

    private static final String FIND = """
            select plan, code, programme, note, overlap, learning, support, functions, prestudy, decision_note,
                   steering_group, sources, state, started, ended, outcome, version
            from pilots.pilot
            where plan = :plan
            """;

    private static final String PLAN_OF = "select plan from pilots.pilot where code = :code";

    private static final String ALL = "select plan from pilots.pilot";

    private static final String LOCK = "select version from pilots.pilot where plan = :plan for update";

    /** Also for a pilot that so far has only its plan. */
    private static final String ENSURE = "insert into pilots.pilot (plan) values (:plan) on conflict (plan) do nothing";

    private static final String ADD = """
            insert into pilots.pilot (plan, code, programme, note, overlap, learning, support, functions, prestudy,
                                      decision_note, steering_group, sources)
            values (:plan, :code, :programme, :note, :overlap, :learning, :support, :functions, :prestudy,
                    :decisionNote, :steeringGroup, :sources)
            """;

    private static final String SAVE = """
            update pilots.pilot
            set state = :state, started = :started, ended = :ended, outcome = :outcome, version = version + 1
            where plan = :plan
            """;

    private static final String LEVELS = """
            select number, rank, name, other_name, sources from pilots.need_level where plan = :plan order by rank
            """;

    private static final String ADD_LEVEL = """
            insert into pilots.need_level (plan, number, rank, name, other_name, sources)
            values (:plan, :number, :rank, :name, :otherName, :sources)
            """;

    private static final String STRATEGIES =
            "select code, name from pilots.strategy where plan = :plan order by position, code";

    private static final String ADD_STRATEGY = """
            insert into pilots.strategy (plan, code, position, name) values (:plan, :code, :position, :name)
            """;

    private static final String PRECONDITIONS = """
            select plan, position, text, met_on, met_by, words, version
            from pilots.precondition
            where plan = :plan
            order by position
            """;

    private static final String SAVE_PRECONDITION = """
            insert into pilots.precondition (plan, position, text, met_on, met_by, words)
            values (:plan, :position, :text, :metOn, :metBy, :words)
            on conflict (plan, position) do update
            set text = excluded.text, met_on = excluded.met_on, met_by = excluded.met_by, words = excluded.words,
                version = precondition.version + 1
            """;

    private final JdbcClient database;

    PilotStore(JdbcClient database) {
        this.database = database;
    }

    /** The plan of the package's pilot of that code; empty until it has been laid up. */
    Optional<UUID> findPlan(String code) {
        return database.sql(PLAN_OF).param("code", code).query(UUID.class).optional();
    }

    /** The ids of all. */
    List<UUID> list() {
        return database.sql(ALL)
                .query((row, number) -> row.getObject("plan", UUID.class))
                .list();
    }

    Optional<Pilot> find(UUID plan) {
        return database.sql(FIND).param("plan", plan).query(PilotStore::pilot).optional();
    }

    /** Lets nobody else change the pilot or its things until this transaction ends; lays it up where it is not. */
    void lock(UUID plan) {
        database.sql(ENSURE).param("plan", plan).update();
        database.sql(LOCK).param("plan", plan).query(Long.class).single();
    }

    void add(Pilot pilot) {
        database.sql(ADD)
                .param("plan", pilot.plan())
                .param("code", pilot.code())
                .param("programme", pilot.programme())
                .param("note", pilot.note())
                .param("overlap", pilot.overlap())
                .param("learning", pilot.learning())
                .param("support", pilot.support().toArray(String[]::new))
                .param("functions", pilot.functions().toArray(String[]::new))
                .param("prestudy", pilot.prestudy().toArray(String[]::new))
                .param("decisionNote", pilot.decisionNote())
                .param("steeringGroup", pilot.steeringGroup())
                .param("sources", Source.write(pilot.sources()))
                .update();
    }

    /** Saves how far it has come. */
    void save(Pilot pilot) {
        database.sql(SAVE)
                .param("plan", pilot.plan())
                .param("state", pilot.state().name())
                .param("started", pilot.started())
                .param("ended", pilot.ended())
                .param("outcome", pilot.outcome())
                .update();
    }

    /** From the top of the pyramid. */
    List<NeedLevel> listLevels(UUID plan) {
        return database.sql(LEVELS)
                .param("plan", plan)
                .query((row, number) -> new NeedLevel(
                        row.getInt("number"),
                        row.getInt("rank"),
                        row.getString("name"),
                        row.getString("other_name"),
                        Source.read(row, "sources")))
                .list();
    }

    void add(UUID plan, NeedLevel level) {
        database.sql(ADD_LEVEL)
                .param("plan", plan)
                .param("number", level.number())
                .param("rank", level.rank())
                .param("name", level.name())
                .param("otherName", level.otherName())
                .param("sources", Source.write(level.sources()))
                .update();
    }

    List<Strategy> listStrategies(UUID plan) {
        return database.sql(STRATEGIES)
                .param("plan", plan)
                .query((row, number) -> new Strategy(row.getString("code"), row.getString("name")))
                .list();
    }

    void add(UUID plan, Strategy strategy, int position) {
        database.sql(ADD_STRATEGY)
                .param("plan", plan)
                .param("code", strategy.code())
                .param("position", position)
                .param("name", strategy.name())
                .update();
    }

    List<Precondition> listPreconditions(UUID plan) {
        return database.sql(PRECONDITIONS)
                .param("plan", plan)
                .query(PilotStore::precondition)
                .list();
    }

    void save(Precondition precondition) {
        Precondition.Met met = precondition.met();
        database.sql(SAVE_PRECONDITION)
                .param("plan", precondition.plan())
                .param("position", precondition.number())
                .param("text", precondition.text())
                .param("metOn", met == null ? null : met.day())
                .param("metBy", met == null ? null : met.by())
                .param("words", met == null ? "" : met.words())
                .update();
    }

    private static Pilot pilot(ResultSet row, int number) throws SQLException {
        return new Pilot(
                row.getObject("plan", UUID.class),
                row.getString("code"),
                row.getString("programme"),
                row.getString("note"),
                row.getString("overlap"),
                row.getString("learning"),
                texts(row, "support"),
                texts(row, "functions"),
                texts(row, "prestudy"),
                row.getString("decision_note"),
                row.getString("steering_group"),
                Source.read(row, "sources"),
                Pilot.State.valueOf(row.getString("state")),
                row.getObject("started", LocalDate.class),
                row.getObject("ended", LocalDate.class),
                row.getString("outcome"),
                row.getLong("version"));
    }

    private static Precondition precondition(ResultSet row, int number) throws SQLException {
        LocalDate day = row.getObject("met_on", LocalDate.class);
        return new Precondition(
                row.getObject("plan", UUID.class),
                row.getInt("position"),
                row.getString("text"),
                day == null ? null : new Precondition.Met(day, row.getString("met_by"), row.getString("words")),
                row.getLong("version"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
