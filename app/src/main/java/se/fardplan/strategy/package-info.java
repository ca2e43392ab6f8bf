/**
 * Strategi: the vision, sub-goals, principles and roadmap that the county has agreed on.
 *
 * <p>Lives here: the text of the strategy and which key figures measure which sub-goal. Never here: activities,
 * observations. May use: indicators, desk, access, organisation, charts, sheets.
 */
@ApplicationModule(allowedDependencies = {"indicators", "desk", "access", "organisation", "charts", "sheets"})
@NullMarked
package se.fardplan.strategy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
