package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;
import se.fardplan.PagesTest;
import se.fardplan.Refusal;
import se.fardplan.Texts;

@PagesTest
class AccountsPagesTests {

    private static final CurrentUser CONSOLE = CurrentUser.console();
    private static final String PASSWORD = "tre gröna cyklar vid Siljan";

    @Autowired
    Accounts accounts;

    @Autowired
    AccountStore store;

    @Autowired
    DeviceStore devices;

    @Autowired
    AddressStore addresses;

    @Autowired
    Passwords passwords;

    @Autowired
    Access access;

    @Autowired
    Texts texts;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient database;

    private static String address() {
        return UUID.randomUUID() + "@example.org";
    }

    private String refusal(Runnable change) {
        Refusal refusal = catchThrowableOfType(Refusal.class, change::run);
        assertThat(refusal).isNotNull();
        // The sentence exists and is whole.
        assertThat(texts.of(refusal)).doesNotContain("{");
        return refusal.code();
    }

    @Test
    void keepsAnAddressOnceWhateverItsLetters() {
        String email = address();
        accounts.add(CONSOLE, email, "Bo Ek", List.of("head"), PASSWORD);
        assertThat(refusal(() -> accounts.add(CONSOLE, email.toUpperCase(), "Bo Ek", List.of("head"), PASSWORD)))
                .isEqualTo("ACC-004");
        assertThat(accounts.list(CONSOLE))
                .filteredOn(line -> line.email().equals(email))
                .singleElement()
                .satisfies(line -> assertThat(line.roles()).isEqualTo("head"));
    }

    @Test
    void refusesWithASentenceWhatCannotBe() {
        assertThat(refusal(() -> accounts.add(CONSOLE, "ingen adress", "Bo", List.of("head"), PASSWORD)))
                .isEqualTo("ACC-002");
        assertThat(refusal(() -> accounts.add(CONSOLE, address(), " ", List.of("head"), PASSWORD)))
                .isEqualTo("ACC-003");
        assertThat(refusal(() -> accounts.add(CONSOLE, address(), "Bo Ek", List.of("kung"), PASSWORD)))
                .isEqualTo("ACC-020");
        assertThat(refusal(() -> accounts.add(CONSOLE, address(), "Bo Ek", List.of("local-lead"), PASSWORD)))
                .isEqualTo("ACC-023");
        assertThat(refusal(() -> accounts.add(CONSOLE, address(), "Bo Ek", List.of("local-lead:9999"), PASSWORD)))
                .isEqualTo("ACC-024");
        assertThat(refusal(() -> accounts.setPassword(CONSOLE, address(), PASSWORD)))
                .isEqualTo("ACC-005");
        String email = address();
        accounts.add(CONSOLE, email, "Bo Ek", List.of("head"), PASSWORD);
        assertThat(refusal(() -> accounts.revoke(CONSOLE, email, "registrar"))).isEqualTo("ACC-021");
        assertThat(refusal(() -> accounts.grant(CONSOLE, email, "registrar", LocalDate.of(2020, 1, 1))))
                .isEqualTo("ACC-022");
        assertThat(refusal(() -> accounts.setPassword(CONSOLE, email, "kort"))).isEqualTo("ACC-010");
    }

    @Test
    void letsOnlyThoseWhoMayManageAccounts() {
        CurrentUser lead = new CurrentUser(
                UUID.randomUUID(), "Lo", "lo@example.org", List.of(new CurrentUser.Grant(Role.REGIONAL_LEAD, null)));
        CurrentUser elsewhere = new CurrentUser(
                UUID.randomUUID(), "Lo", "lo@example.org", List.of(new CurrentUser.Grant(Role.SYSADMIN, "2080")));
        for (CurrentUser user : List.of(lead, elsewhere)) {
            assertThat(refusal(() -> accounts.add(user, address(), "Bo Ek", List.of("head"), PASSWORD)))
                    .isEqualTo("ACC-001");
            assertThat(refusal(() -> accounts.list(user))).isEqualTo("ACC-001");
        }
    }

    @Test
    void hashesAnewAPasswordWithAnOldHash() {
        String email = address();
        accounts.add(CONSOLE, email, "Bo Ek", List.of("head"), PASSWORD);
        UUID id = store.findByEmail(email).orElseThrow().id();
        var weak = new BCryptPasswordEncoder(4);
        store.setHash(id, "{bcrypt}" + weak.encode(PASSWORD));
        Login login = login(Clock.systemUTC());
        assertThat(login.attempt(new Login.Attempt(email, PASSWORD, null, "192.0.2.1")))
                .isInstanceOf(Login.LoggedIn.class);
        assertThat(store.find(id).orElseThrow().password()).startsWith("{bcrypt}$2a$10$");
    }

    @Test
    void opensALockedAccountByItselfAndGrowsTheWait() {
        String email = address();
        accounts.add(CONSOLE, email, "Bo Ek", List.of("head"), PASSWORD);
        Instant start = Instant.parse("2026-11-22T08:00:00Z");
        Login now = at(start);
        for (int failure = 1; failure < 5; failure++) {
            assertThat(now.attempt(stranger(email, "fel"))).isEqualTo(new Login.Wrong());
        }
        assertThat(now.attempt(stranger(email, "fel"))).isEqualTo(new Login.Wait(Duration.ofSeconds(30)));
        assertThat(now.attempt(stranger(email, PASSWORD))).isEqualTo(new Login.Wait(Duration.ofSeconds(30)));
        assertThat(at(start.plusSeconds(31)).attempt(stranger(email, "fel")))
                .isEqualTo(new Login.Wait(Duration.ofSeconds(60)));
        assertThat(at(start.plusSeconds(92)).attempt(stranger(email, PASSWORD))).isInstanceOf(Login.LoggedIn.class);
    }

    @Test
    void waitsNeverLongerThanAQuarter() {
        assertThat(Login.waitAfter(4)).isZero();
        assertThat(Login.waitAfter(1000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void closesAnAddressThatTriesManyAccountsAndOpensItAgain() {
        Instant start = Instant.parse("2026-11-22T09:00:00Z");
        Ticking clock = new Ticking(start);
        Login login = login(clock);
        for (int attempt = 0; attempt < 20; attempt++) {
            assertThat(login.attempt(guess())).isEqualTo(new Login.Wrong());
        }
        assertThat(login.attempt(guess())).isInstanceOf(Login.Wait.class);
        clock.now = start.plus(Duration.ofMinutes(10)).plusSeconds(1);
        assertThat(login.attempt(guess())).isEqualTo(new Login.Wrong());
    }

    private static Login.Attempt guess() {
        return new Login.Attempt(address(), "fel", null, "192.0.2.8");
    }

    @Test
    void keepsNothingTypedAndNoPasswordInTheLog() {
        Login login = at(Instant.parse("2026-11-22T10:00:00Z"));
        login.attempt(stranger("mitt hemliga lösenord", "x"));
        assertThat(database.sql(
                                "select count(*) from access.audit_entry where detail like '%hemliga%' or subject like '%hemliga%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Login login(Clock clock) {
        AddressLimit limit = new AddressLimit(addresses, clock);
        return new Login(store, devices, limit, passwords, access, texts, transaction, clock);
    }

    private Login at(Instant now) {
        return login(Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Login.Attempt stranger(String email, String password) {
        return new Login.Attempt(email, password, null, "192.0.2.7");
    }

    /** A clock that stands still until it is moved. */
    private static final class Ticking extends Clock {

        private Instant now;

        Ticking(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
