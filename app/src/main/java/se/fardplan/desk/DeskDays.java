package se.fardplan.desk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;

/** How the desk writes days and how much there is to do (dagar i ord). */
@Component
class DeskDays {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Texts.SWEDISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Texts.SWEDISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMMM uuuu", Texts.SWEDISH);

    private final Texts texts;

    DeskDays(Texts texts) {
        this.texts = texts;
    }

    /** Such as {@code i morgon}, {@code onsdag 25 november}, {@code 16 december}. */
    String words(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return texts.of("desk.today");
        }
        if (day.equals(today.plusDays(1))) {
            return texts.of("desk.tomorrow");
        }
        if (day.isAfter(today) && day.isBefore(today.plusDays(7))) {
            return day.format(WEEKDAY);
        }
        return day.format(day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR);
    }

    /** Such as {@code Tre saker att göra, en är sen}. */
    String toDo(long all, long late) {
        String which = late == 0 ? "none-late" : late == all ? "all-late" : "some-late";
        return texts.of("desk.heading." + which, all, late);
    }
}
