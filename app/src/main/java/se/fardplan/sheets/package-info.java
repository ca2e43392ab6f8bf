/**
 * Tabeller att ta med: Excel and CSV out of any table.
 *
 * <p>Lives here: the table, its cells and its two file forms. Never here: any domain type. May use: nothing.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package se.fardplan.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
