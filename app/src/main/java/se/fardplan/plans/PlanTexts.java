package se.fardplan.plans;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.fardplan.access.Scope;
import se.fardplan.desk.SearchText;

/** What can be found of a plan and its activities by searching, for those who may read it (sökbara planer). */
@Component
class PlanTexts {

    List<SearchText> of(Plan plan, List<Activity> activities) {
        Scope scope = PlanRights.scope(plan);
        return Stream.concat(
                        Stream.of(new SearchText("plan", plan.href(), plan.title(), plan.context(), scope)),
                        activities.stream()
                                .map(activity -> new SearchText(
                                        "activity", activity.href(), activity.title(), words(activity), scope)))
                .toList();
    }

    private static String words(Activity activity) {
        Activity.Answers answers = activity.answers();
        return SearchText.of(
                activity.lead(), answers.who(), answers.how(), answers.byWhom(), answers.followUp(), activity.reason());
    }
}
