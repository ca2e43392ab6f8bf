/**
 * Databasens start och stopp: the data folder, its lock, and the PostgreSQL in it or elsewhere.
 *
 * <p>Lives here: the launcher and the connection details of the owner and the application role. Never here: any table.
 * May use: nothing.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package se.fardplan.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
