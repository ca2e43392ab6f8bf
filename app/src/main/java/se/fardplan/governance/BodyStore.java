package se.fardplan.governance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.fardplan.organisation.Source;

/** Bodies, how they lead together, and their seats. */
@Repository
class BodyStore {

    private static final String BODIES = """
            select code, name, other_names, kind, standing, system_leadership, principal, parent, escalation, valid_to
            from governance.body
            order by position, code
            """;

    private static final String DETAILS = """
            select code, name, other_names, kind, standing, system_leadership, principal, parent, escalation, valid_to,
                   belongs_to, composition, composition_interpreted, led_by, support, mandates, mandates_interpreted,
                   meets, meets_note, period, note, sources
            from governance.body
            order by position, code
            """;

    private static final String SEATS = """
            select code, organisation, role, holders, adjunct, held_from, held_until
            from governance.seat
            where body = :body
            order by position
            """;

    private static final String LEADERSHIP = """
            select text, responsible_for, must_not_steer, should_consist_of, levels, sources
            from governance.leadership
            """;

    private static final String STRUCTURES = """
            select title, chain, escalation, advisory, sources
            from governance.structure
            order by position
            """;

    private static final List<String> CLEAR = List.of(
            "delete from governance.seat", "delete from governance.leadership", "delete from governance.structure");

    private static final String END_OTHERS = """
            update governance.body
            set standing = 'ENDED', system_leadership = false, position = 100000
            where code <> all(:codes)
            """;

    private static final String DELETE_OTHERS = """
            delete from governance.body b
            where b.code <> all(:codes)
              and not exists (select 1 from governance.decision d where d.body = b.code)
            """;

    private static final String SAVE = """
            insert into governance.body
                (code, position, name, other_names, kind, standing, system_leadership, principal, parent, escalation,
                 valid_to, belongs_to, composition, composition_interpreted, led_by, support, mandates,
                 mandates_interpreted, meets, meets_note, period, note, sources)
            values (:code, :position, :name, :otherNames, :kind, :standing, :systemLeadership, :principal, :parent,
                    :escalation, :validTo, :belongsTo, :composition, :compositionInterpreted, :ledBy, :support,
                    :mandates, :mandatesInterpreted, :meets, :meetsNote, :period, :note, :sources)
            on conflict (code) do update
            set position = excluded.position, name = excluded.name, other_names = excluded.other_names,
                kind = excluded.kind, standing = excluded.standing, system_leadership = excluded.system_leadership,
                principal = excluded.principal, parent = excluded.parent, escalation = excluded.escalation,
                valid_to = excluded.valid_to, belongs_to = excluded.belongs_to, composition = excluded.composition,
                composition_interpreted = excluded.composition_interpreted, led_by = excluded.led_by,
                support = excluded.support, mandates = excluded.mandates,
                mandates_interpreted = excluded.mandates_interpreted, meets = excluded.meets,
                meets_note = excluded.meets_note, period = excluded.period, note = excluded.note,
                sources = excluded.sources
            """;

    private static final String SAVE_SEAT = """
            insert into governance.seat
                (body, position, code, organisation, role, holders, adjunct, held_from, held_until)
            values (:body, :position, :code, :organisation, :role, :holders, :adjunct, :from, :until)
            """;

    private static final String SAVE_LEADERSHIP = """
            insert into governance.leadership
                (text, responsible_for, must_not_steer, should_consist_of, levels, sources)
            values (:text, :responsibleFor, :mustNotSteer, :shouldConsistOf, :levels, :sources)
            """;

    private static final String SAVE_STRUCTURE = """
            insert into governance.structure (position, title, chain, escalation, advisory, sources)
            values (:position, :title, :chain, :escalation, :advisory, :sources)
            """;

    private final JdbcClient jdbc;

    BodyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Body> list() {
        return jdbc.sql(BODIES).query((row, number) -> body(row)).list();
    }

    /** Every body with all but its seats. */
    List<BodyDetails> listDetails() {
        return jdbc.sql(DETAILS).query((row, number) -> details(row)).list();
    }

    List<BodyDetails.Seat> listSeats(String body) {
        return jdbc.sql(SEATS)
                .param("body", body)
                .query((row, number) -> new BodyDetails.Seat(
                        row.getString("code"),
                        row.getString("organisation"),
                        row.getString("role"),
                        row.getObject("holders", Integer.class),
                        row.getBoolean("adjunct"),
                        row.getString("held_from"),
                        row.getString("held_until")))
                .list();
    }

    Optional<Leadership> findLeadership() {
        return jdbc.sql(LEADERSHIP)
                .query((row, number) -> new Leadership(
                        row.getString("text"),
                        texts(row, "responsible_for"),
                        texts(row, "must_not_steer"),
                        texts(row, "should_consist_of"),
                        texts(row, "levels"),
                        Source.read(row, "sources")))
                .optional();
    }

