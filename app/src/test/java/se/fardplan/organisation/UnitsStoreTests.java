package se.fardplan.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.Refusal;
import se.fardplan.TestDatabase;

/** Units in a real database: as they were written, one writer at a time. */
class UnitsStoreTests {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate SPRING = LocalDate.of(2026, 4, 1);

    private Units units;
    private UnitStore store;
    private TransactionTemplate transaction;

    @BeforeEach
    void open() {
        TestDatabase copy = TestDatabase.copy();
        var connections = copy.dataSource();
        JdbcClient jdbc = JdbcClient.create(connections);
        store = new UnitStore(jdbc);
        units = new Units(store, new PrincipalStore(jdbc));
        transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
    }

    /** An actor beside the principals: no county need be loaded. */
    private static UnitDetails details(String name, @Nullable String parent) {
        return new UnitDetails(name, UnitKind.CIVIL_SOCIETY, null, parent, "Ordförande");
    }

    private static UnitChange add(String code, @Nullable String parent) {
        return new UnitChange.Add(code, details(code, parent), NEW_YEAR, null);
    }

    private List<Unit> apply(UnitChange... changes) {
        return transaction.execute(status -> units.apply(List.of(changes)));
    }

    private String refusal(Runnable change) {
        Refusal refusal = catchThrowableOfType(Refusal.class, change::run);
        assertThat(refusal).isNotNull();
        return refusal.code();
    }

    @Test
    void readsWhatItWrote() {
        apply(add("Norr", null), add("syd", null), add("by", "NORR"));
        Unit by = apply(new UnitChange.Change("BY", 1, details("Byn", "Norr"), SPRING))
                .getFirst();
        assertThat(by.version()).isEqualTo(2);
        apply(new UnitChange.Name("by", 2, List.of("Öbyn", "Byalaget")));
        apply(new UnitChange.Merge("norr", 1, "SYD", SPRING));

        assertThat(units.find("by"))
                .contains(new Unit(
                        "by",
                        List.of(
                                new UnitPeriod(NEW_YEAR, SPRING.minusDays(1), details("by", "Norr")),
                                new UnitPeriod(SPRING, null, details("Byn", "syd"))),
                        null,
                        List.of("Byalaget", "Öbyn"),
                        4));
        assertThat(units.find("norr").orElseThrow().mergedInto()).isEqualTo("syd");
        assertThat(units.find("norr").orElseThrow().until()).isEqualTo(SPRING.minusDays(1));
        assertThat(units.find("syd").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void savesInOneGoAUnitAndWhatBecomesPartOfIt() {
        apply(add("aa", null));
        apply(add("bb", null), new UnitChange.Merge("aa", 1, "bb", SPRING));
        assertThat(units.find("aa").orElseThrow().mergedInto()).isEqualTo("bb");
    }

    @Test
    void savesAllOrNothing() {
        assertThat(refusal(() -> apply(add("norr", null), add("norr", null)))).isEqualTo("ORG-012");
        assertThat(units.list()).isEmpty();
    }

    @Test
    void givesACodeToAUnitWithoutOne() {
        UnitDetails nameless = details("Föreningen", null);
        UnitChange without = new UnitChange.Add(" ", nameless, NEW_YEAR, null);
        assertThat(apply(without, without, add("aktor-003", null), without, without))
                .extracting(Unit::code)
                .containsExactly("aktor-001", "aktor-002", "aktor-003", "aktor-004", "aktor-005");
    }

    @Test
    void refusesAPrincipalThatIsNotThere() {
        UnitDetails astray = new UnitDetails("Norr", UnitKind.HOME_CARE, "9999", null, "");
        assertThat(refusal(() -> apply(new UnitChange.Add("norr", astray, NEW_YEAR, null))))
                .isEqualTo("ORG-023");
    }

    @Test
    void rehearsesWithoutChangingAnything() {
        apply(add("norr", null));
        List<@Nullable Refusal> refusals = units.rehearse(List.of(
                add("norr", null),
                add("by", "norr"),
                new UnitChange.End("norr", 1, SPRING),
                new UnitChange.End("by", 0, SPRING)));
        assertThat(refusals)
                .extracting(refusal -> refusal == null ? "" : refusal.code())
                .containsExactly("ORG-012", "", "ORG-017", "");
        assertThat(units.list()).extracting(Unit::code).containsExactly("norr");
    }

    @Test
    void tellsTheOneWhoChangesWhatSomeoneElseHasChanged() {
        apply(add("norr", null));
        apply(new UnitChange.Change("norr", 1, details("Nord", null), SPRING));
        assertThat(refusal(() -> apply(new UnitChange.End("norr", 1, SPRING)))).isEqualTo("ORG-021");
        assertThat(units.find("norr").orElseThrow().until()).isNull();
    }

    @Test
    void tellsTheSecondOfTwoWhoChangeAtOnce() throws Exception {
        apply(add("norr", null));
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch secondIsThere = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<?> first = threads.submit(() -> transaction.execute(status -> {
                units.apply(new UnitChange.Change("norr", 1, details("Den förstas", null), SPRING));
                written.countDown();
                return await(secondIsThere);
            }));
            Callable<String> second = () -> {
                await(written);
                secondIsThere.countDown();
                return refusal(() -> apply(new UnitChange.Change("norr", 1, details("Den andras", null), SPRING)));
            };
            assertThat(threads.submit(second).get(20, TimeUnit.SECONDS)).isEqualTo("ORG-021");
            first.get(20, TimeUnit.SECONDS);
        }
        assertThat(units.find("norr").orElseThrow().on(SPRING)).contains(details("Den förstas", null));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
