package se.fardplan.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fardplan.Proves;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.Problems;

/** The strategy's content, as the package holds it, and what the loader says of a broken one. */
class StrategyContentTests {

    private static final Path COUNTIES =
            Path.of(System.getProperty("fardplan.home")).resolve("counties");

    private static final StrategyContent DALARNA = read(COUNTIES.resolve("dalarna"));

    @TempDir
    private Path folder;

    @Test
    @Proves({"R5", "C13", "C39"})
    void keepsTheCoverWithItsOwnVersionNumber() {
        Strategy strategy = strategy();

        assertThat(strategy.registrationNumber()).isEqualTo("RD22/00386");
        assertThat(strategy.validFrom()).isEqualTo("2022-07-01");
        assertThat(strategy.validTo()).isEqualTo("2030-01-01");
        assertThat(strategy.appliesTo()).containsExactly("Länets kommuner", "Region Dalarna");
        assertThat(strategy.approvedBy()).isEqualTo("Länsnätverket för förvaltningschefer och Välfärdsrådet");
        assertThat(strategy.version()).isEqualTo("1.0");
        assertThat(strategy.printedVersion()).isEqualTo("2030-01-01");
        assertThat(strategy.formerTitle()).startsWith("Färdplan – länsgemensam strategi");
    }

    @Test
    @Proves("C14")
    void knowsThatItsTitlePromisesAYearItDoesNotCover() {
        assertThat(strategy().yearsNotCovered()).containsExactly(2030);
        assertThat(strategy().isInForce(LocalDate.of(2030, 1, 1))).isTrue();
        assertThat(strategy().isInForce(LocalDate.of(2030, 1, 2))).isFalse();
    }

    @Test
    @Proves({"R31", "R32", "R33", "R34", "R35", "R36", "C12", "C46"})
    void holdsTheVisionAndFiveSubGoalsInTheirOrder() {
        assertThat(strategy().vision()).isEqualTo("Nära genom hela livet – gemensamt tillsammans");
        assertThat(strategy().visionLine())
                .isEqualTo("Nära för mig – Nära för alla – Nära i hela Dalarna – Nära mellan oss – Nära till hälsa");
        assertThat(DALARNA.subGoals())
                .extracting(SubGoal::name)
                .containsExactly(
                        "Nära för mig", "Nära för alla", "Nära i hela Dalarna", "Nära mellan oss", "Nära till hälsa");
        assertThat(DALARNA.subGoals().get(3).text())
                .isEqualTo(
                        "En stärkt samverkan inom och mellan länets kommuner och Region Dalarna som präglas av tillit"
                                + " och prestigelöshet för invånarnas bästa.");
        assertThat(DALARNA.subGoals().get(3).printed()).contains("Starkt samverkan");
    }

    @Test
    @Proves("R136")
    void givesEachSubGoalFourKeyFigures() {
        assertThat(DALARNA.subGoals())
                .allSatisfy(goal -> assertThat(goal.keyFigures()).hasSize(4));
        assertThat(DALARNA.subGoals().get(1).keyFigures()).containsExactly("KF05", "KF06", "KF07", "KF08");
    }

    @Test
    @Proves({"R40", "R41", "R42", "R43", "R145", "R134", "C42"})
    void holdsWordsShiftsModelAndPrinciples() {
        assertThat(titles(Passage.Kind.VALUE_WORD))
                .containsExactly(
                        "Samarbete",
                        "Samverkan",
                        "Tillsammans",
                        "Trygghet",
                        "Individen i centrum",
                        "Närhet",
                        "Effektivitet",
                        "Enkelhet",
                        "Jämlikhet");
        assertThat(passages(Passage.Kind.PRINCIPLE)).hasSize(5);
        assertThat(passages(Passage.Kind.FOCUS_SHIFT)).hasSize(4);
        assertThat(passages(Passage.Kind.FOCUS_SHIFT).getFirst().text()).isEqualTo("Person och relation");
        assertThat(passages(Passage.Kind.MODEL_PART)).hasSize(5);
        assertThat(passages(Passage.Kind.MODEL_PART).get(1).note()).contains("inga målområden");
        assertThat(passages(Passage.Kind.KEY_FIGURE_PRINCIPLE)).hasSize(5);
        assertThat(titles(Passage.Kind.FOLLOW_UP_TOOL)).containsExactly("Nyckeltal", "Självskattning", "Aktiviteter");
    }

    @Test
    @Proves("R7")
    void saysWhichSectionsHaveNoText() {
        assertThat(titles(Passage.Kind.MISSING_SECTION)).containsExactly("Förord", "Inledning", "Efterord");
        assertThat(passages(Passage.Kind.MISSING_SECTION))
                .allSatisfy(section -> assertThat(section.note()).isEqualTo("Text saknas"));
    }

