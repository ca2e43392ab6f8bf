/**
 * Nyckeltal: the catalogue, the Kolada client, observations and their vintages, comparison.
 *
 * <p>Lives here: everything about figures. Never here: goals, judgement of plans, persons. May use: desk, access,
 * organisation, sheets.
 */
@ApplicationModule(allowedDependencies = {"desk", "access", "organisation", "sheets"})
@NullMarked
package se.fardplan.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
