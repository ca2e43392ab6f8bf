package se.fardplan.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The vintages, numbered in the order they came (årgångar av data). */
@Repository
class VintageStore {

    private static final String LATEST = """
            select v.number, v.as_of, v.imported_at, v.imported_by
              from indicators.vintage v
             order by v.number desc
             limit 1
            """;

    private static final String ALL = """
            select v.number, v.as_of, v.imported_at, v.imported_by
              from indicators.vintage v
             order by v.number desc
            """;

    private static final String ADD = """
            insert into indicators.vintage (number, as_of, imported_at, imported_by, kind, sources)
            values (:number, :asOf, :at, :by, :kind, :sources)
            """;

    /** Held to the end of the transaction; the number is the room's own, written out as FARDPLAN in ASCII digits. */
    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(7065826880765878)";

    private static final String LOCK = "select 1 from pg_advisory_xact_lock(7065826880765878)";

    private final JdbcClient jdbc;

    VintageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a vintage came to be. */
    enum Kind {
        FILES,
        API,
        EXAMPLE,
        HAND;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** True when this transaction now is the only one that may write figures; false when another one is. */
    boolean tryLock() {
        return jdbc.sql(TRY_LOCK).query(Boolean.class).single();
    }

    /** Waits until this transaction is the only one that may write figures. */
    void lock() {
        jdbc.sql(LOCK).query(Integer.class).single();
    }

    Optional<Vintage> findLatest() {
        return jdbc.sql(LATEST).query(VintageStore::vintage).optional();
    }

    /** The latest first. */
    List<Vintage> list() {
        return jdbc.sql(ALL).query(VintageStore::vintage).list();
    }

    /** The number the next vintage will have; true while the lock is held. */
    long nextNumber() {
        return findLatest().map(Vintage::number).orElse(0L) + 1;
    }

    void add(Vintage vintage, Kind kind, String sources) {
        jdbc.sql(ADD)
                .param("number", vintage.number())
                .param("asOf", vintage.asOf())
                .param("at", vintage.importedAt().atOffset(ZoneOffset.UTC))
                .param("by", vintage.importedBy())
                .param("kind", kind.word())
                .param("sources", sources)
                .update();
    }

    private static Vintage vintage(ResultSet row, int number) throws SQLException {
        Instant at =
                row.getObject("imported_at", java.time.OffsetDateTime.class).toInstant();
        return new Vintage(
                row.getLong("number"), row.getObject("as_of", LocalDate.class), at, row.getString("imported_by"));
    }
}
