package se.fardplan.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.fardplan.Crumb;
import se.fardplan.NotFound;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.access.Persons;
import se.fardplan.organisation.Unit;
import se.fardplan.organisation.UnitDetails;
import se.fardplan.organisation.UnitPeriod;
import se.fardplan.organisation.Units;

/** A unit's page (enhetens sida). */
@Controller
class UnitController {

    private final Units units;
    private final UnitDirectory directory;
    private final Persons persons;
    private final Principals principals;
    private final Histories histories;
    private final Access access;
    private final Texts texts;

    UnitController(
            Units units,
            UnitDirectory directory,
            Persons persons,
            Principals principals,
            Histories histories,
            Access access,
            Texts texts) {
        this.units = units;
        this.directory = directory;
        this.persons = persons;
        this.principals = principals;
        this.histories = histories;
        this.access = access;
        this.texts = texts;
    }

    @Open
    @GetMapping("/enheter/{code}")
    String page(@PathVariable String code, @Nullable CurrentUser user, Model model) {
        Unit unit = units.find(code).orElseThrow(() -> new NotFound("unit " + code));
        LocalDate today = Principals.today();
        UnitDetails details = unit.nearest(today);
        boolean sees = user != null && access.may(user, Act.READ_PEOPLE, details.principal(), unit.code());
        model.addAttribute(
                "page",
                new UnitPage(
                        unit.code(),
                        details.name(),
                        state(unit, today),
                        List.of(new Crumb(texts.of("units.title"), "/enheter")),
                        facts(unit, details, today),
                        below(unit, today),
                        sees && user != null ? people(user, unit) : null,
                        unit.periods().size() == 1
                                ? List.of()
                                : unit.periods().reversed().stream()
                                        .map(this::period)
                                        .toList(),
                        sees ? histories.of(directory.listTraces(unit)) : List.of(),
                        user != null && access.may(user, Act.MANAGE_UNITS, details.principal())));
        return "people/unit";
    }

    private @Nullable String state(Unit unit, LocalDate today) {
        String into = unit.mergedInto();
        LocalDate until = unit.until();
        if (into != null && until != null && until.isBefore(today)) {
            return texts.of("unit.merged", name(into, today), until.plusDays(1).toString());
        }
        if (until != null) {
            return texts.of(until.isBefore(today) ? "unit.ended" : "unit.ends", until.toString());
        }
        return unit.from().isAfter(today) ? texts.of("unit.begins", unit.from().toString()) : null;
    }

    private List<UnitPage.Fact> facts(Unit unit, UnitDetails details, LocalDate today) {
        List<UnitPage.Fact> facts = new ArrayList<>();
        facts.add(fact("unit.kind", texts.of("unit.kind." + details.kind())));
        facts.add(fact("unit.principal", principals.unitOwner(details.principal())));
        if (details.parent() != null) {
            facts.add(new UnitPage.Fact(
                    texts.of("unit.parent"), name(details.parent(), today), "/enheter/" + details.parent()));
        }
        if (!details.responsible().isEmpty()) {
            facts.add(fact("unit.responsible", details.responsible()));
        }
        facts.add(fact("unit.days", days(unit.from(), unit.until())));
        if (unit.mergedInto() != null) {
            facts.add(new UnitPage.Fact(
                    texts.of("unit.into"), name(unit.mergedInto(), today), "/enheter/" + unit.mergedInto()));
        }
        List<String> other = unit.otherNames(today);
        if (!other.isEmpty()) {
            facts.add(fact("unit.aliases", String.join(", ", other)));
        }
        facts.add(fact("unit.code", unit.code()));
        return facts;
    }

    private UnitPage.Fact fact(String key, String value) {
        return new UnitPage.Fact(texts.of(key), value, null);
    }

    private String name(String code, LocalDate day) {
        return units.find(code).map(unit -> unit.nearest(day).name()).orElse(code);
    }

    private List<Crumb> below(Unit unit, LocalDate day) {
        return units.list().stream()
                .filter(other -> other.on(day)
                        .map(details -> unit.code().equals(details.parent()))
                        .orElse(false))
                .sorted(UnitListController.byName(day))
                .map(other -> new Crumb(other.nearest(day).name(), UnitDirectory.address(other)))
                .toList();
    }

    private List<UnitPage.Someone> people(CurrentUser user, Unit unit) {
        LocalDate today = Principals.today();
        Function<CurrentUser.Grant, String> words = persons.words();
        return persons.list(user).stream()
                .flatMap(person -> person.rolesOn(today).stream()
                        .filter(role -> unit.code().equals(role.grant().unit()))
                        .map(role -> new UnitPage.Someone(
                                person.name(),
                                PersonDirectory.address(person),
                                words.apply(new CurrentUser.Grant(role.grant().role(), null)),
                                days(role.from(), role.until()))))
                .toList();
    }

    private UnitPage.Period period(UnitPeriod period) {
        UnitDetails details = period.details();
        String parent = details.parent() == null ? "" : ", " + name(details.parent(), period.from());
        return new UnitPage.Period(
                days(period.from(), period.until()),
                details.name() + ", " + texts.of("unit.kind." + details.kind()) + parent);
    }

    private String days(LocalDate from, @Nullable LocalDate until) {
        return until == null
                ? texts.of("days.from", from.toString())
                : texts.of("days.both", from.toString(), until.toString());
    }
}
