package se.fardplan.plans;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.fardplan.Crumb;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.strategy.Strategies;
import se.fardplan.strategy.SubGoal;

/** What hangs loose from the red thread (lösa trådar): goals nobody works for, activities and plans for no goal. */
@Controller
class LooseEndController {

    private final Plans plans;
    private final Activities activities;
    private final PlanCoverage coverage;
    private final PlanWords words;
    private final Strategies strategies;
    private final Texts texts;

    /**
     * What hangs loose, as its reader sees it.
     *
     * @param outside the plans of which no activity works for any sub-goal
     */
    record Page(int year, List<Crumb> crumbs, List<End> subGoals, List<End> activities, List<End> outside) {

        int count() {
            return subGoals.size() + activities.size() + outside.size();
        }
    }

    /** @param reason why it is so, in its people's words; blank until someone has said */
    record End(String name, String href, String what, String reason) {}

    LooseEndController(
            Plans plans,
            Activities activities,
            PlanCoverage coverage,
            PlanWords words,
            Strategies strategies,
            Texts texts) {
        this.plans = plans;
        this.activities = activities;
        this.coverage = coverage;
        this.words = words;
        this.strategies = strategies;
        this.texts = texts;
    }

    @Open
    @GetMapping("/planera/losa-tradar")
    String page(@Nullable CurrentUser user, Model model) {
        int year = coverage.year();
        List<Plan> going = plans.list(user).stream()
                .filter(plan -> plan.state() != PlanState.ENDED)
                .toList();
        Map<UUID, List<Activity>> all =
                going.stream().collect(Collectors.toMap(Plan::id, plan -> plans.listActivities(plan.id())));
        model.addAttribute(
                "page",
                new Page(
                        year,
                        List.of(new Crumb(texts.of("plans.title"), "/planera")),
                        unworked(year),
                        going.stream()
                                .flatMap(plan -> lacking(plan, all.getOrDefault(plan.id(), List.of())).stream())
                                .toList(),
                        going.stream()
                                .filter(plan -> isOutside(all.getOrDefault(plan.id(), List.of())))
                                .map(this::plan)
                                .toList()));
        return "plans/looseends";
    }

    private List<End> unworked(int year) {
        List<String> worked = coverage.count(year).stream()
                .filter(cell -> cell.principal() == null && cell.subGoal() != null)
                .map(PlanCoverage.Cell::subGoal)
                .toList();
        return strategies.listSubGoals().stream()
                .filter(goal -> !worked.contains(goal.code()))
                .map(this::goal)
                .toList();
    }

    private End goal(SubGoal goal) {
        return new End(goal.name(), goal.href(), texts.of("loose.goal"), "");
    }

    private List<End> lacking(Plan plan, List<Activity> all) {
        Map<UUID, GapReason> reasons = activities.listReasons(plan.id());
        return all.stream()
                .filter(activity -> !activity.gaps().isEmpty())
                .map(activity -> new End(
                        activity.title(),
                        activity.href(),
                        texts.of(
                                "loose.activity",
                                words.principal(activity.owner()),
                                ActivityTalk.lacking(activity, texts)),
                        said(reasons.get(activity.id()))))
                .toList();
    }

    private String said(@Nullable GapReason reason) {
        return reason == null
                ? ""
                : texts.of("activity.gap.by", reason.reason(), reason.by(), PlanWords.day(reason.day()));
    }

    private static boolean isOutside(List<Activity> all) {
        return !all.isEmpty()
                && all.stream().allMatch(activity -> activity.subGoals().isEmpty());
    }

    private End plan(Plan plan) {
        return new End(plan.title(), plan.href(), words.parties(plan), "");
    }
}
