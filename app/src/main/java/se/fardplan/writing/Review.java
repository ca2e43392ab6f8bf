package se.fardplan.writing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.fardplan.plans.Plan;

/**
 * The review of one calendar year (översyn).
 *
 * @param done the day it was done; null until then
 * @param note what it led to; empty until done
 */
public record Review(int year, @Nullable LocalDate done, String note, State state) {

    /** How a year's review stands. */
    public enum State {
        COMING,
        /** The year goes on. */
        DUE,
        /** The year has ended without one. */
        OVERDUE,
        DONE
    }

    /** One review for each calendar year that the plan touches. */
    static List<Review> of(Plan plan, Map<Integer, Review> done, LocalDate today) {
        return IntStream.rangeClosed(plan.from().getYear(), plan.until().getYear())
                .mapToObj(year -> done.getOrDefault(year, new Review(year, null, "", state(year, today.getYear()))))
                .toList();
    }

    private static State state(int year, int now) {
        if (year == now) {
            return State.DUE;
        }
        return year < now ? State.OVERDUE : State.COMING;
    }
}
