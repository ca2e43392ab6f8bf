package se.fardplan.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.fardplan.PagesTest;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;

/** A county whose package describes no bodies says so, and what to do. */
@PagesTest
class NoBodiesPagesTests {

    @TempDir
    static Path counties;

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader loader;

    @DynamicPropertySource
    static void leaveTheBodiesOut(DynamicPropertyRegistry settings) {
        settings.add("fardplan.counties", () -> copy().toString());
    }

    private static Path copy() {
        Path from = Path.of(System.getProperty("fardplan.home")).resolve("counties/dalarna");
        try (Stream<Path> files = Files.list(from)) {
            Path to = Files.createDirectories(counties.resolve("dalarna"));
            for (Path file :
                    files.filter(one -> !one.endsWith("governance.yaml")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
            return counties;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @BeforeEach
    void loadTheCounty() {
        loader.ensureLoaded("dalarna", false);
    }

    @Test
    void saysThatNothingIsDescribed() {
        assertThat(pages.get().uri("/strategin/grupper"))
                .bodyText()
                .contains("Grupperna i Dalarna är inte beskrivna än", "lägger till grupperna i länets mapp");
        assertThat(pages.get().uri("/strategin/beslut")).bodyText().contains("Inga beslut är antecknade i Dalarna");
        assertThat(pages.get().uri("/strategin/grupper/VFR")).hasStatus(404);
        for (String file : List.of("/strategin/grupper.csv", "/strategin/beslut.xlsx")) {
            assertThat(pages.get().uri(file)).hasStatusOk();
        }
        assertThat(pages.get().uri("/strategin/beslut").with(Someone.as(Role.REGIONAL_LEAD)))
                .bodyText()
                .doesNotContain("Anteckna ett beslut");
        assertThat(pages.get().uri("/strategin/beslut/nytt").with(Someone.as(Role.REGIONAL_LEAD)))
                .bodyText()
                .contains("Det finns ingen grupp vars beslut du kan anteckna");
    }

    /** Their names still lead somewhere. */
    @Test
    void findsABodyThatIsOnlyNamed() {
        assertThat(pages.get().uri("/sok?fraga=LCHNYV")).bodyText().contains("/namn?q=");
    }
}
