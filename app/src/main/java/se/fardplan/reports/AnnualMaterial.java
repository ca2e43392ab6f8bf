package se.fardplan.reports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.fardplan.followup.Reported;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.indicators.Vintage;
import se.fardplan.organisation.County;
import se.fardplan.organisation.Principal;
import se.fardplan.plans.Plans;
import se.fardplan.strategy.Milestone;
import se.fardplan.strategy.Strategy;
import se.fardplan.strategy.SubGoal;

/**
 * What a year's report is made of (underlag), all read at once.
 *
 * @param vintage null before the first import
 * @param strategy null for a county that has decided on none
 * @param figures every key figure, without any year after the report's own
 * @param activities those in public plans that go on at some time of the year, by title
 * @param reported what was sent in the year's rounds of follow-up, the latest about each
 * @param texts the editors' latest texts, by section
 */
record AnnualMaterial(
        int year,
        County county,
        @Nullable Vintage vintage,
        @Nullable Strategy strategy,
        List<SubGoals.Told> goals,
        List<KeyFigureView> figures,
        List<Principal> principals,
        List<Milestone> milestones,
        List<Plans.Published> activities,
        List<Reported> reported,
        Map<String, Analysis> texts) {

    AnnualMaterial {
        goals = List.copyOf(goals);
        figures = List.copyOf(figures);
        principals = List.copyOf(principals);
        milestones = List.copyOf(milestones);
        activities = List.copyOf(activities);
        reported = List.copyOf(reported);
        texts = Map.copyOf(texts);
    }

    /** What an editor has written in {@code section}; empty when nobody has. */
    Optional<Analysis> findText(String section) {
        return Optional.ofNullable(texts.get(section)).filter(text -> !text.empty());
    }

    /** The year's activities that work for a sub-goal. */
    List<Plans.Published> activitiesFor(SubGoal goal) {
        return activities.stream()
                .filter(published -> published.activity().subGoals().contains(goal.code()))
                .toList();
    }

    /** Key figures whose Kolada id must first be given by a user. */
    List<KeyFigure> unverified() {
        return figures.stream()
                .map(view -> view.comparison().figure())
                .filter(figure -> figure.status() == KeyFigure.Status.NEEDS_VERIFICATION)
                .toList();
    }
}
