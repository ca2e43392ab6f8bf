package se.fardplan.desk;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which version of each source has been read. */
@Repository
class SearchSourceStore {

    private static final String VERSION = """
            select version
            from desk.search_source
            where kinds = :kinds
            """;

    private static final String SAVE = """
            insert into desk.search_source (kinds, version)
            values (:kinds, :version)
            on conflict (kinds) do update set version = excluded.version
            """;

    private final JdbcClient database;

    SearchSourceStore(JdbcClient database) {
        this.database = database;
    }

    /** 0 for a source that has never been read. */
    int versionOf(String kinds) {
        return database.sql(VERSION)
                .param("kinds", kinds)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void save(String kinds, int version) {
        database.sql(SAVE).param("kinds", kinds).param("version", version).update();
    }
}
