/**
 * Behörighet och logg: who a user is, what they may do where, and what was done.
 *
 * <p>Lives here: accounts, roles, the one policy, login, security configuration, the audit log. Never here: domain
 * decisions, other rooms tables. May use: organisation, sheets.
 */
@ApplicationModule(allowedDependencies = {"organisation", "sheets"})
@NullMarked
package se.fardplan.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
