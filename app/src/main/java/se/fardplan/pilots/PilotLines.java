package se.fardplan.pilots;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.access.Scope;
import se.fardplan.desk.Desk;
import se.fardplan.desk.Line;
import se.fardplan.plans.Plan;

/** Lays what a pilot waits for on the desks of its leaders and heads (påminnelser). */
@Component
class PilotLines {

    private final PilotStore pilots;
    private final Desk desk;
    private final Texts texts;

    PilotLines(PilotStore pilots, Desk desk, Texts texts) {
        this.pilots = pilots;
        this.desk = desk;
        this.texts = texts;
    }

    /** What the pilot as a whole waits for: that its preconditions are confirmed, then that it is started. */
    void tell(Plan plan) {
        UUID id = plan.id();
        boolean planned = pilots.find(id).orElse(Pilot.blank(id)).state() == Pilot.State.PLANNED;
        List<Precondition> preconditions = pilots.listPreconditions(id);
        String unmet = Precondition.unmet(preconditions);
        boolean waits = planned && !preconditions.isEmpty();
        put(waits && !unmet.isEmpty(), line(plan, "confirm", unmet, PilotRights.heads(plan)));
        put(waits && unmet.isEmpty(), line(plan, "start", plan.title(), PilotRights.leaders(plan)));
    }

    /** What one trial waits for: that its test ends on its day, then that it is decided on. */
    void tell(Plan plan, Trial trial, LocalDate today) {
        LocalDate until = trial.state() == Trial.State.TESTING ? trial.until() : null;
        boolean over = until != null && until.isBefore(today);
        put(until != null && !over, line(plan, trial, Line.Kind.COMING, "ends", until));
        put(over, line(plan, trial, Line.Kind.TODO, "close", until));
        put(trial.state() == Trial.State.CLOSED, line(plan, trial, Line.Kind.TODO, "decide", null));
    }

    private Line line(Plan plan, String what, String detail, Scope scope) {
        return new Line(
                "pilot." + what + ":" + plan.id(),
                Line.Kind.TODO,
                texts.of("pilot.line." + what, detail),
                plan.title(),
                Pilot.href(plan.id()),
                null,
                scope);
    }

    private Line line(Plan plan, Trial trial, Line.Kind kind, String what, @Nullable LocalDate day) {
        return new Line(
                "trial." + what + ":" + trial.id(),
                day == null ? Line.Kind.TODO : kind,
                texts.of("trial.line." + what, trial.words().hypothesis()),
                plan.title(),
                trial.href(),
                day,
                PilotRights.leaders(plan));
    }

    private void put(boolean waits, Line line) {
        if (waits) {
            desk.put(line);
        } else {
            desk.done(line.key());
        }
    }
}
