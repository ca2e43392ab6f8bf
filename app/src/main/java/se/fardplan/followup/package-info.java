/**
 * Uppföljning: rounds in which each published activity and each plan in force answers the strategy's three questions.
 *
 * <p>Lives here: rounds, answers, which answers a form of someone else's is filled from. Never here: what an activity or a
 * plan says. May use: plans, strategy, desk, access, organisation, charts, sheets.
 */
@ApplicationModule(allowedDependencies = {"plans", "strategy", "desk", "access", "organisation", "charts", "sheets"})
@NullMarked
package se.fardplan.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
