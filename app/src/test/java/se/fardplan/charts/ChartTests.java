package se.fardplan.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the forms promise beyond fitting: honest axes, gaps kept, no shape without a word. */
class ChartTests {

    private static final List<Point> COUNTY =
            List.of(Point.of(2022, 3452), Point.of(2023, 3410), Point.of(2024, 3366.4));
    private static final List<Point> NATION =
            List.of(Point.of(2022, 3470), Point.of(2023, 3452), Point.of(2024, 3434.4));

    @Test
    void everyFormInTheGalleryIsSoundAtEveryWidth() {
        for (Chart chart : Gallery.charts()) {
            for (int width : new int[] {200, 320, 358, 416, 624, 760, 1136}) {
                if (width >= 320 || chart instanceof Spark || chart instanceof Lap) {
                    Soundness.check(chart.render(Size.of(width)));
                }
            }
        }
    }

    @Test
    void wideAndNarrowDrawingsOfOneChartHaveTheirOwnIds() {
        Chart chart = trend(COUNTY, NATION);

        assertThat(chart.render(Size.wide()).svg()).contains("id=\"t-760-t\"");
        assertThat(chart.render(Size.phone()).svg()).contains("id=\"t-358-t\"");
    }

    @Test
    void theSameDataGiveTheSameBytes() {
        assertThat(trend(COUNTY, NATION).render(Size.wide()))
                .isEqualTo(trend(COUNTY, NATION).render(Size.wide()));
    }

    @Test
    void linesEndInTheirNamesAndValues() {
        assertThat(texts(trend(COUNTY, NATION).render(Size.wide()))).contains("Dalarna 3 366,4", "Riket 3 434,4");
    }

    @Test
    void sayWhereABrokenAxisBegins() {
        Drawing broken = trend(COUNTY, NATION).render(Size.wide());

        assertThat(broken.notes()).singleElement().asString().startsWith("Axeln är bruten och börjar på 3");
    }

    @Test
    void beginsAtZeroWhenTheDataFillHalfTheAxis() {
        Drawing whole = trend(List.of(Point.of(2023, 20), Point.of(2024, 60)), NATION.subList(0, 0))
                .render(Size.wide());

        assertThat(whole.notes()).isEmpty();
        assertThat(texts(whole)).contains("0");
    }

