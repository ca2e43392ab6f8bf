package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.HouseTime;
import se.fardplan.PagesTest;
import se.fardplan.Refusal;

/** External login by configuration alone. */
@PagesTest
@TestPropertySource(
        properties = {
            "spring.security.oauth2.client.registration.lan.client-name=Länets inloggning",
            "spring.security.oauth2.client.registration.lan.client-id=fardplan",
            "spring.security.oauth2.client.registration.lan.client-secret=hemligt",
            "spring.security.oauth2.client.registration.lan.authorization-grant-type=authorization_code",
            "spring.security.oauth2.client.registration.lan.redirect-uri={baseUrl}/login/oauth2/code/{registrationId}",
            "spring.security.oauth2.client.registration.lan.scope=openid,email",
            "spring.security.oauth2.client.provider.lan.authorization-uri=https://idp.example.org/authorize",
            "spring.security.oauth2.client.provider.lan.token-uri=https://idp.example.org/token",
            "spring.security.oauth2.client.provider.lan.jwk-set-uri=https://idp.example.org/keys",
            "spring.security.oauth2.client.provider.lan.user-name-attribute=sub",
            "spring.security.oauth2.client.registration.borta.client-name=Borta",
            "spring.security.oauth2.client.registration.borta.client-id=fardplan",
            "spring.security.oauth2.client.registration.borta.client-secret=hemligt",
            "spring.security.oauth2.client.registration.borta.scope=openid,email",
            "spring.security.oauth2.client.provider.borta.issuer-uri=http://localhost:1/",
            "fardplan.oidc.roles.chefer=head",
            "fardplan.oidc.roles.admin=county-admin"
        })
class ExternalLoginPagesTests {

    @Autowired
    MockMvcTester pages;

    @Autowired
    Accounts accounts;

    @Autowired
    ExternalLogin external;

    @Autowired
    AccountStore store;

    @Autowired
    PersonStore people;

    @Autowired
    Persons persons;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private String landing(String email, @Nullable Boolean verified, String... groups) throws Exception {
        Map<String, Object> claims = new HashMap<>(Map.of("sub", "1", "email", email, "groups", List.of(groups)));
        if (verified != null) {
            claims.put("email_verified", verified);
        }
        OidcIdToken token = new OidcIdToken("x", Instant.now(), Instant.now().plusSeconds(60), claims);
        MockHttpServletResponse response = new MockHttpServletResponse();
        external.onAuthenticationSuccess(
                new MockHttpServletRequest(),
                response,
                new OAuth2AuthenticationToken(new DefaultOidcUser(List.of(), token), List.of(), "lan"));
        return response.getRedirectedUrl();
    }

    private String account(String... roles) {
        String email = UUID.randomUUID() + "@example.org";
        accounts.add(CurrentUser.console(), email, "Bo Ek", List.of(roles), "tre gröna cyklar vid Siljan");
        return email;
    }

    private List<String> roles(String email) {
        return accounts.findUser(id(email), store.find(id(email)).orElseThrow().stamp()).orElseThrow().grants().stream()
                .map(grant -> grant.role() + (grant.organisation() == null ? "" : ":" + grant.organisation()))
                .toList();
    }

    private UUID id(String email) {
        return store.findByEmail(email).orElseThrow().id();
    }

    @Test
    void offersTheOtherWayIn() {
        assertThat(pages.get().uri("/logga-in"))
                .bodyText()
                .contains("Logga in med Länets inloggning", "/oauth2/authorization/lan");
        assertThat(pages.get()
                        .uri("/oauth2/authorization/lan")
                        .exchange()
                        .getResponse()
                        .getRedirectedUrl())
                .startsWith("https://idp.example.org/authorize?");
    }

    @Test
    void letsInOnlyAnOpenAccountWithAVerifiedAddress() throws Exception {
        String email = account("head");
        assertThat(landing(email, true)).isEqualTo("/att-gora");
        assertThat(landing(email, false)).isEqualTo("/logga-in?obekraftad");
        // What is not said is not so.
        assertThat(landing(email, null)).isEqualTo("/logga-in?obekraftad");
        assertThat(landing("nagon.annan@example.org", true)).isEqualTo("/logga-in?okand");
        accounts.disable(CurrentUser.console(), email);
        assertThat(landing(email, true)).isEqualTo("/logga-in?okand");
    }

