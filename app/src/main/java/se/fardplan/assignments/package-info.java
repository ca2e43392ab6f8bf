/**
 * Uppdrag: what someone has been asked to do, by whom, with which demands, and how far it has come.
 *
 * <p>Lives here: assignments with their demands and evidence, accounts to those who gave them, and the papers of the work:
 * items for the steering group, working groups, communication. Never here: the plan that an assignment leads to, decisions.
 * May use: governance, desk, access, organisation, charts, sheets.
 */
@ApplicationModule(allowedDependencies = {"governance", "desk", "access", "organisation", "charts", "sheets"})
@NullMarked
package se.fardplan.assignments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
