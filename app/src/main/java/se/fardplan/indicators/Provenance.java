package se.fardplan.indicators;

import java.time.LocalDate;

/**
 * Where a value typed in comes from (härkomst).
 *
 * @param source as its writer named it; never empty
 * @param day the day it was typed in, in Sweden
 */
public record Provenance(String source, String enteredBy, LocalDate day) {}
