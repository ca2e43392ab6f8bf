/**
 * Att göra, sök och utskick: to-do lines, search texts with their scope, the mail outbox and the daily digest.
 *
 * <p>Lives here: what rooms above write in their own transaction, so that one page, one search and one mail can show it.
 * Never here: what a line is about beyond title, address, scope and date. May use: access, organisation, charts.
 */
@ApplicationModule(allowedDependencies = {"access", "organisation", "charts"})
@NullMarked
package se.fardplan.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
