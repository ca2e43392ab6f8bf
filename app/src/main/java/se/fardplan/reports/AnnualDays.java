package se.fardplan.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import se.fardplan.HouseTime;
import se.fardplan.Texts;

/** Days and hours as they are written in a report (dag och klockslag), in Swedish time. */
final class AnnualDays {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Texts.SWEDISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("d MMMM yyyy HH.mm", Texts.SWEDISH);

    private AnnualDays() {}

    /** Such as {@code 22 november 2026}. */
    static String day(Instant at) {
        return DAY.format(at.atZone(HouseTime.SWEDEN));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Such as {@code 22 november 2026 09.15}. */
    static String hour(Instant at) {
        return HOUR.format(at.atZone(HouseTime.SWEDEN));
    }
}
