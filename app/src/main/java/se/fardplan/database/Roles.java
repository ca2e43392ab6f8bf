package se.fardplan.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import se.fardplan.Refusal;

/** The roles inside the database and what each may (databasroller). */
final class Roles {

    private static final String ROLE_EXISTS = "select 1 from pg_catalog.pg_roles where rolname = ?";

    private static final String DATABASE_EXISTS = "select 1 from pg_catalog.pg_database where datname = ?";

    private static final String IS_SUPERUSER = "select 1 from pg_catalog.pg_roles where rolname = ? and rolsuper";

    private Roles() {}

    /** Makes roles and database where they are missing; safe to repeat after an interrupted first start. */
    static void make(int port, String database, DataFolder.Logins logins) throws SQLException {
        Login administrator = logins.administrator();
        try (Connection connection = connect(port, "postgres", administrator)) {
            if (!exists(connection, ROLE_EXISTS, logins.owner().user())) {
                makeRole(connection, logins.owner());
            }
            if (!exists(connection, ROLE_EXISTS, logins.application().user())) {
                makeRole(connection, logins.application());
            }
            if (exists(connection, DATABASE_EXISTS, database)) {
                return;
            }
            run(
                    connection,
                    "create database " + name(database) + " owner "
                            + name(logins.owner().user()));
        }
        try (Connection connection = connect(port, database, logins.owner())) {
            grantDefaults(connection, logins.application().user());
        }
    }

    /** What the owner makes from now on, the application may use: migrations need no grants. */
    static void grantDefaults(Connection owner, String application) throws SQLException {
        String to = " to " + name(application);
        for (String grant : List.of(
                "grant usage on schemas",
                "grant select, insert, update, delete on tables",
                "grant usage, select on sequences")) {
            run(owner, "alter default privileges " + grant + to);
        }
    }

    /** Row-level security and grants mean nothing to a superuser. */
    static void refuseSuperuser(Connection connection, String application) throws SQLException {
        if (exists(connection, IS_SUPERUSER, application)) {
            throw new Refusal("DB-011", application);
        }
    }

    private static void makeRole(Connection connection, Login login) throws SQLException {
        run(
                connection,
                "create role " + name(login.user()) + " login nosuperuser nocreaterole nocreatedb password '"
                        + login.password() + "'");
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(int port, String database, Login login) throws SQLException {
        return DriverManager.getConnection(Postgres.url(port, database), login.user(), login.password());
    }

    /** As an identifier; a role's name comes from settings. */
    private static String name(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }
}
