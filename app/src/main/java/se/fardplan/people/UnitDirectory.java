package se.fardplan.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Person;
import se.fardplan.access.PersonChange;
import se.fardplan.access.Persons;
import se.fardplan.access.Scope;
import se.fardplan.access.Trace;
import se.fardplan.desk.Desk;
import se.fardplan.desk.SearchText;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;
import se.fardplan.organisation.Unit;
import se.fardplan.organisation.UnitChange;
import se.fardplan.organisation.UnitDetails;
import se.fardplan.organisation.Units;

/** Changes of units: who may, the log, the search and the roles that follow a unit (enhetsregistret). */
@Service
class UnitDirectory {

    private final Units units;
    private final Organisation organisation;
    private final Persons persons;
    private final Access access;
    private final Desk desk;
    private final Texts texts;

    UnitDirectory(Units units, Organisation organisation, Persons persons, Access access, Desk desk, Texts texts) {
        this.units = units;
        this.organisation = organisation;
        this.persons = persons;
        this.access = access;
        this.desk = desk;
        this.texts = texts;
    }

    /** Makes one change and gives the unit as it now stands. */
    @Transactional
    public Unit apply(CurrentUser by, UnitChange change) {
        return apply(by, List.of(change)).getFirst();
    }

    /** Makes the changes, all or none. Refusals: {@code ACC-001}, and those of {@link Units}. */
    @Transactional
    public List<Unit> apply(CurrentUser by, List<UnitChange> changes) {
        List<@Nullable Unit> before = new ArrayList<>();
        Map<String, Unit> known = known();
        for (UnitChange change : changes) {
            demand(by, change, known);
            before.add(known.get(key(code(change))));
        }
        List<Unit> after = units.apply(changes);
        for (int i = 0; i < changes.size(); i++) {
            Unit unit = after.get(i);
            follow(by, changes.get(i), unit);
            access.record(by, act(changes.get(i)), subject(unit), detail(changes.get(i), before.get(i)));
            index(unit);
        }
        return after;
    }

    /** What each change would meet; null where it would be made. */
    List<@Nullable Refusal> rehearse(CurrentUser by, List<UnitChange> changes) {
        List<@Nullable Refusal> refusals = new ArrayList<>(units.rehearse(changes));
        Map<String, Unit> known = known();
        for (int i = 0; i < changes.size(); i++) {
            try {
                demand(by, changes.get(i), known);
            } catch (Refusal refusal) {
                refusals.set(i, refusal);
            }
        }
        return refusals;
    }

    List<Trace> listTraces(Unit unit) {
        return access.listTraces(subject(unit));
    }

    /** Every unit as it stands, read once for a whole file. */
    private Map<String, Unit> known() {
        return units.list().stream().collect(Collectors.toMap(unit -> key(unit.code()), Function.identity()));
    }

    private static String key(String code) {
        return code.toLowerCase(Locale.ROOT);
    }

    /** The unit that is changed; blank for one that is not there yet. */
    private static String code(UnitChange change) {
        return switch (change) {
            case UnitChange.Add add -> "";
            case UnitChange.Change to -> to.code();
            case UnitChange.End end -> end.code();
            case UnitChange.Merge merge -> merge.code();
            case UnitChange.Name name -> name.code();
        };
    }

    /** For where the unit stands, and for where it would stand. */
    private void demand(CurrentUser by, UnitChange change, Map<String, Unit> known) {
        Unit unit = known.get(key(code(change)));
        if (unit != null) {
            unit.periods().forEach(period -> demand(by, period.details()));
        }
        switch (change) {
            case UnitChange.Add add -> demand(by, add.details());
            case UnitChange.Change to -> demand(by, to.details());
            case UnitChange.Merge merge -> {
                Unit into = known.get(key(merge.into()));
                if (into != null) {
                    demand(by, into.nearest(merge.day()));
                }
            }
            case UnitChange.End end -> {}
            case UnitChange.Name name -> {}
        }
    }

    private void demand(CurrentUser by, UnitDetails details) {
        access.demand(by, Act.MANAGE_UNITS, details.principal());
    }

    /** A role held for a unit ends with it, or goes over to the unit it became part of. */
    private void follow(CurrentUser by, UnitChange change, Unit unit) {
        switch (change) {
            case UnitChange.End end when end.lastDay() != null -> follow(by, unit, end.lastDay(), null);
            case UnitChange.Merge merge ->
                follow(
                        by,
                        unit,
                        merge.day().minusDays(1),
                        units.find(merge.into()).orElseThrow());
            default -> {}
        }
    }

