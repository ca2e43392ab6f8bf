package se.fardplan.assignments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.organisation.CountyLoader;

/** The example stands as it would on its day, whatever day it is where it is shown. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=assignment-demo")
class AssignmentDemoPagesTests {

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    AssignmentDemo demo;

    @Autowired
    Assignments assignments;

    @Test
    @Proves({"R110", "R111", "R112"})
    void standsAtItsTrueStateOnTheFirstOfSeptember() {
        counties.ensureLoaded("dalarna", true);
        demo.fill(LocalDate.of(2026, 9, 1));
        Assignment assignment = assignments.list().getFirst();
        Timetable table = assignments.timetable(assignment);
        List<String> states = table.deliveries().stream()
                .map(delivery -> delivery.code() + " " + table.state(delivery))
                .toList();
        assertThat(states)
                .containsExactly(
                        "L1 DELIVERED",
                        "L2 DELIVERED",
                        "L3 DELIVERED",
                        "L4 DELIVERED",
                        "L5 COMING",
                        "L6 NOT_NEEDED",
                        "S1 DELIVERED",
                        "S2 DELIVERED",
                        "S3 DELIVERED",
                        "S4 UNDATED");
        assertThat(pages.get().uri(assignment.href()))
                .hasStatusOk()
                .bodyText()
                .contains("7 av 9 redovisningar är lämnade och 9 av 14 krav är avklarade", "Exempeldata");
    }
}
