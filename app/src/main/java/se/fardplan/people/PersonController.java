package se.fardplan.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.Crumb;
import se.fardplan.HouseTime;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Person;
import se.fardplan.access.PersonChange;
import se.fardplan.access.Persons;
import se.fardplan.access.Requires;
import se.fardplan.access.Role;
import se.fardplan.organisation.Units;

/** A person's page, and what an administrator does there (person). */
@Controller
class PersonController {

    private static final String ID = "{id:[0-9a-f-]{36}}";

    private final Persons persons;
    private final PersonDirectory directory;
    private final Tickets tickets;
    private final Principals principals;
    private final Histories histories;
    private final Units units;
    private final Access access;
    private final Texts texts;
    private final Clock clock;

    PersonController(
            Persons persons,
            PersonDirectory directory,
            Tickets tickets,
            Principals principals,
            Histories histories,
            Units units,
            Access access,
            Texts texts,
            Clock clock) {
        this.persons = persons;
        this.directory = directory;
        this.tickets = tickets;
        this.principals = principals;
        this.histories = histories;
        this.units = units;
        this.access = access;
        this.texts = texts;
        this.clock = clock;
    }

    @Requires(Act.READ_PEOPLE)
    @GetMapping("/personer/" + ID)
    String page(@PathVariable UUID id, CurrentUser user, Model model) {
        return show(id, null, user, model);
    }

    @Requires(Act.MANAGE_PEOPLE)
    @PostMapping("/personer/" + ID)
    String correct(
            @PathVariable UUID id,
            @RequestParam("namn") String name,
            @RequestParam(name = "huvudman", defaultValue = "") String organisation,
            @RequestParam("version") long version,
            CurrentUser user,
            Model model) {
        return saved(
                id, () -> new PersonChange.Correct(id, version, name, PersonForm.orNull(organisation)), user, model);
    }

    @Requires(Act.MANAGE_PEOPLE)
    @PostMapping("/personer/" + ID + "/roller")
    String give(
            @PathVariable UUID id,
            @RequestParam(name = "roll", defaultValue = "") String role,
            @RequestParam(name = "galler", defaultValue = "") String organisation,
            @RequestParam(name = "enhet", defaultValue = "") String unit,
            @RequestParam(name = "fran", defaultValue = "") String from,
            @RequestParam(name = "till", defaultValue = "") String until,
            CurrentUser user,
            Model model) {
        return saved(id, () -> PersonForm.give(id, role, organisation, unit, from, until), user, model);
    }

    @Requires(Act.MANAGE_PEOPLE)
    @PostMapping("/personer/" + ID + "/roller/{held:[0-9a-f-]{36}}/sista-dag")
    String end(
            @PathVariable UUID id,
            @PathVariable UUID held,
            @RequestParam(name = "till", defaultValue = "") String until,
            CurrentUser user,
            Model model) {
        return saved(id, () -> new PersonChange.End(id, held, UnitForm.day(until)), user, model);
    }

    @Requires(Act.MANAGE_PEOPLE)
    @PostMapping("/personer/" + ID + "/avslut")
    String close(@PathVariable UUID id, CurrentUser user, Model model) {
        return saved(id, () -> new PersonChange.Close(id), user, model);
    }

    @Requires(Act.MANAGE_PEOPLE)
    @PostMapping("/personer/" + ID + "/oppning")
    String reopen(@PathVariable UUID id, CurrentUser user, Model model) {
        return saved(id, () -> new PersonChange.Reopen(id), user, model);
    }

    @Requires(Act.MANAGE_PEOPLE)
    @PostMapping("/personer/" + ID + "/inbjudan")
    String invite(@PathVariable UUID id, CurrentUser user, Model model) {
        Person person = get(id, user);
        access.demand(user, Act.MANAGE_PEOPLE, person.organisation());
        try {
            tickets.invite(user, List.of(id));
        } catch (Refusal refusal) {
            return show(id, texts.of(refusal), user, model);
        }
        return "redirect:/personer/" + id;
    }

