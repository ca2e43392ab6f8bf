package se.fardplan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.fardplan.Proves;
import se.fardplan.reports.ReportBlock.Cell;

/** The form in which a frozen report is kept. */
class ReportJsonTests {

    private static final Report SAMPLE = SampleReport.of(3, 2);

    @Test
    @Proves("R165")
    void comesBackAsItWasAndAsTheSameBytes() {
        String json = ReportJson.write(SAMPLE);
        Report read = ReportJson.read(json);
        assertThat(read).isEqualTo(SAMPLE);
        assertThat(ReportJson.write(read)).isEqualTo(json);
        assertThat(ReportJson.sha256(json)).matches("[0-9a-f]{64}");
    }

    @Test
    void writesNamesInAlphabeticalOrder() {
        assertThat(ReportJson.write(SAMPLE)).startsWith("{\"county\":").contains("\"block\":\"figure\"");
    }

    @Test
    void givesTheSameWebPageFromTheKeptForm() {
        Report read = ReportJson.read(ReportJson.write(SAMPLE));
        assertThat(ReportHtml.standalone(read)).isEqualTo(ReportHtml.standalone(SAMPLE));
    }

    @Test
    void marksADraftOnTheWebPageToo() {
        assertThat(ReportHtml.standalone(SAMPLE)).contains("Utkast");
        assertThat(ReportHtml.standalone(SAMPLE.asDraft(false))).doesNotContain("Utkast");
    }

    @Test
    void joinsATableThatWasDividedByYears() {
        ReportBlock.Table first = table("2015", "1", "2016", "2");
        ReportBlock.Table second = table("2017", "3", "2018", "4");
        ReportBlock.Figure figure = new ReportBlock.Figure(
                "f", "t", "m", List.of(), null, List.of(), null, "s", List.of(first, second), "k", false);
        assertThat(figure.whole().columns())
                .extracting(ReportBlock.Column::header)
                .containsExactly("Serie", "2015", "2016", "2017", "2018");
        assertThat(figure.whole().rows().getFirst())
                .extracting(Cell::text)
                .containsExactly("Dalarna", "1", "2", "3", "4");
        assertThat(ReportSheet.of(figure).rows().getFirst().get(4).written()).isEqualTo("4");
    }

    private static ReportBlock.Table table(String year, String value, String next, String nextValue) {
        return new ReportBlock.Table(
                "c",
                List.of(
                        new ReportBlock.Column("Serie", false, 2),
                        new ReportBlock.Column(year, true, 1),
                        new ReportBlock.Column(next, true, 1)),
                List.of(List.of(Cell.of("Dalarna"), Cell.of(value), Cell.of(nextValue))),
                "");
    }
}
