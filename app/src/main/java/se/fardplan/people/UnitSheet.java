package se.fardplan.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.organisation.Unit;
import se.fardplan.organisation.UnitChange;
import se.fardplan.organisation.UnitDetails;
import se.fardplan.organisation.UnitKind;
import se.fardplan.organisation.Units;
import se.fardplan.sheets.Draft;
import se.fardplan.sheets.Line;
import se.fardplan.sheets.Preview;
import se.fardplan.sheets.Reading;
import se.fardplan.sheets.Template;

/** Units as a table (enheter i Excel): a row with a known code changes that unit, every other row adds one, none takes one away. */
@Component
class UnitSheet implements Exchange {

    private final Units units;
    private final UnitDirectory directory;
    private final Principals principals;
    private final Texts texts;

    UnitSheet(Units units, UnitDirectory directory, Principals principals, Texts texts) {
        this.units = units;
        this.directory = directory;
        this.principals = principals;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "enheter";
    }

    @Override
    public Template template() {
        List<String> owners = new ArrayList<>(
                principals.choices().stream().map(Principals.Choice::word).toList());
        owners.add(texts.of("unit.actor"));
        return new Template(
                texts.of("units.title"),
                List.of(
                        Template.Field.text("code", texts.of("unit.code")).help(texts.of("unit.code.hint")),
                        Template.Field.text("name", texts.of("unit.name")).required(),
                        Template.Field.choice(
                                        "kind",
                                        texts.of("unit.kind"),
                                        Arrays.stream(UnitKind.values())
                                                .map(kind -> texts.of("unit.kind." + kind))
                                                .toList())
                                .required(),
                        Template.Field.choice("principal", texts.of("unit.principal"), owners)
                                .required(),
                        Template.Field.text("parent", texts.of("unit.parent"))
                                .help(texts.of("units.file.parent"))
                                .also("Överordnad", "Överordnad enhets kod"),
                        Template.Field.text("responsible", texts.of("unit.responsible"))
                                .help(texts.of("unit.responsible.hint")),
                        Template.Field.date("from", texts.of("unit.from")).help(texts.of("units.file.from")),
                        Template.Field.date("until", texts.of("unit.until")).help(texts.of("unit.until.hint"))));
    }

    @Override
    public List<Map<String, String>> rows(@Nullable CurrentUser user) {
        LocalDate today = Principals.today();
        return units.list().stream().map(unit -> row(unit, today)).toList();
    }

    private Map<String, String> row(Unit unit, LocalDate today) {
        UnitDetails details = unit.nearest(today);
        Map<String, String> row = new LinkedHashMap<>();
        row.put("code", unit.code());
        row.put("name", details.name());
        row.put("kind", texts.of("unit.kind." + details.kind()));
        row.put("principal", principals.unitOwner(details.principal()));
        row.put("parent", Objects.requireNonNullElse(details.parent(), ""));
        row.put("responsible", details.responsible());
        row.put("from", unit.from().toString());
        row.put("until", Objects.toString(unit.until(), ""));
        return row;
    }

    @Override
    public Plan plan(CurrentUser user, Reading reading) {
        Map<String, Unit> known = new HashMap<>();
        units.list().forEach(unit -> known.put(key(unit.code()), unit));
        Draft<UnitChange> draft = new Draft<>(reading, texts);
        Planning planning = new Planning(draft, known, Principals.today());
        inOrder(reading.lines()).forEach(planning::take);
        Preview preview = draft.preview(changes -> directory.rehearse(user, changes), UnitSheet::cell);
        return new Plan(preview, () -> directory.apply(user, draft.changes()));
    }

    /** The cell a refusal is about. */
    private static String cell(Refusal refusal) {
        return switch (refusal.code()) {
            case "ORG-010" -> "name";
            case "ORG-011", "ORG-012" -> "code";
            case "ORG-018", "ORG-022" -> "until";
            case "ORG-023", "ACC-001" -> "principal";
            default -> "parent";
        };
    }

    /** Those above first, so that a file may come in any order. */
    private static List<Line> inOrder(List<Line> lines) {
        Map<String, Line> byCode = new HashMap<>();
        lines.forEach(line -> byCode.putIfAbsent(key(line.text("code")), line));
        Set<Line> placed = new HashSet<>();
        List<Line> order = new ArrayList<>();
        lines.forEach(line -> place(line, byCode, placed, order));
        return order;
    }

    private static void place(Line line, Map<String, Line> byCode, Set<Line> placed, List<Line> order) {
        if (placed.add(line)) {
            Line above = line.text("parent").isEmpty() ? null : byCode.get(key(line.text("parent")));
            if (above != null) {
                place(above, byCode, placed, order);
            }
            order.add(line);
        }
    }

