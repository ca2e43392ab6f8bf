package se.fardplan.assignments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Demands and how they are met, in the database. */
@Repository
class DemandStore {

    private static final String OF = """
            select assignment, code, kind, text, state, evidence, link, marked_by, marked_on, version
            from assignments.demand
            where assignment = :assignment
            order by position, code
            """;

    private static final String LOAD = """
            insert into assignments.demand (assignment, code, position, kind, text)
            values (:assignment, :code, :position, :kind, :text)
            on conflict (assignment, code) do update
            set position = excluded.position, kind = excluded.kind, text = excluded.text
            """;

    private static final String FORGET_OTHERS = """
            delete from assignments.demand
            where assignment = :assignment and code <> all(:codes) and version = 0
            """;

    private static final String SAVE = """
            update assignments.demand
            set state = :state, evidence = :evidence, link = :link, marked_by = :by, marked_on = :on, version = version + 1
            where assignment = :assignment and code = :code
            """;

    private final JdbcClient database;

    DemandStore(JdbcClient database) {
        this.database = database;
    }

    /** In the package's order. */
    List<Demand> list(String assignment) {
        return database.sql(OF)
                .param("assignment", assignment)
                .query(DemandStore::demand)
                .list();
    }

    Optional<Demand> find(String assignment, String code) {
        return list(assignment).stream()
                .filter(demand -> demand.code().equals(code))
                .findFirst();
    }

    /** Takes the package's words; how the demands are met stays, and so does one that someone has marked. */
    void load(String assignment, List<Demand> demands) {
        database.sql(FORGET_OTHERS)
                .param("assignment", assignment)
                .param("codes", demands.stream().map(Demand::code).toArray(String[]::new))
                .update();
        int position = 0;
        for (Demand demand : demands) {
            database.sql(LOAD)
                    .param("assignment", assignment)
                    .param("code", demand.code())
                    .param("position", position++)
                    .param("kind", demand.kind().name())
                    .param("text", demand.text())
                    .update();
        }
    }

    void save(Demand demand) {
        database.sql(SAVE)
                .param("assignment", demand.assignment())
                .param("code", demand.code())
                .param("state", demand.state().name())
                .param("evidence", demand.evidence())
                .param("link", demand.link())
                .param("by", demand.by())
                .param("on", demand.on())
                .update();
    }

    private static Demand demand(ResultSet row, int number) throws SQLException {
        return new Demand(
                row.getString("assignment"),
                row.getString("code"),
                Demand.Kind.valueOf(row.getString("kind")),
                row.getString("text"),
                Demand.State.valueOf(row.getString("state")),
                row.getString("evidence"),
                row.getString("link"),
                row.getString("marked_by"),
                row.getObject("marked_on", LocalDate.class),
                row.getLong("version"));
    }
}
