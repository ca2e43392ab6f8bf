package se.fardplan.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fardplan.Proves;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.Problems;

/** The decided key figures and the national indicators, with what the printed text got wrong. */
class KeyFigureContentTests {

    private static final Path COUNTIES =
            Path.of(System.getProperty("fardplan.home")).resolve("counties");

    private static final KeyFigureContent DALARNA = read("dalarna");

    @TempDir
    private Path folder;

    @Test
    @Proves({"R2", "R136", "R137", "R146", "C10"})
    void holdsTwentyDecidedKeyFiguresWithSources() {
        assertThat(DALARNA.figures()).hasSize(20).allSatisfy(listed -> {
            assertThat(listed.figure().sources()).isNotEmpty();
            assertThat(listed.figure().cautions()).isNotEmpty();
        });
        assertThat(DALARNA.decision()).isNotNull();
    }

    @Test
    @Proves({"R141", "C1", "C2"})
    void givesTheDoubledIdToOneOnlyAndNeverGuessesTheOther() {
        KeyFigure cost = figure("KF08");

        assertThat(figure("KF02").koladaId()).isEqualTo("U71456");
        assertThat(cost.koladaId()).isNull();
        assertThat(cost.printedKoladaId()).isEqualTo("U71456");
        assertThat(cost.status()).isEqualTo(KeyFigure.Status.NEEDS_VERIFICATION);
        assertThat(cost.unit()).isEqualTo(KeyFigure.Unit.UNCLEAR);
        assertThat(background("KF08").likelyKoladaId()).isEqualTo("N71019");
        assertThat(background("KF08").printedDefinition()).contains("samlig");
        assertThat(cost.definition()).contains("samlad");
    }

    @Test
    @Proves({"C9"})
    void namesAgesAsTheDefinitionsDo() {
        assertThat(figure("KF12").name()).endsWith("65 år och äldre");
        assertThat(figure("KF12").printedName()).isEqualTo("Behov av hemtjänst > 65 år");
        assertThat(figure("KF16").name()).endsWith("80 år och äldre");
        assertThat(figure("KF16").printedName()).isEqualTo("Besök på akutmottagning >80 år");
    }

    @Test
    @Proves({"C4"})
    void keepsAQuestionApartFromADefinition() {
        assertThat(figure("KF09").definition()).isNull();
        assertThat(background("KF09").surveyQuestion()).startsWith("Får du träffa samma läkare");
    }

    @Test
    @Proves({"R144", "C5"})
    void linksSuccessorsOnAnotherScale() {
        assertThat(List.of("KF02", "KF04", "KF09")).allSatisfy(code -> {
            assertThat(background(code).retiredAfter()).isEqualTo(2024);
            assertThat(background(code).successorNote()).contains("mellan 0 och 1");
            assertThat(figure(code).unit()).isEqualTo(KeyFigure.Unit.INDEX);
        });
        assertThat(figure("KF04").successorId()).isEqualTo("N78111");
        assertThat(figure("KF09").successorId()).isEqualTo("N78113");
        assertThat(figure("KF02").successorId()).isEqualTo("N78114");
    }

    @Test
    @Proves({"R144"})
    void knowsMeansOverYearsAndBreaks() {
        assertThat(figure("KF18").overlapYears()).isEqualTo(3);
        assertThat(figure("KF17").overlapYears()).isEqualTo(4);
        assertThat(figure("KF12").seriesBreaks()).containsExactly(2021);
        assertThat(background("KF12").predecessorId()).isEqualTo("N21821");
    }

    @Test
    @Proves({"R138", "C11"})
    void marksTheFourAdditionsAsInterpreted() {
        assertThat(DALARNA.figures().stream()
                        .filter(listed -> listed.background().basisInterpreted())
                        .map(listed -> listed.figure().code()))
                .containsExactly("KF04", "KF08", "KF15", "KF16");
    }

    @Test
    @Proves({"R140"})
    void countsThreeUnderDevelopment() {
        assertThat(DALARNA.figures().stream()
                        .filter(listed -> listed.figure().status() == KeyFigure.Status.UNDER_DEVELOPMENT)
                        .map(listed -> listed.figure().code()))
                .containsExactly("KF03", "KF06", "KF20");
    }

    @Test
    @Proves({"R142", "C1"})
    void givesEachActiveFigureItsOwnId() {
        List<String> ids = DALARNA.figures().stream()
                .filter(listed -> listed.figure().status() == KeyFigure.Status.ACTIVE)
                .map(listed -> String.valueOf(listed.figure().koladaId()))
                .toList();

        assertThat(ids).hasSize(16).doesNotHaveDuplicates();
    }

