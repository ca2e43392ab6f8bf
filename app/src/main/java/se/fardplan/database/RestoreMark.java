package se.fardplan.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import se.fardplan.Refusal;

/**
 * The mark that a database is being restored and is not yet whole (märket för återställning): a schema without tables.
 *
 * <p>It is made when the database is empty and goes last, so what stands beside it is what an interrupted restore left.
 */
final class RestoreMark {

    private static final String IS_THERE =
            "select exists (select 1 from pg_catalog.pg_namespace where nspname = 'fardplan_restore')";

    private static final String MAKE = "create schema fardplan_restore";

    private static final String TAKE_AWAY = "drop schema fardplan_restore";

    /** What an extension brought does not count. */
    private static final String IS_EMPTY = """
            select not exists (
                select 1
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                  and not exists (select 1 from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e'))
            """;

    private static final String LEFT_BEHIND = """
            select format('drop schema %I cascade', nspname)
            from pg_catalog.pg_namespace
            where pg_catalog.pg_get_userbyid(nspowner) = current_user and nspname <> 'public'
              and nspname <> 'fardplan_restore' and nspname not like 'pg\\_%'
            union all
            select 'drop table if exists public.flyway_schema_history'
            """;

    private RestoreMark() {}

    /** @throws Refusal {@code BCK-008} the database holds something that no interrupted restore has left */
    static void set(Connection owner) throws SQLException {
        if (!asks(owner, IS_THERE)) {
            if (!asks(owner, IS_EMPTY)) {
                throw new Refusal("BCK-008");
            }
            run(owner, MAKE);
            return;
        }
        List<String> statements = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(LEFT_BEHIND)) {
            while (rows.next()) {
                statements.add(rows.getString(1));
            }
        }
        for (String statement : statements) {
            run(owner, statement);
        }
    }

    static void clear(Connection owner) throws SQLException {
        run(owner, TAKE_AWAY);
    }

    /** Stops whoever opens a database that is half restored; on the connection that migrations need anyway. */
    static final class Refusing extends BaseCallback {

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_VALIDATE || event == Event.BEFORE_MIGRATE;
        }

        @Override
        public void handle(Event event, Context context) {
            try {
                if (asks(context.getConnection(), IS_THERE)) {
                    throw new Refusal("DB-012");
                }
            } catch (SQLException e) {
                throw new IllegalStateException("expected to be able to read the catalogue", e);
            }
        }
    }

    private static boolean asks(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
