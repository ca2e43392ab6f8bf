package se.fardplan.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.fardplan.Texts;

/** What a change changed, as the log tells it (skillnader): each field before and after. */
final class PlanDifferences {

    private final Texts texts;
    private final List<String> found = new ArrayList<>();

    private PlanDifferences(Texts texts) {
        this.texts = texts;
    }

    /** @param name the name of a principal's code */
    static String of(Plan before, Plan after, UnaryOperator<String> name, Texts texts) {
        PlanDifferences differences = new PlanDifferences(texts);
        differences.add("plan.title", before.title(), after.title());
        differences.add("plan.period", period(before), period(after));
        differences.add("plan.parties", parties(before, name), parties(after, name));
        differences.add("plan.others", String.join(", ", before.others()), String.join(", ", after.others()));
        differences.add("plan.context", before.context(), after.context());
        return differences.told();
    }

    static String of(Activity before, Activity after, UnaryOperator<String> name, Texts texts) {
        PlanDifferences differences = new PlanDifferences(texts);
        Activity.Answers was = before.answers();
        Activity.Answers is = after.answers();
        differences.add("activity.title", before.title(), after.title());
        differences.add("activity.lead", before.lead(), after.lead());
        differences.add("activity.owner", name.apply(before.owner()), name.apply(after.owner()));
        differences.add("activity.unit", before.unit(), after.unit());
        differences.add("activity.who", was.who(), is.who());
        differences.add("activity.from", words(was.from()), words(is.from()));
        differences.add("activity.until", words(was.until()), words(is.until()));
        differences.add("activity.how", was.how(), is.how());
        differences.add("activity.byWhom", was.byWhom(), is.byWhom());
        differences.add("activity.followUp", was.followUp(), is.followUp());
        differences.add("activity.subGoals", String.join(", ", before.subGoals()), String.join(", ", after.subGoals()));
        differences.add(
                "activity.keyFigures", String.join(", ", before.keyFigures()), String.join(", ", after.keyFigures()));
        differences.add(
                "activity.state",
                texts.of("activity.state." + before.state()),
                texts.of("activity.state." + after.state()));
        differences.add("activity.mark", differences.mark(before), differences.mark(after));
        return differences.told();
    }

    private void add(String key, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            found.add(texts.of(key) + ": " + text(before) + " → " + text(after));
        }
    }

    private String told() {
        return String.join("; ", found);
    }

    private String mark(Activity activity) {
        return activity.mark() == null ? "" : texts.of("activity.mark." + activity.mark()) + ", " + activity.reason();
    }

    private static String period(Plan plan) {
        return plan.from() + "–" + plan.until();
    }

    private static String parties(Plan plan, UnaryOperator<String> name) {
        return plan.bound().stream().map(party -> name.apply(party.principal())).collect(Collectors.joining(", "));
    }

    private static String words(@Nullable PartialDate date) {
        return date == null ? "" : date.words();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
