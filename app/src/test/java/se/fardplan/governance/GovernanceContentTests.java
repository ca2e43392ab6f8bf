package se.fardplan.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fardplan.Proves;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.Problems;

/** The bodies of both counties, as their packages hold them, and what the loader says of a broken one. */
class GovernanceContentTests {

    private static final Path COUNTIES =
            Path.of(System.getProperty("fardplan.home")).resolve("counties");
    private static final GovernanceContent DALARNA = read(COUNTIES.resolve("dalarna"));
    private static final GovernanceContent SODRA_LAPPLAND = read(COUNTIES.resolve("sodra-lappland"));

    @TempDir
    private Path folder;

    @Test
    @Proves("R86")
    void knowsTheFourWhoLeadTogether() {
        assertThat(DALARNA.bodies())
                .hasSize(15)
                .extracting(BodyDetails::body)
                .filteredOn(Body::systemLeadership)
                .extracting(Body::code)
                .containsExactly("VFR", "LCHNV", "BDU", "LGRS");
        assertThat(Objects.requireNonNull(DALARNA.leadership()).mustNotSteer()).contains("Andras organisationer");
    }

    @Test
    @Proves("R96")
    void holdsWhatWasDecidedAndDoneFrom2025To2026() {
        assertThat(DALARNA.decisions())
                .extracting(Decision::day)
                .containsExactly(
                        day("2025-02-13"), day("2025-03-03"), day("2025-03-14"), day("2025-09-26"), day("2025-11-13"));
        assertThat(DALARNA.decisions())
                .extracting(Decision::body)
                .containsExactly("VFR", "LCHNV", "LCHNV", null, "LCHNV-STYR");
        assertThat(DALARNA.decisions().get(2).form()).isEqualTo(Decision.Form.ASSIGNMENT);
        assertThat(DALARNA.occasions())
                .extracting(Occasion::day)
                .containsExactly(day("2025-02-07"), day("2025-11-10"), day("2026-01-07"));
        assertThat(DALARNA.occasions().getFirst().text())
                .contains("genomförandekraft", "förankring", "patient- och invånarnytta");
    }

    @Test
    @Proves("C26")
    void leavesTheBodyEmptyWhereTheSourceNamesNone() {
        Decision widened = DALARNA.decisions().get(3);

        assertThat(widened.body()).isNull();
        assertThat(widened.note()).contains("Källan säger inte vilken grupp");
    }

