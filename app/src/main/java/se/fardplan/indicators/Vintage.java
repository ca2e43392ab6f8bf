package se.fardplan.indicators;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One import of figures (årgång av data). Later imports never change what an earlier vintage shows.
 *
 * @param number counted from 1 in the order of import
 * @param asOf the day the figures were taken from Kolada
 */
public record Vintage(long number, LocalDate asOf, Instant importedAt, String importedBy) {}
