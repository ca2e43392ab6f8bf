package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What lies on a desk or is found by a search opens to exactly those whom the policy lets at it. */
class ScopeKeysTests {

    private static final List<String> ORGANISATIONS = List.of("0020", "2080", "2034");
    private static final List<String> UNITS = List.of("2080-001", "norr");

    @Provide
    Arbitrary<List<CurrentUser.Grant>> grants() {
        Arbitrary<CurrentUser.Grant> grant = Combinators.combine(
                        Arbitraries.of(Role.values()),
                        Arbitraries.of(ORGANISATIONS).injectNull(0.3),
                        Arbitraries.of(UNITS).injectNull(0.6))
                .as((role, organisation, unit) ->
                        new CurrentUser.Grant(role, organisation, organisation == null ? null : unit));
        return grant.list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<@Nullable String> organisation() {
        return Arbitraries.of("0020", "2080", "2034").injectNull(0.3);
    }

    @Property(tries = 2000)
    void openAnActToWhomThePolicyAllowsItForTheWholeOrganisation(
            @ForAll("grants") List<CurrentUser.Grant> grants,
            @ForAll Act act,
            @ForAll("organisation") @Nullable String organisation) {
        CurrentUser user = new CurrentUser(new UUID(1, 1), "Prov", "prov@example.org", grants);
        Assume.that(act != Act.BE_LOGGED_IN);
        assertThat(opens(Scope.act(act, organisation), user)).isEqualTo(Policy.allows(user, act, organisation));
    }

    @Property(tries = 2000)
    void openARolesThingToThatRoleInThatPlaceAlone(
            @ForAll("grants") List<CurrentUser.Grant> grants,
            @ForAll Role role,
            @ForAll("organisation") @Nullable String organisation) {
        CurrentUser user = new CurrentUser(new UUID(1, 1), "Prov", "prov@example.org", grants);
        assertThat(opens(Scope.role(role, organisation, null), user))
                .isEqualTo(grants.contains(new CurrentUser.Grant(role, organisation)));
    }

    @Property
    void openAnAccountsThingToThatAccountAlone(@ForAll("grants") List<CurrentUser.Grant> grants) {
        UUID own = new UUID(1, 1);
        CurrentUser user = new CurrentUser(own, "Prov", "prov@example.org", grants);
        assertThat(opens(Scope.account(own), user)).isTrue();
        assertThat(opens(Scope.account(new UUID(1, 2)), user)).isFalse();
        assertThat(opens(Scope.account(own), null)).isFalse();
        assertThat(opens(Scope.anyone(), null)).isTrue();
        assertThat(opens(Scope.loggedIn(), null)).isFalse();
    }

    private static boolean opens(Scope scope, @Nullable CurrentUser user) {
        return Scope.keysOf(user).stream().anyMatch(scope.keys()::contains);
    }
}
