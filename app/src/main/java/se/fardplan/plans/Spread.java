package se.fardplan.plans;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that worked in one place and was taken up in another (spridning).
 *
 * @param from the principal's code where it was tried
 * @param to the principal's code that has taken it up
 * @param what what was taken up, in words
 */
record Spread(UUID id, String from, String to, String what, LocalDate day) {}
