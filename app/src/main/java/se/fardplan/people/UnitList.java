package se.fardplan.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import se.fardplan.Texts;

/**
 * The tree of units on a day (enhetsträdet).
 *
 * @param day the day it shows, and {@code today} whether that is today
 * @param search what was asked for; blank for everything
 * @param count how many units are shown
 * @param mayManage true when this user may add units somewhere
 */
record UnitList(
        LocalDate day,
        boolean today,
        String search,
        String principal,
        List<Principals.Choice> principals,
        int count,
        int all,
        List<Group> groups,
        boolean mayManage) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Texts.SWEDISH);

    /** The units of one principal, those above first. */
    record Group(String name, List<Row> rows) {}

    /** @param level how many units stand above it */
    record Row(String code, String name, String kind, String responsible, int level) {}

    String dayInWords() {
        return DAY.format(day);
    }

    boolean isNarrowed() {
        return !search.isBlank() || !principal.isEmpty();
    }
}
