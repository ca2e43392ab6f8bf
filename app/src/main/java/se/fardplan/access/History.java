package se.fardplan.access;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;
import se.fardplan.HouseTime;
import se.fardplan.Texts;

/** The log of one thing as its page shows it (ändringar): shown by {@code history.jte}. */
@Component
public class History {

    /** How many changes a page shows before the rest are folded away. */
    public static final int SHOWN = 5;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Texts.SWEDISH);

    private final Texts texts;

    /** A row of it, in words. */
    public record Change(String day, String by, String what, String detail) {}

    History(Texts texts) {
        this.texts = texts;
    }

    public List<Change> of(List<Trace> traces) {
        return traces.stream()
                .map(trace -> new Change(
                        day(trace.at().atZone(HouseTime.SWEDEN).toLocalDate()),
                        trace.by(),
                        texts.of("log.act." + trace.act()),
                        trace.detail()))
                .toList();
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
