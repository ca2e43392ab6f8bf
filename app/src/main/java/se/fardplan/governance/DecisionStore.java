package se.fardplan.governance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.fardplan.organisation.Source;

/** What bodies have decided, and what they did beside that. */
@Repository
class DecisionStore {

    private static final String ALL = """
            select id, body, principal, board, day, paragraph, registration_number, form, outcome, heading, note,
                   escalation, sources, version, recorded_by, recorded_at
            from governance.decision
            order by day desc, recorded_at desc nulls last, heading
            """;

    private static final String BY_ID = """
            select id, body, principal, board, day, paragraph, registration_number, form, outcome, heading, note,
                   escalation, sources, version, recorded_by, recorded_at
            from governance.decision
            where id = any(:ids)
            order by day, recorded_at nulls first, heading
            """;

    private static final String LOCK = """
            select version
            from governance.decision
            where id = :id
            for update
            """;

    private static final String SAVE = """
            insert into governance.decision
                (id, body, principal, board, day, paragraph, registration_number, form, outcome, heading, note,
                 escalation, sources, version, recorded_by, recorded_at)
            values (:id, :body, :principal, :board, :day, :paragraph, :registrationNumber, :form, :outcome, :heading,
                    :note, :escalation, :sources, :version, :recordedBy, :recordedAt)
            """;

    private static final String CORRECT = """
            update governance.decision
            set body = :body, principal = :principal, board = :board, day = :day, paragraph = :paragraph,
                registration_number = :registrationNumber, form = :form, outcome = :outcome, heading = :heading,
                escalation = :escalation, version = :version
            where id = :id
            """;

    private static final String SAME = """
            select count(*)
            from governance.decision
            where id <> :id and body = :body and coalesce(principal, '') = :principal and coalesce(board, '') = :board
              and day = :day and (lower(heading) = lower(:heading) or paragraph = :paragraph)
            """;

    private static final String DELETE_OF_PACKAGE = "delete from governance.decision where recorded_at is null";

    private static final String DELETE_OCCASIONS = "delete from governance.occasion";

    private static final String OCCASIONS = """
            select day, body, kind, text, sources
            from governance.occasion
            order by day desc, position
            """;

    private static final String SAVE_OCCASION = """
            insert into governance.occasion (position, day, body, kind, text, sources)
            values (:position, :day, :body, :kind, :text, :sources)
            """;

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    List<Decision> list() {
        return jdbc.sql(ALL).query(DecisionStore::decision).list();
    }

    /** The earliest first; an id that is none is left out. */
    List<Decision> list(Collection<UUID> ids) {
        return jdbc.sql(BY_ID)
                .param("ids", ids.toArray(UUID[]::new))
                .query(DecisionStore::decision)
                .list();
    }

    Optional<Decision> find(UUID id) {
        return list(List.of(id)).stream().findFirst();
    }

    /** Its version, which stays until the transaction ends; empty when there is no such decision. */
    Optional<Integer> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(Integer.class).optional();
    }

    /** True when another one of the same day says the same or bears the same paragraph. */
    boolean hasAnother(Decision decision) {
        return jdbc.sql(SAME)
                        .param("id", decision.id())
                        .param("body", decision.body())
                        .param("principal", decision.principal() == null ? "" : decision.principal())
                        .param("board", decision.board() == null ? "" : decision.board())
                        .param("day", decision.day())
                        .param("heading", decision.heading())
                        .param("paragraph", decision.paragraph())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void add(Decision decision) {
        changed(SAVE, decision)
                .param("note", decision.note())
                .param("sources", Source.write(decision.sources()))
                .param("recordedBy", decision.recordedBy())
                .param(
                        "recordedAt",
                        decision.recordedAt() == null
                                ? null
                                : decision.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void correct(Decision decision) {
        changed(CORRECT, decision).update();
    }

    private JdbcClient.StatementSpec changed(String sql, Decision decision) {
        return jdbc.sql(sql)
                .param("id", decision.id())
                .param("body", decision.body())
                .param("principal", decision.principal())
                .param("board", decision.board())
                .param("day", decision.day())
                .param("paragraph", decision.paragraph())
                .param("registrationNumber", decision.registrationNumber())
                .param("form", decision.form().name())
                .param("outcome", decision.outcome().name())
                .param("heading", decision.heading())
                .param("escalation", BodyStore.array(decision.escalation()))
                .param("version", decision.version());
    }

    /** The latest first. */
    List<Occasion> listOccasions() {
        return jdbc.sql(OCCASIONS)
                .query((row, number) -> new Occasion(
                        row.getObject("day", LocalDate.class),
                        row.getString("body"),
                        Occasion.Kind.valueOf(row.getString("kind")),
                        row.getString("text"),
                        Source.read(row, "sources")))
                .list();
    }

    /** Forgets what came with an earlier package; what people recorded stays. */
    void forgetPackage() {
        jdbc.sql(DELETE_OF_PACKAGE).update();
        jdbc.sql(DELETE_OCCASIONS).update();
    }

    void addPackage(List<Decision> decisions, List<Occasion> occasions) {
        decisions.forEach(this::add);
        for (int position = 0; position < occasions.size(); position++) {
            save(occasions.get(position), position);
        }
    }

    private void save(Occasion occasion, int position) {
        jdbc.sql(SAVE_OCCASION)
                .param("position", position)
                .param("day", occasion.day())
                .param("body", occasion.body())
                .param("kind", occasion.kind().name())
                .param("text", occasion.text())
                .param("sources", Source.write(occasion.sources()))
                .update();
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        OffsetDateTime recordedAt = row.getObject("recorded_at", OffsetDateTime.class);
        return new Decision(
                row.getObject("id", UUID.class),
                row.getString("body"),
                row.getString("principal"),
                row.getString("board"),
                row.getObject("day", LocalDate.class),
                row.getString("paragraph"),
                row.getString("registration_number"),
                Decision.Form.valueOf(row.getString("form")),
                Decision.Outcome.valueOf(row.getString("outcome")),
                row.getString("heading"),
                row.getString("note"),
                BodyStore.texts(row, "escalation"),
                Source.read(row, "sources"),
                row.getInt("version"),
                row.getString("recorded_by"),
                recordedAt == null ? null : recordedAt.toInstant());
    }
}
