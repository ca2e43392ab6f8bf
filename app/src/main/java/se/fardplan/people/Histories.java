package se.fardplan.people;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;
import se.fardplan.HouseTime;
import se.fardplan.Texts;
import se.fardplan.access.Trace;

/** The log's rows about one thing, as its page shows them (ändringshistorik). */
@Component
class Histories {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm");

    private final Texts texts;

    Histories(Texts texts) {
        this.texts = texts;
    }

    List<UnitPage.Change> of(List<Trace> traces) {
        return traces.stream()
                .map(trace -> new UnitPage.Change(
                        MOMENT.format(trace.at().atZone(HouseTime.SWEDEN)),
                        trace.by(),
                        texts.of("log.act." + trace.act()),
                        trace.detail()))
                .toList();
    }
}
