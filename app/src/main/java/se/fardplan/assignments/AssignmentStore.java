package se.fardplan.assignments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.fardplan.organisation.Source;

/** Assignments and what they say, in the database. */
@Repository
class AssignmentStore {

    private static final String ASSIGNMENTS = """
            select code, name, purpose, basis, sources, shown_on, closed, closed_by, closing, version
            from assignments.assignment
            order by position, code
            """;

    private static final String PASSAGES = """
            select assignment, kind, code, title, text, note, from_day, until_day, bodies, items, sources, made_by
            from assignments.passage
            order by assignment, position
            """;

    private static final String CONTENT = "select content from assignments.assignment where code = :code";

    private static final String LOCK = "select version from assignments.assignment where code = :code for update";

    private static final String SAVE = """
            insert into assignments.assignment (code, position, name, purpose, basis, sources, content)
            values (:code, :position, :name, :purpose, :basis, :sources, :content)
            on conflict (code) do update
            set position = excluded.position, name = excluded.name, purpose = excluded.purpose, basis = excluded.basis,
                sources = excluded.sources, content = excluded.content
            """;

    private static final String FORGET_PACKAGE =
            "delete from assignments.passage where assignment = :code and made_by is null";

    /** What people wrote stands after what the package says. */
    private static final String ADD = """
            insert into assignments.passage (assignment, position, kind, code, title, text, note, from_day, until_day, bodies,
                                             items, sources, made_by)
            values (:assignment,
                    case when :madeBy::text is null then :position
                         else (select coalesce(max(p.position), 0) + 100000 from assignments.passage p
                               where p.assignment = :assignment) end,
                    :kind, :code, :title, :text, :note, :from, :until, :bodies, :items, :sources, :madeBy)
            """;

    private static final String END_FOCUS = """
            update assignments.passage
            set until_day = :until
            where assignment = :assignment and kind = 'FOCUS' and until_day is null and title = :title
            """;

    private static final String TOUCH = "update assignments.assignment set version = version + 1 where code = :code";

    private static final String CLOSE = """
            update assignments.assignment
            set closed = :day, closed_by = :by, closing = :words, version = version + 1
            where code = :code
            """;

    private static final String SHOW_ON = "update assignments.assignment set shown_on = :day where code = :code";

    private final JdbcClient database;

    private record Of(String assignment, Passage passage) {}

    AssignmentStore(JdbcClient database) {
        this.database = database;
    }

    List<Assignment> list() {
        Map<String, List<Passage>> passages = new HashMap<>();
        database.sql(PASSAGES)
                .query((row, number) -> new Of(row.getString("assignment"), passage(row)))
                .list()
                .forEach(of -> passages.computeIfAbsent(of.assignment(), code -> new ArrayList<>())
                        .add(of.passage()));
        return database.sql(ASSIGNMENTS)
                .query((row, number) -> assignment(row, passages.getOrDefault(row.getString("code"), List.of())))
                .list();
    }

    Optional<Assignment> find(String code) {
        return list().stream()
                .filter(assignment -> assignment.code().equals(code))
                .findFirst();
    }

    /** What tells the package's words apart, as they were last read; empty for one that is new. */
    Optional<String> findContent(String code) {
        return database.sql(CONTENT).param("code", code).query(String.class).optional();
    }

    /** Lets nobody else change the assignment or its things until this transaction ends. */
    void lock(String code) {
        database.sql(LOCK).param("code", code).query(Long.class).list();
    }

    /** Replaces what the package says of it; what people wrote stays. */
    void load(Assignment assignment, int position, String content) {
        database.sql(SAVE)
                .param("code", assignment.code())
                .param("position", position)
                .param("name", assignment.name())
                .param("purpose", assignment.purpose())
                .param("basis", assignment.basis())
                .param("sources", Source.write(assignment.sources()))
                .param("content", content)
                .update();
        database.sql(FORGET_PACKAGE).param("code", assignment.code()).update();
        int at = 0;
        for (Passage passage : assignment.passages()) {
            add(assignment.code(), passage, at++);
        }
    }

    /** Adds what someone wrote. */
    void add(String assignment, Passage passage) {
        add(assignment, passage, 0);
        touch(assignment);
    }

    private void add(String assignment, Passage passage, int position) {
        database.sql(ADD)
                .param("assignment", assignment)
                .param("position", position)
                .param("kind", passage.kind().name())
                .param("code", passage.code())
                .param("title", passage.title())
                .param("text", passage.text())
                .param("note", passage.note())
                .param("from", passage.from())
                .param("until", passage.until())
                .param("bodies", passage.bodies().toArray(String[]::new))
                .param("items", passage.items().toArray(String[]::new))
                .param("sources", Source.write(passage.sources()))
                .param("madeBy", passage.madeBy())
                .update();
    }

    void endFocus(String assignment, String title, LocalDate until) {
        database.sql(END_FOCUS)
                .param("assignment", assignment)
                .param("title", title)
                .param("until", until)
                .update();
    }

    private void touch(String code) {
        database.sql(TOUCH).param("code", code).update();
    }

    void close(String code, Assignment.Closing closing) {
        database.sql(CLOSE)
                .param("code", code)
                .param("day", closing.day())
                .param("by", closing.by())
                .param("words", closing.words())
                .update();
    }

    /** Says which day its examples stand for. */
    void showOn(String code, LocalDate day) {
        database.sql(SHOW_ON).param("code", code).param("day", day).update();
    }

    private static Assignment assignment(ResultSet row, List<Passage> passages) throws SQLException {
        return new Assignment(
                row.getString("code"),
                row.getString("name"),
                row.getString("purpose"),
                row.getString("basis"),
                Source.read(row, "sources"),
                passages,
                row.getObject("shown_on", LocalDate.class),
                closing(row),
                row.getLong("version"));
    }

    private static Assignment.@Nullable Closing closing(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("closed", LocalDate.class);
        return day == null ? null : new Assignment.Closing(day, row.getString("closed_by"), row.getString("closing"));
    }

    private static Passage passage(ResultSet row) throws SQLException {
        return new Passage(
                Passage.Kind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getString("title"),
                row.getString("text"),
                row.getString("note"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                List.of((String[]) row.getArray("bodies").getArray()),
                List.of((String[]) row.getArray("items").getArray()),
                Source.read(row, "sources"),
                row.getString("made_by"));
    }
}
