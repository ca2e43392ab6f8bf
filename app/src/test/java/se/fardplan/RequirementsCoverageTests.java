package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/requirements-coverage.md} to what the tests prove.
 *
 * <p>To write it anew: {@code mvn -o -q test -pl app -Dtest=RequirementsCoverageTests -Dfardplan.write=true}.
 */
class RequirementsCoverageTests {

    private static final Path HOME = Path.of(System.getProperty("fardplan.home"));
    private static final Path PAGE = HOME.resolve("docs/requirements-coverage.md");
    private static final List<String> MAY_BE_OPEN = List.of(
            "R1", "R3", "R13", "R21", "R28", "R37", "R38", "R39", "R45", "R46", "R48", "R50", "R51", "R134", "R137",
            "R149", "R164", "R166", "R167", "R251", "R252", "C43", "C44", "C45", "C62");

    private static RequirementsCoverage today() throws IOException {
        Properties open = new Properties();
        try (Reader reader =
                Files.newBufferedReader(HOME.resolve("app/src/test/resources/requirements-open.properties"))) {
            open.load(reader);
        }
        return new RequirementsCoverage(
                RequirementsCoverage.proofsIn(HOME.resolve("app/target/test-classes")),
                open.stringPropertyNames().stream()
                        .collect(Collectors.toMap(id -> id, open::getProperty, (one, other) -> one, TreeMap::new)));
    }

    @Test
    void provesEveryRequirementOrSaysWhatIsOpen() throws IOException {
        assertThat(today().problems(MAY_BE_OPEN)).isEmpty();
    }

    @Test
    void standsInTheDocumentAsTheTestsSay() throws IOException {
        String page = today().page();
        if (Boolean.getBoolean("fardplan.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readAllLines(PAGE))
                .containsExactlyElementsOf(page.lines().toList());
    }

    @Test
    void collectsWhatATestProves() {
        Map<String, TreeSet<String>> proofs = new TreeMap<>();
        RequirementsCoverage.collect(Sample.class, proofs);
        assertThat(proofs.get("R139")).containsExactly("RequirementsCoverageTests: keepsEveryState");
        assertThat(new RequirementsCoverage(proofs, Map.of()).page())
                .contains("| R139 | proven | RequirementsCoverageTests: keepsEveryState |", "| R1 | MISSING |  |");
    }

    @Test
    void refusesWhatIsNeitherProvenNorRightlyOpen() {
        Map<String, TreeSet<String>> proofs = new TreeMap<>();
        RequirementsCoverage.ids().forEach(id -> proofs.put(id, new TreeSet<>(List.of("Some: test"))));
        proofs.remove("R9");
        proofs.remove("R3");
        Map<String, String> open = Map.of("R2", "the next issue", "R3", "the next issue", "R1", " ");
        assertThat(new RequirementsCoverage(proofs, open).problems(MAY_BE_OPEN))
                .containsExactlyInAnyOrder(
                        "R9 is neither proven nor said to be open",
                        "R2 may not be open",
                        "R1 is open without a reason");
    }

    /** Read by these tests alone; its name keeps it out of the document. */
    private static final class Sample {

        @Proves("R139")
        void keepsEveryState() {}
    }
}
