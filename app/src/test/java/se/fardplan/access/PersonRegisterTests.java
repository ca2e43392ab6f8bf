package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static se.fardplan.access.PeopleOfNorrby.ADMIN;
import static se.fardplan.access.PeopleOfNorrby.BO;
import static se.fardplan.access.PeopleOfNorrby.COUNTY;
import static se.fardplan.access.PeopleOfNorrby.MANAGER;
import static se.fardplan.access.PeopleOfNorrby.OTHER;
import static se.fardplan.access.PeopleOfNorrby.OWN;
import static se.fardplan.access.PeopleOfNorrby.SYSTEM;
import static se.fardplan.access.PeopleOfNorrby.TODAY;
import static se.fardplan.access.PeopleOfNorrby.UNIT;
import static se.fardplan.access.PeopleOfNorrby.also;
import static se.fardplan.access.PeopleOfNorrby.held;
import static se.fardplan.access.PeopleOfNorrby.user;
import static se.fardplan.access.PeopleOfNorrby.with;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.fardplan.Refusal;
import se.fardplan.access.CurrentUser.Grant;

/** The rules for people and their roles, one by one; who may what stands in the table beside. */
class PersonRegisterTests {

    private static final UUID ROLE = BO.roles().getFirst().id();
    private static final Grant LEAD = new Grant(Role.LOCAL_LEAD, OWN);

    private PersonRegister register = PeopleOfNorrby.register();

