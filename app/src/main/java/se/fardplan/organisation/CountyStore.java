package se.fardplan.organisation;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which package the database holds, and the county itself. */
@Repository
class CountyStore {

    /** One reader at a time; the number is this lock's own. */
    private static final String LOCK = "select pg_advisory_xact_lock(7310001)";

    private static final String LOADED = """
            select key, version, hash, demo
            from organisation.loaded
            order by key
            """;

    private static final String SAVE_LOADED = """
            insert into organisation.loaded (key, version, hash, demo, loaded_at)
            values (:key, :version, :hash, :demo, now())
            on conflict (key) do update
            set version = excluded.version, hash = excluded.hash, loaded_at = excluded.loaded_at
            """;

    private static final String COUNTY = """
            select c.key, c.name, c.region_code, c.group_code, l.demo
            from organisation.county c join organisation.loaded l on l.key = c.key
            order by c.key
            """;

    private static final String SAVE_COUNTY = """
            insert into organisation.county (key, name, region_code, group_code)
            values (:key, :name, :regionCode, :groupCode)
            on conflict (key) do update
            set name = excluded.name, region_code = excluded.region_code, group_code = excluded.group_code
            """;

    private final JdbcClient jdbc;

    CountyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was loaded last.
     *
     * @param version the package's own
     * @param hash SHA-256 of its content
     */
    record Loaded(String key, String version, String hash, boolean demo) {}

    /** Makes every other reader of packages wait until this transaction ends. */
    void lock() {
        jdbc.sql(LOCK).query((row, number) -> "").list();
    }

    Optional<Loaded> findLoaded() {
        return jdbc.sql(LOADED).query(Loaded.class).optional();
    }

    void saveLoaded(Loaded loaded) {
        jdbc.sql(SAVE_LOADED)
                .param("key", loaded.key())
                .param("version", loaded.version())
                .param("hash", loaded.hash())
                .param("demo", loaded.demo())
                .update();
    }

    Optional<County> findCounty() {
        return jdbc.sql(COUNTY).query(County.class).optional();
    }

    void saveCounty(County county) {
        jdbc.sql(SAVE_COUNTY)
                .param("key", county.key())
                .param("name", county.name())
                .param("regionCode", county.regionCode())
                .param("groupCode", county.groupCode())
                .update();
    }
}