    /** What has been is left as it was: a role that goes on ends yesterday at the earliest. */
    private void follow(CurrentUser by, Unit unit, LocalDate unitsLastDay, @Nullable Unit into) {
        LocalDate yesterday = Principals.today().minusDays(1);
        LocalDate lastDay = unitsLastDay.isBefore(yesterday) ? yesterday : unitsLastDay;
        List<PersonChange> changes = new ArrayList<>();
        for (Person person : persons.list(by)) {
            for (Person.Held role : person.roles()) {
                if (unit.code().equals(role.grant().unit())
                        && role.standsInFor() == null
                        && (role.until() == null || role.until().isAfter(lastDay))) {
                    changes.add(new PersonChange.End(person.id(), role.id(), lastDay));
                    if (into != null && person.state() != Person.State.CLOSED) {
                        goOver(person, role, lastDay, into).ifPresent(changes::add);
                    }
                }
            }
        }
        persons.apply(by, changes);
    }

    /** The role for the other unit; empty where it is held already, and for an actor, who has no roles. */
    private static Optional<PersonChange> goOver(Person person, Person.Held role, LocalDate lastDay, Unit into) {
        LocalDate from = role.from().isAfter(lastDay) ? role.from() : lastDay.plusDays(1);
        String organisation = into.nearest(from).principal();
        CurrentUser.Grant grant = new CurrentUser.Grant(role.grant().role(), organisation, into.code());
        boolean held = person.roles().stream()
                .anyMatch(other -> other.grant().equals(grant)
                        && other.standsInFor() == null
                        && !other.isOver(from)
                        && (role.until() == null || !other.from().isAfter(role.until())));
        return organisation == null || held
                ? Optional.empty()
                : Optional.of(new PersonChange.Give(person.id(), grant, from, role.until()));
    }

    private void index(Unit unit) {
        LocalDate today = Principals.today();
        UnitDetails details = unit.nearest(today);
        String words = String.join(
                " ",
                texts.of("unit.kind." + details.kind()),
                principal(details),
                unit.code(),
                String.join(" ", unit.otherNames(today)));
        desk.index(new SearchText("unit", address(unit), details.name(), words, Scope.anyone()));
    }

    private String principal(UnitDetails details) {
        return details.principal() == null
                ? ""
                : organisation
                        .findPrincipal(details.principal())
                        .map(Principal::name)
                        .orElse("");
    }

    static String address(Unit unit) {
        return "/enheter/" + unit.code();
    }

    private static String subject(Unit unit) {
        return "unit/" + unit.code();
    }

    private static String act(UnitChange change) {
        return switch (change) {
            case UnitChange.Add add -> "unit.added";
            case UnitChange.Change to -> "unit.changed";
            case UnitChange.End end -> "unit.ended";
            case UnitChange.Merge merge -> "unit.merged";
            case UnitChange.Name name -> "unit.named";
        };
    }

    private String detail(UnitChange change, @Nullable Unit before) {
        return switch (change) {
            case UnitChange.Add add -> add.details().name() + ", " + add.from() + "–" + text(add.until());
            case UnitChange.Change to -> to.day() + ": " + differences(before, to);
            case UnitChange.End end -> text(before == null ? null : before.until()) + " → " + text(end.lastDay());
            case UnitChange.Merge merge -> merge.day() + " → " + merge.into();
            case UnitChange.Name name ->
                String.join(", ", before == null ? List.of() : before.aliases()) + " → "
                        + String.join(", ", name.aliases());
        };
    }

    private String differences(@Nullable Unit before, UnitChange.Change to) {
        UnitDetails old = before == null ? to.details() : before.nearest(to.day());
        UnitDetails now = to.details();
        List<String> differences = new ArrayList<>();
        add(differences, "unit.name", old.name(), now.name());
        add(differences, "unit.kind", texts.of("unit.kind." + old.kind()), texts.of("unit.kind." + now.kind()));
        add(differences, "unit.principal", principal(old), principal(now));
        add(differences, "unit.parent", text(old.parent()), text(now.parent()));
        add(differences, "unit.responsible", old.responsible(), now.responsible());
        return String.join("; ", differences);
    }

    private void add(List<String> differences, String key, String old, String now) {
        if (!Objects.equals(old, now)) {
            differences.add(texts.of(key) + " " + old + " → " + now);
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
