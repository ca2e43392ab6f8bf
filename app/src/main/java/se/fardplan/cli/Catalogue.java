package se.fardplan.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import se.fardplan.database.Database;
import se.fardplan.database.Migrations;

/**
 * Every room's tables, read by the catalogue as the owner (katalogen), in one transaction.
 *
 * <p>The rooms are the schemas that the owner owns, save {@code public}, where the migrations' history stands.
 */
final class Catalogue implements AutoCloseable {

    /** Told anew by a running server, or worth nothing without one: job times, files between preview and saving, sessions. */
    private static final Set<String> PASSING =
            Set.of("desk.scheduled_task", "people.upload", "plans.upload", "access.session");

    /** A row comes back as the same text, whatever the server and the session think is usual. */
    private static final List<String> ONE_WAY_OF_WRITING = List.of(
            "set local timezone = 'UTC'",
            "set local datestyle = 'ISO, YMD'",
            "set local intervalstyle = 'postgres'",
            "set local extra_float_digits = 1",
            "set local bytea_output = 'hex'",
            "set local search_path = pg_catalog",
            "set local synchronize_seqscans = off",
            // Rather an error than rows that are silently left out.
            "set local row_security = off");

    private static final String ROOMS = """
            select oid from pg_catalog.pg_namespace
            where pg_catalog.pg_get_userbyid(nspowner) = current_user and nspname <> 'public'
              and nspname <> 'fardplan_restore' and nspname not like 'pg\\_%'
            """;

    /** Unlogged tables hold what is gone after a crash anyway. */
    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname),
                   (select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
                    from pg_catalog.pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
            from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and c.relpersistence = 'p' and n.oid in (ROOMS)
            order by 1
            """.replace("ROOMS", ROOMS);

    private static final String SEQUENCES = """
            select format('%I.%I', n.nspname, c.relname), pg_catalog.pg_sequence_last_value(c.oid)
            from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'S' and n.oid in (ROOMS)
            order by 1
            """.replace("ROOMS", ROOMS);

    private static final String FOREIGN_KEYS = """
            select format('alter table %I.%I drop constraint %I', n.nspname, c.relname, k.conname),
                   format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname,
                          pg_catalog.pg_get_constraintdef(k.oid))
            from pg_catalog.pg_constraint k
                join pg_catalog.pg_class c on c.oid = k.conrelid
                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where k.contype = 'f' and n.oid in (ROOMS)
            order by 1
            """.replace("ROOMS", ROOMS);

    private static final String HISTORY_IS_THERE = "select to_regclass('public.flyway_schema_history') is not null";

    private static final String HISTORY = """
            select script, checksum
            from public.flyway_schema_history
            where success and version is not null
            order by installed_rank
            """;

    private static final String COUNTY = """
            select key, demo
            from organisation.loaded
            """;

    private final Connection connection;

    private Catalogue(Connection connection) {
        this.connection = connection;
    }

    /** The county of a database and whether it holds examples (märkning). */
    record Marking(String county, boolean demo) {}

    /** What takes a foreign key away, and what puts it back (främmande nyckel). */
    record ForeignKey(String drop, String add) {}

    /** One moment of the database, whatever is written meanwhile. */
    static Catalogue snapshot(Database database) throws SQLException {
        return open(database, "set transaction isolation level repeatable read, read only");
    }

    /** To write in; nothing stands until {@link #commit}. */
    static Catalogue writing(Database database) throws SQLException {
        return open(database, "set transaction isolation level read committed");
    }

    private static Catalogue open(Database database, String begin) throws SQLException {
        Connection connection = DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
        connection.setAutoCommit(false);
        Catalogue catalogue = new Catalogue(connection);
        catalogue.run(begin);
        for (String setting : ONE_WAY_OF_WRITING) {
            catalogue.run(setting);
        }
        return catalogue;
    }

    List<StoredTable> tables() throws SQLException {
        return list(TABLES, row -> new StoredTable(row.getString(1), row.getString(2))).stream()
                .filter(table -> !PASSING.contains(table.name()))
                .toList();
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        return list(SEQUENCES, row -> new Manifest.Sequence(row.getString(1), row.getObject(2, Long.class)));
    }

    List<ForeignKey> foreignKeys() throws SQLException {
        return list(FOREIGN_KEYS, row -> new ForeignKey(row.getString(1), row.getString(2)));
    }

    /** Empty for a database that no migration has touched. */
    List<Migrations.Step> migrations() throws SQLException {
        boolean any = list(HISTORY_IS_THERE, row -> row.getBoolean(1)).getFirst();
        return any
                ? list(HISTORY, row -> new Migrations.Step(row.getString(1), row.getObject(2, Integer.class)))
                : List.of();
    }

    /** Empty before the first county was loaded. */
    List<Marking> marking() throws SQLException {
        return list(COUNTY, row -> new Marking(row.getString(1), row.getBoolean(2)));
    }

    CopyManager copying() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String question, Reading<T> reading) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reading.of(rows));
            }
            return found;
        }
    }
}
