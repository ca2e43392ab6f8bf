package se.fardplan.database;

import org.flywaydb.core.Flyway;

/**
 * The steps that bring a database's tables to what this version needs (migreringar).
 *
 * <p>Each room has a folder of its own, so a step may come after one with a later number.
 */
public final class Migrations {

    private Migrations() {}

    /**
     * Takes the steps that remain; two who try at once take turns.
     *
     * @param url the JDBC address
     * @return how many steps were taken
     * @throws org.flywaydb.core.api.FlywayException a step failed, and the ones before it stand
     */
    public static int run(String url, Login owner) {
        return Flyway.configure()
                .dataSource(url, owner.user(), owner.password())
                .locations("classpath:db/migration")
                .defaultSchema("public")
                .outOfOrder(true)
                .loggers(MigrationLog.class.getName())
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
