package se.fardplan.plans;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.sheets.Template;
import se.fardplan.strategy.Strategies;
import se.fardplan.strategy.SubGoal;

/** A plan's activities as a table to change and send back (aktiviteter i Excel). */
@Component
class ActivityTable {

    static final String BETWEEN = "; ";

    private final PlanWords words;
    private final Strategies strategies;
    private final Texts texts;

    ActivityTable(PlanWords words, Strategies strategies, Texts texts) {
        this.words = words;
        this.strategies = strategies;
        this.texts = texts;
    }

    Template template(Plan plan) {
        return new Template(
                texts.of("plan.activities"),
                List.of(
                        Template.Field.text("id", texts.of("activity.file.id")).help(texts.of("activity.file.id.help")),
                        Template.Field.whole("version", texts.of("activity.file.version"))
                                .help(texts.of("activity.file.id.help")),
                        Template.Field.text("title", texts.of("activity.title")).required(),
                        Template.Field.text("lead", texts.of("activity.lead")),
                        Template.Field.choice("owner", texts.of("activity.owner"), owners(plan))
                                .required(),
                        Template.Field.text("unit", texts.of("activity.unit"))
                                .help(texts.of("activity.file.unit.help")),
                        question("who", Activity.Question.WHO),
                        date("from", "activity.from"),
                        date("until", "activity.until"),
                        question("how", Activity.Question.HOW),
                        question("byWhom", Activity.Question.BY_WHOM),
                        question("followUp", Activity.Question.FOLLOW_UP),
                        Template.Field.text("subGoals", texts.of("activity.subGoals"))
                                .help(texts.of("activity.file.subGoals.help")),
                        Template.Field.text("keyFigures", texts.of("activity.keyFigures"))
                                .help(texts.of("activity.file.keyFigures.help")),
                        Template.Field.choice(
                                        "state",
                                        texts.of("activity.state"),
                                        Arrays.stream(Activity.State.values())
                                                .map(this::word)
                                                .toList())
                                .required(),
                        Template.Field.choice(
                                "mark",
                                texts.of("activity.mark"),
                                Arrays.stream(Activity.Mark.values())
                                        .map(this::word)
                                        .toList()),
                        Template.Field.text("reason", texts.of("activity.why"))));
    }

    private Template.Field question(String key, Activity.Question question) {
        return Template.Field.text(key, texts.of("activity.question." + question));
    }

    private Template.Field date(String key, String header) {
        return Template.Field.text(key, texts.of(header)).help(texts.of("activity.question.WHEN.hint"));
    }

    private List<String> owners(Plan plan) {
        return plan.parties().stream()
                .map(party -> words.principal(party.principal()))
                .toList();
    }

    List<Map<String, String>> rows(List<Activity> activities) {
        Map<String, String> goals =
                strategies.listSubGoals().stream().collect(Collectors.toMap(SubGoal::code, SubGoal::name));
        return activities.stream().map(activity -> row(activity, goals)).toList();
    }

    private Map<String, String> row(Activity activity, Map<String, String> goals) {
        Activity.Answers answers = activity.answers();
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", activity.id().toString());
        row.put("version", Long.toString(activity.version()));
        row.put("title", activity.title());
        row.put("lead", activity.lead());
        row.put("owner", words.principal(activity.owner()));
        row.put("unit", Objects.requireNonNullElse(activity.unit(), ""));
        row.put("who", answers.who());
        row.put("from", day(answers.from()));
        row.put("until", day(answers.until()));
        row.put("how", answers.how());
        row.put("byWhom", answers.byWhom());
        row.put("followUp", answers.followUp());
        row.put(
                "subGoals",
                activity.subGoals().stream()
                        .map(code -> goals.getOrDefault(code, code))
                        .collect(Collectors.joining(BETWEEN)));
        row.put("keyFigures", String.join(BETWEEN, activity.keyFigures()));
        row.put("state", word(activity.state()));
        row.put("mark", Stream.ofNullable(activity.mark()).map(this::word).collect(Collectors.joining()));
        row.put("reason", activity.reason());
        return row;
    }

    String word(Activity.State state) {
        return texts.of("activity.state." + state);
    }

    String word(Activity.Mark mark) {
        return texts.of("activity.mark." + mark);
    }

    private static String day(@Nullable PartialDate day) {
        return day == null ? "" : day.words();
    }
}
