package se.fardplan.pilots;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fardplan.Proves;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.Problems;

/** Södra Lappland's pilot as its package has it, and what is said of a package with errors. */
class PilotContentTests {

    private static final Path COUNTY = Path.of(System.getProperty("fardplan.home", ".."))
            .resolve("counties")
            .resolve("sodra-lappland");

    private static final PilotContent.Given DOROTEA = read(COUNTY).pilots().getFirst();

    @TempDir
    Path folder;

    @Test
    @Proves("R223")
    void isTheDoroteaPilot() {
        assertThat(DOROTEA.name()).isEqualTo("Pilot: Dorotea vård- och omsorgsmodell med gemensam systemledning");
        assertThat(DOROTEA.from()).isEqualTo(YearMonth.of(2024, 3));
        assertThat(DOROTEA.until()).isEqualTo(YearMonth.of(2026, 1));
    }

    @Test
    @Proves({"R224", "R225", "C53"})
    void hasFiveStepsAndTwoTracks() {
        assertThat(DOROTEA.steps())
                .extracting(step -> "%s %s %s–%s %s %s"
                        .formatted(
                                step.kind(),
                                step.name(),
                                step.from(),
                                step.until(),
                                step.needLevels(),
                                Objects.toString(step.operation(), "-")))
                .containsExactly(
                        "STEP Förberedelse 2024-03–2024-08 [] -",
                        "STEP Steg 1 2024-04–2024-09 [1, 2] 2024-09",
                        "STEP Steg 2 2024-10–2025-01 [3] 2025-01",
                        "STEP Steg 3 2025-03–2025-09 [4] 2025-09",
                        "STEP Målgång 2026-01–2026-01 [] -",
                        "TRACK Lärande följeutvärdering (införandestöd) och uppföljning 2024-03–2026-01 [] -",
                        "TRACK Kontinuerlig utveckling av den gemensamma systemledningen 2024-03–2026-01 [] -");
        assertThat(DOROTEA.steps().get(4).text()).isEqualTo("Slutrapport pilot.");
        assertThat(DOROTEA.steps().get(2).note()).contains("2025 Okt–Jan");
    }

    @Test
    @Proves({"R226", "R227", "C52"})
    void overlapsOnceHasTwoGapsAndRestsOnTwoPreconditions() {
        Course course = new Course(DOROTEA.steps());

        assertThat(course.overlaps()).hasSize(1);
        assertThat(course.gaps())
                .extracting(gap -> gap.from() + " " + gap.until())
                .containsExactly("2025-02 2025-02", "2025-10 2025-12");
        assertThat(DOROTEA.preconditions()).containsExactly("Införandestöd säkrat", "Processledning säkrad");
    }

    @Test
    @Proves({"R235", "R236"})
    void hasSixStrategiesAndSeventeenActivities() {
        assertThat(DOROTEA.strategies())
                .extracting(Strategy::name)
                .containsExactly(
                        "Genomförande",
                        "Kommunikation",
                        "Personcentrerat arbetssätt i vårdkedjor/behovsgrupper",
                        "Kompetenshöjning",
                        "Ledning och styrning",
                        "Uppföljning och utvärdering av målsättningar");
        assertThat(DOROTEA.activities())
                .hasSize(17)
                .allSatisfy(
                        activity -> assertThat(activity.placement().sources()).isNotEmpty());
        assertThat(DOROTEA.activities().stream()
                        .collect(Collectors.groupingBy(
                                activity -> activity.placement().code().substring(0, 2), Collectors.counting())))
                .containsEntry("D1", 1L)
                .containsEntry("D2", 4L)
                .containsEntry("D3", 6L)
                .containsEntry("D4", 1L)
                .containsEntry("D5", 3L)
                .containsEntry("D6", 2L);
    }