    @Test
    @Proves({"R147", "R148"})
    void holdsThirtySixNationalIndicatorsInFourAreas() {
        assertThat(DALARNA.indicators())
                .hasSize(36)
                .allSatisfy(indicator -> assertThat(indicator.sources()).isNotEmpty());
        Set<String> areas =
                DALARNA.indicators().stream().map(NationalIndicator::area).collect(Collectors.toSet());
        assertThat(areas).hasSize(4);
        assertThat(DALARNA.statuses())
                .extracting(NationalIndicator.Status::code)
                .containsExactly(1, 2, 3, 4);
        assertThat(DALARNA.indicators().stream()
                        .filter(indicator -> indicator.statusCodes().contains(1)))
                .hasSize(31);
    }

    @Test
    @Proves({"C47", "C48"})
    void keepsThePrintedSubAreaAndNameBesideTheReading() {
        NationalIndicator first = DALARNA.indicators().getFirst();
        NationalIndicator third = DALARNA.indicators().get(2);

        assertThat(first.subArea()).isEqualTo("Kostnader");
        assertThat(first.printedSubArea()).isEqualTo("Konsekvenser");
        assertThat(first.subAreaInterpreted()).isTrue();
        assertThat(third.printedName()).contains("distriktskötare");
        assertThat(third.name()).contains("distriktssköterskor");
    }

    @Test
    @Proves({"C3", "C6", "C7", "C8"})
    void saysWhereNameMeasureAndDefinitionDiffer() {
        assertThat(figure("KF10").measureTitle()).contains("läkare vid behov");
        assertThat(figure("KF10").cautions()).anyMatch(caution -> caution.startsWith("Namnet säger kontinuitet"));
        assertThat(figure("KF15").cautions()).anyMatch(caution -> caution.contains("inte alla äldre i befolkningen"));
        assertThat(background("KF14").notes()).anyMatch(note -> note.startsWith("Måttet räknar patienter"));
        assertThat(figure("KF19").cautions()).anyMatch(caution -> caution.startsWith("Måttet visar bara fetma"));
    }

    @Test
    @Proves("C12")
    void followsTheSubGoalsOrderAndNotTheAppendix() {
        assertThat(DALARNA.figures().stream().map(listed -> listed.figure().code()))
                .isSorted()
                .element(4)
                .isEqualTo("KF05");
        assertThat(figure("KF05").name()).startsWith("Tillgänglighet till bedömning");
    }

    @Test
    @Proves("R149")
    void linksKeyFiguresToNationalIndicators() {
        assertThat(List.of("KF15", "KF16", "KF04", "KF08"))
                .extracting(code -> figure(code).nationalIndicator())
                .containsExactly(25, 36, 10, 2);
        assertThat(background("KF15").nationalIndicatorInterpreted()).isTrue();
    }

    @Test
    void hasNoDecidedFiguresWhereNoStrategyIsDecided() {
        KeyFigureContent county = read("sodra-lappland");

        assertThat(county.figures()).isEmpty();
        assertThat(county.decision()).isNull();
        assertThat(county.indicators()).hasSize(36);
    }

    @Test
    void namesTheLineOfAWrongIdAndOfADoubledCode() throws IOException {
        Files.writeString(folder.resolve("documents.yaml"), "documents: []\n");
        Files.writeString(folder.resolve("key-figures.yaml"), """
                decision: {text: a, basis: b, until: c, sources: [x]}
                keyFigures:
                  - code: KF01
                    koladaId: 20462
                  - code: KF01
                    status: ACTIVE
                """);
        Problems problems = new Problems();

        KeyFigureContent.read(new CountyPackage(folder), problems);

        assertThat(problems.list())
                .anySatisfy(line -> assertThat(line).startsWith("key-figures.yaml, rad 4: ”20462” är inget Kolada-id"))
                .anySatisfy(line -> assertThat(line).startsWith("key-figures.yaml, rad 5: nyckeltalet ”KF01” står två"))
                .anySatisfy(line -> assertThat(line).contains("ett aktivt nyckeltal behöver ett Kolada-id"));
    }

    private static KeyFigure figure(String code) {
        return listed(code).figure();
    }

    private static KeyFigureBackground background(String code) {
        return listed(code).background();
    }

    private static KeyFigureContent.Listed listed(String code) {
        return DALARNA.figures().stream()
                .filter(listed -> listed.figure().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static KeyFigureContent read(String county) {
        Problems problems = new Problems();
        KeyFigureContent content = KeyFigureContent.read(new CountyPackage(COUNTIES.resolve(county)), problems);
        assertThat(problems.list()).isEmpty();
        return content;
    }
}
