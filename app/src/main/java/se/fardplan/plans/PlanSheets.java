package se.fardplan.plans;

import java.util.List;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.sheets.Sheet;
import se.fardplan.sheets.Sheet.Filled;

/** Plans and activities as tables to take away (planernas tabeller): what the page shows, and no more. */
@Component
class PlanSheets {

    private final Texts texts;

    PlanSheets(Texts texts) {
        this.texts = texts;
    }

    /** A municipality with one of its plans; a row without a plan for one that has none. */
    record Row(String municipality, String plan, String joint, String state, String parties, String period) {}

    Sheet plans(List<PlanListController.Place> places) {
        return Sheet.of(
                texts.of("plans.title"),
                places.stream().flatMap(place -> rows(place).stream()).toList(),
                row -> texts.of("plans.source"),
                List.of(
                        Filled.text(texts.of("plans.municipality"), Row::municipality),
                        Filled.text(texts.of("plans.plan"), Row::plan),
                        Filled.text(texts.of("plans.jointWith"), Row::joint),
                        Filled.text(texts.of("plans.state"), Row::state),
                        Filled.text(texts.of("plan.parties"), Row::parties),
                        Filled.text(texts.of("plans.period"), Row::period)));
    }

    Sheet spreads(List<SpreadController.Row> rows) {
        return Sheet.of(
                texts.of("spread.title"),
                rows,
                row -> texts.of("plans.source"),
                List.of(
                        Filled.text(texts.of("spread.what"), SpreadController.Row::what),
                        Filled.text(texts.of("spread.from"), SpreadController.Row::from),
                        Filled.text(texts.of("spread.to"), SpreadController.Row::to),
                        Filled.text(texts.of("spread.day"), SpreadController.Row::day)));
    }

    private List<Row> rows(PlanListController.Place place) {
        return place.plans().isEmpty()
                ? List.of(new Row(place.name(), texts.of("plans.none-yet"), "", "", "", ""))
                : place.plans().stream()
                        .map(row -> new Row(
                                place.name(), row.title(), row.joint(), row.state(), row.parties(), row.period()))
                        .toList();
    }

    Sheet activities(Plan plan, List<Activity> activities, PlanWords words) {
        return Sheet.of(
                plan.title(),
                activities,
                activity -> texts.of("plans.source"),
                List.of(
                        Filled.text(texts.of("activity.title"), Activity::title),
                        Filled.text(texts.of("activity.subGoals"), words::subGoals),
                        Filled.text(texts.of("activity.owner"), activity -> words.principal(activity.owner())),
                        Filled.text(
                                texts.of("activity.question.WHO"),
                                activity -> activity.answers().who()),
                        Filled.text(texts.of("activity.question.WHEN"), activity -> words.when(activity.answers())),
                        Filled.text(
                                texts.of("activity.question.HOW"),
                                activity -> activity.answers().how()),
                        Filled.text(
                                texts.of("activity.question.BY_WHOM"),
                                activity -> activity.answers().byWhom()),
                        Filled.text(
                                texts.of("activity.question.FOLLOW_UP"),
                                activity -> activity.answers().followUp()),
                        Filled.text(
                                texts.of("activity.state"), activity -> texts.of("activity.state." + activity.state())),
                        Filled.text(texts.of("activity.mark"), activity -> words.mark(activity)),
                        Filled.text(texts.of("activity.why"), Activity::reason)));
    }
}
