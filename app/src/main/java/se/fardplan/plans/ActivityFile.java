package se.fardplan.plans;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.indicators.Indicators;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.sheets.Draft;
import se.fardplan.sheets.Line;
import se.fardplan.sheets.Preview;
import se.fardplan.sheets.Reading;
import se.fardplan.sheets.Template;
import se.fardplan.strategy.Strategies;
import se.fardplan.strategy.SubGoal;

/** What a file of activities that comes back would change (inläst fil): the cells that differ, and no others. */
@Component
class ActivityFile {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST = 4000;
    private static final Set<String> NEVER_CHANGED = Set.of("id", "version");

    private final ActivityTable table;
    private final ActivityBatch batch;
    private final Strategies strategies;
    private final Indicators indicators;
    private final PlanWords words;
    private final Texts texts;

    /** What a file would change, and the changes themselves. */
    record Read(Preview preview, List<ActivityBatch.Change> changes) {

        Read {
            changes = List.copyOf(changes);
        }
    }

    ActivityFile(
            ActivityTable table,
            ActivityBatch batch,
            Strategies strategies,
            Indicators indicators,
            PlanWords words,
            Texts texts) {
        this.table = table;
        this.batch = batch;
        this.strategies = strategies;
        this.indicators = indicators;
        this.words = words;
        this.texts = texts;
    }

    /** @param activities those of the plan, as they are now */
    Read read(CurrentUser user, Plan plan, List<Activity> activities, Reading reading) {
        Draft<ActivityBatch.Change> draft = new Draft<>(reading, texts);
        Planning planning = new Planning(draft, plan, activities);
        reading.lines().forEach(planning::take);
        Preview preview = draft.preview(changes -> batch.rehearse(user, plan, changes), ActivityFile::cell);
        return new Read(preview, draft.changes());
    }

    /** The cell that a refusal is about. */
    private static String cell(Refusal refusal) {
        return switch (refusal.code()) {
            case "PLA-030" -> "title";
            case "PLA-031", "ACC-001" -> "owner";
            case "PLA-032" -> "unit";
            case "PLA-033" -> "until";
            case "PLA-034" -> "reason";
            case "PLA-035" -> "subGoals";
            default -> "id";
        };
    }

    /** The changes as they are found, row by row. */
    private final class Planning {

        private final Draft<ActivityBatch.Change> draft;
        private final Template template;
        private final Map<String, Activity> known;
        private final Map<String, Map<String, String>> before = new HashMap<>();
        private final Set<String> taken = new HashSet<>();
        private final Map<String, String> owners;
        private final Map<String, String> goals = new HashMap<>();
        private final Set<String> figures;

        Planning(Draft<ActivityBatch.Change> draft, Plan plan, List<Activity> activities) {
            this.draft = draft;
            this.template = table.template(plan);
            this.known = activities.stream()
                    .collect(Collectors.toMap(activity -> activity.id().toString(), Function.identity()));
            table.rows(activities).forEach(row -> before.put(row.get("id"), row));
            this.owners = plan.parties().stream()
                    .collect(Collectors.toMap(
                            party -> words.principal(party.principal()), Plan.Party::principal, (a, b) -> a));
            for (SubGoal goal : strategies.listSubGoals()) {
                goals.put(goal.name().toLowerCase(Texts.SWEDISH), goal.code());
                goals.put(goal.code(), goal.code());
            }
            this.figures =
                    indicators.listKeyFigures().stream().map(KeyFigure::code).collect(Collectors.toSet());
        }

        void take(Line line) {
            String id = line.text("id");
            Activity activity = known.get(id);
            if (!id.isEmpty() && activity == null) {
                draft.problem(line, "id", texts.of("activity.file.unknown"));
                return;
            }
            if (!id.isEmpty() && !taken.add(id)) {
                draft.problem(line, "id", texts.of("activity.file.twice"));
                return;
            }
            Map<String, String> was = before.getOrDefault(id, Map.of());
            List<Preview.Difference> differences = template.fields().stream()
                    .map(Template.Field::key)
                    .filter(key -> line.has(key) && !NEVER_CHANGED.contains(key))
                    .filter(key -> !line.text(key).equals(Template.asRead(was.getOrDefault(key, ""))))
                    .map(key -> new Preview.Difference(
                            template.field(key).header(), was.getOrDefault(key, ""), line.text(key)))
                    .toList();
            if (!differences.isEmpty() && isSound(line, activity)) {
                draft.change(line, change(line, activity));
            }
            draft.show(
                    line,
                    activity == null ? Preview.Kind.ADDED : Preview.Kind.CHANGED,
                    line.text("title").isEmpty() && activity != null ? activity.title() : line.text("title"),
                    differences);
        }

