package se.fardplan.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import se.fardplan.Proves;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.Problems;
import se.fardplan.plans.Shape;

class WritingContentTests {

    private static final Path COUNTIES =
            Path.of(System.getProperty("fardplan.home", "..")).resolve("counties");

    @Test
    @Proves("R238")
    void aCommunicationPlanOfThePilotSpeaksInwardsOnThreeLevelsAndOutwards() {
        Problems problems = new Problems();
        WritingContent content = WritingContent.read(new CountyPackage(COUNTIES.resolve("sodra-lappland")), problems);
        assertThat(problems.list()).isEmpty();
        Template template = content.templates().stream()
                .filter(known -> known.shape() == Shape.COMMUNICATION)
                .findFirst()
                .orElseThrow();
        assertThat(template.sections())
                .filteredOn(Template.Section::required)
                .extracting(Template.Section::heading)
                .contains("Internt: strategisk nivå", "Internt: taktisk nivå", "Internt: operativ nivå", "Externt");
        assertThat(template.sections())
                .extracting(Template.Section::heading)
                .contains("Attraktionsskapande", "Intressentkarta", "Budskap");
    }
}
