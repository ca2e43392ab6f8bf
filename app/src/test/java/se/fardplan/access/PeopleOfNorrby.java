package se.fardplan.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fardplan.access.CurrentUser.Grant;

/** A small register of people, with one of each who may want to change it. */
final class PeopleOfNorrby {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final String OWN = "2080";
    static final String OTHER = "2034";
    static final String UNIT = "2080-001";

    static final Person COUNTY = person(1, "Carin Land", null, new Grant(Role.COUNTY_ADMIN, null));
    static final Person ADMIN = person(2, "Olle Ek", OWN, new Grant(Role.ORGANISATION_ADMIN, OWN));
    static final Person STRANGER = person(3, "Siv Orsa", OTHER, new Grant(Role.ORGANISATION_ADMIN, OTHER));
    static final Person MANAGER = person(4, "Eva Chef", OWN, new Grant(Role.UNIT_MANAGER, OWN, UNIT));
    static final Person SYSTEM = person(5, "Sten Drift", null, new Grant(Role.SYSADMIN, null));
    static final Person BO = person(6, "Bo Alm", OWN, new Grant(Role.HEAD, OWN, UNIT));

    private PeopleOfNorrby() {}

    static Person person(int number, String name, @Nullable String organisation, Grant... grants) {
        List<Person.Held> roles = new ArrayList<>();
        for (Grant grant : grants) {
            roles.add(held(new UUID(number, 100 + roles.size()), grant, LocalDate.of(2025, 1, 1), null));
        }
        return new Person(
                new UUID(0, 1000 + number),
                "person" + number + "@norrby.example",
                name,
                organisation,
                Person.State.ACTIVE,
                null,
                7,
                roles);
    }

    static Person.Held held(UUID id, Grant grant, LocalDate from, @Nullable LocalDate until) {
        return new Person.Held(id, grant, from, until, null, "", "Carin Land", from, null);
    }

    static Person with(Person person, Person.State state) {
        return new Person(
                person.id(),
                person.email(),
                person.name(),
                person.organisation(),
                state,
                null,
                person.version(),
                person.roles());
    }

    static Person also(Person person, Person.Held... more) {
        List<Person.Held> roles = new ArrayList<>(person.roles());
        roles.addAll(List.of(more));
        return person.holding(roles);
    }

    static CurrentUser user(Person person) {
        return new CurrentUser(
                person.id(),
                person.name(),
                person.email(),
                person.rolesOn(TODAY).stream().map(Person.Held::grant).toList());
    }

    /** The register with these people; each takes the place of the one of the same id. */
    static PersonRegister register(Person... changed) {
        List<Person> everyone = new ArrayList<>(List.of(COUNTY, ADMIN, STRANGER, MANAGER, SYSTEM, BO));
        for (Person person : changed) {
            everyone.removeIf(other -> other.id().equals(person.id()));
            everyone.add(person);
        }
        return new PersonRegister(
                everyone,
                new PersonRegister.Places(
                        grant -> grant.role().name(),
                        List.of(OWN, OTHER)::contains,
                        grant -> UNIT.equals(grant.unit()) && OWN.equals(grant.organisation())),
                TODAY);
    }
}
