/**
 * Piloter: a trial in steps, what must be in place before it starts, and what is learnt on the way.
 *
 * <p>Lives here: steps and tracks, preconditions, strategies, the learning log, agreements and what else a pilot writes down.
 * Never here: its activities and who agrees to them (plans), decisions (governance), anything about a person. May use: plans,
 * governance, desk, access, organisation, charts, sheets.
 */
@ApplicationModule(allowedDependencies = {"plans", "governance", "desk", "access", "organisation", "charts", "sheets"})
@NullMarked
package se.fardplan.pilots;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
