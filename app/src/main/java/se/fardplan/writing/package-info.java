/**
 * Plantexter: what a plan says, section by section, and how it is put together.
 *
 * <p>Lives here: the templates of the county package, the sections' texts in every edition, the plan's goals, priority areas
 * and yearly reviews. Never here: activities and parties, the goals of the strategy, pages of paper. May use: plans, strategy,
 * indicators, governance, access, organisation.
 */
@ApplicationModule(allowedDependencies = {"plans", "strategy", "indicators", "governance", "access", "organisation"})
@NullMarked
package se.fardplan.writing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
