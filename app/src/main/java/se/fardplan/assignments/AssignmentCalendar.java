package se.fardplan.assignments;

import java.time.Clock;
import java.util.Objects;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.sheets.Calendar;

/** An assignment's deliveries for people's own calendars (leveranser till kalendern): those that have a day and are awake. */
@Component
class AssignmentCalendar {

    private final AssignmentWords words;
    private final Environment settings;
    private final Texts texts;
    private final Clock clock;

    AssignmentCalendar(AssignmentWords words, Environment settings, Texts texts, Clock clock) {
        this.words = words;
        this.settings = settings;
        this.texts = texts;
        this.clock = clock;
    }

    String of(Assignment assignment, Timetable table) {
        Calendar calendar = new Calendar(assignment.name(), clock.instant());
        String house = settings.getProperty("fardplan.address", "").replaceFirst("/+$", "");
        for (Delivery delivery : table.deliveries()) {
            DeliveryState state = table.state(delivery);
            if (delivery.day() != null && (state.isAhead() || state == DeliveryState.DELIVERED)) {
                calendar.day(
                        delivery.assignment() + "-" + delivery.code(),
                        Objects.requireNonNull(delivery.day()),
                        delivery.code() + " " + delivery.text(),
                        texts.of("delivery.calendar", words.body(delivery.receiver()), words.state(state)),
                        house.isEmpty() ? null : house + delivery.href());
            }
        }
        return calendar.written();
    }
}
