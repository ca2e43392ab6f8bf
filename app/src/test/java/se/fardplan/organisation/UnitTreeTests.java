package se.fardplan.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.fardplan.Refusal;

/** The rules that keep units a tree; each refusal leaves it as it was. */
class UnitTreeTests {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate SPRING = LocalDate.of(2026, 4, 1);
    private static final LocalDate SUMMER = LocalDate.of(2026, 7, 1);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 1);

    private final UnitTree tree = new UnitTree(List.of());

    private static UnitDetails details(String name, @Nullable String parent) {
        return new UnitDetails(name, UnitKind.HOME_CARE, "2080", parent, "Enhetschef");
    }

    private static UnitDetails elsewhere(String name) {
        return new UnitDetails(name, UnitKind.HOME_CARE, "2034", null, "");
    }

    private Unit add(String code, @Nullable String parent) {
        return tree.add(code, details(code, parent), NEW_YEAR, null);
    }

    private UnitDetails on(String code, LocalDate day) {
        return tree.get(code).on(day).orElseThrow();
    }

    private void refuses(String code, Runnable change) {
        List<Unit> before = tree.all();
        Refusal refusal = catchThrowableOfType(Refusal.class, change::run);
        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(tree.all()).isEqualTo(before);
    }

    @Test
    void refusesAUnitWithoutAName() {
        refuses("ORG-010", () -> tree.add("vard", details("  ", null), NEW_YEAR, null));
        Unit unit = add("vard", null);
        refuses("ORG-010", () -> tree.change(unit, details("", null), SPRING));
    }

    @Test
    void refusesACodeThatCannotBeOneOrIsInUse() {
        for (String code : List.of("", "x", "med mellanslag", "-bindestreck", "snett/streck", "x".repeat(41))) {
            refuses("ORG-011", () -> add(code, null));
        }
        add("Väster-1.a", null);
        refuses("ORG-012", () -> add("VÄSTER-1.A", null));
    }

    @Test
    void refusesACodeThatIsAPageOfItsOwn() {
        refuses("ORG-011", () -> add("ny", null));
        refuses("ORG-011", () -> add("Inlasning", null));
    }

    @Test
    void refusesAUnitAboveThatIsNotThereAllTheTime() {
        refuses("ORG-013", () -> add("norr", "ingen"));
        tree.add("vard", details("vard", null), SPRING, AUTUMN);
        refuses("ORG-014", () -> tree.add("norr", details("norr", "vard"), NEW_YEAR, SUMMER));
        refuses("ORG-014", () -> tree.add("norr", details("norr", "vard"), SUMMER, null));
        refuses("ORG-014", () -> tree.add("norr", details("norr", "vard"), SUMMER, AUTUMN.plusDays(1)));
        tree.add("norr", details("norr", "vard"), SPRING, AUTUMN);
    }

    @Test
    void refusesAUnitAboveOfAnotherPrincipalOnAnyDay() {
        add("vard", null);
        refuses(
                "ORG-015",
                () -> tree.add(
                        "norr", new UnitDetails("norr", UnitKind.HOME_CARE, "2034", "vard", ""), NEW_YEAR, null));
        refuses(
                "ORG-015",
                () -> tree.add(
                        "norr", new UnitDetails("norr", UnitKind.CIVIL_SOCIETY, null, "vard", ""), NEW_YEAR, null));
        add("norr", "vard");
        refuses("ORG-015", () -> tree.change(tree.get("vard"), elsewhere("vard"), SPRING));
        refuses(
                "ORG-015",
                () -> tree.change(
                        tree.get("norr"), new UnitDetails("norr", UnitKind.HOME_CARE, "2034", "vard", ""), SPRING));
    }

    @Test
    void refusesAUnitBelowItselfOnAnyDay() {
        Unit vard = add("vard", null);
        Unit norr = add("norr", "vard");
        Unit by = add("by", "norr");
        refuses("ORG-016", () -> tree.change(vard, details("vard", "vard"), SPRING));
        refuses("ORG-016", () -> tree.change(vard, details("vard", "by"), SPRING));
        // Out of the way until summer only.
        tree.change(by, details("by", null), SPRING);
        tree.change(tree.get("by"), details("by", "norr"), SUMMER);
        refuses("ORG-016", () -> tree.change(norr, details("norr", "by"), SPRING));
        assertThat(tree.changed()).extracting(Unit::code).containsExactlyInAnyOrder("vard", "norr", "by");
    }

    @Test
    void refusesToEndAUnitAboveOthers() {
        add("vard", null);
        add("norr", "vard");
        refuses("ORG-017", () -> tree.end(tree.get("vard"), SPRING));
        tree.end(tree.get("norr"), SPRING);
        tree.end(tree.get("vard"), SPRING);
        refuses("ORG-014", () -> tree.end(tree.get("norr"), null));
    }

    @Test
    void refusesALastDayBeforeTheFirst() {
        refuses("ORG-018", () -> tree.add("vard", details("vard", null), SPRING, SPRING.minusDays(1)));
        tree.add("vard", details("vard", null), SPRING, SPRING);
        refuses("ORG-018", () -> tree.end(tree.get("vard"), NEW_YEAR));
    }

    @Test
    void refusesAMergerIntoWhatIsNotThere() {
        add("norr", null);
        tree.add("syd", details("syd", null), NEW_YEAR, SPRING);
        refuses("ORG-019", () -> tree.merge(tree.get("norr"), tree.get("norr"), SPRING));
        refuses("ORG-019", () -> tree.merge(tree.get("norr"), tree.get("syd"), SUMMER));
        refuses("ORG-022", () -> tree.merge(tree.get("norr"), tree.get("syd"), NEW_YEAR));
    }

    @Test
    void refusesWhatIsNotThereOrHasBeenChangedMeanwhile() {
        add("norr", null);
        refuses("ORG-020", () -> tree.get("syd"));
        assertThat(tree.get("NORR", 0).code()).isEqualTo("norr");
        refuses("ORG-021", () -> tree.get("norr", 1));
    }

    @Test
    void refusesADayOutsideTheUnitsLife() {
        tree.add("norr", details("norr", null), SPRING, SUMMER);
        refuses("ORG-022", () -> tree.change(tree.get("norr"), details("nord", null), NEW_YEAR));
        refuses("ORG-022", () -> tree.change(tree.get("norr"), details("nord", null), AUTUMN));
        tree.change(tree.get("norr"), details("nord", null), SUMMER);
        assertThat(on("norr", SUMMER).name()).isEqualTo("nord");
    }

    @Test
    void tellsEachDayWhatItWasCalledAndWhereItStood() {
        add("vard", null);
        add("omsorg", null);
        Unit norr = add("norr", "vard");
        norr = tree.change(norr, details("Nordanby", "vard"), SPRING);
        norr = tree.change(norr, details("Nordanby", "omsorg"), SUMMER);
        norr = tree.end(norr, AUTUMN);

        assertThat(norr.on(NEW_YEAR.minusDays(1))).isEmpty();
        assertThat(on("norr", SPRING.minusDays(1))).isEqualTo(details("norr", "vard"));
        assertThat(on("norr", SPRING)).isEqualTo(details("Nordanby", "vard"));
        assertThat(on("norr", AUTUMN)).isEqualTo(details("Nordanby", "omsorg"));
        assertThat(norr.on(AUTUMN.plusDays(1))).isEmpty();
        assertThat(norr.nearest(AUTUMN.plusDays(1)).name()).isEqualTo("Nordanby");
        assertThat(norr.otherNames(AUTUMN)).containsExactly("norr");
    }

    @Test
    void letsALaterChangeGiveWayToAnEarlier() {
        Unit norr = add("norr", null);
        norr = tree.change(norr, details("Senare", null), SUMMER);
        norr = tree.change(norr, details("Tidigare", null), SPRING);
        assertThat(norr.periods()).hasSize(2);
        assertThat(norr.on(AUTUMN)).contains(details("Tidigare", null));
    }

    @Test
    void writesTheUnitAboveAsItsOwnCodeIsWritten() {
        add("Vard-1", null);
        Unit norr = add("norr", "VARD-1");
        assertThat(on("norr", NEW_YEAR).parent()).isEqualTo("Vard-1");
        tree.change(norr, details("norr", "vard-1"), SPRING);
        assertThat(on("norr", SPRING).parent()).isEqualTo("Vard-1");
    }

    @Test
    void movesWhatStandsBelowToTheUnitItBecomesPartOf() {
        add("norr", null);
        add("syd", null);
        add("by", "norr");
        tree.merge(tree.get("norr"), tree.get("syd"), SPRING);

        assertThat(tree.get("norr").until()).isEqualTo(SPRING.minusDays(1));
        assertThat(tree.get("norr").mergedInto()).isEqualTo("syd");
        assertThat(on("by", SPRING.minusDays(1)).parent()).isEqualTo("norr");
        assertThat(on("by", SPRING).parent()).isEqualTo("syd");
        assertThat(tree.get("by").periods()).hasSize(2);
    }

    @Test
    void leavesToOthersInAMergerTheDaysThatAreTheirs() {
        add("norr", null);
        add("syd", null);
        add("vast", null);
        Unit by = add("by", "vast");
        by = tree.change(by, details("by", "norr"), SUMMER);
        tree.change(by, details("Byn", "vast"), AUTUMN);
        tree.merge(tree.get("norr"), tree.get("syd"), SPRING);

        assertThat(on("by", SPRING).parent()).isEqualTo("vast");
        assertThat(on("by", SUMMER).parent()).isEqualTo("syd");
        assertThat(on("by", AUTUMN)).isEqualTo(details("Byn", "vast"));
    }

    @Test
    void forgetsAMergerWhenTheUnitGoesOn() {
        add("norr", null);
        add("syd", null);
        tree.merge(tree.get("norr"), tree.get("syd"), SPRING);
        assertThat(tree.end(tree.get("norr"), null).mergedInto()).isNull();
    }
}
