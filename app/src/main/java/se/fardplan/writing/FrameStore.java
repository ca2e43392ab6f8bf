package se.fardplan.writing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.fardplan.writing.Placement.Level;

/** What stands around a plan's text: its frame, where its activities stand, its reviews. */
@Repository
class FrameStore {

    private static final String FRAME = """
            select sender, target_areas, initiatives, decisions, long_because, version
            from writing.frame
            where plan = :plan
            """;

    private static final String LINKS = "select title, address from writing.link where plan = :plan order by place";

    private static final String SAVE = """
            insert into writing.frame (plan, sender, target_areas, initiatives, decisions, long_because, version)
            values (:plan, :sender, :targetAreas, :initiatives, :decisions, :longBecause, 1)
            on conflict (plan) do update
            set sender = excluded.sender, target_areas = excluded.target_areas, initiatives = excluded.initiatives,
                decisions = excluded.decisions, long_because = excluded.long_because, version = frame.version + 1
            """;

    private static final String DELETE_LINKS = "delete from writing.link where plan = :plan";

    private static final String ADD_LINKS = """
            insert into writing.link (plan, place, title, address)
            select :plan, row_number() over (), title, address
            from unnest(cast(:titles as text[]), cast(:addresses as text[])) as l (title, address)
            """;

    private static final String PLACEMENTS = """
            select activity, section, resources, level
            from writing.placement
            where plan = :plan
            """;

    private static final String PLACE = """
            insert into writing.placement (activity, plan, section, resources, level)
            values (:activity, :plan, :section, :resources, :level)
            on conflict (activity) do update
            set plan = excluded.plan, section = excluded.section, resources = excluded.resources, level = excluded.level
            """;

    private static final String REVIEWS = "select year, done, note from writing.review where plan = :plan";

    private static final String ADD_REVIEW = """
            insert into writing.review (plan, year, done, note)
            values (:plan, :year, :done, :note)
            on conflict (plan, year) do nothing
            """;

    private static final String NAMING = "select plan from writing.frame where :decision = any(decisions)";

    private final JdbcClient database;

    FrameStore(JdbcClient database) {
        this.database = database;
    }

    /** The plans that name {@code decision}. */
    List<UUID> listNaming(UUID decision) {
        return database.sql(NAMING)
                .param("decision", decision)
                .query((row, number) -> row.getObject("plan", UUID.class))
                .list();
    }

    Optional<Frame> find(UUID plan) {
        List<Template.Link> links = database.sql(LINKS)
                .param("plan", plan)
                .query((row, number) -> new Template.Link(row.getString("title"), row.getString("address")))
                .list();
        return database.sql(FRAME)
                .param("plan", plan)
                .query((row, number) -> frame(row, links))
                .optional();
    }

    void save(UUID plan, Frame frame) {
        database.sql(SAVE)
                .param("plan", plan)
                .param("sender", frame.sender())
                .param("targetAreas", frame.targetAreas().toArray(String[]::new))
                .param("initiatives", frame.initiatives().toArray(String[]::new))
                .param("decisions", frame.decisions().toArray(UUID[]::new))
                .param("longBecause", frame.longBecause())
                .update();
        database.sql(DELETE_LINKS).param("plan", plan).update();
        database.sql(ADD_LINKS)
                .param("plan", plan)
                .param(
                        "titles",
                        frame.links().stream().map(Template.Link::title).toArray(String[]::new))
                .param(
                        "addresses",
                        frame.links().stream().map(Template.Link::address).toArray(String[]::new))
                .update();
    }

    Map<UUID, Placement> placements(UUID plan) {
        return database
                .sql(PLACEMENTS)
                .param("plan", plan)
                .query((row, number) -> new Placement(
                        row.getObject("activity", UUID.class),
                        row.getString("section"),
                        row.getString("resources"),
                        row.getString("level") == null ? null : Level.valueOf(row.getString("level"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Placement::activity, Function.identity()));
    }

    void place(UUID plan, Placement placement) {
        Level level = placement.level();
        database.sql(PLACE)
                .param("activity", placement.activity())
                .param("plan", plan)
                .param("section", placement.section())
                .param("resources", placement.resources())
                .param("level", level == null ? null : level.name())
                .update();
    }

    /** The reviews that are done, by year. */
    Map<Integer, Review> reviews(UUID plan) {
        return database
                .sql(REVIEWS)
                .param("plan", plan)
                .query((row, number) -> new Review(
                        row.getInt("year"),
                        row.getObject("done", LocalDate.class),
                        row.getString("note"),
                        Review.State.DONE))
                .list()
                .stream()
                .collect(Collectors.toMap(Review::year, Function.identity()));
    }

    /** False when the year had one already. */
    boolean add(UUID plan, int year, LocalDate done, String note) {
        return database.sql(ADD_REVIEW)
                        .param("plan", plan)
                        .param("year", year)
                        .param("done", done)
                        .param("note", note)
                        .update()
                == 1;
    }

    private static Frame frame(ResultSet row, List<Template.Link> links) throws SQLException {
        return new Frame(
                row.getString("sender"),
                texts(row, "target_areas"),
                texts(row, "initiatives"),
                Arrays.asList((UUID[]) row.getArray("decisions").getArray()),
                row.getString("long_because"),
                links,
                row.getLong("version"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
