package se.fardplan.plans;

import java.util.List;
import org.springframework.stereotype.Component;
import se.fardplan.desk.Desk;

/** What is told of a plan when it has changed (anslag): it can be found, compared, and waits on the right desks. */
@Component
class PlanNotices {

    private final ActivityStore activities;
    private final PlanTexts found;
    private final Similar similar;
    private final PlanLines lines;
    private final Desk desk;

    PlanNotices(ActivityStore activities, PlanTexts found, Similar similar, PlanLines lines, Desk desk) {
        this.activities = activities;
        this.found = found;
        this.similar = similar;
        this.lines = lines;
        this.desk = desk;
    }

    /** Tells of the plan and all its activities. */
    void tell(Plan plan) {
        tell(plan, activities.list(plan.id()));
    }

    /** Lets the county's support know that the plan has been handed in. */
    void tellOfSubmission(Plan plan) {
        lines.tellOfSubmission(plan);
    }

    /** Asks one that is no longer a party for nothing. */
    void forget(Plan plan, String principal) {
        lines.forget(plan, principal);
    }

    /** Tells of the plan and those of its activities that have changed. */
    void tell(Plan plan, List<Activity> changed) {
        desk.index(found.of(plan, changed));
        similar.learn(plan, changed);
        lines.tell(plan);
    }
}
