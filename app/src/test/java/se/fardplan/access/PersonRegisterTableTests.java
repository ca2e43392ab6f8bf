package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fardplan.access.PeopleOfNorrby.ADMIN;
import static se.fardplan.access.PeopleOfNorrby.BO;
import static se.fardplan.access.PeopleOfNorrby.COUNTY;
import static se.fardplan.access.PeopleOfNorrby.MANAGER;
import static se.fardplan.access.PeopleOfNorrby.OWN;
import static se.fardplan.access.PeopleOfNorrby.STRANGER;
import static se.fardplan.access.PeopleOfNorrby.SYSTEM;
import static se.fardplan.access.PeopleOfNorrby.TODAY;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.fardplan.Refusal;

/** Every change of a person × who makes it × where the account stands; the person is head of a unit of 2080. */
class PersonRegisterTableTests {

    /**
     * {@code ok} it is done; otherwise the number of the refusal. SELF is the person herself, MANAGER of her own unit.
     */
    private static final String EXPECTED = """
            change   state    COUNTY ADMIN STRANGER MANAGER SYSTEM SELF
            INVITE   ACTIVE   ok     ok    001      001     001    001
            CORRECT  INVITED  ok     ok    001      001     001    001
            CORRECT  ACTIVE   ok     ok    001      001     001    001
            CORRECT  CLOSED   ok     ok    001      001     001    001
            MOVE     ACTIVE   ok     001   001      001     001    001
            GIVE     INVITED  ok     ok    001      001     001    001
            GIVE     ACTIVE   ok     ok    001      001     001    001
            GIVE     CLOSED   045    045   001      001     001    001
            RAISE    ACTIVE   ok     001   001      001     ok     001
            ELSE     ACTIVE   ok     001   ok       001     001    001
            PROLONG  INVITED  ok     ok    001      001     001    001
            PROLONG  ACTIVE   ok     ok    001      001     001    001
            END      INVITED  ok     ok    001      ok      001    001
            END      ACTIVE   ok     ok    001      ok      001    001
            END      CLOSED   ok     ok    001      ok      001    001
            STAND_IN INVITED  ok     ok    001      001     001    ok
            STAND_IN ACTIVE   ok     ok    001      001     001    ok
            STAND_IN CLOSED   045    045   001      001     001    045
            CONFIRM  INVITED  ok     ok    001      ok      001    001
            CONFIRM  ACTIVE   ok     ok    001      ok      001    001
            CLOSE    INVITED  ok     ok    001      001     001    001
            CLOSE    ACTIVE   ok     ok    001      001     001    001
            CLOSE    CLOSED   ok     ok    001      001     001    001
            REOPEN   INVITED  ok     ok    001      001     001    001
            REOPEN   ACTIVE   ok     ok    001      001     001    001
            REOPEN   CLOSED   ok     ok    001      001     001    001
            """;

    static Stream<Arguments> cells() {
        List<String[]> rows =
                EXPECTED.lines().map(line -> line.strip().split(" +")).toList();
        List<Arguments> cells = new ArrayList<>();
        for (String[] row : rows.subList(1, rows.size())) {
            for (int column = 2; column < row.length; column++) {
                cells.add(Arguments.of(row[0], row[1], rows.getFirst()[column], row[column]));
            }
        }
        return cells.stream();
    }

    @ParameterizedTest(name = "{0} {1} by {2}: {3}")
    @MethodSource("cells")
    void doesWhatTheTableSays(String change, String state, String who, String expected) {
        PersonRegister register = PeopleOfNorrby.register(PeopleOfNorrby.with(BO, Person.State.valueOf(state)));
        List<Person> before = register.list();

        assertThat(outcome(register, who(who), change(change))).isEqualTo(expected);

        if (!expected.equals("ok")) {
            assertThat(register.list()).isEqualTo(before);
            assertThat(register.deeds()).isEmpty();
            assertThat(register.concerned()).isEmpty();
        }
    }

    private static String outcome(PersonRegister register, Person who, PersonChange change) {
        try {
            register.apply(PeopleOfNorrby.user(who), change);
            return "ok";
        } catch (Refusal refusal) {
            return refusal.code().substring("ACC-".length());
        }
    }

    private static Person who(String name) {
        return switch (name) {
            case "COUNTY" -> COUNTY;
            case "ADMIN" -> ADMIN;
            case "STRANGER" -> STRANGER;
            case "MANAGER" -> MANAGER;
            case "SYSTEM" -> SYSTEM;
            case "SELF" -> BO;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static PersonChange change(String name) {
        UUID held = BO.roles().getFirst().id();
        return switch (name) {
            case "INVITE" -> new PersonChange.Invite(new UUID(9, 9), "ny@norrby.example", "Ny Person", OWN);
            case "CORRECT" -> new PersonChange.Correct(BO.id(), BO.version(), "Bo Almgren", OWN);
            case "MOVE" -> new PersonChange.Correct(BO.id(), BO.version(), BO.name(), PeopleOfNorrby.OTHER);
            case "GIVE" -> give(new CurrentUser.Grant(Role.LOCAL_LEAD, OWN));
            case "RAISE" -> give(new CurrentUser.Grant(Role.COUNTY_ADMIN, null));
            case "ELSE" -> give(new CurrentUser.Grant(Role.LOCAL_LEAD, PeopleOfNorrby.OTHER));
            case "PROLONG" -> new PersonChange.End(BO.id(), held, null);
            case "END" -> new PersonChange.End(BO.id(), held, TODAY.plusDays(10));
            case "STAND_IN" -> new PersonChange.StandIn(BO.id(), held, MANAGER.id(), TODAY, TODAY.plusDays(30));
            case "CONFIRM" -> new PersonChange.Confirm(BO.id(), held);
            case "CLOSE" -> new PersonChange.Close(BO.id());
            case "REOPEN" -> new PersonChange.Reopen(BO.id());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static PersonChange give(CurrentUser.Grant grant) {
        return new PersonChange.Give(BO.id(), grant, TODAY, null);
    }
}
