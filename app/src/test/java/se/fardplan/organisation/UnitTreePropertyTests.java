package se.fardplan.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/** Whatever is done to the tree, it is a tree on every day. */
class UnitTreePropertyTests {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 24;
    private static final List<String> CODES = List.of("u0", "u1", "u2", "u3", "u4", "u5");

    /** Something that is tried; it may be refused. */
    private record Attempt(int what, String unit, @Nullable String other, int day, int length, String principal) {

        void on(UnitTree tree) {
            LocalDate from = START.plusDays(day);
            LocalDate until = length == 0 ? null : from.plusDays(length);
            // Often written in other letters than it was given.
            String parent = other != null && day % 2 == 0 ? other.toUpperCase() : other;
            UnitDetails details = new UnitDetails("Enhet " + day, UnitKind.OTHER, principal, parent, "");
            switch (what) {
                case 0 -> tree.add(unit, details, from, until);
                case 1 -> tree.change(tree.get(unit), details, from);
                case 2 -> tree.end(tree.get(unit), until);
                default -> tree.merge(tree.get(unit), tree.get(other == null ? unit : other), from);
            }
        }
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<String> codes = Arbitraries.of(CODES);
        return Combinators.combine(
                        Arbitraries.frequency(Tuple.of(3, 0), Tuple.of(4, 1), Tuple.of(2, 2), Tuple.of(2, 3)),
                        codes,
                        codes.injectNull(0.3),
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.frequency(Tuple.of(3, 0), Tuple.of(2, 10)),
                        Arbitraries.frequency(Tuple.of(5, "2080"), Tuple.of(1, "2034")))
                .as(Attempt::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(30);
    }

    @Property(tries = 1500)
    void staysATreeOnEveryDay(@ForAll("attempts") List<Attempt> attempts) {
        UnitTree tree = new UnitTree(List.of());
        for (Attempt attempt : attempts) {
            List<Unit> before = tree.all();
            try {
                attempt.on(tree);
            } catch (Refusal refusal) {
                assertThat(tree.all()).isEqualTo(before);
            }
        }
        for (Unit unit : tree.all()) {
            periodsFollowEachOther(unit);
            for (int day = 0; day < 2 * DAYS; day++) {
                standsRight(tree, unit, START.plusDays(day));
            }
        }
    }

    private static void periodsFollowEachOther(Unit unit) {
        LocalDate next = unit.from();
        for (UnitPeriod period : unit.periods()) {
            assertThat(period.from()).isEqualTo(next);
            if (period.until() == null) {
                assertThat(period).isSameAs(unit.periods().getLast());
            } else {
                assertThat(period.until()).isAfterOrEqualTo(period.from());
                next = period.until().plusDays(1);
            }
        }
    }

    private static void standsRight(UnitTree tree, Unit unit, LocalDate day) {
        UnitDetails details = unit.on(day).orElse(null);
        Set<String> below = new HashSet<>(Set.of(unit.code()));
        while (details != null && details.parent() != null) {
            Unit above = tree.get(details.parent());
            assertThat(above.code()).isEqualTo(details.parent());
            assertThat(above.on(day)).as("%s on %s", above.code(), day).isPresent();
            assertThat(above.on(day).orElseThrow().principal()).isEqualTo(details.principal());
            assertThat(below.add(above.code())).as("no circle").isTrue();
            details = above.on(day).orElseThrow();
        }
    }
}
