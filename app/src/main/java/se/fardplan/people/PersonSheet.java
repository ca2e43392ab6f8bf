package se.fardplan.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Person;
import se.fardplan.access.PersonChange;
import se.fardplan.access.Persons;
import se.fardplan.access.Role;
import se.fardplan.sheets.Draft;
import se.fardplan.sheets.Line;
import se.fardplan.sheets.Preview;
import se.fardplan.sheets.Reading;
import se.fardplan.sheets.Template;

/**
 * People as a table (personer i Excel), a row for each role. A file invites, corrects, gives roles and sets last days; what is
 * not in it stays as it is.
 */
@Component
class PersonSheet implements Exchange {

    private final Persons persons;
    private final PersonDirectory directory;
    private final Principals principals;
    private final Texts texts;

    PersonSheet(Persons persons, PersonDirectory directory, Principals principals, Texts texts) {
        this.persons = persons;
        this.directory = directory;
        this.principals = principals;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "personer";
    }

    @Override
    public Template template() {
        List<String> scopes = new ArrayList<>(List.of(texts.of("person.county")));
        principals.choices().forEach(choice -> scopes.add(choice.word()));
        List<String> roles = Arrays.stream(Role.values())
                .map(role -> texts.of("role." + role))
                .toList();
        return new Template(
                texts.of("persons.title"),
                List.of(
                        Template.Field.email("email", texts.of("person.email")).required(),
                        Template.Field.text("name", texts.of("person.name")).required(),
                        Template.Field.choice("organisation", texts.of("person.works"), scopes)
                                .required()
                                .help(texts.of("persons.file.works")),
                        Template.Field.choice("role", texts.of("person.role"), roles)
                                .help(texts.of("persons.file.role")),
                        Template.Field.choice("scope", texts.of("person.scope"), scopes)
                                .help(texts.of("persons.file.scope")),
                        Template.Field.text("unit", texts.of("person.unit")).help(texts.of("persons.file.unit")),
                        Template.Field.date("from", texts.of("unit.from")).help(texts.of("persons.file.from")),
                        Template.Field.date("until", texts.of("unit.until")).help(texts.of("unit.until.hint"))));
    }

    @Override
    public List<Map<String, String>> rows(@Nullable CurrentUser user) {
        LocalDate today = Principals.today();
        Function<@Nullable String, String> scopes = principals.scopes();
        List<Map<String, String>> rows = new ArrayList<>();
        for (Person person : user == null ? List.<Person>of() : persons.list(user)) {
            if (person.state() == Person.State.CLOSED) {
                continue;
            }
            List<Person.Held> roles = person.roles().stream()
                    .filter(role -> !role.isOver(today) && role.standsInFor() == null)
                    .toList();
            if (roles.isEmpty()) {
                rows.add(row(person, null, scopes));
            }
            roles.forEach(role -> rows.add(row(person, role, scopes)));
        }
        return rows;
    }

