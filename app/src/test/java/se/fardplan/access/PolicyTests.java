package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.fardplan.Proves;

/** Every role × act × whose it is; what stands here is domain.md §3.3, not a copy of the code. */
class PolicyTests {

    private static final String OWN = "2080";
    private static final String OTHER = "2034";

    /** What each role may do at all; anything that is not named here is denied. */
    private static final Map<Role, Set<Act>> MAY = Map.ofEntries(
            Map.entry(Role.SYSADMIN, EnumSet.of(Act.MANAGE_USERS, Act.READ_AUDIT, Act.SEE_OPERATIONS)),
            Map.entry(
                    Role.COUNTY_ADMIN,
                    EnumSet.of(
                            Act.READ_PEOPLE, Act.MANAGE_PEOPLE, Act.MANAGE_UNITS, Act.REVIEW_GRANTS, Act.READ_AUDIT)),
            Map.entry(
                    Role.ORGANISATION_ADMIN,
                    EnumSet.of(Act.READ_PEOPLE, Act.MANAGE_PEOPLE, Act.MANAGE_UNITS, Act.REVIEW_GRANTS)),
            Map.entry(
                    Role.REGIONAL_LEAD,
                    EnumSet.of(
                            Act.READ_PEOPLE,
                            Act.READ_DRAFTS,
                            Act.WRITE_ANALYSIS,
                            Act.ENTER_VALUE,
                            Act.RECORD_DECISION,
                            Act.FREEZE_REPORT,
                            Act.VERIFY_KEY_FIGURE,
                            Act.IMPORT_FIGURES,
                            Act.WRITE_SOME_PLAN,
                            Act.LEAD_ROUND,
                            Act.LEAD_ASSIGNMENT,
                            Act.WRITE_COUNTY_PLAN)),
            Map.entry(
                    Role.DEVELOPMENT_LEAD,
                    EnumSet.of(
                            Act.READ_PEOPLE,
                            Act.READ_DRAFTS,
                            Act.WRITE_ANALYSIS,
                            Act.ENTER_VALUE,
                            Act.WRITE_SOME_PLAN,
                            Act.WRITE_COUNTY_PLAN)),
            Map.entry(Role.COMMUNICATOR, EnumSet.of(Act.READ_DRAFTS, Act.WRITE_ANALYSIS)),
            Map.entry(
                    Role.DEPARTMENT_HEAD,
                    EnumSet.of(Act.READ_PEOPLE, Act.READ_DRAFTS, Act.READ_PLAN_DRAFTS, Act.AGREE_PLAN)),
            Map.entry(
                    Role.LOCAL_LEAD,
                    EnumSet.of(
                            Act.READ_PEOPLE,
                            Act.READ_DRAFTS,
                            Act.WRITE_ANALYSIS,
                            Act.ENTER_VALUE,
                            Act.RECORD_DECISION,
                            Act.WRITE_SOME_PLAN,
                            Act.WRITE_PLAN,
                            Act.ANSWER_ROUND,
                            Act.READ_PLAN_DRAFTS)),
            Map.entry(
                    Role.UNIT_MANAGER,
                    EnumSet.of(
                            Act.READ_PEOPLE,
                            Act.REVIEW_GRANTS,
                            Act.RECEIVE_PLAN,
                            Act.ANSWER_ROUND,
                            Act.READ_PLAN_DRAFTS)),
            Map.entry(
                    Role.HEAD,
                    EnumSet.of(
                            Act.READ_PEOPLE,
                            Act.READ_DRAFTS,
                            Act.READ_PLAN_DRAFTS,
                            Act.AGREE_PLAN,
                            Act.STEER_ASSIGNMENT)),
            Map.entry(Role.POLITICIAN, EnumSet.of(Act.RECEIVE_FINAL_ACCOUNT)),
            Map.entry(Role.REGISTRAR, EnumSet.of(Act.READ_AUDIT)));

    /** What is each organisation's own business, whoever has a role for the whole county (R13). */
    private static final Set<Act> OWN_BUSINESS =
            EnumSet.of(Act.WRITE_PLAN, Act.READ_PLAN_DRAFTS, Act.AGREE_PLAN, Act.ANSWER_ROUND);

    /** Which roles an administrator may give; anything that is not named here is denied. */
    private static final Map<Role, Set<Role>> MAY_GIVE = Map.of(
            Role.SYSADMIN, EnumSet.of(Role.SYSADMIN, Role.COUNTY_ADMIN),
            Role.COUNTY_ADMIN, EnumSet.complementOf(EnumSet.of(Role.SYSADMIN)),
            Role.ORGANISATION_ADMIN, EnumSet.complementOf(EnumSet.of(Role.SYSADMIN, Role.COUNTY_ADMIN)));

    private static CurrentUser holding(CurrentUser.Grant... grants) {
        return new CurrentUser(new UUID(1, 1), "Prov", "prov@example.org", List.of(grants));
    }

