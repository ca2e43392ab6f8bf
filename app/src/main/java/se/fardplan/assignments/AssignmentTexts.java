package se.fardplan.assignments;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.fardplan.access.Scope;
import se.fardplan.desk.SearchSource;
import se.fardplan.desk.SearchText;

/** The assignments and their demands (uppdragens texter); what is being prepared is not found by searching. */
@Component
class AssignmentTexts implements SearchSource {

    private final AssignmentStore assignments;
    private final DemandStore demands;
    private final DeliveryStore deliveries;

    AssignmentTexts(AssignmentStore assignments, DemandStore demands, DeliveryStore deliveries) {
        this.assignments = assignments;
        this.demands = demands;
        this.deliveries = deliveries;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("assignment", "demand");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<SearchText> texts() {
        return assignments.list().stream()
                .flatMap(assignment -> Stream.concat(
                        Stream.of(text(assignment)),
                        demands.list(assignment.code()).stream()
                                .map(demand -> new SearchText(
                                        "demand", demand.href(), demand.text(), "", demand.code(), Scope.anyone()))))
                .toList();
    }

    private SearchText text(Assignment assignment) {
        String passages = assignment.passages().stream()
                .map(passage -> SearchText.of(passage.title(), passage.text()))
                .collect(Collectors.joining(" "));
        String accounts =
                deliveries.list(assignment.code()).stream().map(Delivery::text).collect(Collectors.joining(". "));
        return new SearchText(
                "assignment",
                assignment.href(),
                assignment.name(),
                SearchText.of(assignment.purpose(), passages, accounts),
                assignment.code(),
                Scope.anyone());
    }
}
