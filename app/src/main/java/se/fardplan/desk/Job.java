package se.fardplan.desk;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import se.fardplan.HouseTime;

/**
 * Something the server does by itself, again and again (jobb): a bean of this kind is all it takes.
 *
 * <p>Where two copies of the application run, one of them does it each time. A job that fails is tried again at its next time.
 *
 * @param name stable, such as {@code desk-outbox}; two jobs may not share one
 */
public record Job(String name, Schedule schedule, Runnable work) {

    /** A job that is done again {@code pause} after it was done. */
    public static Job every(Duration pause, String name, Runnable work) {
        return new Job(name, Schedules.fixedDelay(pause), work);
    }

    /** A job that is done once a day at {@code time} Swedish time, or as soon after as a server runs. */
    public static Job daily(LocalTime time, String name, Runnable work) {
        return new Job(name, Schedules.daily(HouseTime.SWEDEN, time), work);
    }
}
