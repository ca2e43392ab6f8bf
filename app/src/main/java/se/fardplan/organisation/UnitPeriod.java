package se.fardplan.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a unit stands for a time (period).
 *
 * @param from the first day
 * @param until the last day; null while it goes on
 */
public record UnitPeriod(LocalDate from, @Nullable LocalDate until, UnitDetails details) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    UnitPeriod startingOn(LocalDate day) {
        return new UnitPeriod(day, until, details);
    }

    UnitPeriod endingOn(@Nullable LocalDate lastDay) {
        return new UnitPeriod(from, lastDay, details);
    }

    UnitPeriod with(UnitDetails other) {
        return new UnitPeriod(from, until, other);
    }

    boolean overlaps(UnitPeriod other) {
        return (until == null || !other.from.isAfter(until)) && (other.until == null || !from.isAfter(other.until));
    }
}
