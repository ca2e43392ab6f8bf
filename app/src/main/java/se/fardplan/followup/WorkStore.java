package se.fardplan.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The inventory in the database. */
@Repository
class WorkStore {

    private static final String WORKS = """
            select id, title, about, whose, principal, agreement, year, earlier, obstacle, version
            from followup.work
            order by whose, principal, title collate "sv-x-icu", id
            """;

    private static final String WORK = """
            select id, title, about, whose, principal, agreement, year, earlier, obstacle, version
            from followup.work
            where id = :id
            """;

    private static final String SAVE = """
            insert into followup.work (id, title, about, whose, principal, agreement, year, earlier, obstacle, version)
            values (:id, :title, :about, :whose, :principal, :agreement, :year, :earlier, :obstacle, 1)
            on conflict (id) do update
            set title = excluded.title, about = excluded.about, whose = excluded.whose,
                principal = excluded.principal, agreement = excluded.agreement, year = excluded.year,
                earlier = excluded.earlier, obstacle = excluded.obstacle, version = work.version + 1
            where work.version = :version
            """;

    private final JdbcClient database;

    WorkStore(JdbcClient database) {
        this.database = database;
    }

    List<Work> list() {
        return database.sql(WORKS).query(WorkStore::work).list();
    }

    Optional<Work> find(UUID id) {
        return database.sql(WORK).param("id", id).query(WorkStore::work).optional();
    }

    /** False when someone was first. */
    boolean save(Work work) {
        return database.sql(SAVE)
                        .param("id", work.id())
                        .param("title", work.title())
                        .param("about", work.about())
                        .param("whose", work.whose().name())
                        .param("principal", work.principal())
                        .param("agreement", work.agreement())
                        .param("year", work.year())
                        .param("earlier", work.earlier())
                        .param("obstacle", work.obstacle())
                        .param("version", work.version())
                        .update()
                == 1;
    }

    private static Work work(ResultSet row, int number) throws SQLException {
        return new Work(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("about"),
                Work.Whose.valueOf(row.getString("whose")),
                row.getString("principal"),
                row.getString("agreement"),
                row.getInt("year"),
                row.getBoolean("earlier"),
                row.getString("obstacle"),
                row.getLong("version"));
    }
}
