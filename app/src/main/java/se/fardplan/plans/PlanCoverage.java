package se.fardplan.plans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.fardplan.access.CurrentUser;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;

/** What goes on where in the county (täckning): activities for each sub-goal and principal, and which plans there are. */
@Service
public class PlanCoverage {

    private final CoverageStore store;
    private final Plans plans;
    private final ActivityStore activities;
    private final Organisation organisation;
    private final Clock clock;

    /**
     * How many published activities go on (ruta).
     *
     * @param principal its code; null for the whole county, where an activity of several municipalities counts once
     * @param subGoal its code; blank for activities without one; null for all of them, where an activity with several counts once
     * @param changed the day one of them was last changed; null where none is known
     */
    public record Cell(
            @Nullable String principal,
            @Nullable String subGoal,
            int activities,
            @Nullable LocalDate changed) {}

    /**
     * A local plan that someone knows of (känd plan).
     *
     * @param readable true when they may read it
     */
    public record Known(Plan plan, boolean readable) {}

    PlanCoverage(CoverageStore store, Plans plans, ActivityStore activities, Organisation organisation, Clock clock) {
        this.store = store;
        this.plans = plans;
        this.activities = activities;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** The year it is. */
    public int year() {
        return LocalDate.now(clock).getYear();
    }

    /** The cells that are not empty, of activities that go on at some time of {@code year}. */
    public List<Cell> count(int year) {
        List<String> municipalities = organisation.listPrincipals(LocalDate.now(clock)).stream()
                .filter(principal -> principal.kind() == Principal.Kind.MUNICIPALITY)
                .map(Principal::code)
                .toList();
        return store.count(first(year), last(year), municipalities);
    }

    /** The published activities that go on at {@code principal} in {@code year}, by title. */
    public List<Plans.Published> listAt(Principal principal, int year) {
        Set<UUID> ids = new HashSet<>(store.listAt(
                principal.code(), principal.kind() == Principal.Kind.MUNICIPALITY, first(year), last(year)));
        List<Activity> found = activities.list(ids);
        Map<UUID, Plan> of = found.stream()
                .map(Activity::plan)
                .distinct()
                .flatMap(id -> plans.find(id).stream())
                .collect(Collectors.toMap(Plan::id, Function.identity()));
        return found.stream()
                .flatMap(activity ->
                        Stream.ofNullable(of.get(activity.plan())).map(plan -> new Plans.Published(plan, activity)))
                .toList();
    }

    /** The local plans of {@code year} that {@code reader} knows of, those in force first; null asks for an open visitor. */
    public List<Known> listLocal(@Nullable CurrentUser reader, int year) {
        return Stream.concat(
                        plans.list(reader).stream().map(plan -> new Known(plan, true)),
                        plans.listKnown(reader).stream().map(plan -> new Known(plan, false)))
                .filter(known -> known.plan().shape() == Shape.LOCAL
                        && !known.plan().from().isAfter(last(year))
                        && !known.plan().until().isBefore(first(year)))
                .sorted(Comparator.comparing(
                        (Known known) -> known.plan().state().isPublic(), Comparator.reverseOrder()))
                .toList();
    }

    private static LocalDate first(int year) {
        return LocalDate.of(year, 1, 1);
    }

    private static LocalDate last(int year) {
        return LocalDate.of(year, 12, 31);
    }
}