    @Test
    @Proves({"R234", "C57"})
    void whoAnswersIsOneFieldWithTheLevelsOfTheJointLeadership() {
        PilotContent.Doing plan = get("D1.1");
        assertThat(plan.responsible()).containsExactly("Processledare");
        assertThat(plan.placement().leadership())
                .containsExactly(LeadershipLevel.LOCAL, LeadershipLevel.PART_COUNTY, LeadershipLevel.REGIONAL);
        assertThat(get("D5.1").placement().leadership()).containsExactly(LeadershipLevel.OVERALL);
        assertThat(get("D6.2").responsible()).containsExactly("Governo", "Processledare");
    }

    @Test
    @Proves({"R237", "C49", "C54", "C55", "C56"})
    void whatTheSourceLostIsSaidAndNotGuessed() {
        assertThat(get("D1.1").placement().uncertain()).contains("oläslig");
        assertThat(DOROTEA.activities())
                .filteredOn(activity -> activity.placement().code().startsWith("D3"))
                .allSatisfy(
                        activity -> assertThat(activity.placement().uncertain()).contains("omkastade"));
        assertThat(get("D3.3").text()).startsWith("[text saknas]");
        assertThat(get("D3.4").text()).contains("CFS-skala");
        assertThat(get("D3.4").placement().notes()).anyMatch(note -> note.contains("CF2 skala"));
        assertThat(new Course(DOROTEA.steps())
                        .notYetBegun(
                                get("D4.1").placement().steps(),
                                get("D4.1").until().atEndOfMonth()))
                .extracting(Step::name)
                .containsExactly("Steg 2", "Steg 3");
    }

    /** The number names a level; which needs are more complex is its place from the top alone. */
    @Test
    @Proves({"C50", "C51"})
    void levelsAreOrderedFromTheTopAndKeepTheirOtherName() {
        List<NeedLevel> levels = DOROTEA.needLevels();
        assertThat(levels.getFirst().isAbove(levels.getLast())).isTrue();
        assertThat(levels.getLast().name()).isEqualTo("Den för det mesta friska befolkningen");
        assertThat(levels.getLast().otherName()).isEqualTo("De för det mesta friska individerna");
    }

    @Test
    @Proves({"R229", "R230"})
    void saysHowItLearnsAndWhoMayBeCalledIn() {
        assertThat(DOROTEA.pilot().learning()).contains("beslut baseras på kontinuerlig kunskapsinhämtning");
        assertThat(DOROTEA.pilot().support()).hasSize(6);
        assertThat(DOROTEA.pilot().functions()).containsExactly("Controller", "Jurist", "Kommunikatör");
    }

    @Test
    void everyErrorIsToldWithItsLine() throws IOException {
        try (var files = Files.list(COUNTY)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Path file = folder.resolve("pilot.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("until: \"2024-09\"", "until: \"hösten\"")
                        .replaceFirst("needLevels: \\[3\\]", "needLevels: [7]")
                        .replaceFirst("owner: \"2425\"", "owner: \"2034\"")
                        .replaceFirst("leadership: \\[LOCAL\\]", "leadership: [HÖGST]")
                        .replaceFirst("steps: \\[\"STEG-1\"\\]", "steps: [\"STEG-9\"]"));
        Problems problems = new Problems();
        PilotContent.read(new CountyPackage(folder), problems);
        assertThat(problems.list())
                .hasSize(5)
                .anyMatch(problem -> problem.contains("”2034” är inte en av parterna"))
                .anyMatch(problem -> problem.contains("”hösten” är ingen månad"))
                .anyMatch(problem -> problem.contains("behovsnivåerna finns inte"))
                .anyMatch(problem -> problem.contains("välj bland LOCAL, PART_COUNTY, REGIONAL, OVERALL"))
                .anyMatch(problem -> problem.contains("ett av stegen finns inte"))
                .allMatch(problem -> problem.matches("(?s)pilot\\.yaml.*\\d+.*"));
    }

    private static PilotContent.Doing get(String code) {
        return DOROTEA.activities().stream()
                .filter(activity -> activity.placement().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static PilotContent read(Path county) {
        Problems problems = new Problems();
        PilotContent content = PilotContent.read(new CountyPackage(county), problems);
        assertThat(problems.list()).isEmpty();
        return content;
    }
}
