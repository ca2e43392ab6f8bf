package se.fardplan.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.HouseTime;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Person;
import se.fardplan.access.Persons;
import se.fardplan.access.Requires;
import se.fardplan.access.Role;

/** The people of the house, as far as one may see them (personer). */
@Controller
class PersonListController {

    static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    private final Persons persons;
    private final Principals principals;
    private final Access access;
    private final Texts texts;

    PersonListController(Persons persons, Principals principals, Access access, Texts texts) {
        this.persons = persons;
        this.principals = principals;
        this.access = access;
        this.texts = texts;
    }

    @Requires(Act.READ_PEOPLE)
    @GetMapping("/personer")
    String list(
            @RequestParam(name = "sok", defaultValue = "") String search,
            @RequestParam(name = "huvudman", defaultValue = "") String organisation,
            @RequestParam(name = "roll", defaultValue = "") String role,
            @RequestParam(name = "lage", defaultValue = "") String state,
            CurrentUser user,
            Model model) {
        LocalDate today = Principals.today();
        List<Person> everyone = persons.list(user);
        Function<CurrentUser.Grant, String> words = persons.words();
        List<PersonList.Row> rows = everyone.stream()
                .filter(person -> matches(person, search))
                .filter(person -> organisation.isEmpty()
                        || organisation.equals(person.organisation())
                        || person.rolesOn(today).stream()
                                .anyMatch(
                                        held -> organisation.equals(held.grant().organisation())))
                .filter(person -> role.isEmpty()
                        || person.rolesOn(today).stream()
                                .anyMatch(held -> held.grant().role().name().equals(role)))
                .filter(person -> state.isEmpty() || person.state().name().equals(state))
                .map(person -> row(person, today, words))
                .toList();
        model.addAttribute(
                "page",
                new PersonList(
                        search,
                        organisation,
                        role,
                        state,
                        principals.choices(),
                        Arrays.stream(Role.values())
                                .map(one -> new Principals.Choice(one.name(), texts.of("role." + one)))
                                .toList(),
                        Arrays.stream(Person.State.values())
                                .map(one -> new Principals.Choice(one.name(), texts.of("person.state." + one)))
                                .toList(),
                        (int) everyone.stream()
                                .filter(person -> person.state() != Person.State.CLOSED)
                                .count(),
                        (int) everyone.stream()
                                .filter(person -> person.state() == Person.State.INVITED)
                                .count(),
                        rows,
                        access.maySomewhere(user, Act.MANAGE_PEOPLE)));
        return "people/persons";
    }

    private PersonList.Row row(Person person, LocalDate today, Function<CurrentUser.Grant, String> words) {
        return new PersonList.Row(
                person.name(),
                PersonDirectory.address(person),
                person.email(),
                principals.scope(person.organisation()),
                person.rolesOn(today).stream()
                        .map(held -> words.apply(held.grant()))
                        .toList(),
                person.state().name(),
                person.lastLoginAt() == null
                        ? texts.of("person.never")
                        : DAY.format(person.lastLoginAt().atZoneSameInstant(HouseTime.SWEDEN)));
    }

    private static boolean matches(Person person, String search) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || person.name().toLowerCase(Locale.ROOT).contains(wanted)
                || person.email().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