    @Test
    void doesNotMagnifySmallChanges() {
        Scale scale = Scale.forLines(64, 67, Trend.Axis.AUTO, 4);

        assertThat(scale.high() - scale.low()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void breaksTheLineAtASuppressedValueAndSaysSo() {
        Drawing drawing = trend(
                        List.of(
                                Point.of(2020, 20),
                                Point.of(2021, 30),
                                Point.without(2022, Mark.SUPPRESSED),
                                Point.of(2023, 40),
                                Point.of(2024, 60)),
                        List.of())
                .render(Size.wide());

        assertThat(texts(drawing)).contains("Dalarna 2022: visas ej");
        assertThat(drawing.summary()).contains("Dalarna 2022: visas ej.");
        assertThat(TrendRuns.of(
                        line(List.of(Point.of(2021, 1), Point.without(2022, Mark.SUPPRESSED), Point.of(2023, 2))),
                        List.of()))
                .hasSize(2);
    }

    @Test
    void aSurveyEverySecondYearHasNoGaps() {
        assertThat(TrendRuns.of(line(List.of(Point.of(2018, 1), Point.of(2020, 2), Point.of(2022, 3))), List.of()))
                .hasSize(1);
        assertThat(TrendRuns.of(line(List.of(Point.of(2018, 1), Point.of(2020, 2), Point.of(2024, 3))), List.of()))
                .hasSize(2);
        assertThat(TrendRuns.of(
                        line(List.of(Point.of(2018, 1), Point.without(2019, Mark.NOT_SURVEYED), Point.of(2020, 2))),
                        List.of()))
                .hasSize(1);
    }

    @Test
    void noLineCrossesASeriesBreak() {
        List<Trend.Break> breaks = List.of(new Trend.Break(2023, "Ny kodning från 2023"));

        assertThat(TrendRuns.of(line(COUNTY), breaks)).extracting(List::size).containsExactly(1, 2);
        assertThat(texts(trend(COUNTY, NATION).with(breaks).render(Size.wide())))
                .contains("Ny kodning från 2023", "Jämför inte över strecket");
    }

    @Test
    void everyMarkHasItsOwnShape() {
        Set<String> shapes = Arrays.stream(Mark.values())
                .map(mark -> {
                    Canvas canvas = new Canvas(40);
                    Marks.draw(canvas, mark, 20, 20, Ink.SILJAN);
                    return canvas.close(Caption.of("m", "Märke"), "Märke", 40).svg();
                })
                .collect(Collectors.toSet());

        assertThat(shapes).hasSameSizeAs(Mark.values());
    }

    @Test
    void everyMarkAndValueStateHasItsOwnWord() {
        assertThat(Arrays.stream(Mark.values()).filter(m -> m != Mark.PLAIN).map(Words::of))
                .doesNotHaveDuplicates()
                .contains("visas ej", "saknas", "ej publicerat");
    }

    @Test
    void judgementsDifferInShapeNotOnlyColour() {
        Set<String> shapes = Arrays.stream(Glyph.values())
                .filter(g -> g != Glyph.RISES && g != Glyph.FALLS)
                .map(g -> g.svg(20).replace(g.colour(), "@"))
                .collect(Collectors.toSet());

        assertThat(shapes).hasSize(Glyph.values().length - 2);
        assertThat(Glyph.IMPROVES.svg(20)).contains("aria-hidden=\"true\"");
    }

    @Test
    void namesOnAStripNeverCrossTheReferenceLinesAboveIt() {
        List<DotStrip.Dot> dots = List.of(
                DotStrip.Dot.of("Smedjebacken", 99),
                DotStrip.Dot.of("Malung-Sälen", 101),
                DotStrip.Dot.of("Falun", 140));
        var placed = StripLevels.of(dots, v -> v * 5, 900, List.of(500.0)).orElseThrow();

        assertThat(placed)
                .filteredOn(StripLevels.Placed::up)
                .noneMatch(p -> p.left() < 500 && 500 < p.left() + p.width());
    }

    @Test
    void aTileSaysWhyItHasNoValue() {
        TileMap map = new TileMap(
                Caption.of("k", "Karta"),
                Measure.plain(0),
                List.of(
                        new TileMap.Tile("Älvdalen", 1, 1, null, Mark.SUPPRESSED),
                        new TileMap.Tile("Orsa", 2, 1, 0.0, Mark.PLAIN),
                        new TileMap.Tile("Mora", 1, 2, null, Mark.MISSING)),
                List.of(1.0, 2.0));

        assertThat(texts(map.render(Size.of(624)))).contains("Visas ej", "Saknas", "0");
        assertThat(map.render(Size.phone()).summary()).isEqualTo("Under 1: Orsa. Visas ej: Älvdalen. Saknas: Mora.");
    }

    @Test
    void refusesAPointWhoseMarkAndValueDisagree() {
        assertThatThrownBy(() -> new Point(2020, null, Mark.PLAIN)).hasMessageContaining("2020");
        assertThatThrownBy(() -> new Point(2020, 1.0, Mark.MISSING)).hasMessageContaining("MISSING");
        assertThatThrownBy(() -> Point.of(2020, Double.NaN)).hasMessageContaining("2020");
    }

    @Test
    void writesTextSafely() {
        Drawing drawing = new Trend(
                        Caption.of("x", "A < B & \"C\""), Measure.plain(0), List.of(line("<b>&\u0001", COUNTY)))
                .render(Size.wide());

        Soundness.check(drawing);
        assertThat(drawing.svg()).doesNotContain("<b>").contains("A &lt; B &amp; &quot;C&quot;");
    }

    private static Trend trend(List<Point> county, List<Point> nation) {
        return new Trend(
                Caption.of("t", "En rubrik"),
                Measure.plain(1),
                List.of(line(county), new Trend.Line("Riket", Voice.REFERENCE, nation)));
    }

    private static Trend.Line line(List<Point> points) {
        return line("Dalarna", points);
    }

    private static Trend.Line line(String name, List<Point> points) {
        return new Trend.Line(name, Voice.OWN, points);
    }

    private static List<String> texts(Drawing drawing) {
        return drawing.labels().stream()
                .map(b -> b.text().replace('\u00a0', ' '))
                .toList();
    }
}
