package se.fardplan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.fardplan.database.Database;
import se.fardplan.database.Login;

/**
 * A real PostgreSQL for tests: one server for each test run, migrated once, and a fresh copy for whoever asks (some
 * 50 ms).
 *
 * <p>Store tests: {@code new FigureStore(TestDatabase.jdbc())}. Tests with Spring: {@link PagesTest}, or
 * {@code @ContextConfiguration(initializers = TestDatabase.Beans.class)}.
 */
public final class TestDatabase {

    private static final AtomicInteger COPIES = new AtomicInteger();

    private final String url;
    private final Login owner;
    private final Login application;

    private TestDatabase(String url, Login owner, Login application) {
        this.url = url;
        this.owner = owner;
        this.application = application;
    }

    /** A fresh database with every migration run and no rows but those that migrations write. */
    public static TestDatabase copy() {
        return Server.INSTANCE.copy("fardplan");
    }

    /** A fresh database without any table. */
    public static TestDatabase empty() {
        return Server.INSTANCE.copy("blank");
    }

    /** The application role on a fresh copy. */
    public static JdbcClient jdbc() {
        return JdbcClient.create(copy().dataSource());
    }

    public String url() {
        return url;
    }

    public Login owner() {
        return owner;
    }

    public Login application() {
        return application;
    }

    /** Connections of the application role, as the rooms use it. */
    public DataSource dataSource() {
        return new DriverManagerDataSource(url, application.user(), application.password());
    }

    /** Connections of the owner role, as migrations use it. */
    public DataSource ownerDataSource() {
        return new DriverManagerDataSource(url, owner.user(), owner.password());
    }

    /** Gives a Spring context a fresh copy of its own. */
    public static final class Beans implements ApplicationContextInitializer<GenericApplicationContext> {

        @Override
        public void initialize(GenericApplicationContext context) {
            TestDatabase database = copy();
            context.registerBean(TestDatabase.class, () -> database);
            context.registerBean(JdbcConnectionDetails.class, () -> new ForRows(database));
        }
    }

    private record ForRows(TestDatabase database) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return database.application.user();
        }

        @Override
        public String getPassword() {
            return database.application.password();
        }

        @Override
        public String getJdbcUrl() {
            return database.url;
        }
    }

    /** Started when the first test asks; stopped, and its folder deleted, when the test run ends. */
    private static final class Server {

        static final Server INSTANCE = new Server();

        private final Path folder;
        private final Database database;
        private final Login administrator;

        Server() {
            try {
                folder = Files.createTempDirectory("fardplan-test-");
                database = Database.open(folder, Duration.ZERO, () -> {});
                // After the contexts have closed: their jobs would wait for a database that is gone.
                SpringApplication.getShutdownHandlers().add(this::stop);
                administrator = administrator();
                // What a test run leaves behind is thrown away: no need to wait for the disk.
                run(
                        "alter system set fsync = off",
                        "alter system set full_page_writes = off",
                        "select pg_reload_conf()");
                run("create database blank template fardplan");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            database.migrate();
        }

        synchronized TestDatabase copy(String template) {
            String name = "copy_" + COPIES.incrementAndGet();
            run("create database " + name + " template " + template + " owner "
                    + database.owner().user());
            return new TestDatabase(
                    database.url().replace("/fardplan?", "/" + name + "?"), database.owner(), database.application());
        }

        private Login administrator() throws IOException {
            Properties logins = new Properties();
            try (var reader = Files.newBufferedReader(folder.resolve("logins.properties"))) {
                logins.load(reader);
            }
            return new Login("administrator", logins.getProperty("administrator"));
        }

        private void run(String... statements) {
            String url = database.url().replace("/fardplan?", "/postgres?");
            try (Connection connection =
                            DriverManager.getConnection(url, administrator.user(), administrator.password());
                    var statement = connection.createStatement()) {
                for (String sql : List.of(statements)) {
                    statement.execute(sql);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void stop() {
            database.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