    @Test
    void keepsSeatsAsRolesAndWhoCameAfterWhom() {
        assertThat(details(DALARNA, "GNV-STYR").seats())
                .hasSize(9)
                .filteredOn(seat -> "REGION-3".equals(seat.code()))
                .extracting(BodyDetails.Seat::role, BodyDetails.Seat::from, BodyDetails.Seat::until)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Divisionschef Psykiatri", null, "maj 2021"),
                        org.assertj.core.groups.Tuple.tuple("Projektledare God och nära vård", "maj 2021", null));
        assertThat(details(SODRA_LAPPLAND, "DOR-STYR").seats())
                .filteredOn(seat -> seat.role().equals("Enhetschef"))
                .singleElement()
                .satisfies(seat -> assertThat(seat.holders()).isEqualTo(5));
    }

    @Test
    @Proves({"R231", "R232", "R233"})
    void holdsHowThePilotShouldBeSteered() {
        Leadership.Structure pilot = SODRA_LAPPLAND.structures().getFirst();

        assertThat(pilot.chain()).containsExactly("DOR-PILOT-STYR", "DOR-PILOT-PROC", "DOR-PILOT-SAMV");
        assertThat(pilot.escalation())
                .containsExactly("DOR-CHEFSNIVA", "Högre tjänstepersoner och folkvalda politiker");
        assertThat(pilot.advisory()).containsExactly("SL-STYR", "DOR-LAN");
        assertThat(details(SODRA_LAPPLAND, "DOR-STYR").mandates())
                .anySatisfy(mandate -> assertThat(mandate).contains("leda och styra piloten"));
        assertThat(details(SODRA_LAPPLAND, "DOR-STYR").body().escalation()).isEqualTo(pilot.escalation());
        assertThat(details(SODRA_LAPPLAND, "SL-STYR").body().isAdvisory()).isTrue();
    }

    @Test
    @Proves("R2")
    void givesEveryBodyAndDecisionASource() {
        for (GovernanceContent county : List.of(DALARNA, SODRA_LAPPLAND)) {
            assertThat(county.bodies())
                    .isNotEmpty()
                    .allSatisfy(details -> assertThat(details.sources()).isNotEmpty());
            assertThat(county.decisions())
                    .allSatisfy(decision -> assertThat(decision.sources()).isNotEmpty());
        }
    }

    @Test
    void keepsADecisionsIdFromReadingToReading() {
        assertThat(read(COUNTIES.resolve("dalarna")).decisions())
                .extracting(Decision::id)
                .containsExactlyElementsOf(
                        DALARNA.decisions().stream().map(Decision::id).toList());
    }

    @Test
    void hasNothingWhereACountyDescribesNoBodies() throws IOException {
        write("documents.yaml", "documents: []\n");

        GovernanceContent county = read(folder);

        assertThat(county.bodies()).isEmpty();
        assertThat(county.leadership()).isNull();
    }

    @Test
    void namesTheLineOfEveryError() throws IOException {
        write("documents.yaml", "documents:\n  - {key: a, file: källa, title: Källan, kind: OTHER, status: Inläst}\n");
        write("organisations.yaml", """
                principals:
                  - code: "2999"
                bodies:
                  - {code: NR, name: Norrby råd}
                  - {code: NS, name: Norrby styrgrupp}
                  - {code: NK, name: Norrby konsult}
                """);
        write("governance.yaml", """
                leadership: {text: Tillsammans., sources: ["källa:1"]}
                bodies:
                  - code: NR
                    kind: ADVISORY
                    parent: XX
                    escalation: [YY, "Högre chefer"]
                    sources: ["källa:1"]
                  - code: NR
                    kind: POLITISK
                    principal: "9999"
                    sources: ["källa:1"]
                  - code: ZZ
                    kind: LOCAL
                    sources: ["källa:1"]
                decisions:
                  - {key: a, body: QQ, day: 2025-01-01, form: DECISION, outcome: APPROVED, heading: A, sources: ["källa:1"]}
                  - {key: a, day: 1 maj, form: DECISION, outcome: APPROVED, heading: B, sources: ["okänd:1"]}
                occasions:
                  - {day: 2025-01-01, body: QQ, kind: WORKSHOP, text: C, sources: ["källa:1"]}
                """);
        Problems problems = new Problems();

        GovernanceContent.read(new CountyPackage(folder), problems);

        assertThat(problems.list())
                .contains(
                        "governance.yaml, rad 2: organisations.yaml har grupper som inte beskrivs här: NS, NK. Lägg till"
                                + " dem.",
                        "governance.yaml, rad 5: gruppen ”XX” finns inte.",
                        "governance.yaml, rad 6: gruppen ”YY” finns inte.",
                        "governance.yaml, rad 8: gruppen ”NR” står två gånger. Låt den stå en gång.",
                        "governance.yaml, rad 10: huvudmannen ”9999” finns inte i organisations.yaml.",
                        "governance.yaml, rad 12: gruppen ”ZZ” finns inte i organisations.yaml.",
                        "governance.yaml, rad 16: gruppen ”QQ” finns inte.",
                        "governance.yaml, rad 17: beslutet ”a” står två gånger.",
                        "governance.yaml, rad 17: ”body” saknas. Skriv gruppens kod, eller i ”note” varför den är"
                                + " okänd.",
                        "governance.yaml, rad 17: källan ”okänd:1” finns inte i documents.yaml. Skriv den som fil:rader.",
                        "governance.yaml, rad 19: gruppen ”QQ” finns inte.")
                .anySatisfy(line -> assertThat(line).startsWith("governance.yaml, rad 9: ”POLITISK” är okänt"))
                .anySatisfy(line -> assertThat(line).startsWith("governance.yaml, rad 17: ”1 maj” är inget datum"));
    }

    @Test
    @Proves("R233")
    void refusesAPackageWhereAnAdvisoryBodyDecides() throws IOException {
        write("documents.yaml", "documents:\n  - {key: a, file: källa, title: Källan, kind: OTHER, status: Inläst}\n");
        write("organisations.yaml", "principals: []\nbodies:\n  - {code: NR, name: Norrby råd}\n");
        write("governance.yaml", """
                leadership: {text: Tillsammans., sources: ["källa:1"]}
                bodies:
                  - {code: NR, kind: ADVISORY, sources: ["källa:1"]}
                decisions:
                  - {key: a, body: NR, day: 2025-01-01, form: DECISION, outcome: APPROVED, heading: A, sources: ["källa:1"]}
                """);
        Problems problems = new Problems();

        GovernanceContent.read(new CountyPackage(folder), problems);

        assertThat(problems.list())
                .containsExactly("governance.yaml, rad 5: gruppen ”NR” kan inte ha gjort det här: den är rådgivande och"
                        + " beslutar inte.");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static BodyDetails details(GovernanceContent county, String code) {
        return county.bodies().stream()
                .filter(details -> details.body().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static GovernanceContent read(Path county) {
        Problems problems = new Problems();
        GovernanceContent content = GovernanceContent.read(new CountyPackage(county), problems);
        assertThat(problems.list()).isEmpty();
        return content;
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
