package se.fardplan.assignments;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.charts.Glyph;
import se.fardplan.governance.Body;
import se.fardplan.governance.Governance;

/** Assignments as pages say them (uppdragens ord): names for codes, days in words, states with their signs. */
@Component
class AssignmentWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Texts.SWEDISH);

    private final Governance governance;
    private final Texts texts;

    AssignmentWords(Governance governance, Texts texts) {
        this.governance = governance;
        this.texts = texts;
    }

    /** A body's name by its code; words that are no code stand for themselves. */
    String body(String code) {
        return governance.body(code).map(Body::name).orElse(code);
    }

    String bodies(List<String> codes) {
        return codes.stream().map(this::body).collect(Collectors.joining(", "));
    }

    String state(DeliveryState state) {
        return texts.of("delivery.state." + state);
    }

    static Glyph sign(DeliveryState state) {
        return switch (state) {
            case SLEEPING -> Glyph.PAUSED;
            case NOT_NEEDED -> Glyph.ENDED;
            case UNDATED -> Glyph.UNKNOWN;
            case COMING -> Glyph.PLANNED;
            case DUE -> Glyph.STARTED;
            case LATE -> Glyph.LATE;
            case DELIVERED -> Glyph.INTRODUCED;
        };
    }

    static Glyph sign(Demand.State state) {
        return switch (state) {
            case OPEN -> Glyph.PLANNED;
            case MET -> Glyph.INTRODUCED;
            case WAIVED -> Glyph.ENDED;
        };
    }

    String state(Demand.State state) {
        return texts.of("demand.state." + state);
    }

    /** What became of a delivery, or what it waits for, in a sentence or two; empty when there is nothing to tell. */
    String told(Delivery delivery, DeliveryState state) {
        Delivery.HandedOver handed = delivery.handedOver();
        Delivery.Outcome outcome = delivery.outcome();
        String before = Objects.requireNonNullElse(delivery.dependsOn(), "");
        if (handed == null) {
            return switch (state) {
                case SLEEPING -> texts.of("delivery.told.SLEEPING", before);
                case NOT_NEEDED -> texts.of("delivery.told.NOT_NEEDED", before);
                case UNDATED, COMING, DUE, LATE, DELIVERED ->
                    before.isEmpty() ? "" : texts.of("delivery.told.AWAKE", before);
            };
        }
        String over = texts.of("delivery.told.handedOver", day(handed.day()));
        return outcome == null
                ? over + " " + texts.of("delivery.told.waiting")
                : over + " " + texts.of("delivery.told." + outcome.verdict(), day(outcome.day()));
    }

    /** When a paper is for; empty when no day is set. */
    String when(Paper paper) {
        if (paper.day() == null) {
            return paper.until() == null ? "" : texts.of("paper.until", day(paper.until()));
        }
        return paper.until() == null || paper.until().equals(paper.day())
                ? day(paper.day())
                : texts.of("assignment.span", day(paper.day()), day(paper.until()));
    }

    /** When a delivery is to come. */
    String day(Delivery delivery) {
        return delivery.day() == null ? texts.of("delivery.undated") : day(delivery.day());
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