    private void refuses(String code, Person by, PersonChange change) {
        List<Person> before = register.list();
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> register.apply(user(by), change));
        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(register.list()).containsExactlyInAnyOrderElementsOf(before);
    }

    private void does(Person by, PersonChange change) {
        register.apply(user(by), change);
    }

    private static PersonChange give(Grant grant, LocalDate from, @Nullable LocalDate until) {
        return new PersonChange.Give(BO.id(), grant, from, until);
    }

    private static PersonChange invite(String email, String name, @Nullable String organisation) {
        return new PersonChange.Invite(new UUID(9, 9), email, name, organisation);
    }

    private static PersonChange end(Person person, @Nullable LocalDate lastDay) {
        return new PersonChange.End(person.id(), person.roles().getFirst().id(), lastDay);
    }

    private static PersonChange standIn(Person person, LocalDate from, LocalDate until) {
        return new PersonChange.StandIn(person.id(), person.roles().getFirst().id(), MANAGER.id(), from, until);
    }

    @Test
    void refusesAnInvitationThatCannotBeAnswered() {
        for (String email : List.of("", "bo", "bo@norrby", "bo@@norrby.example", "bo alm@norrby.example")) {
            refuses("ACC-002", ADMIN, invite(email, "Bo", OWN));
        }
        refuses("ACC-003", ADMIN, invite("ny@norrby.example", "  ", OWN));
        refuses("ACC-004", ADMIN, invite(" " + BO.email().toUpperCase(), "Bo", OWN));
        refuses("ACC-024", COUNTY, invite("ny@norrby.example", "Ny", "9999"));
    }

    @Test
    void refusesTheSecondOfTwoInvitationsToOneAddress() {
        does(ADMIN, invite("Ny@Norrby.example ", "Ny Person", OWN));
        refuses("ACC-004", ADMIN, invite("ny@norrby.example", "Ny Person", OWN));
        assertThat(register.get(new UUID(9, 9)).email()).isEqualTo("ny@norrby.example");
        assertThat(register.changed()).hasSize(1);
    }

    @Test
    void refusesWhatIsNotThereAndWhatHasBeenChangedMeanwhile() {
        refuses("ACC-040", COUNTY, new PersonChange.Close(new UUID(8, 8)));
        refuses("ACC-040", COUNTY, new PersonChange.End(BO.id(), new UUID(8, 8), TODAY));
        refuses("ACC-041", COUNTY, new PersonChange.Correct(BO.id(), BO.version() - 1, "Bosse", OWN));
        refuses("ACC-003", COUNTY, new PersonChange.Correct(BO.id(), BO.version(), " ", OWN));
    }

    @Test
    void refusesARoleForNothingOrForWhatIsNotThere() {
        refuses("ACC-023", COUNTY, give(new Grant(Role.UNIT_MANAGER, null), TODAY, null));
        refuses("ACC-023", COUNTY, give(new Grant(Role.HEAD, null, UNIT), TODAY, null));
        refuses("ACC-024", COUNTY, give(new Grant(Role.HEAD, "9999"), TODAY, null));
        refuses("ACC-050", COUNTY, give(new Grant(Role.HEAD, OTHER, UNIT), TODAY, null));
        refuses("ACC-050", COUNTY, give(new Grant(Role.HEAD, OWN, "ingen"), TODAY, null));
    }

    @Test
    void refusesDaysThatCannotBe() {
        refuses("ACC-051", COUNTY, give(LEAD, TODAY.plusDays(2), TODAY.plusDays(1)));
        refuses("ACC-022", COUNTY, give(LEAD, TODAY.minusDays(9), TODAY.minusDays(1)));
        refuses("ACC-022", COUNTY, end(BO, TODAY.minusDays(2)));
        does(COUNTY, end(BO, TODAY.minusDays(1)));
        assertThat(register.get(BO.id()).rolesOn(TODAY)).isEmpty();
    }

    @Test
    void refusesTheSameRoleTwiceOnOneDay() {
        does(ADMIN, give(LEAD, TODAY, TODAY.plusDays(10)));
        refuses("ACC-042", ADMIN, give(LEAD, TODAY.plusDays(10), null));
        does(ADMIN, give(LEAD, TODAY.plusDays(11), null));
        assertThat(register.changedRoles()).hasSize(2);
    }

    @Test
    void letsNoAdministratorCloseTheDoorBehindThemselves() {
        refuses("ACC-043", COUNTY, end(COUNTY, TODAY));
        refuses("ACC-043", ADMIN, end(ADMIN, TODAY));
        refuses("ACC-043", COUNTY, new PersonChange.Close(COUNTY.id()));
    }

    @Test
    void keepsTheLastOneWhoCanLetOthersIn() {
        refuses("ACC-044", SYSTEM, end(COUNTY, TODAY));
        refuses("ACC-044", SYSTEM, end(COUNTY, TODAY.plusDays(400)));
        Person second = also(BO, held(new UUID(7, 1), new Grant(Role.COUNTY_ADMIN, null), TODAY, null));
        register = PeopleOfNorrby.register(second);
        does(second, new PersonChange.Close(COUNTY.id()));
        refuses("ACC-044", SYSTEM, new PersonChange.End(second.id(), new UUID(7, 1), TODAY));
    }

    @Test
    void countsNobodyWhoHasNotComeInAmongThoseWhoCanLetOthersIn() {
        Person.Held same = held(new UUID(7, 1), new Grant(Role.COUNTY_ADMIN, null), TODAY, null);
        Person invited = with(also(BO, same), Person.State.INVITED);
        register = PeopleOfNorrby.register(invited);
        refuses("ACC-044", SYSTEM, end(COUNTY, TODAY));
        // Someone who comes in by another login never chooses a password.
        register = PeopleOfNorrby.register(new Person(
                invited.id(),
                invited.email(),
                invited.name(),
                OWN,
                Person.State.INVITED,
                OffsetDateTime.parse("2026-11-01T08:00Z"),
                1,
                invited.roles()));
        does(SYSTEM, end(COUNTY, TODAY));
    }

    @Test
    void leavesToTheCountyThoseWithRolesElsewhere() {
        Person.Held planned = held(new UUID(7, 1), new Grant(Role.HEAD, OTHER), TODAY.plusDays(5), null);
        Person.Held over = held(new UUID(7, 2), new Grant(Role.HEAD, OTHER), TODAY.minusDays(9), TODAY.minusDays(1));
        register = PeopleOfNorrby.register(also(BO, planned));
        refuses("ACC-049", ADMIN, new PersonChange.Close(BO.id()));
        register = PeopleOfNorrby.register(also(BO, over));
        does(ADMIN, new PersonChange.Close(BO.id()));
        register = PeopleOfNorrby.register(also(BO, planned));
        does(COUNTY, new PersonChange.Close(BO.id()));
    }

    @Test
    void letsNobodyBringToLifeARoleThatTheyMayNotGive() {
        Person.Held above = held(new UUID(7, 1), new Grant(Role.COUNTY_ADMIN, null), TODAY.minusDays(9), null);
        register = PeopleOfNorrby.register(with(also(BO, above), Person.State.CLOSED));
        refuses("ACC-049", ADMIN, new PersonChange.Reopen(BO.id()));
        does(COUNTY, new PersonChange.Reopen(BO.id()));
    }

    @Test
    void refusesAStandInWhoCannotBeOne() {
        refuses("ACC-046", ADMIN, new PersonChange.StandIn(BO.id(), ROLE, BO.id(), TODAY, TODAY));
        register = PeopleOfNorrby.register(with(MANAGER, Person.State.CLOSED));
        refuses("ACC-046", ADMIN, standIn(BO, TODAY, TODAY.plusDays(1)));
        register = PeopleOfNorrby.register();
        does(BO, standIn(BO, TODAY, TODAY.plusDays(1)));
        UUID standIn = register.get(MANAGER.id()).roles().getLast().id();
        refuses(
                "ACC-046",
                ADMIN,
                new PersonChange.StandIn(MANAGER.id(), standIn, ADMIN.id(), TODAY, TODAY.plusDays(1)));
    }

    @Test
    void letsSomeoneStandInAtMostAYear() {
        refuses("ACC-047", BO, standIn(BO, TODAY, TODAY.plusDays(367)));
        refuses("ACC-051", BO, standIn(BO, TODAY, TODAY.minusDays(1)));
        does(BO, standIn(BO, TODAY, TODAY.plusDays(366)));
        Person.Held standIn = register.get(MANAGER.id()).roles().getLast();
        assertThat(standIn.standsInFor()).isEqualTo(ROLE);
        refuses("ACC-047", ADMIN, new PersonChange.End(MANAGER.id(), standIn.id(), null));
        refuses("ACC-047", ADMIN, new PersonChange.End(MANAGER.id(), standIn.id(), TODAY.plusDays(367)));
        refuses("ACC-001", PeopleOfNorrby.STRANGER, new PersonChange.End(MANAGER.id(), standIn.id(), TODAY));
        does(BO, new PersonChange.End(MANAGER.id(), standIn.id(), TODAY.minusDays(1)));
        assertThat(register.get(MANAGER.id()).rolesOn(TODAY)).hasSize(1);
    }

    @Test
    void keepsAdministratorsRolesFromBeingLent() {
        refuses("ACC-001", ADMIN, standIn(COUNTY, TODAY, TODAY.plusDays(1)));
        Person onlyAdmin = also(BO, held(new UUID(7, 1), new Grant(Role.SYSADMIN, null), TODAY, null));
        register = PeopleOfNorrby.register(onlyAdmin);
        refuses(
                "ACC-001",
                BO,
                new PersonChange.StandIn(BO.id(), new UUID(7, 1), MANAGER.id(), TODAY, TODAY.plusDays(1)));
    }

    @Test
    void takesARoleThatNeverBeganFromThoseWhoStandInToo() {
        Person.Held planned = held(new UUID(7, 1), LEAD, TODAY.plusDays(10), null);
        register = PeopleOfNorrby.register(also(BO, planned));
        does(ADMIN, new PersonChange.StandIn(BO.id(), planned.id(), MANAGER.id(), TODAY, TODAY.plusDays(30)));
        does(ADMIN, new PersonChange.End(BO.id(), planned.id(), TODAY));
        assertThat(register.get(BO.id()).roles()).hasSize(1);
        assertThat(register.get(MANAGER.id()).roles()).hasSize(1);
        assertThat(register.changedRoles()).isEmpty();
        assertThat(register.droppedRoles()).hasSize(2).contains(planned.id());
        assertThat(register.concerned()).extracting(Person::id).containsExactlyInAnyOrder(BO.id(), MANAGER.id());
    }

    @Test
    void letsNobodyConfirmTheirOwnRole() {
        refuses(
                "ACC-048",
                MANAGER,
                new PersonChange.Confirm(
                        MANAGER.id(), MANAGER.roles().getFirst().id()));
        does(MANAGER, new PersonChange.Confirm(BO.id(), ROLE));
        assertThat(register.get(BO.id()).roles().getFirst().confirmedOn()).isEqualTo(TODAY);
    }

    @Test
    void savesTheLatestOfManyChangesOfARole() {
        does(ADMIN, end(BO, TODAY.plusDays(1)));
        does(ADMIN, end(BO, TODAY.plusDays(2)));
        does(ADMIN, end(BO, TODAY.plusDays(1)));
        assertThat(register.changedRoles().keySet())
                .singleElement()
                .extracting(Person.Held::until)
                .isEqualTo(TODAY.plusDays(1));
        assertThat(register.deeds()).hasSize(3);
    }
}
