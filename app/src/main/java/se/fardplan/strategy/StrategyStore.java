package se.fardplan.strategy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.fardplan.organisation.Source;

/** The strategy's text as the package gives it. */
@Repository
class StrategyStore {

    private static final String STRATEGY = """
            select title, former_title, former_title_note, applies_to, registration_number, version, printed_version,
                   valid_from, valid_to, title_from, title_to, approved_by, vision, vision_line, vision_origin, sources,
                   vision_sources
            from strategy.strategy
            """;

    private static final String SUB_GOALS = """
            select code, position, name, text, printed, origin, key_figures, sources
            from strategy.sub_goal
            order by position
            """;

    private static final String PASSAGES = """
            select kind, position, title, text, printed, note, page, href, sources
            from strategy.passage
            where kind = :kind
            order by position
            """;

    private static final String HEADINGS = """
            select position, level, title, page, href, note
            from strategy.heading
            order by position
            """;

    private static final String MILESTONES = """
            select position, kind, day, shown, body, text, sources
            from strategy.milestone
            order by position
            """;

    private static final String STRETCHES = """
            select position, name, shown, first_day, last_day, sources
            from strategy.stretch
            order by position
            """;

    private static final List<String> CLEAR = List.of(
            "delete from strategy.strategy",
            "delete from strategy.sub_goal",
            "delete from strategy.passage",
            "delete from strategy.heading",
            "delete from strategy.milestone",
            "delete from strategy.stretch");

    private static final String SAVE_STRATEGY = """
            insert into strategy.strategy
                (title, former_title, former_title_note, applies_to, registration_number, version, printed_version,
                 valid_from, valid_to, title_from, title_to, approved_by, vision, vision_line, vision_origin, sources,
                 vision_sources)
            values (:title, :formerTitle, :formerTitleNote, :appliesTo, :registrationNumber, :version, :printedVersion,
                 :validFrom, :validTo, :titleFrom, :titleTo, :approvedBy, :vision, :visionLine, :visionOrigin, :sources,
                 :visionSources)
            """;

    private static final String SAVE_SUB_GOAL = """
            insert into strategy.sub_goal (code, position, name, text, printed, origin, key_figures, sources)
            values (:code, :position, :name, :text, :printed, :origin, :keyFigures, :sources)
            """;

    private static final String SAVE_PASSAGE = """
            insert into strategy.passage (kind, position, title, text, printed, note, page, href, sources)
            values (:kind, :position, :title, :text, :printed, :note, :page, :href, :sources)
            """;

    private static final String SAVE_HEADING = """
            insert into strategy.heading (position, level, title, page, href, note)
            values (:position, :level, :title, :page, :href, :note)
            """;

    private static final String SAVE_MILESTONE = """
            insert into strategy.milestone (position, kind, day, shown, body, text, sources)
            values (:position, :kind, :day, :shown, :body, :text, :sources)
            """;

    private static final String SAVE_STRETCH = """
            insert into strategy.stretch (position, name, shown, first_day, last_day, sources)
            values (:position, :name, :shown, :from, :to, :sources)
            """;

    private final JdbcClient jdbc;

    StrategyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Strategy> findStrategy() {
        return jdbc.sql(STRATEGY).query(StrategyStore::strategy).optional();
    }

    List<SubGoal> listSubGoals() {
        return jdbc.sql(SUB_GOALS).query(StrategyStore::subGoal).list();
    }

    List<Passage> listPassages(Passage.Kind kind) {
        return jdbc.sql(PASSAGES)
                .param("kind", kind.name())
                .query(StrategyStore::passage)
                .list();
    }

    List<Heading> listHeadings() {
        return jdbc.sql(HEADINGS)
                .query((row, number) -> new Heading(
                        row.getInt("position"),
                        row.getInt("level"),
                        row.getString("title"),
                        row.getObject("page", Integer.class),
                        row.getString("href"),
                        row.getString("note")))
                .list();
    }

    List<Milestone> listMilestones() {
        return jdbc.sql(MILESTONES)
                .query((row, number) -> new Milestone(
                        row.getInt("position"),
                        Milestone.Kind.valueOf(row.getString("kind")),
                        row.getObject("day", LocalDate.class),
                        row.getString("shown"),
                        row.getString("body"),
                        row.getString("text"),
                        Source.read(row, "sources")))
                .list();
    }

