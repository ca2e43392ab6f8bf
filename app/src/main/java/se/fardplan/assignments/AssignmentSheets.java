package se.fardplan.assignments;

import java.util.List;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.sheets.Sheet;
import se.fardplan.sheets.Sheet.Filled;

/** An assignment's deliveries and demands as tables to take away (uppdragets tabeller): what the page shows, and no more. */
@Component
class AssignmentSheets {

    private final AssignmentWords words;
    private final Texts texts;

    AssignmentSheets(AssignmentWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    Sheet deliveries(Assignment assignment, Timetable table) {
        return Sheet.of(
                texts.of("deliveries.title"),
                table.deliveries(),
                delivery -> texts.of("assignments.source", assignment.name()),
                List.of(
                        Filled.text(texts.of("delivery.code"), Delivery::code),
                        Filled.text(texts.of("delivery.text"), Delivery::text),
                        Filled.text(texts.of("delivery.receiver"), delivery -> words.body(delivery.receiver())),
                        Filled.text(
                                texts.of("delivery.day"),
                                delivery -> delivery.day() == null
                                        ? texts.of("delivery.undated")
                                        : delivery.day().toString()),
                        Filled.text(texts.of("delivery.state"), delivery -> words.state(table.state(delivery))),
                        Filled.text(texts.of("delivery.told"), delivery -> words.told(delivery, table.state(delivery))),
                        Filled.text(texts.of("delivery.note"), Delivery::note)));
    }

    Sheet demands(Assignment assignment, List<Demand> demands) {
        return Sheet.of(
                texts.of("demands.title"),
                demands,
                demand -> texts.of("assignments.source", assignment.name()),
                List.of(
                        Filled.text(texts.of("demand.code"), Demand::code),
                        Filled.text(texts.of("demand.of"), demand -> texts.of("demand.kind." + demand.kind())),
                        Filled.text(texts.of("demand.text"), Demand::text),
                        Filled.text(texts.of("demand.state"), demand -> words.state(demand.state())),
                        Filled.text(texts.of("demand.evidence"), Demand::evidence),
                        Filled.text(texts.of("demand.link"), Demand::link),
                        Filled.text(texts.of("demand.by"), Demand::by),
                        Filled.text(
                                texts.of("demand.on"),
                                demand -> demand.on() == null ? "" : demand.on().toString())));
    }
}
