package se.fardplan.desk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.fardplan.access.Scope;

/**
 * A line on the desks of those it concerns (rad på arbetsbordet).
 *
 * @param key what it is about, such as {@code plan.received:17}: the next line with the same key takes its place
 * @param title what to do, what changed or what comes, in words
 * @param detail a place, a person or such; null when there is nothing to add
 * @param address where the thing is, such as {@code /planer/17}
 * @param date when it is to be done or comes; null when no day is set
 * @param scope whose desks it lies on
 */
public record Line(
        String key,
        Kind kind,
        String title,
        @Nullable String detail,
        String address,
        @Nullable LocalDate date,
        Scope scope) {

    /** Which part of the desk it lies on. */
    public enum Kind {
        /** Mine to do (att göra). */
        TODO,
        /** What changed (vad som hänt). */
        NEWS,
        /** What is coming, on a day (på gång). */
        COMING
    }

    public Line {
        if (kind == Kind.COMING && date == null) {
            throw new IllegalArgumentException("expected a date on what is coming, found none: " + key);
        }
    }
}
