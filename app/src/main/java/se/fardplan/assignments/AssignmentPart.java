package se.fardplan.assignments;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.CountyPart;
import se.fardplan.organisation.Problems;

/**
 * Reads the assignments from the package. A new one, and one that says something else than last time, asks its owner to tell
 * those who gave it.
 */
@Component
@Order(25)
class AssignmentPart implements CountyPart {

    private final AssignmentStore assignments;
    private final DemandStore demands;
    private final DeliveryStore deliveries;
    private final Papers papers;
    private final Reminders reminders;
    private final Texts texts;

    AssignmentPart(
            AssignmentStore assignments,
            DemandStore demands,
            DeliveryStore deliveries,
            Papers papers,
            Reminders reminders,
            Texts texts) {
        this.assignments = assignments;
        this.demands = demands;
        this.deliveries = deliveries;
        this.papers = papers;
        this.reminders = reminders;
        this.texts = texts;
    }

    @Override
    public void check(CountyPackage county, Problems problems) {
        AssignmentContent.read(county, problems);
    }

    @Override
    public void load(CountyPackage county) {
        List<AssignmentContent.Given> given =
                AssignmentContent.read(county, new Problems()).assignments();
        for (int position = 0; position < given.size(); position++) {
            load(given.get(position), position);
        }
    }

    private void load(AssignmentContent.Given given, int position) {
        Assignment assignment = given.assignment();
        Optional<String> before = assignments.findContent(assignment.code());
        assignments.load(assignment, position, given.content());
        demands.load(assignment.code(), given.demands());
        deliveries.load(assignment.code(), given.deliveries());
        if (before.isEmpty()) {
            papers.askOwner(assignment, texts.of("owner.task.start"));
        } else if (!before.get().equals(given.content())) {
            papers.askOwner(assignment, texts.of("owner.task.changed"));
        }
        reminders.refresh(assignments.find(assignment.code()).orElseThrow());
    }
}
