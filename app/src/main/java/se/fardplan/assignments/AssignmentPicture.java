package se.fardplan.assignments;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.charts.Caption;
import se.fardplan.charts.Timeline;

/** An assignment's time line: each receiver's accounts on their days (uppdragets tidslinje). */
@Component
class AssignmentPicture {

    private final AssignmentWords words;
    private final Texts texts;

    AssignmentPicture(AssignmentWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    Timeline of(Assignment assignment, Timetable table) {
        List<LocalDate> days = table.deliveries().stream()
                .flatMap(delivery -> Stream.ofNullable(delivery.day()))
                .sorted()
                .toList();
        YearMonth first = days.isEmpty()
                ? YearMonth.from(table.today())
                : YearMonth.of(days.getFirst().getYear(), 1);
        YearMonth last = days.isEmpty() ? first : YearMonth.of(days.getLast().getYear(), 12);
        return new Timeline(
                Caption.of("tidslinje", texts.of("assignment.picture")),
                first,
                last,
                table.today(),
                table.deliveries().stream()
                        .map(Delivery::receiver)
                        .distinct()
                        .map(receiver -> row(receiver, table))
                        .toList());
    }

    private Timeline.Row row(String receiver, Timetable table) {
        List<Delivery> own = table.deliveries().stream()
                .filter(delivery -> delivery.receiver().equals(receiver))
                .toList();
        List<String> undated = own.stream()
                .filter(delivery -> delivery.day() == null)
                .map(Delivery::code)
                .toList();
        return new Timeline.Row(
                words.body(receiver),
                undated.isEmpty() ? "" : texts.of("assignment.picture.undated", String.join(", ", undated)),
                List.of(),
                own.stream()
                        .filter(delivery -> delivery.day() != null)
                        .map(delivery -> new Timeline.Moment(
                                Objects.requireNonNull(delivery.day()),
                                AssignmentWords.sign(table.state(delivery)),
                                delivery.code(),
                                words.state(table.state(delivery))))
                        .toList());
    }
}