    @Test
    void tellsHowALoginElsewhereEnded() {
        Map<String, String> ends = Map.of(
                "okand", "inget öppet konto",
                "avbruten", "Du avbröt",
                "obekraftad", "inte bekräftad",
                "misslyckad", "svarade inte",
                "tyst", "svarar inte",
                "ut", "Du är utloggad");
        ends.forEach((end, sentence) -> assertThat(pages.get().uri("/logga-in").param(end, ""))
                .bodyText()
                .contains(sentence));
    }

    @Test
    void doesWithoutAProviderThatIsAway() throws Exception {
        // Nobody answers at its address, which was no hindrance to starting.
        assertThat(pages.get().uri("/logga-in")).bodyText().contains("Logga in med Borta");
        assertThat(pages.get()
                        .uri("/oauth2/authorization/borta")
                        .exchange()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/logga-in?tyst");
    }

    @Test
    void givesTheRolesOfTheClaimsAndNoMore() throws Exception {
        String email = account("politician");
        landing(email, true, "chefer", "okänd", "CHEFER");
        assertThat(roles(email)).containsExactlyInAnyOrder("HEAD", "POLITICIAN");
        landing(email, true, "chefer");
        assertThat(log(email)).containsExactly("account.role-given");
        landing(email, true);
        assertThat(roles(email)).containsExactly("POLITICIAN");
    }

    @Test
    void leavesWhatSomeoneGaveAlone() throws Exception {
        String email = account("head");
        landing(email, true, "chefer");
        assertThat(log(email)).isEmpty();
        landing(email, true);
        assertThat(roles(email)).containsExactly("HEAD");
    }

    @Test
    void takesOnlyTheRoleWhoseClaimIsGone() throws Exception {
        String email = account("registrar");
        landing(email, true, "admin", "chefer");
        landing(email, true, "admin");
        assertThat(roles(email)).containsExactlyInAnyOrder("COUNTY_ADMIN", "REGISTRAR");
    }

    /** Who holds the role by the claims alone may lose it by them, so they do not count as one who is left. */
    @Test
    void leavesNoHouseWithoutAnAdministrator() throws Exception {
        String byHand = account("county-admin");
        database.sql("update access.account set last_login_at = now() where email = :email")
                .param("email", byHand)
                .update();
        String byClaims = account("politician");
        landing(byClaims, true, "admin");
        UUID held = heldBy(byHand);
        CurrentUser system = new CurrentUser(
                UUID.randomUUID(), "Sten Drift", "", List.of(new CurrentUser.Grant(Role.SYSADMIN, null)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> transaction.executeWithoutResult(status -> persons.apply(
                        system,
                        List.of(new PersonChange.End(
                                id(byHand),
                                held,
                                LocalDate.now(HouseTime.SWEDEN).minusDays(1))))))
                .extracting(Refusal::code)
                .isEqualTo("ACC-044");
        landing(byClaims, true);
        assertThat(roles(byClaims)).containsExactly("POLITICIAN");
    }

    private UUID heldBy(String email) {
        return people.listRoles(id(email)).getFirst().id();
    }

    @Test
    void makesNoAccountUnlessToldTo() throws Exception {
        String email = UUID.randomUUID() + "@example.org";
        assertThat(landing(email, true, "chefer")).isEqualTo("/logga-in?okand");
        assertThat(store.findByEmail(email)).isEmpty();
    }

    @Test
    void isOneAfterTheOtherForTwoLoginsAtOnce() throws Exception {
        String email = account("politician");
        try (ExecutorService two = Executors.newFixedThreadPool(4)) {
            for (Future<String> login :
                    two.invokeAll(Collections.nCopies(8, (Callable<String>) () -> landing(email, true, "chefer")))) {
                assertThat(login.get()).isEqualTo("/att-gora");
            }
        }
        assertThat(roles(email)).containsExactlyInAnyOrder("HEAD", "POLITICIAN");
    }

    /** A role that came from elsewhere is shown as such, and may be ended by hand until it comes again. */
    @Test
    void isSeenByThoseWhoMayGiveRoles() throws Exception {
        String email = account("politician");
        landing(email, true, "chefer");
        assertThat(pages.get().uri("/personer/" + id(email)).with(Someone.as(Role.COUNTY_ADMIN)))
                .bodyText()
                .contains("Given av Länets inloggning");
    }

    private List<String> log(String email) {
        return database.sql(
                        "select act from access.audit_entry where subject = :subject and actor_name = 'Länets inloggning'")
                .param("subject", "account/" + id(email))
                .query(String.class)
                .list();
    }
}
