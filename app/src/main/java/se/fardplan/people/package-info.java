/**
 * Människor och enheter: the pages and forms of units and people, Excel in and out, invitations, the yearly review.
 *
 * <p>Lives here: how people come into the house, move within it and leave. Never here: who may what, and what a unit is;
 * those are decided in access and organisation. May use: desk, access, organisation, sheets.
 */
@ApplicationModule(allowedDependencies = {"desk", "access", "organisation", "sheets"})
@NullMarked
package se.fardplan.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
