/**
 * Drift: whether the installation works, told to people in words and to machines in numbers.
 *
 * <p>Lives here: the operations page, the probes, the metrics, the copies that run. Never here: how another room fares, which
 * that room tells by a {@link se.fardplan.Check}; anyone's name. May use: desk, access.
 */
@ApplicationModule(allowedDependencies = {"desk", "access"})
@NullMarked
package se.fardplan.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