    List<Leadership.Structure> listStructures() {
        return jdbc.sql(STRUCTURES)
                .query((row, number) -> new Leadership.Structure(
                        row.getString("title"),
                        texts(row, "chain"),
                        texts(row, "escalation"),
                        texts(row, "advisory"),
                        Source.read(row, "sources")))
                .list();
    }

    /** Puts the package's bodies in the place of the earlier; one with decisions that people recorded stays, as ended. */
    void replace(GovernanceContent content) {
        CLEAR.forEach(sql -> jdbc.sql(sql).update());
        String[] codes =
                content.bodies().stream().map(details -> details.body().code()).toArray(String[]::new);
        jdbc.sql(DELETE_OTHERS).param("codes", codes).update();
        jdbc.sql(END_OTHERS).param("codes", codes).update();
        for (int position = 0; position < codes.length; position++) {
            save(content.bodies().get(position), position);
        }
        if (content.leadership() != null) {
            save(content.leadership());
        }
        for (int position = 0; position < content.structures().size(); position++) {
            save(content.structures().get(position), position);
        }
    }

    private void save(BodyDetails details, int position) {
        Body body = details.body();
        jdbc.sql(SAVE)
                .param("code", body.code())
                .param("position", position)
                .param("name", body.name())
                .param("otherNames", array(body.otherNames()))
                .param("kind", body.kind().name())
                .param("standing", body.standing().name())
                .param("systemLeadership", body.systemLeadership())
                .param("principal", body.principal())
                .param("parent", body.parent())
                .param("escalation", array(body.escalation()))
                .param("validTo", body.validTo())
                .param("belongsTo", details.belongsTo())
                .param("composition", array(details.composition()))
                .param("compositionInterpreted", details.compositionInterpreted())
                .param("ledBy", array(details.ledBy()))
                .param("support", array(details.support()))
                .param("mandates", array(details.mandates()))
                .param("mandatesInterpreted", details.mandatesInterpreted())
                .param("meets", details.meets())
                .param("meetsNote", details.meetsNote())
                .param("period", details.period())
                .param("note", details.note())
                .param("sources", Source.write(details.sources()))
                .update();
        for (int seat = 0; seat < details.seats().size(); seat++) {
            save(body.code(), details.seats().get(seat), seat);
        }
    }

    private void save(String body, BodyDetails.Seat seat, int position) {
        jdbc.sql(SAVE_SEAT)
                .param("body", body)
                .param("position", position)
                .param("code", seat.code())
                .param("organisation", seat.organisation())
                .param("role", seat.role())
                .param("holders", seat.holders())
                .param("adjunct", seat.adjunct())
                .param("from", seat.from())
                .param("until", seat.until())
                .update();
    }

    private void save(Leadership leadership) {
        jdbc.sql(SAVE_LEADERSHIP)
                .param("text", leadership.text())
                .param("responsibleFor", array(leadership.responsibleFor()))
                .param("mustNotSteer", array(leadership.mustNotSteer()))
                .param("shouldConsistOf", array(leadership.shouldConsistOf()))
                .param("levels", array(leadership.levels()))
                .param("sources", Source.write(leadership.sources()))
                .update();
    }

    private void save(Leadership.Structure structure, int position) {
        jdbc.sql(SAVE_STRUCTURE)
                .param("position", position)
                .param("title", structure.title())
                .param("chain", array(structure.chain()))
                .param("escalation", array(structure.escalation()))
                .param("advisory", array(structure.advisory()))
                .param("sources", Source.write(structure.sources()))
                .update();
    }

    private static BodyDetails details(ResultSet row) throws SQLException {
        return new BodyDetails(
                body(row),
                row.getString("belongs_to"),
                texts(row, "composition"),
                row.getBoolean("composition_interpreted"),
                texts(row, "led_by"),
                texts(row, "support"),
                texts(row, "mandates"),
                row.getBoolean("mandates_interpreted"),
                row.getString("meets"),
                row.getString("meets_note"),
                row.getString("period"),
                row.getString("note"),
                List.of(),
                Source.read(row, "sources"));
    }

    private static Body body(ResultSet row) throws SQLException {
        return new Body(
                row.getString("code"),
                row.getString("name"),
                texts(row, "other_names"),
                Body.Kind.valueOf(row.getString("kind")),
                Body.Standing.valueOf(row.getString("standing")),
                row.getBoolean("system_leadership"),
                row.getString("principal"),
                row.getString("parent"),
                texts(row, "escalation"),
                row.getObject("valid_to", LocalDate.class));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