    private static String key(String code) {
        return code.toLowerCase(Locale.ROOT);
    }

    /** The changes as they are found, row by row. */
    private final class Planning {

        private final Draft<UnitChange> draft;
        private final Map<String, Unit> known;
        private final LocalDate today;
        private final Function<String, @Nullable String> codes = principals.codes();
        private final Set<String> seen = new HashSet<>();

        Planning(Draft<UnitChange> draft, Map<String, Unit> known, LocalDate today) {
            this.draft = draft;
            this.known = known;
            this.today = today;
        }

        void take(Line line) {
            String code = line.text("code");
            if (!code.isEmpty() && !seen.add(key(code))) {
                draft.problem(line, "code", texts.of("units.file.twice", code));
                return;
            }
            UnitKind kind = kind(line.text("kind"));
            String owner = codes.apply(line.text("principal"));
            if (kind == null
                    || line.text("name").isEmpty()
                    || owner == null && !line.text("principal").equalsIgnoreCase(texts.of("unit.actor"))) {
                // The template has said what is wrong with the cell.
                return;
            }
            Unit unit = known.get(key(code));
            UnitDetails now = unit == null ? null : unit.nearest(today);
            UnitDetails details = new UnitDetails(
                    line.text("name"),
                    kind,
                    owner,
                    now == null || line.has("parent") ? parent(line) : now.parent(),
                    now == null || line.has("responsible") ? line.text("responsible") : now.responsible());
            if (unit == null) {
                add(line, details);
            } else {
                change(line, unit, details);
            }
        }

        private void add(Line line, UnitDetails details) {
            LocalDate from = Objects.requireNonNullElse(line.date("from"), today);
            draft.change(line, new UnitChange.Add(line.text("code"), details, from, line.date("until")));
            draft.show(
                    line,
                    Preview.Kind.ADDED,
                    details.name(),
                    List.of(
                            draft.difference("unit.kind", "", line.text("kind")),
                            draft.difference("unit.principal", "", line.text("principal"))));
        }

        private void change(Line line, Unit unit, UnitDetails details) {
            List<Preview.Difference> differences = new ArrayList<>();
            UnitDetails now = unit.nearest(today);
            LocalDate until = line.has("until") ? line.date("until") : unit.until();
            UnitChange end = new UnitChange.End(unit.code(), unit.version(), until);
            boolean ends = !Objects.equals(until, unit.until());
            // What has ended goes on before it can be changed.
            boolean goesOn = ends && unit.until() != null && unit.until().isBefore(today);
            if (goesOn) {
                draft.change(line, end);
            }
            if (!details.equals(now)) {
                LocalDate day = today.isBefore(unit.from()) ? unit.from() : today;
                draft.change(line, new UnitChange.Change(unit.code(), unit.version(), details, day));
                compare(now, details, differences);
            }
            if (ends && !goesOn) {
                draft.change(line, end);
            }
            if (ends) {
                differences.add(draft.difference(
                        "unit.until", Objects.toString(unit.until(), ""), Objects.toString(until, "")));
            }
            boolean only = until != null && differences.size() == 1 && details.equals(now);
            draft.show(line, only ? Preview.Kind.ENDED : Preview.Kind.CHANGED, now.name(), differences);
        }

        private void compare(UnitDetails now, UnitDetails details, List<Preview.Difference> differences) {
            Map<String, String> before = words(now);
            words(details).forEach((key, after) -> {
                if (!after.equals(before.get(key))) {
                    differences.add(draft.difference(key, Objects.requireNonNullElse(before.get(key), ""), after));
                }
            });
        }

        private Map<String, String> words(UnitDetails details) {
            Map<String, String> words = new LinkedHashMap<>();
            words.put("unit.name", details.name());
            words.put("unit.kind", texts.of("unit.kind." + details.kind()));
            words.put("unit.principal", principals.unitOwner(details.principal()));
            words.put("unit.parent", Objects.requireNonNullElse(details.parent(), ""));
            words.put("unit.responsible", details.responsible());
            return words;
        }

        private @Nullable String parent(Line line) {
            String code = line.text("parent");
            Unit unit = known.get(key(code));
            return unit != null ? unit.code() : code.isEmpty() ? null : code;
        }

        private @Nullable UnitKind kind(String word) {
            return Arrays.stream(UnitKind.values())
                    .filter(kind -> texts.of("unit.kind." + kind).equalsIgnoreCase(word))
                    .findFirst()
                    .orElse(null);
        }
    }
}
