package se.fardplan.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.Crumb;

/**
 * A unit as its page shows it (enhetens sida).
 *
 * @param state what to know of it today, such as that it has ended; null when it is as usual
 * @param people null for those who may not see them
 * @param periods how it has stood, when it has changed at all
 * @param history who changed what; empty for those who may not see it
 */
record UnitPage(
        String code,
        String name,
        @Nullable String state,
        List<Crumb> crumbs,
        List<Fact> facts,
        List<Crumb> below,
        @Nullable List<Someone> people,
        List<Period> periods,
        List<Change> history,
        boolean mayManage) {

    record Fact(String word, String value, @Nullable String href) {}

    /** A person with a role for the unit. */
    record Someone(String name, String href, String role, String days) {}

    record Period(String days, String what) {}

    /** A change of the thing that a page shows (ändringsrad). */
    record Change(String at, String by, String what, String detail) {}
}