        /** What the template cannot say: its days, goals and key figures, and whether the file is too old. */
        private boolean isSound(Line line, @Nullable Activity activity) {
            Integer version = line.whole("version");
            boolean sound = true;
            if (activity != null && version != null && version != activity.version()) {
                draft.problem(line, "version", texts.of("activity.file.older"));
                sound = false;
            }
            for (String key : List.of("from", "until")) {
                if (!line.text(key).isEmpty()
                        && PartialDate.read(line.text(key)).isEmpty()) {
                    draft.problem(line, key, texts.of(new Refusal("PLA-036", line.text(key))));
                    sound = false;
                }
            }
            sound &= eachKnown(line, "subGoals", name -> goals.containsKey(name.toLowerCase(Texts.SWEDISH)));
            sound &= eachKnown(line, "keyFigures", figures::contains);
            for (Template.Field field : template.fields()) {
                int longest = field.key().equals("title") ? LONGEST_TITLE : LONGEST;
                if (line.text(field.key()).length() > longest) {
                    draft.problem(line, field.key(), texts.of("activity.file.tooLong", longest));
                    sound = false;
                }
            }
            // The template has said what is missing, or is not among the choices.
            return sound
                    && Stream.of("title", "owner", "state")
                            .noneMatch(key -> line.has(key) && line.text(key).isEmpty())
                    && (!line.has("owner") || owners.containsKey(line.text("owner")))
                    && (!line.has("state") || state(line.text("state")).isPresent())
                    && (line.text("mark").isEmpty() || mark(line.text("mark")).isPresent());
        }

        private boolean eachKnown(Line line, String key, java.util.function.Predicate<String> isKnown) {
            List<String> strange =
                    parts(line.text(key)).filter(isKnown.negate()).toList();
            if (!strange.isEmpty()) {
                draft.problem(line, key, texts.of("activity.file." + key, String.join(", ", strange)));
            }
            return strange.isEmpty();
        }

        private ActivityBatch.Change change(Line line, @Nullable Activity activity) {
            Map<String, String> was = activity == null ? Map.of() : before.getOrDefault(line.text("id"), Map.of());
            Function<String, String> now =
                    key -> line.has(key) && !line.text(key).equals(Template.asRead(was.getOrDefault(key, "")))
                            ? line.text(key)
                            : was.getOrDefault(key, "");
            String unit = now.apply("unit");
            ActivityDraft wanted = new ActivityDraft(
                    owners.getOrDefault(now.apply("owner"), ""),
                    unit.isEmpty() ? null : unit,
                    now.apply("title"),
                    now.apply("lead"),
                    new Activity.Answers(
                            now.apply("who"),
                            PartialDate.read(now.apply("from")).orElse(null),
                            PartialDate.read(now.apply("until")).orElse(null),
                            now.apply("how"),
                            now.apply("byWhom"),
                            now.apply("followUp")),
                    parts(now.apply("subGoals"))
                            .map(name -> goals.getOrDefault(name.toLowerCase(Texts.SWEDISH), name))
                            .toList(),
                    parts(now.apply("keyFigures")).toList(),
                    state(now.apply("state")).orElse(Activity.State.PLANNED),
                    mark(now.apply("mark")).orElse(null),
                    now.apply("reason"));
            return new ActivityBatch.Change(activity == null ? UUID.randomUUID() : activity.id(), activity, wanted);
        }

        private Optional<Activity.State> state(String word) {
            return Arrays.stream(Activity.State.values())
                    .filter(state -> table.word(state).equalsIgnoreCase(word))
                    .findFirst();
        }

        private Optional<Activity.Mark> mark(String word) {
            return Arrays.stream(Activity.Mark.values())
                    .filter(mark -> table.word(mark).equalsIgnoreCase(word))
                    .findFirst();
        }

        private static Stream<String> parts(String cell) {
            return Arrays.stream(cell.split("[;\n]")).map(String::strip).filter(part -> !part.isEmpty());
        }
    }
}
