package se.fardplan.strategy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.Source;

/**
 * A stretch of the common journey (sträcka), by the calendar.
 *
 * @param from first day; null for one without a known beginning
 * @param to last day; null for one without an end
 * @param shown its time in words
 */
public record Stretch(
        int order,
        String name,
        String shown,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Source> sources) {

    public Stretch {
        sources = List.copyOf(sources);
    }

    boolean isOver(LocalDate day) {
        return to != null && to.isBefore(day);
    }

    boolean isUnderWay(LocalDate day) {
        return !isOver(day) && (from == null || !from.isAfter(day));
    }
}
