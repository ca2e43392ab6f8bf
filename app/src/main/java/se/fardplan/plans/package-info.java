/**
 * Planer: the plans of the county and its principals, and the activities in them.
 *
 * <p>Lives here: plans, who agrees to them, activities and what becomes of them. Never here: the goals' texts, figures. May
 * use: strategy, indicators, desk, access, organisation, charts, sheets.
 */
@ApplicationModule(
        allowedDependencies = {"strategy", "indicators", "desk", "access", "organisation", "charts", "sheets"})
@NullMarked
package se.fardplan.plans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
