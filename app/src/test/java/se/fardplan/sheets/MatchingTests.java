package se.fardplan.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fardplan.sheets.Preview.Change;
import se.fardplan.sheets.Preview.Difference;
import se.fardplan.sheets.Preview.Kind;
import se.fardplan.sheets.Template.Field;

/** What saving a file would change is known before it is saved. */
class MatchingTests {

    private static final Template TEMPLATE = new Template(
            "Personer",
            List.of(Field.email("email", "E-post").required(), Field.text("name", "Namn"), Field.date("to", "Till")));
    private static final List<Map<String, String>> STANDING = List.of(
            Map.of("email", "anna@norrby.se", "name", "Anna", "to", "2026-12-31"),
            Map.of("email", "bo@norrby.se", "name", "Bo"),
            Map.of("email", "cilla@norrby.se", "name", "Cilla"));

    @Test
    void rowsAreNewChangedEndedOrAsTheyWere() {
        Preview preview = preview(
                Matching.Absent.ENDS, "E-post;Namn\nANNA@norrby.se;Anna\nbo@norrby.se;Bo Ek\nd@norrby.se;Disa\n");
        assertThat(preview.changes())
                .containsExactly(
                        new Change(
                                2,
                                Kind.CHANGED,
                                "Anna",
                                List.of(new Difference("E-post", "anna@norrby.se", "ANNA@norrby.se"))),
                        new Change(3, Kind.CHANGED, "Bo Ek", List.of(new Difference("Namn", "Bo", "Bo Ek"))),
                        new Change(
                                4,
                                Kind.ADDED,
                                "Disa",
                                List.of(
                                        new Difference("E-post", "", "d@norrby.se"),
                                        new Difference("Namn", "", "Disa"))),
                        new Change(0, Kind.ENDED, "Cilla", List.of()));
        assertThat(List.of(preview.added(), preview.changed(), preview.ended(), preview.unchanged()))
                .containsExactly(1, 2, 1, 0);
        assertThat(preview.canBeSaved()).isTrue();
    }

    @Test
    void aBlankCellTakesAwayButAMissingColumnDoesNot() {
        assertThat(preview(Matching.Absent.STAYS, "E-post;Namn\nanna@norrby.se;Anna\n")
                        .unchanged())
                .isEqualTo(1);
        assertThat(preview(Matching.Absent.STAYS, "E-post;Namn;Till\nanna@norrby.se;Anna;\n")
                        .changes())
                .containsExactly(
                        new Change(2, Kind.CHANGED, "Anna", List.of(new Difference("Till", "2026-12-31", ""))));
    }

    @Test
    void theSameRowTwiceIsAProblemOfTheSecond() {
        Preview preview = preview(Matching.Absent.STAYS, "E-post;Namn\nx@y.se;X\nX@y.se;Y\nz;Z\n");
        assertThat(preview.problems())
                .extracting(problem -> problem.row() + problem.column())
                .containsExactly("3A", "4A");
        assertThat(preview.problems().getFirst().sentence()).contains("rad 2");
        assertThat(preview.added()).isEqualTo(1);
        assertThat(preview.canBeSaved()).isFalse();
    }

    private static Preview preview(Matching.Absent absent, String csv) {
        Reading reading = TEMPLATE.read("p.csv", csv.getBytes(StandardCharsets.UTF_8));
        return new Matching(TEMPLATE, "email", "name", absent).preview(reading, STANDING);
    }
}