    List<Stretch> listStretches() {
        return jdbc.sql(STRETCHES)
                .query((row, number) -> new Stretch(
                        row.getInt("position"),
                        row.getString("name"),
                        row.getString("shown"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        Source.read(row, "sources")))
                .list();
    }

    void replace(StrategyContent content) {
        CLEAR.forEach(sql -> jdbc.sql(sql).update());
        Strategy strategy = content.strategy();
        if (strategy != null) {
            save(strategy);
        }
        content.subGoals().forEach(this::save);
        content.passages().forEach(this::save);
        content.headings().forEach(this::save);
        content.milestones().forEach(this::save);
        content.stretches().forEach(this::save);
    }

    private void save(Strategy strategy) {
        jdbc.sql(SAVE_STRATEGY)
                .param("title", strategy.title())
                .param("formerTitle", strategy.formerTitle())
                .param("formerTitleNote", strategy.formerTitleNote())
                .param("appliesTo", strategy.appliesTo().toArray(String[]::new))
                .param("registrationNumber", strategy.registrationNumber())
                .param("version", strategy.version())
                .param("printedVersion", strategy.printedVersion())
                .param("validFrom", strategy.validFrom())
                .param("validTo", strategy.validTo())
                .param("titleFrom", strategy.titleFrom())
                .param("titleTo", strategy.titleTo())
                .param("approvedBy", strategy.approvedBy())
                .param("vision", strategy.vision())
                .param("visionLine", strategy.visionLine())
                .param("visionOrigin", strategy.visionOrigin())
                .param("sources", Source.write(strategy.sources()))
                .param("visionSources", Source.write(strategy.visionSources()))
                .update();
    }

    private void save(SubGoal goal) {
        jdbc.sql(SAVE_SUB_GOAL)
                .param("code", goal.code())
                .param("position", goal.order())
                .param("name", goal.name())
                .param("text", goal.text())
                .param("printed", goal.printed())
                .param("origin", goal.origin())
                .param("keyFigures", goal.keyFigures().toArray(String[]::new))
                .param("sources", Source.write(goal.sources()))
                .update();
    }

    private void save(Passage passage) {
        jdbc.sql(SAVE_PASSAGE)
                .param("kind", passage.kind().name())
                .param("position", passage.order())
                .param("title", passage.title())
                .param("text", passage.text())
                .param("printed", passage.printed())
                .param("note", passage.note())
                .param("page", passage.page())
                .param("href", passage.href())
                .param("sources", Source.write(passage.sources()))
                .update();
    }

    private void save(Heading heading) {
        jdbc.sql(SAVE_HEADING)
                .param("position", heading.order())
                .param("level", heading.level())
                .param("title", heading.title())
                .param("page", heading.page())
                .param("href", heading.href())
                .param("note", heading.note())
                .update();
    }

    private void save(Milestone milestone) {
        jdbc.sql(SAVE_MILESTONE)
                .param("position", milestone.order())
                .param("kind", milestone.kind().name())
                .param("day", milestone.day())
                .param("shown", milestone.shown())
                .param("body", milestone.body())
                .param("text", milestone.text())
                .param("sources", Source.write(milestone.sources()))
                .update();
    }

    private void save(Stretch stretch) {
        jdbc.sql(SAVE_STRETCH)
                .param("position", stretch.order())
                .param("name", stretch.name())
                .param("shown", stretch.shown())
                .param("from", stretch.from())
                .param("to", stretch.to())
                .param("sources", Source.write(stretch.sources()))
                .update();
    }

    private static Strategy strategy(ResultSet row, int number) throws SQLException {
        return new Strategy(
                row.getString("title"),
                row.getString("former_title"),
                row.getString("former_title_note"),
                List.of((String[]) row.getArray("applies_to").getArray()),
                row.getString("registration_number"),
                row.getString("version"),
                row.getString("printed_version"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getInt("title_from"),
                row.getInt("title_to"),
                row.getString("approved_by"),
                row.getString("vision"),
                row.getString("vision_line"),
                row.getString("vision_origin"),
                Source.read(row, "sources"),
                Source.read(row, "vision_sources"));
    }

    private static SubGoal subGoal(ResultSet row, int number) throws SQLException {
        return new SubGoal(
                row.getString("code"),
                row.getInt("position"),
                row.getString("name"),
                row.getString("text"),
                row.getString("printed"),
                row.getString("origin"),
                List.of((String[]) row.getArray("key_figures").getArray()),
                Source.read(row, "sources"));
    }

    private static Passage passage(ResultSet row, int number) throws SQLException {
        return new Passage(
                Passage.Kind.valueOf(row.getString("kind")),
                row.getInt("position"),
                row.getString("title"),
                row.getString("text"),
                row.getString("printed"),
                row.getString("note"),
                row.getObject("page", Integer.class),
                row.getString("href"),
                Source.read(row, "sources"));
    }
}
