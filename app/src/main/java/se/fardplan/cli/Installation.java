package se.fardplan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.DemoPart;
import se.fardplan.Fardplan;
import se.fardplan.HouseTime;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.database.Database;
import se.fardplan.database.Login;
import se.fardplan.desk.Job;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.organisation.Organisation;

/** One installation, open: its database, its county and the rooms (installationen). */
final class Installation implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration SERVER_PATIENCE = Duration.ofSeconds(30);

    /** Spring's name for where the audit log's witness is kept. */
    static final String WITNESS = "fardplan.audit.witness";

    private final Database database;
    private final ConfigurableApplicationContext rooms;

    private Installation(Database database, ConfigurableApplicationContext rooms) {
        this.database = database;
        this.rooms = rooms;
    }

    /** For a command: without web, beside a running server where there is one. */
    static Installation open(Where where) {
        Settings settings = where.settings(Map.of());
        boolean demo = Files.exists(DemoFolder.mark(where.folder()));
        return start(where, settings, null, demo ? LocalDate.now(HouseTime.SWEDEN) : null);
    }

    /**
     * For a server: alone on the folder, with pages.
     *
     * @param asOf the day the examples stand for; null for real data
     */
    static Installation serve(Where where, Settings settings, Door door, @Nullable LocalDate asOf) {
        Installation installation = start(where, settings, door, asOf);
        installation.database.announce();
        return installation;
    }

    /** A room's face. */
    <T> T ask(Class<T> face) {
        return rooms.getBean(face);
    }

    ConfigurableApplicationContext rooms() {
        return rooms;
    }

    @Override
    public void close() {
        rooms.close();
        database.close();
    }

    /** The database alone, as it stands: for what reads or writes all of it at once. */
    static Database database(Where where, Settings settings) {
        return database(settings, where.folder(), false);
    }

    /** As {@link #database}, but nobody else may be using the folder. */
    static Database databaseAlone(Where where, Settings settings) {
        return database(settings, where.folder(), true);
    }

    /** Where the audit log's witness is kept, whether it is there or not; of a PostgreSQL elsewhere only if it is set. */
    static Path witness(Where where, Settings settings) {
        Object set = settings.handedOn().get(WITNESS);
        return set != null
                ? Path.of(set.toString())
                : where.folder().toAbsolutePath().resolve("audit-chain.txt");
    }

    /** The rooms on a database that is open already, with nothing loaded at the start. */
    static Installation on(Database database, Where where, Settings settings) {
        return new Installation(
                database,
                rooms(where, settings, null, () -> database, context -> {}).run());
    }

    private static Database database(Settings settings, Path folder, boolean alone) {
        return settings.find(Settings.DATABASE_URL)
                .map(url -> connect(settings, url))
                .orElseGet(() -> openFolder(folder, alone));
    }

    private static Database openDatabase(Settings settings, Path folder, boolean server) {
        Database database = database(settings, folder, server);
        try {
            database.migrate();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Database connect(Settings settings, String url) {
        return Database.connect(
                jdbc(url),
                new Login(settings.get(Settings.DATABASE_OWNER), settings.get(Settings.DATABASE_OWNER_PASSWORD)),
                new Login(settings.get(Settings.DATABASE_USER), settings.get(Settings.DATABASE_PASSWORD)));
    }

    private static Database openFolder(Path folder, boolean server) {
        Runnable waiting = () -> System.err.println(Texts.standing().of("cli.waiting", folder.toString()));
        return server
                ? Database.open(folder, SERVER_PATIENCE, waiting)
                : Database.openOrJoin(folder, PATIENCE, waiting);
    }

    private static String jdbc(String url) {
        return url.startsWith("jdbc:") ? url : "jdbc:" + url.replaceFirst("^postgres://", "postgresql://");
    }

    /** The database opens beside the rooms, which wait for it when they first need it: each takes half of the start. */
    private static Installation start(Where where, Settings settings, @Nullable Door door, @Nullable LocalDate asOf) {
        CompletableFuture<Database> opening = CompletableFuture.supplyAsync(
                () -> openDatabase(settings, where.folder(), door != null),
                work -> Thread.ofPlatform().name("database").start(work));
        try (Progress progress = Progress.of("cli.progress.rooms")) {
            ConfigurableApplicationContext rooms = rooms(
                            where,
                            settings,
                            door,
                            opening::join,
                            context -> context.registerBean(AtStart.class, () -> atStart(context, settings, asOf)))
                    .run();
            return new Installation(opening.join(), rooms);
        } catch (RuntimeException e) {
            opening.thenAccept(Database::close).exceptionally(refused -> null).join();
            throw e;
        }
    }

    private static SpringApplication rooms(
            Where where,
            Settings settings,
            @Nullable Door door,
            Supplier<Database> database,
            Consumer<GenericApplicationContext> more) {
        Map<String, Object> values = new HashMap<>(settings.handedOn());
        values.putAll(quiet(where.debug));
        if (settings.find(Settings.DATABASE_URL).isEmpty()) {
            values.putIfAbsent(WITNESS, witness(where, settings).toString());
        }
        if (door != null) {
            values.put("server.address", door.address());
            values.put("server.port", door.port());
        }
        SpringApplication application = new SpringApplication(Fardplan.class);
        application.setWebApplicationType(door == null ? WebApplicationType.NONE : WebApplicationType.SERVLET);
        // A command makes only what it asks for; controllers, which need the web, are never made.
        application.setLazyInitialization(door == null);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.addInitializers(Database.beans(database), (GenericApplicationContext context) -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("fardplan", values));
            more.accept(context);
            if (door != null) {
                Supplier<String> county =
                        () -> context.getBean(Organisation.class).county().key();
                Optional<BackupSchedule> backups = BackupSchedule.of(context.getEnvironment());
                backups.ifPresent(schedule -> context.registerBean(
                        "backupJob", Job.class, () -> schedule.job(database, witness(where, settings), county)));
                ServerChecks.register(context, database, backups, county, where.folder());
            }
        });
        // Logging is set up before the initializers run.
        quiet(where.debug).forEach((name, value) -> System.setProperty(name, value.toString()));
        settings.handedOn().forEach((name, value) -> {
            if (name.startsWith("logging.")) {
                System.setProperty(name, value.toString());
            }
        });
        return application;
    }

    private static AtStart atStart(GenericApplicationContext context, Settings settings, @Nullable LocalDate asOf) {
        return new AtStart(
                context.getBean(Organisation.class),
                context.getBean(CountyLoader.class),
                context.getBeanProvider(DemoPart.class).orderedStream().toList(),
                context.getBean(TransactionTemplate.class),
                settings.find(Settings.COUNTY).orElse(null),
                asOf);
    }

    private static Map<String, Object> quiet(boolean debug) {
        return debug
                ? Map.of()
                : Map.of(
                        "logging.level.root", "warn",
                        "logging.level.org.springframework.web.servlet.PageNotFound", "error",
                        // What stops the start is said once, in a sentence, by the command line.
                        "logging.level.org.springframework.boot.SpringApplication", "off",
                        "logging.level.org.springframework.boot.diagnostics", "off",
                        "logging.level.org.springframework.boot.web", "error",
                        "logging.level.org.springframework.boot.tomcat.servlet", "off",
                        "logging.level.org.springframework.context", "error",
                        "logging.level.com.zaxxer.hikari", "error");
    }

    /** Refuses what would mix real data with examples. */
    void refuseDemo() {
        if (ask(Organisation.class).county().demo()) {
            throw new Refusal("CLI-009");
        }
    }
}
