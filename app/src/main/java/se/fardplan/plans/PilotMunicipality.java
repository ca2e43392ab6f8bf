package se.fardplan.plans;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A municipality that tries something first, with support, for others to learn from (pilotkommun).
 *
 * @param municipality its principal's code
 * @param support what it gets help with, in words
 * @param until its last day as a pilot; null while it goes on
 */
record PilotMunicipality(
        String municipality, LocalDate since, @Nullable LocalDate until, String support) {}
