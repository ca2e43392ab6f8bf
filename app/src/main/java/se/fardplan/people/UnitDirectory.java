package se.fardplan.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
        for (UnitChange change : changes) {
            Unit unit = find(change).orElse(null);
            demand(by, change, unit);
            before.add(unit);
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
        for (int i = 0; i < changes.size(); i++) {
            try {
                demand(by, changes.get(i), find(changes.get(i)).orElse(null));
            } catch (Refusal refusal) {
                refusals.set(i, refusal);
            }
        }
        return refusals;
    }

    List<Trace> listTraces(Unit unit) {
        return access.listTraces(subject(unit));
    }

    private Optional<Unit> find(UnitChange change) {
        return switch (change) {
            case UnitChange.Add add -> Optional.empty();
            case UnitChange.Change to -> units.find(to.code());
            case UnitChange.End end -> units.find(end.code());
            case UnitChange.Merge merge -> units.find(merge.code());
            case UnitChange.Name name -> units.find(name.code());
        };
    }

    /** For where the unit stands, and for where it would stand. */
    private void demand(CurrentUser by, UnitChange change, @Nullable Unit unit) {
        if (unit != null) {
            unit.periods().forEach(period -> demand(by, period.details()));
        }
        switch (change) {
            case UnitChange.Add add -> demand(by, add.details());
            case UnitChange.Change to -> demand(by, to.details());
            case UnitChange.Merge merge ->
                units.find(merge.into()).ifPresent(into -> demand(by, into.nearest(merge.day())));
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

    private void follow(CurrentUser by, Unit unit, LocalDate lastDay, @Nullable Unit into) {
        List<PersonChange> changes = new ArrayList<>();
        for (Person person : persons.list(by)) {
            for (Person.Held role : person.roles()) {
                if (unit.code().equals(role.grant().unit())
                        && role.standsInFor() == null
                        && (role.until() == null || role.until().isAfter(lastDay))) {
                    changes.add(new PersonChange.End(person.id(), role.id(), lastDay));
                    if (into != null) {
                        changes.add(new PersonChange.Give(
                                person.id(),
                                new CurrentUser.Grant(
                                        role.grant().role(), role.grant().organisation(), into.code()),
                                lastDay.plusDays(1),
                                role.until()));
                    }
                }
            }
        }
        persons.apply(by, changes);
    }

    private void index(Unit unit) {
        LocalDate today = LocalDate.now();
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
