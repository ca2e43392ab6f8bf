package se.fardplan.pilots;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.plans.Activity;
import se.fardplan.plans.Plan;
import se.fardplan.sheets.Sheet;
import se.fardplan.sheets.Sheet.Filled;

/** A pilot's tables to take away (pilotens tabeller): what the pages show, and no more. */
@Component
class PilotSheets {

    private final PilotWords words;
    private final Texts texts;

    PilotSheets(PilotWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    Sheet steps(Plan plan, Course course) {
        return Sheet.of(
                texts.of("steps.title"),
                course.all(),
                step -> source(plan),
                List.of(
                        Filled.text(texts.of("step.name"), Step::name),
                        Filled.text(texts.of("step.kind"), step -> texts.of("step.kind." + step.kind())),
                        Filled.text(texts.of("step.from"), step -> step.from().toString()),
                        Filled.text(texts.of("step.until"), step -> step.until().toString()),
                        Filled.text(texts.of("step.needLevels"), step -> words.levels(step.needLevels())),
                        Filled.text(
                                texts.of("step.operation"),
                                step -> step.operation() == null
                                        ? ""
                                        : step.operation().toString()),
                        Filled.text(texts.of("step.text"), Step::text),
                        Filled.text(texts.of("step.note"), Step::note)));
    }

    Sheet activities(Plan plan, List<Activity> activities, List<Placement> placements, List<Strategy> strategies) {
        Map<UUID, Placement> placed =
                placements.stream().collect(Collectors.toMap(Placement::activity, Function.identity()));
        Function<Activity, Placement> of =
                activity -> placed.getOrDefault(activity.id(), Placement.blank(activity.id()));
        return Sheet.of(
                texts.of("pilot.activities"),
                activities,
                activity -> source(plan),
                List.of(
                        Filled.text(
                                texts.of("pilot.activity.code"),
                                activity -> of.apply(activity).code()),
                        Filled.text(texts.of("pilot.activity.name"), Activity::title),
                        Filled.text(
                                texts.of("pilot.strategy"),
                                activity -> strategies.stream()
                                        .filter(strategy -> strategy.code()
                                                .equals(of.apply(activity).strategy()))
                                        .map(Strategy::name)
                                        .collect(Collectors.joining())),
                        Filled.text(
                                texts.of("pilot.activity.how"),
                                activity -> activity.answers().how()),
                        Filled.text(
                                texts.of("pilot.activity.byWhom"),
                                activity -> activity.answers().byWhom()),
                        Filled.text(
                                texts.of("pilot.activity.schedule"),
                                activity -> of.apply(activity).schedule()),
                        Filled.text(
                                texts.of("pilot.activity.uncertain"),
                                activity -> of.apply(activity).uncertain()),
                        Filled.text(
                                texts.of("pilot.activity.state"),
                                activity -> texts.of("activity.state." + activity.state()))));
    }

    Sheet trials(Plan plan, List<Trial> trials) {
        return Sheet.of(
                texts.of("trials.title"),
                trials,
                trial -> source(plan),
                List.of(
                        Filled.text(
                                texts.of("trial.hypothesis"),
                                trial -> trial.words().hypothesis()),
                        Filled.text(
                                texts.of("trial.test"), trial -> trial.words().test()),
                        Filled.text(
                                texts.of("trial.place"), trial -> trial.words().place()),
                        Filled.text(texts.of("trial.from"), trial -> PilotWords.iso(trial.from())),
                        Filled.text(texts.of("trial.until"), trial -> PilotWords.iso(trial.until())),
                        Filled.text(texts.of("trial.state"), words::state),
                        Filled.text(texts.of("trial.data"), Trial::data),
                        Filled.text(texts.of("trial.lesson"), Trial::lesson),
                        Filled.text(texts.of("trial.because"), trial -> {
                            Trial.Verdict verdict = trial.verdict();
                            return verdict == null ? "" : verdict.because();
                        })));
    }

    private String source(Plan plan) {
        return texts.of("pilot.source", plan.title());
    }
}
