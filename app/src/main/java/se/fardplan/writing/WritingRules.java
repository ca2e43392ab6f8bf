package se.fardplan.writing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.governance.Body;
import se.fardplan.governance.Governance;
import se.fardplan.governance.Stance;
import se.fardplan.plans.Plan;
import se.fardplan.strategy.Strategies;
import se.fardplan.strategy.Strategy;
import se.fardplan.writing.Passage.Goal;
import se.fardplan.writing.Template.Holds;
import se.fardplan.writing.Template.Section;

/** What the county's template demands of a plan, and what it warns of (mallens krav). */
@Component
class WritingRules {

    private final Governance governance;
    private final Strategies strategies;
    private final PageGuard guard;

    WritingRules(Governance governance, Strategies strategies, PageGuard guard) {
        this.governance = governance;
        this.strategies = strategies;
        this.guard = guard;
    }

    /** Everything to see to, what stops first. */
    List<Remark> remarks(PlanDocument document) {
        return remarks(document, mayBeLong(document) ? null : guard.judge(document));
    }

    /** @param length as the guard judged it; null where nobody minds */
    List<Remark> remarks(PlanDocument document, PageGuard.@Nullable Finding length) {
        List<Remark> remarks = new ArrayList<>(stops(document));
        if (length != null && length.isTooLong() && !mayBeLong(document)) {
            remarks.add(Remark.stop("WRI-017", length.pages(), length.most()));
        }
        remarks.addAll(warnings(document));
        return remarks;
    }

    private static boolean mayBeLong(PlanDocument document) {
        return !document.frame().longBecause().isBlank();
    }

    /** Those that need no paper to be seen. */
    private List<Remark> stops(PlanDocument document) {
        Template template = document.template();
        List<Remark> stops = new ArrayList<>();
        add(stops, "WRI-010", titles(template.sections(), section -> isMissing(document, section)));
        if (!template.holding(Holds.GOALS).isEmpty() && template.decided()) {
            if (document.goals().isEmpty()) {
                stops.add(Remark.stop("WRI-011"));
            }
            String group = Objects.requireNonNullElse(template.targetGroup(), "");
            add(stops, "WRI-012", goals(document, goal -> goal.subGoals().isEmpty()));
            if (!group.isEmpty()) {
                String loose = goals(document, goal -> !goal.forGroup());
                if (!loose.isEmpty()) {
                    stops.add(Remark.stop("WRI-013", loose, group));
                }
            }
            add(stops, "WRI-014", goals(document, goal -> goal.keyFigures().isEmpty()));
        }
        add(
                stops,
                "WRI-015",
                titles(
                        template.holding(Holds.PRIORITY),
                        section -> document.passage(section).needs().isEmpty()));
        String sender = template.sender();
        if (sender != null && !sender.equals(document.frame().sender())) {
            stops.add(Remark.stop("WRI-016", nameOf(sender)));
        }
        period(template, document.plan()).ifPresent(stops::add);
        if (template.decided() && !isDecided(document)) {
            stops.add(Remark.stop("WRI-019"));
        }
        return stops;
    }

    /** A year that the template leaves open may be any. */
    static Optional<Remark> period(Template template, Plan plan) {
        int from = plan.from().getYear();
        int until = plan.until().getYear();
        int first = Objects.requireNonNullElse(template.firstYear(), from);
        int last = Objects.requireNonNullElse(template.lastYear(), until);
        return from == first && until == last
                ? Optional.empty()
                : Optional.of(Remark.stop("WRI-018", Integer.toString(first), Integer.toString(last)));
    }

    private boolean isDecided(PlanDocument document) {
        return governance.stances(document.frame().decisions()).stream()
                .anyMatch(stance -> stance.part() == Stance.Part.DECIDED);
    }

    private List<Remark> warnings(PlanDocument document) {
        List<Remark> warnings = new ArrayList<>();
        int figures = document.keyFigures().size();
        int most = document.template().mostIndicators();
        if (most > 0 && figures > most) {
            warnings.add(Remark.warning("indicators", figures, most));
        }
        LocalDate until = document.plan().until();
        strategies
                .findStrategy()
                .map(Strategy::validTo)
                .filter(until::isAfter)
                .ifPresent(validTo -> warnings.add(Remark.warning("strategy", day(until), day(validTo))));
        document.reviews().stream()
                .filter(review -> review.state() == Review.State.OVERDUE
                        && document.plan().state().isPublic())
                .forEach(review -> warnings.add(Remark.warning("review", Integer.toString(review.year()))));
        String unplaced =
                document.unplaced().stream().map(activity -> activity.title()).collect(Collectors.joining(", "));
        if (!unplaced.isEmpty()) {
            warnings.add(Remark.warning("unplaced", unplaced));
        }
        return warnings;
    }

    private static boolean isMissing(PlanDocument document, Section section) {
        return section.required()
                && switch (section.holds()) {
                    case CONTEXT -> document.plan().context().isBlank();
                    case GOALS ->
                        document.passage(section).text().isBlank()
                                && document.passage(section).goals().isEmpty();
                    default -> document.passage(section).text().isBlank();
                };
    }

    private static String titles(List<Section> sections, Predicate<Section> test) {
        return sections.stream().filter(test).map(Section::title).collect(Collectors.joining(", "));
    }

    private static String goals(PlanDocument document, Predicate<Goal> test) {
        return document.goals().stream()
                .filter(test)
                .map(goal -> "”" + goal.text() + "”")
                .collect(Collectors.joining(", "));
    }

    private static void add(List<Remark> remarks, String code, String named) {
        if (!named.isEmpty()) {
            remarks.add(Remark.stop(code, named));
        }
    }

    private String nameOf(String body) {
        return governance.body(body).map(Body::name).orElse(body);
    }

    private static String day(LocalDate day) {
        return WritingWords.day(day);
    }
}