    static Stream<Arguments> everyRoleAndAct() {
        List<Arguments> all = new ArrayList<>();
        for (Role role : Role.values()) {
            for (Act act : Act.values()) {
                all.add(Arguments.of(role, act));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("everyRoleAndAct")
    void allowsARoleForTheCountyWhatItMayEverywhere(Role role, Act act) {
        CurrentUser user = holding(new CurrentUser.Grant(role, null));
        boolean may = act == Act.BE_LOGGED_IN || MAY.get(role).contains(act) && !OWN_BUSINESS.contains(act);
        assertThat(Policy.allows(user, act, null)).isEqualTo(may);
        assertThat(Policy.allows(user, act, OWN)).isEqualTo(may);
        assertThat(Policy.allowsSomewhere(user, act)).isEqualTo(may);
    }

    @ParameterizedTest
    @MethodSource("everyRoleAndAct")
    void allowsARoleForOneOrganisationWhatItMayThereAndNowhereElse(Role role, Act act) {
        CurrentUser user = holding(new CurrentUser.Grant(role, OWN));
        boolean may = MAY.get(role).contains(act);
        boolean always = act == Act.BE_LOGGED_IN;
        assertThat(Policy.allows(user, act, OWN)).isEqualTo(may || always);
        assertThat(Policy.allows(user, act, OTHER)).isEqualTo(always);
        assertThat(Policy.allows(user, act, null)).isEqualTo(always);
        assertThat(Policy.allowsSomewhere(user, act)).isEqualTo(may || always);
    }

    @ParameterizedTest
    @MethodSource("everyRoleAndAct")
    void addsUpTheRolesOfOnePerson(Role role, Act act) {
        CurrentUser user = holding(new CurrentUser.Grant(role, OWN), new CurrentUser.Grant(Role.LOCAL_LEAD, OTHER));
        boolean own = MAY.get(role).contains(act) || act == Act.BE_LOGGED_IN;
        boolean other = MAY.get(Role.LOCAL_LEAD).contains(act) || act == Act.BE_LOGGED_IN;
        assertThat(Policy.allows(user, act, OWN)).isEqualTo(own);
        assertThat(Policy.allows(user, act, OTHER)).isEqualTo(other);
    }

    @ParameterizedTest
    @MethodSource("everyRoleAndAct")
    void allowsARoleForAUnitWhatItMayThereAndNowhereElse(Role role, Act act) {
        CurrentUser user = holding(new CurrentUser.Grant(role, OWN, "2080-001"));
        boolean always = act == Act.BE_LOGGED_IN;
        assertThat(Policy.allows(user, act, OWN, "2080-001"))
                .isEqualTo(MAY.get(role).contains(act) || always);
        assertThat(Policy.allows(user, act, OWN, "2080-002")).isEqualTo(always);
        assertThat(Policy.allows(user, act, OWN)).isEqualTo(always);
        assertThat(Policy.allows(user, act, OTHER, "2080-001")).isEqualTo(always);
        assertThat(Policy.allows(user, act, null)).isEqualTo(always);
    }

    static Stream<Arguments> everyTwoRoles() {
        return Stream.of(Role.values())
                .flatMap(giver -> Stream.of(Role.values()).map(given -> Arguments.of(giver, given)));
    }

    @ParameterizedTest
    @MethodSource("everyTwoRoles")
    void letsAdministratorsGiveRolesWithinTheirOwnScope(Role giver, Role given) {
        boolean may = MAY_GIVE.getOrDefault(giver, Set.of()).contains(given);
        boolean aboveOrganisations = given == Role.SYSADMIN || given == Role.COUNTY_ADMIN;
        CurrentUser county = holding(new CurrentUser.Grant(giver, null));
        CurrentUser local = holding(new CurrentUser.Grant(giver, OWN));
        for (String organisation : new String[] {null, OWN, OTHER}) {
            CurrentUser.Grant grant = new CurrentUser.Grant(given, organisation);
            assertThat(Policy.mayGive(county, grant)).as(organisation).isEqualTo(may);
            assertThat(Policy.mayGive(local, grant))
                    .as(organisation)
                    .isEqualTo(may && OWN.equals(organisation) && !aboveOrganisations);
        }
    }

    /** The regional support unit compiles the report together; the department beside it reads along. */
    @Test
    @Proves({"R20", "R22"})
    void letsTheRegionalSupportUnitWorkTogetherAndTheProcessLeaderAloneFreeze() {
        for (Role role : List.of(Role.REGIONAL_LEAD, Role.DEVELOPMENT_LEAD, Role.COMMUNICATOR)) {
            CurrentUser user = holding(new CurrentUser.Grant(role, null));
            assertThat(Policy.allows(user, Act.READ_DRAFTS, OTHER)).isTrue();
            assertThat(Policy.allows(user, Act.WRITE_ANALYSIS, null)).isTrue();
            assertThat(Policy.allows(user, Act.FREEZE_REPORT, null)).isEqualTo(role == Role.REGIONAL_LEAD);
        }
        CurrentUser head = holding(new CurrentUser.Grant(Role.DEPARTMENT_HEAD, null));
        assertThat(Policy.allows(head, Act.READ_DRAFTS, OTHER)).isTrue();
        assertThat(Policy.allows(head, Act.WRITE_ANALYSIS, null)).isFalse();
    }

    @Test
    void allowsSomeoneWithoutARoleNothing() {
        for (Act act : Act.values()) {
            assertThat(Policy.allowsSomewhere(holding(), act)).isEqualTo(act == Act.BE_LOGGED_IN);
        }
    }

    @Test
    void givesNoRoleEverything() {
        for (Role role : Role.values()) {
            assertThat(MAY.get(role)).hasSizeLessThan(Act.values().length - 1);
        }
    }
}
