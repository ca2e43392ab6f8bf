package se.fardplan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * What one room puts into the demo (exempeldata). A room has at most a few beans of this kind, lower rooms first
 * ({@code @Order}).
 *
 * <p>Called once, when the demo folder is made: after the county package was loaded, all parts in one transaction.
 */
public interface DemoPart {

    /** Fills this room with examples as they would stand on {@code asOf}. */
    void fill(LocalDate asOf);

    /** The moment that examples of {@code asOf} bear: now when that is today, else noon that day. */
    static Instant moment(LocalDate asOf) {
        ZoneId here = HouseTime.SWEDEN;
        return asOf.equals(LocalDate.now(here))
                ? Instant.now()
                : asOf.atTime(LocalTime.NOON).atZone(here).toInstant();
    }

    /** What to tell the one who starts the demo, a line each, such as an account and its password; mostly nothing. */
    default List<String> notes() {
        return List.of();
    }
}
