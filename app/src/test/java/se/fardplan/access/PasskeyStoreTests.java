package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fardplan.TestDatabase;

class PasskeyStoreTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final JdbcClient database = TestDatabase.jdbc();
    private final AccountStore accounts = new AccountStore(database);
    private final PasskeyStore store = new PasskeyStore(database);
    private final UUID anna = UUID.randomUUID();
    private final UUID bo = UUID.randomUUID();

    @BeforeEach
    void addAccounts() {
        accounts.add(anna, "anna@norrby.example", "Anna Ek", "{noop}", null, NOW);
        accounts.add(bo, "bo@norrby.example", "Bo Al", "{noop}", null, NOW);
    }

    static PasskeyStore.Kept key(UUID account, String credential, long signCount) {
        return new PasskeyStore.Kept(
                UUID.randomUUID(),
                bytes(credential),
                account,
                "Min bärbara",
                bytes("public"),
                signCount,
                true,
                List.of("internal", "hybrid"),
                true,
                false,
                bytes("attestation"),
                bytes("client data"),
                NOW,
                null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void keepsEveryPartOfAKey() {
        PasskeyStore.Kept key = key(anna, "one", 4);
        assertThat(store.add(key)).isTrue();
        assertThat(store.list(anna))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(key);
        assertThat(store.find(bytes("one"))).isPresent();
        assertThat(store.list(bo)).isEmpty();
    }

    @Test
    void givesNoKeyToTwoAccounts() {
        store.add(key(anna, "one", 0));
        assertThat(store.add(key(bo, "one", 0))).isFalse();
        assertThat(store.list(bo)).isEmpty();
    }

    @Test
    void findsNoKeyOfAClosedAccount() {
        store.add(key(anna, "one", 0));
        accounts.disable(anna, NOW);
        assertThat(store.find(bytes("one"))).isEmpty();
    }

    @Test
    void notesAUseOnlyWhenTheCountGrows() {
        store.add(key(anna, "counts", 4));
        assertThat(store.noteUse(bytes("counts"), 5, NOW)).isTrue();
        assertThat(store.noteUse(bytes("counts"), 5, NOW)).isFalse();
        assertThat(store.noteUse(bytes("counts"), 3, NOW)).isFalse();
        assertThat(store.noteUse(bytes("counts"), 0, NOW)).isFalse();
        assertThat(store.list(anna).getFirst().signCount()).isEqualTo(5);
    }

    @Test
    void letsAKeyThatNeverCountsBeUsedAgain() {
        store.add(key(anna, "counts not", 0));
        assertThat(store.noteUse(bytes("counts not"), 0, NOW)).isTrue();
        assertThat(store.noteUse(bytes("counts not"), 0, NOW.plusSeconds(60))).isTrue();
        assertThat(Objects.requireNonNull(store.list(anna).getFirst().lastUsedAt()))
                .isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void removesOnesOwnKeyAlone() {
        PasskeyStore.Kept key = key(anna, "one", 0);
        store.add(key);
        assertThat(store.remove(bo, key.id())).isEmpty();
        assertThat(store.list(anna)).hasSize(1);
        assertThat(store.remove(anna, key.id())).contains("Min bärbara");
        assertThat(store.list(anna)).isEmpty();
    }

    @Test
    void takesAChallengeOnceForTheOneItWasMadeFor() {
        store.ask("token", bytes("challenge"), anna, NOW.plusSeconds(300));
        assertThat(store.take("token", null, NOW)).isEmpty();
        assertThat(store.take("token", bo, NOW)).isEmpty();
        assertThat(store.take("token", anna, NOW)).hasValue(bytes("challenge"));
        assertThat(store.take("token", anna, NOW)).isEmpty();
    }

    @Test
    void takesNoChallengeThatIsTooOld() {
        store.ask("token", bytes("challenge"), null, NOW.plusSeconds(300));
        assertThat(store.take("token", null, NOW.plusSeconds(300))).isEmpty();
        store.dropOld(NOW.plusSeconds(300));
        assertThat(database.sql("select count(*) from access.passkey_challenge")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void givesAChallengeToOneOfManyAtOnce() throws Exception {
        store.ask("token", bytes("challenge"), null, NOW.plusSeconds(300));
        Callable<Boolean> take = () -> store.take("token", null, NOW).isPresent();
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            long taken = 0;
            for (Future<Boolean> one : many.invokeAll(
                    java.util.stream.Stream.generate(() -> take).limit(40).toList())) {
                taken += one.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
    }
}
