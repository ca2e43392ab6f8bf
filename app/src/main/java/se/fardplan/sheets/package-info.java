/**
 * Tabeller ut och in: Excel and CSV out of any table, and back again.
 *
 * <p>Lives here: the table and its cells, the template to fill in, what is wrong with a cell, the preview of what would
 * change. Never here: any domain type, any saving. May use: nothing.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package se.fardplan.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