    @Test
    @Proves({"R6", "R53", "C65", "C66"})
    void leadsEachHeadingSomewhere() {
        assertThat(DALARNA.headings())
                .hasSize(20)
                .allSatisfy(heading -> assertThat(heading.href()).startsWith("/"));
        assertThat(DALARNA.headings().getFirst().page()).isEqualTo(4);
        assertThat(DALARNA.headings().getLast().note()).contains("Slutrapporten har en annan bilaga 1");
        assertThat(titles(Passage.Kind.ROADMAP_PART)).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    @Proves("C15")
    void keepsTheDatesApart() {
        assertThat(day(Milestone.Kind.APPROVED)).isEqualTo("2022-01-28");
        assertThat(day(Milestone.Kind.RECOMMENDED)).isEqualTo("2022-04-27");
        assertThat(day(Milestone.Kind.IN_FORCE)).isEqualTo("2022-07-01");
        assertThat(day(Milestone.Kind.ADOPTED_BY_PRINCIPAL)).isNull();
    }

    @Test
    @Proves("C64")
    void keepsFootnotesAsDefinitions() {
        assertThat(titles(Passage.Kind.DEFINITION)).contains("Systemledning", "SPAK", "Implementering");
    }

    @Test
    @Proves("R2")
    void givesEveryFactASource() {
        assertThat(strategy().sources()).isNotEmpty();
        assertThat(strategy().visionSources()).isNotEmpty();
        assertThat(DALARNA.subGoals())
                .allSatisfy(goal -> assertThat(goal.sources()).isNotEmpty());
        assertThat(DALARNA.passages())
                .allSatisfy(passage -> assertThat(passage.sources()).isNotEmpty());
        assertThat(DALARNA.milestones())
                .allSatisfy(milestone -> assertThat(milestone.sources()).isNotEmpty());
    }

    @Test
    void hasNothingWhereNoStrategyIsDecided() {
        StrategyContent county = read(COUNTIES.resolve("sodra-lappland"));

        assertThat(county.strategy()).isNull();
        assertThat(county.subGoals()).isEmpty();
    }

    @Test
    void namesTheLineOfAnUnknownSubGoal() throws IOException {
        write("documents.yaml", "documents: []\n");
        write("strategy.yaml", "subGoals:\n  - code: nara-for-mig\n  - code: Nära för alla\n");
        write("key-figures.yaml", "keyFigures:\n  - code: KF01\n    subGoal: nara-for-dig\n");
        Problems problems = new Problems();

        StrategyContent.read(new CountyPackage(folder), problems);

        assertThat(problems.list())
                .contains("key-figures.yaml, rad 3: delmålet ”nara-for-dig” finns inte. Delmålen är: Nära för alla,"
                        + " nara-for-mig.")
                .anySatisfy(line ->
                        assertThat(line).startsWith("strategy.yaml, rad 3: ”Nära för alla” kan inte stå i en adress"));
    }

    @Test
    @Proves("C13")
    void refusesADateAsVersion() throws IOException {
        write("documents.yaml", "documents: []\n");
        write("strategy.yaml", "title: A\nversion: 2030-01-01\nvalidFrom: 1 juli 2022\n");
        Problems problems = new Problems();

        StrategyContent.read(new CountyPackage(folder), problems);

        assertThat(problems.list())
                .contains("strategy.yaml, rad 2: ”2030-01-01” är inget versionsnummer. Skriv det som 1.0; ett datum kan"
                        + " inte vara versionsnummer.")
                .anySatisfy(line -> assertThat(line).startsWith("strategy.yaml, rad 3: ”1 juli 2022” är inget datum"));
    }

    private static Strategy strategy() {
        Strategy strategy = DALARNA.strategy();
        assertThat(strategy).isNotNull();
        return strategy;
    }

    private static List<Passage> passages(Passage.Kind kind) {
        return DALARNA.passages().stream()
                .filter(passage -> passage.kind() == kind)
                .toList();
    }

    private static List<String> titles(Passage.Kind kind) {
        return passages(kind).stream().map(Passage::title).toList();
    }

    private static LocalDate day(Milestone.Kind kind) {
        return DALARNA.milestones().stream()
                .filter(milestone -> milestone.kind() == kind)
                .findFirst()
                .orElseThrow()
                .day();
    }

    private static StrategyContent read(Path county) {
        Problems problems = new Problems();
        StrategyContent content = StrategyContent.read(new CountyPackage(county), problems);
        assertThat(problems.list()).isEmpty();
        return content;
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