    private String saved(UUID id, Supplier<PersonChange> change, CurrentUser user, Model model) {
        get(id, user);
        try {
            directory.apply(user, change.get());
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            return show(id, texts.of(refusal), user, model);
        }
        return "redirect:/personer/" + id;
    }

    /** Someone this user may not see is told no more than that there is no such person. */
    private Person get(UUID id, CurrentUser user) {
        return persons.find(user, id).orElseThrow(() -> new NotFound("person " + id));
    }

    private String show(UUID id, @Nullable String problem, CurrentUser user, Model model) {
        Person person = get(id, user);
        LocalDate today = Principals.today();
        Function<CurrentUser.Grant, String> words = persons.words();
        boolean manages = access.may(user, Act.MANAGE_PEOPLE, person.organisation());
        boolean gives = access.maySomewhere(user, Act.MANAGE_PEOPLE);
        model.addAttribute(
                "page",
                new PersonPage(
                        id.toString(),
                        person.name(),
                        person.email(),
                        person.organisation() == null ? "" : person.organisation(),
                        principals.scope(person.organisation()),
                        person.state().name(),
                        invitation(person),
                        person.version(),
                        List.of(new Crumb(texts.of("persons.title"), "/personer")),
                        problem,
                        person.roles().stream()
                                .map(held -> held(held, user, words, today))
                                .toList(),
                        gives ? histories.of(access.listTraces("account/" + id)) : List.of(),
                        principals.choices().stream()
                                .filter(choice -> access.may(user, Act.MANAGE_PEOPLE, choice.value()))
                                .toList(),
                        gives ? roles(user) : List.of(),
                        gives ? units(user, today) : List.of(),
                        manages,
                        today.toString()));
        return "people/person";
    }

    private @Nullable String invitation(Person person) {
        return person.state() != Person.State.INVITED
                ? null
                : tickets.findInvitation(person.id())
                        .map(ticket -> texts.of(
                                ticket.isOpen(clock.instant()) ? "person.invited" : "person.invited.old",
                                PersonListController.DAY.format(ticket.madeAt().atZone(HouseTime.SWEDEN)),
                                PersonListController.DAY.format(
                                        ticket.expiresAt().atZone(HouseTime.SWEDEN))))
                        .orElse(texts.of("person.not-invited"));
    }

    private PersonPage.Held held(
            Person.Held held, CurrentUser user, Function<CurrentUser.Grant, String> words, LocalDate today) {
        return new PersonPage.Held(
                held.id().toString(),
                words.apply(held.grant()),
                held.until() == null
                        ? texts.of("days.from", held.from().toString())
                        : texts.of(
                                "days.both",
                                held.from().toString(),
                                held.until().toString()),
                held.standsInForName(),
                held.givenBy().isEmpty() ? "" : texts.of("person.given", held.givenBy()),
                held.isOver(today),
                !held.isOver(today) && access.mayGive(user, held.grant()),
                held.until() == null ? "" : held.until().toString());
    }

    /** The roles this user may give to someone somewhere. */
    private List<Principals.Choice> roles(CurrentUser user) {
        return Arrays.stream(Role.values())
                .filter(role -> access.mayGive(user, new CurrentUser.Grant(role, null))
                        || principals.choices().stream()
                                .anyMatch(choice -> access.mayGive(user, new CurrentUser.Grant(role, choice.value()))))
                .map(role -> new Principals.Choice(role.name(), texts.of("role." + role)))
                .toList();
    }

    private List<Principals.Choice> units(CurrentUser user, LocalDate today) {
        return units.list().stream()
                .filter(unit -> unit.until() == null || !unit.until().isBefore(today))
                .filter(unit -> unit.nearest(today).principal() != null
                        && access.may(
                                user, Act.MANAGE_PEOPLE, unit.nearest(today).principal()))
                .sorted(UnitListController.byName(today))
                .map(unit -> new Principals.Choice(
                        unit.code(),
                        unit.nearest(today).name() + ", "
                                + principals.unitOwner(unit.nearest(today).principal())))
                .toList();
    }
}
