/**
 * Styrning: who leads the transition together, and what they have decided.
 *
 * <p>Lives here: bodies with their seats and mandates, decisions with their outcome and escalation route. Meetings, the relay
 * of a recommendation over all principals and revision rules come to rest on them. Never here: what a plan or the strategy
 * says. May use: desk, access, organisation, sheets.
 */
@ApplicationModule(allowedDependencies = {"desk", "access", "organisation", "sheets"})
@NullMarked
package se.fardplan.governance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
