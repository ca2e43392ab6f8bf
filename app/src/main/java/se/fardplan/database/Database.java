package se.fardplan.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import se.fardplan.Refusal;

/**
 * The database of one installation, ready to be used (databasen): the PostgreSQL in a data folder, or one elsewhere.
 *
 * <p>The owner role makes and changes tables; the application role reads and writes rows, and is no superuser.
 */
public final class Database implements AutoCloseable {

    private static final String NAME = "fardplan";

    private final String url;
    private final Login owner;
    private final Login application;
    private final @Nullable DataFolder folder;
    private final @Nullable Postgres server;

    private Database(
            String url, Login owner, Login application, @Nullable DataFolder folder, @Nullable Postgres server) {
        this.url = url;
        this.owner = owner;
        this.application = application;
        this.folder = folder;
        this.server = server;
    }

    /**
     * Opens a folder as the only process on it, and starts its PostgreSQL. While a command holds the folder it waits.
     *
     * @param waiting called once, when there is something to wait for
     */
    public static Database open(Path folder, Duration patience, Runnable waiting) {
        return open(folder, patience, waiting, false);
    }

    /** As {@link #open}, but beside a server that runs on the folder it joins that server's PostgreSQL. */
    public static Database openOrJoin(Path folder, Duration patience, Runnable waiting) {
        return open(folder, patience, waiting, true);
    }

    /** Connects to a PostgreSQL elsewhere, version 15 or later. */
    public static Database connect(String url, Login owner, Login application) {
        Database database = new Database(url, owner, application, null, null);
        try (Connection connection = database.connectAs(owner)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < 15) {
                throw new Refusal("DB-010", Integer.toString(version));
            }
            Roles.grantDefaults(connection, application.user());
        } catch (SQLException e) {
            throw unreachable(url, owner, e);
        }
        try (Connection connection = database.connectAs(application)) {
            Roles.refuseSuperuser(connection, application.user());
        } catch (SQLException e) {
            throw unreachable(url, application, e);
        }
        return database;
    }

    /** The JDBC address, without login. */
    public String url() {
        return url;
    }

    /** The data folder, as its true path; empty for a PostgreSQL elsewhere. */
    public Optional<Path> folder() {
        return Optional.ofNullable(folder).map(DataFolder::path);
    }

    public Login owner() {
        return owner;
    }

    public Login application() {
        return application;
    }

    /** Tells commands on the same folder how to join; until this is called they wait. */
    public void announce() {
        if (folder != null && server != null) {
            folder.announce(server.port());
        }
    }

    /** Brings the tables to what this version needs, as the owner role. */
    public void migrate() {
        Migrations.run(url, owner);
    }

    /** How far the tables have come, as the owner role sees it. */
    public Migrations.Standing migrations() {
        return Migrations.standing(url, owner);
    }

    /**
     * Marks an empty database as one that is being restored, and brings its tables to where {@code steps} left them. What
     * an interrupted restore has left is thrown away first. Until {@link #endRestore} no other command opens it.
     *
     * @throws Refusal {@code BCK-008} the database is not empty
     */
    public void beginRestore(List<Migrations.Step> steps) {
        try (Connection connection = connectAs(owner)) {
            RestoreMark.set(connection);
        } catch (SQLException e) {
            throw unreachable(url, owner, e);
        }
        Migrations.run(url, owner, steps);
    }

    /** Brings the tables to what this version needs and takes the mark away: the database is whole. */
    public void endRestore() {
        Migrations.runMarked(url, owner);
        try (Connection connection = connectAs(owner)) {
            RestoreMark.clear(connection);
        } catch (SQLException e) {
            throw unreachable(url, owner, e);
        }
    }

    /**
     * Gives Spring the application role's login, for rows.
     *
     * @param database asked when it is first needed; it may wait
     */
    public static ApplicationContextInitializer<GenericApplicationContext> beans(Supplier<Database> database) {
        return context -> context.registerBean(
                JdbcConnectionDetails.class, () -> database.get().forRows());
    }

    private ForRows forRows() {
        return new ForRows(url, application);
    }

    /** Stops the PostgreSQL that this process started, and lets go of the folder. */
    @Override
    public void close() {
        if (server != null && folder != null) {
            folder.withdraw();
            server.close();
            folder.unlock();
        }
    }

    private static Database open(Path path, Duration patience, Runnable waiting, boolean mayJoin) {
        DataFolder folder = new DataFolder(path);
        Instant until = Instant.now().plus(patience);
        boolean told = false;
        try {
            while (!folder.tryLock()) {
                Optional<Integer> port = folder.announcedPort();
                if (port.isPresent() && !mayJoin) {
                    throw new Refusal(
                            "DB-001",
                            folder.path().toString(),
                            folder.announcedProcess().orElse("?"));
                }
                Optional<Database> joined = port.flatMap(announced -> join(folder, announced));
                if (joined.isPresent()) {
                    return joined.get();
                }
                if (Instant.now().isAfter(until)) {
                    throw new Refusal("DB-002", folder.path().toString());
                }
                if (!told) {
                    waiting.run();
                    told = true;
                }
                Thread.sleep(100);
            }
            folder.withdraw();
            return start(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            folder.unlock();
            throw new Refusal("DB-002", folder.path().toString());
        } catch (RuntimeException e) {
            folder.unlock();
            throw e;
        }
    }

    private static Database start(DataFolder folder) throws InterruptedException {
        DataFolder.Logins logins = folder.logins();
        Postgres server;
        try {
            server = Postgres.start(folder, logins.administrator());
        } catch (IOException e) {
            throw DataFolder.refusal(e, folder.path());
        }
        try {
            Roles.make(server.port(), NAME, logins);
        } catch (SQLException e) {
            server.close();
            throw failed(folder, e);
        }
        return new Database(Postgres.url(server.port(), NAME), logins.owner(), logins.application(), folder, server);
    }

    /** Empty when the announced server does not answer: it is just starting or stopping, or was killed. */
    private static Optional<Database> join(DataFolder folder, int port) {
        DataFolder.Logins logins = folder.logins();
        Database database = new Database(Postgres.url(port, NAME), logins.owner(), logins.application(), folder, null);
        try (Connection connection = database.connectAs(database.application);
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            return Optional.of(database);
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private Connection connectAs(Login login) throws SQLException {
        return DriverManager.getConnection(url, login.user(), login.password());
    }

    private static Refusal failed(DataFolder folder, SQLException e) {
        // 53100 is PostgreSQL's disk_full.
        Refusal refusal = "53100".equals(e.getSQLState())
                ? new Refusal("DB-004", folder.path().toString())
                : new Refusal("DB-006", folder.resolve("postgresql.log").toString());
        refusal.initCause(e);
        return refusal;
    }

    private static Refusal unreachable(String url, Login login, SQLException e) {
        boolean wrongPassword = e.getSQLState() != null && e.getSQLState().startsWith("28");
        Refusal refusal = wrongPassword ? new Refusal("DB-009", login.user(), url) : new Refusal("DB-008", url);
        refusal.initCause(e);
        return refusal;
    }

    private record ForRows(String url, Login login) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return login.user();
        }

        @Override
        public String getPassword() {
            return login.password();
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }
}
