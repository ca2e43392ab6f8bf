package se.fardplan.writing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fardplan.plans.Activity;
import se.fardplan.plans.Plan;
import se.fardplan.writing.Passage.Goal;
import se.fardplan.writing.Template.Holds;
import se.fardplan.writing.Template.Section;

/**
 * A plan with all that its document says (plandokument), before it is a page, a PDF or a Word file.
 *
 * @param edition the newest in it; 0 while nothing is written
 * @param passages by section
 * @param activities of the plan, by title
 * @param placements by activity
 * @param reviews one for each calendar year; empty where the template asks for none
 * @param initiatives the other work that it takes account of
 */
public record PlanDocument(
        Plan plan,
        Template template,
        Frame frame,
        int edition,
        Map<String, Passage> passages,
        List<Activity> activities,
        Map<UUID, Placement> placements,
        List<Review> reviews,
        List<Initiative> initiatives) {

    public PlanDocument {
        passages = Map.copyOf(passages);
        activities = List.copyOf(activities);
        placements = Map.copyOf(placements);
        reviews = List.copyOf(reviews);
        initiatives = List.copyOf(initiatives);
    }

    /** What {@code section} says; an empty passage where nobody has written. */
    public Passage passage(Section section) {
        return passages.getOrDefault(section.code(), Passage.EMPTY);
    }

    /** The plan's goals in their order. */
    public List<Goal> goals() {
        return template.holding(Holds.GOALS).stream()
                .flatMap(section -> passage(section).goals().stream())
                .toList();
    }

    /** The codes of every key figure that a goal is followed by, each once. */
    public List<String> keyFigures() {
        return goals().stream()
                .flatMap(goal -> goal.keyFigures().stream())
                .distinct()
                .toList();
    }

    /** The activities that {@code section} shows. */
    public List<Activity> activities(Section section) {
        return switch (section.holds()) {
            case ACTIVITIES -> activities;
            case PRIORITY -> placed(section.code());
            default -> List.of();
        };
    }

    /** Those that stand in none of the priority areas, where the template has such. */
    List<Activity> unplaced() {
        return template.holding(Holds.PRIORITY).isEmpty() ? List.of() : placed("");
    }

    private List<Activity> placed(String section) {
        return activities.stream()
                .filter(activity -> section.equals(sectionOf(activity)))
                .toList();
    }

    private String sectionOf(Activity activity) {
        Placement placement = placement(activity);
        return placement == null || template.find(placement.section()).isEmpty() ? "" : placement.section();
    }

    /** Null while nobody has placed it. */
    public @Nullable Placement placement(Activity activity) {
        return placements.get(activity.id());
    }

    /** The document with another passage in one section, such as the one that is being typed. */
    PlanDocument with(String section, Passage passage) {
        Map<String, Passage> changed = new HashMap<>(passages);
        changed.put(section, passage);
        return new PlanDocument(plan, template, frame, edition, changed, activities, placements, reviews, initiatives);
    }

    /** The sections that print something or must. */
    public Stream<Section> printed() {
        return template.sections().stream()
                .filter(section -> section.required()
                        || !passage(section).isEmpty()
                        || !activities(section).isEmpty()
                        || switch (section.holds()) {
                            case CONTEXT -> !plan.context().isBlank();
                            case LINKS -> !frame.links().isEmpty();
                            default -> false;
                        });
    }
}
