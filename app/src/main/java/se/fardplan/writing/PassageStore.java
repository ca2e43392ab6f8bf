package se.fardplan.writing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The sections of plans in every edition. */
@Repository
class PassageStore {

    /** The newest of each section up to an edition. */
    private static final String AT = """
            select distinct on (section) edition, section, content, written_by, written_at
            from writing.passage
            where plan = :plan and edition <= :edition
            order by section, edition desc
            """;

    private static final String EDITIONS = """
            select edition, section, content, written_by, written_at
            from writing.passage
            where plan = :plan
            order by edition desc
            """;

    private static final String NEWEST = "select coalesce(max(edition), 0) from writing.passage where plan = :plan";

    private static final String ADD = """
            insert into writing.passage (plan, edition, section, content, written_by, written_at)
            values (:plan, :edition, :section, cast(:content as jsonb), :by, :at)
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;

    PassageStore(JdbcClient database) {
        this.database = database;
    }

    /** The plan's sections as they stood in {@code edition}, those that were written by then. */
    List<Edition> listAt(UUID plan, int edition) {
        return database.sql(AT)
                .param("plan", plan)
                .param("edition", edition)
                .query(PassageStore::edition)
                .list();
    }

    /** Every edition, the newest first. */
    List<Edition> list(UUID plan) {
        return database.sql(EDITIONS)
                .param("plan", plan)
                .query(PassageStore::edition)
                .list();
    }

    /** The plan's newest edition; 0 while nothing is written. */
    int newest(UUID plan) {
        return database.sql(NEWEST).param("plan", plan).query(Integer.class).single();
    }

    void add(UUID plan, Edition edition) {
        database.sql(ADD)
                .param("plan", plan)
                .param("edition", edition.number())
                .param("section", edition.section())
                .param("content", JSON.writeValueAsString(edition.passage()))
                .param("by", edition.by())
                .param("at", Timestamp.from(edition.at()))
                .update();
    }

    private static Edition edition(ResultSet row, int number) throws SQLException {
        return new Edition(
                row.getInt("edition"),
                row.getString("section"),
                JSON.readValue(row.getString("content"), Passage.class),
                row.getString("written_by"),
                row.getTimestamp("written_at").toInstant());
    }
}
