package se.fardplan.reports;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.organisation.Principal;
import se.fardplan.plans.Activity;
import se.fardplan.plans.PartialDate;
import se.fardplan.plans.Plans;
import se.fardplan.reports.ReportBlock.Bullets;
import se.fardplan.reports.ReportBlock.Cell;
import se.fardplan.reports.ReportBlock.Column;
import se.fardplan.reports.ReportBlock.Heading;
import se.fardplan.reports.ReportBlock.Note;
import se.fardplan.reports.ReportBlock.Table;
import se.fardplan.reports.ReportBlock.Tone;
import se.fardplan.strategy.SubGoal;

/** The activities of the year's plans, under their sub-goal and in the appendix (rapportens aktiviteter). */
@Component
class AnnualActivities {

    private final Texts texts;

    AnnualActivities(Texts texts) {
        this.texts = texts;
    }

    /** What works for the sub-goal; a note where nothing is known to. */
    List<ReportBlock> of(SubGoal goal, AnnualMaterial material) {
        List<Plans.Published> working = material.activitiesFor(goal);
        if (working.isEmpty()) {
            return List.of(new Note(
                    Tone.MISSING, texts.of("annual.chapter.goal.tools.title"), texts.of("annual.chapter.goal.tools")));
        }
        Map<String, String> names = names(material);
        return List.of(
                new Heading(texts.of("annual.chapter.goal.activities", working.size())),
                new Bullets(
                        false,
                        working.stream()
                                .map(published -> texts.of(
                                        "annual.chapter.goal.activity",
                                        published.activity().title(),
                                        owner(published, names),
                                        state(published.activity())))
                                .toList()));
    }

    /** Every activity of the year. */
    List<ReportBlock> all(AnnualMaterial material) {
        if (material.activities().isEmpty()) {
            return List.of(new Note(
                    Tone.MISSING,
                    texts.of("annual.appendix.bilaga-aktiviteter.title"),
                    texts.of("annual.appendix.bilaga-aktiviteter")));
        }
        Map<String, String> names = names(material);
        Map<String, String> goals = material.goals().stream()
                .collect(Collectors.toMap(
                        told -> told.goal().code(), told -> told.goal().name()));
        return List.of(new Table(
                texts.of("annual.appendix.activities", material.activities().size()),
                List.of(
                        new Column(texts.of("activity.title"), false, 30),
                        new Column(texts.of("activity.owner"), false, 14),
                        new Column(texts.of("activity.subGoals"), false, 22),
                        new Column(texts.of("activity.question.WHEN"), false, 20),
                        new Column(texts.of("activity.state"), false, 14)),
                material.activities().stream()
                        .map(published -> row(published, names, goals))
                        .toList(),
                texts.of("annual.appendix.activities.source")));
    }

    private List<Cell> row(Plans.Published published, Map<String, String> names, Map<String, String> goals) {
        Activity activity = published.activity();
        return List.of(
                Cell.of(activity.title()),
                Cell.of(owner(published, names)),
                Cell.of(activity.subGoals().stream()
                        .map(code -> goals.getOrDefault(code, code))
                        .collect(Collectors.joining(", "))),
                Cell.of(when(activity.answers())),
                Cell.of(state(activity)));
    }

    private String when(Activity.Answers answers) {
        PartialDate from = answers.from();
        PartialDate until = answers.until();
        String begins = from == null ? texts.of("annual.appendix.activities.unset") : from.words();
        return until == null ? begins : begins + " – " + until.words();
    }

    private String state(Activity activity) {
        return texts.of(
                activity.mark() == null ? "activity.state." + activity.state() : "activity.mark." + activity.mark());
    }

    private static String owner(Plans.Published published, Map<String, String> names) {
        String owner = published.activity().owner();
        return names.getOrDefault(owner, owner);
    }

    private static Map<String, String> names(AnnualMaterial material) {
        return material.principals().stream().collect(Collectors.toMap(Principal::code, Principal::name));
    }
}
