package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.PagesTest;

/** The doors around passkeys; that they open for the right key is proven in a browser. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=passkeys")
class PasskeyPagesTests {

    private static final String PASSWORD = "tre gröna cyklar vid Siljan";

    @Autowired
    MockMvcTester pages;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountStore store;

    @Autowired
    PasskeyStore keys;

    @Autowired
    OwnAccount own;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private String anna;
    private PasskeyStore.Kept annasKey;

    @BeforeEach
    void addAccount() {
        anna = add();
        annasKey = PasskeyStoreTests.key(id(anna), UUID.randomUUID().toString(), 1);
        keys.add(annasKey);
    }

    private String add() {
        String email = UUID.randomUUID() + "@example.org";
        accounts.add(CurrentUser.console(), email, "Anna Ek", List.of("head"), PASSWORD);
        return email;
    }

    private UUID id(String email) {
        return store.findByEmail(email).orElseThrow().id();
    }

    private MvcTestResult ask(String email, String name, String password) {
        return pages.post()
                .uri("/mitt-konto/nycklar/fraga")
                .param("namn", name)
                .param("losenord", password)
                .with(Someone.the(email))
                .with(csrf())
                .exchange();
    }

    @Test
    void showsOnesOwnKeysAlone() {
        assertThat(pages.get().uri("/mitt-konto").with(Someone.the(anna)))
                .bodyText()
                .contains("Min bärbara", "Tillagd 2026-11-22, inte använd än");
        assertThat(pages.get().uri("/mitt-konto").with(Someone.the(add())))
                .bodyText()
                .doesNotContain("Min bärbara");
    }

    @Test
    void removesNoOneElsesKey() {
        for (CurrentUser.Grant other : List.of(
                new CurrentUser.Grant(Role.SYSADMIN, null),
                new CurrentUser.Grant(Role.COUNTY_ADMIN, null),
                new CurrentUser.Grant(Role.HEAD, null))) {
            assertThat(pages.post()
                            .uri("/mitt-konto/nycklar/" + annasKey.id() + "/borttagning")
                            .with(Someone.as(other))
                            .with(csrf()))
                    .bodyText()
                    .contains("Nyckeln finns inte bland dina nycklar")
                    .doesNotContain("Min bärbara");
        }
        assertThat(keys.list(id(anna))).hasSize(1);
    }

    @Test
    void asksForANameAndThePassword() {
        assertThat(ask(anna, "Plattan", PASSWORD))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.rp.id")
                .isEqualTo("localhost");
        assertThat(ask(anna, "Plattan", "fel"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.problem")
                .asString()
                .contains("lösenord stämmer inte");
        assertThat(ask(anna, " ", PASSWORD)).hasStatus(422);
        assertThat(ask(anna, "x".repeat(61), PASSWORD)).hasStatus(422);
    }

    @Test
    void asksForAKeyThatIsFoundWithoutAnAddressAndVerifiesItsHolder() {
        MvcTestResult asked = ask(anna, "Plattan", PASSWORD);
        assertThat(asked)
                .bodyJson()
                .extractingPath("$.authenticatorSelection.residentKey")
                .isEqualTo("required");
        assertThat(asked)
                .bodyJson()
                .extractingPath("$.authenticatorSelection.userVerification")
                .isEqualTo("required");
        assertThat(asked)
                .bodyJson()
                .extractingPath("$.excludeCredentials")
                .asArray()
                .hasSize(1);
        Cookie cookie = Objects.requireNonNull(asked.getResponse().getCookie(PasskeyChallenges.COOKIE));
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Strict");
        assertThat(asked.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void letsNobodyGuessThePasswordHere() {
        for (int guess = 0; guess < 20; guess++) {
            ask(anna, "Plattan", "gissning " + guess);
        }
        assertThat(ask(anna, "Plattan", PASSWORD)).hasStatus(422).bodyText().contains("för många gånger");
        assertThat(pages.post()
                        .uri("/mitt-konto/losenord")
                        .param("gammalt", PASSWORD)
                        .param("nytt", "fyra gröna cyklar vid Siljan")
                        .with(Someone.the(anna))
                        .with(csrf()))
                .bodyText()
                .contains("för många gånger");
        assertThat(ask(add(), "Plattan", PASSWORD)).hasStatusOk();
    }

    @Test
    void asksOneWithoutAPasswordForAFreshLogin() {
        database.sql("update access.account set password = null where email = :email")
                .param("email", anna)
                .update();
        assertThat(pages.get().uri("/mitt-konto").with(Someone.the(anna)))
                .bodyText()
                .doesNotContain("nyckellosen");
        assertThat(askIn(Duration.ofMinutes(11))).hasStatus(422).bodyText().contains("Logga ut, logga in igen");
        assertThat(askIn(Duration.ofMinutes(9))).hasStatusOk();
    }

    private MvcTestResult askIn(Duration ageOfSession) {
        return pages.post()
                .uri("/mitt-konto/nycklar/fraga")
                .param("namn", "Plattan")
                .with(Someone.loggedInFor(ageOfSession, anna))
                .with(csrf())
                .exchange();
    }

    @Test
    void keepsNoKeyThatWasNotAskedFor() {
        assertThat(add(anna, null, "{}")).bodyText().contains("Börja om");
        Cookie cookie = ask(anna, "Plattan", PASSWORD).getResponse().getCookie(PasskeyChallenges.COOKIE);
        assertThat(add(add(), cookie, "{}")).bodyText().contains("Börja om");
        for (String json : List.of("{}", "", "inte json", "null", "{\"id\":\"x\",\"rawId\":\"x\",\"response\":{}}")) {
            cookie = ask(anna, "Plattan", PASSWORD).getResponse().getCookie(PasskeyChallenges.COOKIE);
            assertThat(add(anna, cookie, json)).hasStatusOk().bodyText().contains("Börja om");
        }
        assertThat(keys.list(id(anna))).hasSize(1);
    }

    private MvcTestResult add(String email, Cookie cookie, String json) {
        var form =
                pages.post().uri("/mitt-konto/nycklar").param("namn", "Plattan").param("svar", json);
        return (cookie == null ? form : form.cookie(cookie))
                .with(Someone.the(email))
                .with(csrf())
                .exchange();
    }

    @Test
    void letsNobodyInByWhatIsNoAnswer() {
        for (String json : List.of("{}", "", "inte json", "null", "{\"id\":\"x\",\"rawId\":\"x\",\"response\":{}}")) {
            MvcTestResult asked = pages.post()
                    .uri("/logga-in/nyckel/fraga")
                    .with(csrf())
                    .with(from("10.1.1.1"))
                    .exchange();
            assertThat(asked)
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.allowCredentials")
                    .asArray()
                    .isEmpty();
            assertThat(pages.post()
                            .uri("/logga-in/nyckel")
                            .param("nyckel", json)
                            .cookie(asked.getResponse().getCookie(PasskeyChallenges.COOKIE))
                            .with(from("10.1.1.1"))
                            .with(csrf()))
                    .hasStatus(401)
                    .bodyText()
                    .contains("Nyckeln gick inte att logga in med");
        }
    }

    @Test
    void closesAnAddressThatFailsTooOften() {
        int last = 0;
        for (int failure = 0; failure < 21; failure++) {
            last = pages.post()
                    .uri("/logga-in/nyckel")
                    .param("nyckel", "{}")
                    .with(from("10.2.2.2"))
                    .with(csrf())
                    .exchange()
                    .getResponse()
                    .getStatus();
        }
        assertThat(last).isEqualTo(429);
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    @Test
    void leavesTheKeysBehindWhenTheAccountMoves() {
        transaction.executeWithoutResult(status -> own.readdress(id(anna), UUID.randomUUID() + "@example.org"));
        assertThat(keys.find(annasKey.credential())).isEmpty();
        assertThat(database.sql("select act from access.audit_entry where subject = :subject order by seq desc limit 2")
                        .param("subject", "account/" + annasKey.account())
                        .query(String.class)
                        .list())
                .containsExactly("account.readdressed", "account.key-removed");
    }

    @Test
    void keepsTwentyAtMost() {
        for (int more = 1; more < 20; more++) {
            keys.add(PasskeyStoreTests.key(id(anna), anna + more, 1));
        }
        assertThat(ask(anna, "Plattan", PASSWORD)).hasStatus(422).bodyText().contains("redan 20 nycklar");
    }

    @Test
    void wantsTheFormsToken() {
        assertThat(pages.post().uri("/logga-in/nyckel/fraga")).hasStatus(403);
        assertThat(pages.post().uri("/logga-in/nyckel").param("nyckel", "{}")).hasStatus(403);
    }

    @Test
    void makesNoSessionByAsking() {
        assertThat(pages.post()
                        .uri("/logga-in/nyckel/fraga")
                        .with(csrf())
                        .exchange()
                        .getResponse()
                        .getCookie(SharedSessions.COOKIE))
                .isNull();
    }
}