    private Map<String, String> row(
            Person person, Person.@Nullable Held role, Function<@Nullable String, String> scopes) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("email", person.email());
        row.put("name", person.name());
        row.put("organisation", scopes.apply(person.organisation()));
        if (role != null) {
            row.put("role", texts.of("role." + role.grant().role()));
            row.put("scope", scopes.apply(role.grant().organisation()));
            row.put("unit", Objects.requireNonNullElse(role.grant().unit(), ""));
            row.put("from", role.from().toString());
            row.put("until", Objects.toString(role.until(), ""));
        }
        return row;
    }

    @Override
    public Plan plan(CurrentUser user, Reading reading) {
        Map<String, Person> known = new HashMap<>();
        persons.list(user).forEach(person -> known.put(person.email().toLowerCase(Locale.ROOT), person));
        Draft<PersonChange> draft = new Draft<>(reading, texts);
        Planning planning = new Planning(draft, known, Principals.today());
        reading.lines().forEach(planning::take);
        Preview preview = draft.preview(changes -> persons.rehearse(user, changes), PersonSheet::cell);
        return new Plan(preview, () -> directory.apply(user, draft.changes()));
    }

    /** The cell a refusal is about. */
    private static String cell(Refusal refusal) {
        return switch (refusal.code()) {
            case "ACC-002", "ACC-004", "ACC-045" -> "email";
            case "ACC-003" -> "name";
            case "ACC-001", "ACC-023", "ACC-024" -> "scope";
            case "ACC-050" -> "unit";
            case "ACC-022", "ACC-051" -> "until";
            default -> "role";
        };
    }

    /** The changes as they are found, row by row. */
    private final class Planning {

        private final Draft<PersonChange> draft;
        private final Map<String, Person> known;
        private final Map<String, UUID> invited = new HashMap<>();
        private final Map<String, Line> first = new HashMap<>();
        private final LocalDate today;
        private final Function<String, @Nullable String> codes = principals.codes();

        Planning(Draft<PersonChange> draft, Map<String, Person> known, LocalDate today) {
            this.draft = draft;
            this.known = known;
            this.today = today;
        }

        void take(Line line) {
            String email = line.text("email").toLowerCase(Locale.ROOT);
            if (email.isEmpty()
                    || line.text("name").isEmpty()
                    || line.text("organisation").isEmpty()) {
                // The template has said what is missing.
                return;
            }
            Line before = first.putIfAbsent(email, line);
            if (before != null && !before.text("name").equals(line.text("name"))) {
                draft.problem(line, "name", texts.of("persons.file.twoNames", before.text("name"), before.row()));
                return;
            }
            List<Preview.Difference> differences = new ArrayList<>();
            Person person = known.get(email);
            boolean isNew = person == null && !invited.containsKey(email);
            UUID id = person != null ? person.id() : invited.computeIfAbsent(email, one -> UUID.randomUUID());
            String organisation = codes.apply(line.text("organisation"));
            if (isNew) {
                draft.change(line, new PersonChange.Invite(id, email, line.text("name"), organisation));
                differences.add(draft.difference("person.email", "", email));
            } else if (person != null && before == null) {
                correct(line, person, organisation, differences);
            }
            role(line, id, person, differences);
            show(line, isNew, differences);
        }

        private void correct(
                Line line, Person person, @Nullable String organisation, List<Preview.Difference> differences) {
            boolean renamed = !person.name().equals(line.text("name"));
            boolean moved = !Objects.equals(person.organisation(), organisation);
            if (renamed || moved) {
                draft.change(
                        line, new PersonChange.Correct(person.id(), person.version(), line.text("name"), organisation));
            }
            if (renamed) {
                differences.add(draft.difference("person.name", person.name(), line.text("name")));
            }
            if (moved) {
                differences.add(draft.difference(
                        "person.works", principals.scope(person.organisation()), principals.scope(organisation)));
            }
        }

        private void role(Line line, UUID id, @Nullable Person person, List<Preview.Difference> differences) {
            Role role = role(line.text("role"));
            if (role == null) {
                if (line.text("role").isEmpty() && !(line.text("unit") + line.text("scope")).isEmpty()) {
                    draft.problem(line, "role", texts.of("persons.file.noRole"));
                }
                return;
            }
            String unit = line.text("unit").isEmpty() ? null : line.text("unit");
            CurrentUser.Grant grant = new CurrentUser.Grant(role, codes.apply(line.text("scope")), unit);
            LocalDate until = line.date("until");
            Person.Held held = person == null ? null : find(person, grant, line.date("from"));
            String words = String.join(", ", line.text("role"), line.text("scope"), line.text("unit"))
                    .replaceAll("(, )+$", "");
            if (held == null) {
                LocalDate from = Objects.requireNonNullElse(line.date("from"), today);
                draft.change(line, new PersonChange.Give(id, grant, from, until));
                differences.add(draft.difference("person.role", "", words));
            } else if (line.has("until") && !Objects.equals(held.until(), until)) {
                draft.change(line, new PersonChange.End(id, held.id(), until));
                differences.add(draft.difference(
                        "unit.until", Objects.toString(held.until(), ""), Objects.toString(until, "")));
            }
        }

        private Person.@Nullable Held find(Person person, CurrentUser.Grant grant, @Nullable LocalDate from) {
            List<Person.Held> held = person.roles().stream()
                    .filter(role -> role.grant().equals(grant) && !role.isOver(today) && role.standsInFor() == null)
                    .toList();
            // Held twice with a time between, its first day tells which is meant.
            return held.stream()
                    .filter(role -> role.from().equals(from))
                    .findFirst()
                    .or(() -> held.stream().findFirst())
                    .orElse(null);
        }

        private @Nullable Role role(String word) {
            return Arrays.stream(Role.values())
                    .filter(role -> texts.of("role." + role).equalsIgnoreCase(word))
                    .findFirst()
                    .orElse(null);
        }

        private void show(Line line, boolean isNew, List<Preview.Difference> differences) {
            boolean ends = differences.stream()
                    .allMatch(difference -> difference.header().equals(texts.of("unit.until"))
                            && !difference.after().isEmpty());
            Preview.Kind kind = isNew ? Preview.Kind.ADDED : ends ? Preview.Kind.ENDED : Preview.Kind.CHANGED;
            draft.show(line, kind, line.text("name"), differences);
        }
    }
}
