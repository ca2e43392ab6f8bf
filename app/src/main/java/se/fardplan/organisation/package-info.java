/**
 * Huvudmän och enheter: the county, its principals with codes, names and aliases valid in time, and the county package.
 *
 * <p>Lives here: the county package reader, the organisations, the documents register, abbreviations. Never here: users,
 * figures, plans. May use: the entrance hall.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package se.fardplan.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
