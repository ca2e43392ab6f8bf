package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.TestDatabase;

/** Sessions that two copies of the application share: what one does the other sees. */
class SessionsStoreTests {

    private static final Instant MORNING = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final TestDatabase shared = TestDatabase.copy();
    private final JdbcClient database = JdbcClient.create(shared.dataSource());
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(shared.dataSource()));
    private final SessionRows one = copy(MORNING);
    private final SessionRows other = copy(MORNING);
    private final UUID account = UUID.randomUUID();
    private final UUID stamp = UUID.randomUUID();

    @BeforeEach
    void addAccount() {
        new AccountStore(database).add(account, "anna@example.org", "Anna Ek", "{noop}", null, MORNING);
    }

    private SessionRows copy(Instant now) {
        return new SessionRows(new SessionStore(database), transaction, Clock.fixed(now, ZoneOffset.UTC));
    }

    private LiveSession logIn(SessionRows copy) {
        LiveSession session = copy.createSession();
        session.setAttribute(SessionRows.OWNER, new Sessions.Owner(account, stamp));
        copy.save(session);
        return session;
    }

    private static Sessions.@Nullable Owner owner(SessionRows copy, LiveSession session) {
        LiveSession found = copy.findById(session.getId());
        return found == null ? null : found.getAttribute(SessionRows.OWNER);
    }

    @Test
    void knowsWhoLoggedInAtTheOther() {
        assertThat(owner(other, logIn(one))).isEqualTo(new Sessions.Owner(account, stamp));
    }

    @Test
    void endsWhatTheOtherHasEndedEvenInTheMiddleOfARequest() {
        LiveSession session = logIn(one);
        LiveSession meanwhile = Objects.requireNonNull(other.findById(session.getId()));
        one.deleteById(session.getId());
        assertThat(owner(other, session)).isNull();
        meanwhile.setAttribute("later", "x");
        other.save(meanwhile);
        assertThat(owner(other, session)).isNull();
    }

    @Test
    void keepsNoMoreThanTheNewestFiveWhicheverCopyTheyBeganAt() {
        LiveSession first = logIn(copy(MORNING.minusSeconds(9)));
        LiveSession second = logIn(copy(MORNING.minusSeconds(8)));
        for (int more = 0; more < 4; more++) {
            logIn(more % 2 == 0 ? one : other);
        }
        assertThat(owner(other, first)).isNull();
        assertThat(owner(other, second)).isNotNull();
    }

    @Test
    void endsAfterAnHourUnusedAndAfterTwelveHoursInAnyCase() {
        LiveSession session = logIn(one);
        assertThat(owner(copy(MORNING.plus(Duration.ofMinutes(59))), session)).isNotNull();
        assertThat(owner(copy(MORNING.plus(Duration.ofMinutes(61))), session)).isNull();
        for (int minutes = 50; minutes < 12 * 60; minutes += 50) {
            SessionRows later = copy(MORNING.plus(Duration.ofMinutes(minutes)));
            LiveSession used = Objects.requireNonNull(later.findById(session.getId()));
            used.setLastAccessedTime(MORNING.plus(Duration.ofMinutes(minutes)));
            later.save(used);
        }
        assertThat(owner(copy(MORNING.plus(Duration.ofMinutes(12 * 60 - 1))), session))
                .isNotNull();
        assertThat(owner(copy(MORNING.plus(Duration.ofMinutes(12 * 60 + 1))), session))
                .isNull();
    }

    /** A request that only reads writes nothing, but once a minute. */
    @Test
    void writesNotForEachRequest() {
        LiveSession session = logIn(one);
        assertThat(seenAfter(session, Duration.ofSeconds(59))).isEqualTo(MORNING.toEpochMilli());
        assertThat(seenAfter(session, Duration.ofSeconds(60)))
                .isEqualTo(MORNING.plusSeconds(60).toEpochMilli());
    }

    private long seenAfter(LiveSession session, Duration pause) {
        LiveSession used = Objects.requireNonNull(one.findById(session.getId()));
        used.setLastAccessedTime(MORNING.plus(pause));
        one.save(used);
        return Objects.requireNonNull(one.findById(session.getId()))
                .getLastAccessedTime()
                .toEpochMilli();
    }

    @Test
    void holdsNoSecretAndNoName() {
        LiveSession session = logIn(one);
        String row = database.sql("select s::text from access.session s")
                .query(String.class)
                .single();
        assertThat(row).contains(account.toString()).doesNotContain(session.getId(), "Anna", "anna@");
    }

    @Test
    void asksNotTheDatabaseForWhatIsNoSecret() {
        JdbcClient away = JdbcClient.create(new org.springframework.jdbc.datasource.DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:1/nothing"));
        SessionRows rows = new SessionRows(new SessionStore(away), transaction, Clock.systemUTC());
        assertThat(rows.findById("")).isNull();
        assertThat(rows.findById("'; drop table access.session; --")).isNull();
    }

    @Test
    void clearsAwayWhatHasRunOut() {
        logIn(one);
        one.save(one.createSession());
        expiry(MORNING.plus(Duration.ofMinutes(14))).clear();
        assertThat(count()).isEqualTo(2);
        expiry(MORNING.plus(Duration.ofMinutes(16))).clear();
        assertThat(count()).isEqualTo(1);
        expiry(MORNING.plus(Duration.ofMinutes(61))).clear();
        assertThat(count()).isZero();
    }

    private Expiry expiry(Instant now) {
        return new Expiry(new SessionStore(database), new AddressStore(database), Clock.fixed(now, ZoneOffset.UTC));
    }

    private long count() {
        return database.sql("select count(*) from access.session")
                .query(Long.class)
                .single();
    }

    @Test
    void remembersALoginThatGoesOnElsewhere() {
        OAuth2AuthorizationRequest request = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri("https://idp.example.org/authorize")
                .clientId("fardplan")
                .redirectUri("https://fardplan.example.org/login/oauth2/code/lan")
                .scopes(Set.of("openid", "email"))
                .state("a-state")
                .attributes(Map.of("nonce", "a-nonce"))
                .build();
        LiveSession session = one.createSession();
        session.setAttribute("login", request);
        one.save(session);
        OAuth2AuthorizationRequest found =
                Objects.requireNonNull(other.findById(session.getId())).getAttribute("login");
        assertThat(found).usingRecursiveComparison().isEqualTo(request);
    }

    /** Bytes that someone has put in the database make no object of a class that is not on the list. */
    @Test
    void makesNothingButWhatIsOnItsList() {
        assertThatThrownBy(() -> SessionMemory.bytes(Map.of("file", new File("/etc/passwd"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("file");
        assertThatThrownBy(() -> SessionMemory.bytes(Map.of("address", URI.create("https://example.org"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(SessionMemory.values(Planted.bytes())).isEmpty();
        assertThat(Planted.made).isFalse();
    }

    /** Tells when it is read back. */
    private static final class Planted implements java.io.Serializable {

        private static final long serialVersionUID = 1L;
        static boolean made;

        static byte[] bytes() {
            var bytes = new java.io.ByteArrayOutputStream();
            try (var output = new java.io.ObjectOutputStream(bytes)) {
                output.writeObject(new Planted());
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        private void readObject(java.io.ObjectInputStream input) {
            made = true;
        }
    }
}
