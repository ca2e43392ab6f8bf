package se.fardplan.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The steps that bring a database's tables to what this version needs (migreringar).
 *
 * <p>Each room has a folder of its own, so a step may come after one with a later number.
 */
public final class Migrations {

    private static final String FOLDER = "db/migration/";

    private Migrations() {}

    /**
     * One step (migrering).
     *
     * @param script its file below the folder of migrations, such as {@code desk/V202611221500__desk_lines.sql}
     * @param checksum of its content, as Flyway counts it
     */
    public record Step(String script, @Nullable Integer checksum) {}

    /**
     * How far a database has come (migreringarnas läge).
     *
     * @param pending steps of this version that are not taken, or failed
     * @param later steps that only a later version knows
     */
    public record Standing(int taken, int pending, int later) {}

    /**
     * Takes the steps that remain; two who try at once take turns.
     *
     * @param url the JDBC address
     * @return how many steps were taken
     * @throws org.flywaydb.core.api.FlywayException a step failed, and the ones before it stand
     */
    public static int run(String url, Login owner) {
        return flyway(url, owner, "classpath:" + FOLDER)
                .callbacks(new RestoreMark.Refusing())
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /** The steps of this version, on a database that has taken none; in the order they are taken. */
    public static List<Step> known(String url, Login owner) {
        return Arrays.stream(
                        flyway(url, owner, "classpath:" + FOLDER).load().info().all())
                .map(step -> new Step(step.getScript(), step.getChecksum()))
                .toList();
    }

    static Standing standing(String url, Login owner) {
        int taken = 0;
        int pending = 0;
        int later = 0;
        for (var step : flyway(url, owner, "classpath:" + FOLDER).load().info().all()) {
            if (!step.getState().isResolved()) {
                later++;
            } else if (step.getState().isApplied() && !step.getState().isFailed()) {
                taken++;
            } else {
                pending++;
            }
        }
        return new Standing(taken, pending, later);
    }

    /** Takes {@code steps} and no others, so that an empty database becomes what it was in an earlier version. */
    static void run(String url, Login owner, List<Step> steps) {
        try {
            Path some = Files.createTempDirectory("fardplan-migrations-");
            try {
                copy(steps.stream().map(Step::script).collect(Collectors.toSet()), some);
                flyway(url, owner, "filesystem:" + some).load().migrate();
            } finally {
                delete(some);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the steps that remain in a database that is being restored. */
    static void runMarked(String url, Login owner) {
        flyway(url, owner, "classpath:" + FOLDER).load().migrate();
    }

    private static FluentConfiguration flyway(String url, Login owner, String location) {
        return Flyway.configure()
                .dataSource(url, owner.user(), owner.password())
                .locations(location)
                .defaultSchema("public")
                .outOfOrder(true)
                .loggers(MigrationLog.class.getName());
    }

    private static void copy(Set<String> scripts, Path folder) throws IOException {
        for (Resource script : new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "**")) {
            String address = script.getURL().toString();
            String name = address.substring(address.lastIndexOf(FOLDER) + FOLDER.length());
            if (scripts.contains(name)) {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                try (InputStream content = script.getInputStream()) {
                    Files.copy(content, file);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
