package se.fardplan.assignments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.fardplan.Proves;
import se.fardplan.assignments.Assignment.Part;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.Problems;

/** What the county's package says of the assignment of 2026. */
class AssignmentContentTests {

    private static final Path DALARNA =
            Path.of(System.getProperty("fardplan.home")).resolve("counties/dalarna");

    private final AssignmentContent.Given given = AssignmentContent.read(new CountyPackage(DALARNA), new Problems())
            .assignments()
            .getFirst();
    private final Assignment assignment = given.assignment();

    @Test
    @Proves({"R93", "R94", "R95"})
    void saysWhyAndWhatFor() {
        assertThat(assignment.purpose())
                .contains("utifrån länets behov inom samverkan för en jämlik vård och omsorg")
                .contains("sköra äldre");
        assertThat(assignment.of(Passage.Kind.GOAL)).hasSize(2);
        assertThat(assignment.of(Passage.Kind.BACKGROUND)).isNotEmpty();
        assertThat(assignment.basis()).contains("2022–2030");
    }

    @Test
    @Proves("R96")
    void tellsTheDecisionsOnTheWay() {
        assertThat(assignment.of(Passage.Kind.HISTORY).map(Passage::from).map(String::valueOf))
                .containsExactly(
                        "2025-02-07",
                        "2025-02-13",
                        "2025-03-03",
                        "2025-03-14",
                        "2025-09-26",
                        "2025-11-10",
                        "2025-11-13",
                        "2026-01-07");
    }

    @Test
    @Proves("R97")
    void keepsTheFormerFocusAndWhyItChanged() {
        List<Passage> focus = assignment.of(Passage.Kind.FOCUS).toList();
        assertThat(focus).extracting(Passage::title).containsExactly("Multisjuka sköra äldre", "Sköra äldre");
        assertThat(focus.getFirst().until()).isEqualTo(LocalDate.of(2025, 9, 26));
        assertThat(focus.getLast().note()).contains("nationella vårdprogrammet");
        assertThat(assignment.focus()).containsExactly(focus.getLast());
    }

    @Test
    @Proves("R98")
    void demandsNineThingsOfTheWorkAndFiveOfThePlan() {
        assertThat(given.demands())
                .extracting(Demand::code)
                .containsExactly(
                        "AP1", "AP2", "AP3", "AP4", "AP5", "AP6", "AP7", "AP8", "AP9", "KRAV1", "KRAV2", "KRAV3",
                        "KRAV4", "KRAV5");
        assertThat(given.demands().get(11).text()).contains("cirka 4 sidor utan försättsblad");
    }

    @Test
    @Proves("R99")
    void namesTheWorkToTakeAccountOf() {
        assertThat(assignment.of(Passage.Kind.INITIATIVE).map(Passage::code))
                .containsExactly("SPAK", "DEMENS", "VARDPROGRAM");
    }

    @Test
    @Proves("R109")
    void saysWhatEachQuarterIsFor() {
        assertThat(assignment.of(Passage.Kind.QUARTER).map(quarter -> quarter.code() + quarter.items()))
                .containsExactly(
                        "2026-Q1[Förberedande, Start dialogarbete, Förankring]",
                        "2026-Q2[Fortsatt dialogarbete och förankring, Sammanställning förslag R HPL]",
                        "2026-Q3[Eventuell revidering av förslag, Efterarbete och spridning]",
                        "2026-Q4[Efterarbete och spridning]");
    }

    @Test
    @Proves({"R110", "R111", "R112", "C34", "C35"})
    void owesTheAccountsOfTheTable() {
        assertThat(given.deliveries())
                .extracting(delivery ->
                        delivery.code() + " " + delivery.day() + " " + delivery.receiver() + " " + delivery.dependsOn())
                .containsExactly(
                        "L1 2026-01-29 LCHNV null",
                        "L2 2026-03-20 LCHNV null",
                        "L3 2026-05-22 LCHNV null",
                        "L4 2026-06-11 VFR null",
                        "L5 2026-09-08 LCHNV L3",
                        "L6 2026-09-17 VFR L4",
                        "S1 2026-01-12 LCHNV-STYR null",
                        "S2 2026-03-02 LCHNV-STYR null",
                        "S3 2026-08-24 LCHNV-STYR null",
                        "S4 null LCHNV-STYR null");
        assertThat(given.deliveries()).extracting(Delivery::text).contains("Rapport till styrgrupp LCHNV");
    }

    @Test
    @Proves({"R114", "R116"})
    void saysWhoDoesWhat() {
        assertThat(assignment.bodies(Part.ORDERER)).containsExactly("VFR", "LCHNV");
        assertThat(assignment.bodies(Part.OWNER)).containsExactly("LCHNV");
        assertThat(assignment.bodies(Part.STEERING_GROUP)).containsExactly("LCHNV-STYR");
        assertThat(assignment.bodies(Part.LEADER)).containsExactly("RSS");
        assertThat(assignment.bodies(Part.RECEIVER)).containsExactly("LCHNV");
        assertThat(assignment.bodies(Part.FINAL_RECEIVER)).containsExactly("VFR");
        assertThat(assignment.of(Passage.Kind.ROLE).flatMap(role -> role.items().stream()))
                .hasSize(5);
        assertThat(assignment.of(Passage.Kind.MANDATE).flatMap(role -> role.items().stream()))
                .hasSize(4);
    }

    @Test
    @Proves("C25")
    void keepsTwoTaskPeriodsWithTheirHolders() {
        assertThat(assignment.of(Passage.Kind.TASK_PERIOD).map(Passage::bodies))
                .containsExactly(List.of("RSS", "OMST-HS"), List.of("RSS"));
    }

    @Test
    @Proves({"C30", "C31", "C32", "C33", "C34", "C35"})
    void tellsWhatIsUnclearInTheSource() {
        assertThat(assignment.of(Passage.Kind.REMARK).map(Passage::code))
                .contains("C30", "C31", "C32", "C33", "C34", "C35");
        assertThat(assignment
                        .of(Passage.Kind.BACKGROUND)
                        .findFirst()
                        .orElseThrow()
                        .note())
                .contains("kompletterad");
    }
}
