package se.fardplan.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the data, no label is cut, meets another or is set small, and the picture is well-formed. */
class ChartPropertyTests {

    @Property(tries = 150)
    void everyTrendIsSound(@ForAll("trends") Trend trend, @ForAll("widths") int width) {
        Soundness.check(trend.render(Size.of(width)));
    }

    @Property(tries = 100)
    void everyStripIsSound(@ForAll("strips") DotStrip strip, @ForAll("widths") int width) {
        Soundness.check(strip.render(Size.of(width)));
    }

    @Property(tries = 100)
    void everyTileMapIsSound(@ForAll("maps") TileMap map, @ForAll("widths") int width) {
        Soundness.check(map.render(Size.of(width)));
    }

    @Property(tries = 100)
    void everySparkIsSound(@ForAll("points") List<Point> points, @ForAll("measures") Measure measure) {
        Soundness.check(new Spark(Caption.of("s", "En rubrik"), measure, points).render(Size.of(200)));
    }

    @Property(tries = 100)
    void everyPairIsSound(@ForAll("pairs") Pair pair, @ForAll("widths") int width) {
        Soundness.check(pair.render(Size.of(width)));
    }

    @Property(tries = 60)
    void everyThreadIsSound(@ForAll("threads") WindingThread thread, @ForAll("widths") int width) {
        Soundness.check(thread.render(Size.of(width)));
    }

    @Property(tries = 60)
    void everyRoadmapIsSound(@ForAll("roadmaps") Roadmap roadmap, @ForAll("widths") int width) {
        Soundness.check(roadmap.render(Size.of(width)));
    }

    @Property(tries = 60)
    void everyLapIsSound(@ForAll("laps") Lap lap, @ForAll("widths") int width) {
        Soundness.check(lap.render(Size.of(width)));
    }

    @Property(tries = 300)
    void everyAxisCoversItsValuesInEvenAscendingSteps(
            @ForAll("values") double a, @ForAll("values") double b, @ForAll Trend.Axis axis) {
        double min = Math.min(a, b);
        double max = Math.max(a, b);
        Scale scale = Scale.forLines(min, max, axis, 4);
        double slack = 1e-6 * Math.max(1, Math.max(Math.abs(min), Math.abs(max)));
        assertThat(scale.low()).isLessThanOrEqualTo(min + slack);
        assertThat(scale.high()).isGreaterThanOrEqualTo(max - slack);
        assertThat(scale.ticks()).hasSizeBetween(2, 9);
        assertThat(scale.broken()).isEqualTo(scale.low() > 0 || scale.high() < 0);
        assertThat(scale.ticks().stream().map(scale::share).toList()).isSorted().doesNotHaveDuplicates();
        assertThat(scale.share(min)).isBetween(-1e-6, scale.share(max) + 1e-9);
    }

    @Provide
    Arbitrary<Integer> widths() {
        return Arbitraries.of(320, 358, 480, 624, 760, 1136);
    }

    @Provide
    Arbitrary<Double> values() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(0, 100).ofScale(1),
                Arbitraries.doubles().between(-1e5, 1e5).ofScale(2),
                Arbitraries.integers().between(0, 9).map(i -> (double) i));
    }

    @Provide
    Arbitrary<Measure> measures() {
        return Combinators.combine(Arbitraries.integers().between(0, 2), Arbitraries.of("", "%", "kr/inv"))
                .as(Measure::new);
    }

    private Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of("Dalarna", "Riket", "Malung-Sälen", "Smedje\u00adbacken", "Västra Götaland", "Å & <Ö>"),
                Arbitraries.strings()
                        .withChars("abcdefghijklmnoprstuvwåäö ÅÄÖMW-")
                        .ofMinLength(1)
                        .ofMaxLength(30));
    }

    private Arbitrary<Mark> marks() {
        return Arbitraries.oneOf(Arbitraries.just(Mark.PLAIN), Arbitraries.of(Mark.class));
    }

    @Provide
    Arbitrary<List<Point>> points() {
        Arbitrary<Point> one = Combinators.combine(values(), marks())
                .as((value, mark) -> new Point(0, mark.valued() ? value : null, mark));
        return Combinators.combine(
                        Arbitraries.integers().between(1995, 2015), one.list().ofMaxSize(16))
                .as((from, loose) -> IntStream.range(0, loose.size())
                        .mapToObj(i -> new Point(
                                from + i + i / 4,
                                loose.get(i).value(),
                                loose.get(i).mark()))
                        .toList());
    }

    @Provide
    Arbitrary<Trend> trends() {
        Arbitrary<Trend.Line> line = Combinators.combine(names(), Arbitraries.of(Voice.class), points())
                .as(Trend.Line::new);
        Arbitrary<Trend.Spread> spread = Combinators.combine(
                        values(), values(), Arbitraries.integers().between(0, 5))
                .as((a, b, hidden) -> hidden == 0
                        ? new Trend.Spread(0, null, null)
                        : new Trend.Spread(0, Math.min(a, b), Math.max(a, b)));
        Arbitrary<Trend.Band> band = Combinators.combine(names(), spread.list().ofMaxSize(12))
                .as((name, years) -> new Trend.Band(
                        name,
                        IntStream.range(0, years.size())
                                .mapToObj(i -> new Trend.Spread(
                                        2000 + i,
                                        years.get(i).low(),
                                        years.get(i).high()))
                                .toList()));
        Arbitrary<Trend.Break> seriesBreak = Combinators.combine(
                        Arbitraries.integers().between(1996, 2020), names())
                .as(Trend.Break::new);
        Arbitrary<Trend.Goal> goal = Combinators.combine(names(), values()).as(Trend.Goal::new);
        return Combinators.combine(
                        measures(),
                        line.list().ofMinSize(1).ofMaxSize(5),
                        band.injectNull(0.4),
                        seriesBreak.list().ofMaxSize(3),
                        goal.injectNull(0.5),
                        Arbitraries.of(Trend.Axis.class))
                .as((measure, lines, someBand, breaks, someGoal, axis) ->
                        new Trend(Caption.of("t", "En rubrik"), measure, lines, someBand, breaks, someGoal, axis));
    }

    @Provide
    Arbitrary<DotStrip> strips() {
        Arbitrary<DotStrip.Dot> dot = Combinators.combine(
                        names(), values(), marks(), Arbitraries.of(false, false, true))
                .as((name, value, mark, own) -> new DotStrip.Dot(name, mark.valued() ? value : null, mark, own));
        Arbitrary<DotStrip.Reference> reference = Combinators.combine(names(), values(), Arbitraries.of(Voice.class))
                .as(DotStrip.Reference::new);
        Arbitrary<DotStrip.Middle> middle = values().list()
                .ofSize(3)
                .map(v -> v.stream().sorted().toList())
                .map(v -> new DotStrip.Middle(v.get(0), v.get(1), v.get(2)));
        return Combinators.combine(
                        measures(),
                        dot.list().ofMaxSize(22),
                        middle.injectNull(0.3),
                        reference.list().ofMaxSize(3))
                .as((measure, dots, quartiles, references) ->
                        new DotStrip(Caption.of("p", "En rubrik"), measure, dots, quartiles, references));
    }

    @Provide
    Arbitrary<TileMap> maps() {
        Arbitrary<TileMap.Tile> tile = Combinators.combine(names(), values(), marks())
                .as((name, value, mark) -> new TileMap.Tile(name, 1, 1, mark.valued() ? value : null, mark));
        return Combinators.combine(
                        measures(),
                        tile.list().ofMaxSize(20),
                        values().list().ofMaxSize(3),
                        Arbitraries.integers().between(1, 6))
                .as((measure, tiles, limits, columns) -> new TileMap(
                        Caption.of("k", "En rubrik"),
                        measure,
                        IntStream.range(0, tiles.size())
                                .mapToObj(i -> new TileMap.Tile(
                                        tiles.get(i).name(),
                                        1 + i % columns,
                                        1 + i / columns,
                                        tiles.get(i).value(),
                                        tiles.get(i).mark()))
                                .toList(),
                        limits.stream().sorted().toList()));
    }

    @Provide
    Arbitrary<Pair> pairs() {
        Arbitrary<Pair.Row> row = Combinators.combine(
                        names(), Arbitraries.of(Voice.class), values(), marks(), values(), marks())
                .as((name, voice, women, womenMark, men, menMark) -> new Pair.Row(
                        name,
                        voice,
                        womenMark.valued() ? women : null,
                        womenMark,
                        menMark.valued() ? men : null,
                        menMark));
        return Combinators.combine(measures(), row.list().ofMaxSize(4))
                .as((measure, rows) -> new Pair(Caption.of("q", "En rubrik"), measure, rows));
    }

    @Provide
    Arbitrary<WindingThread> threads() {
        return Combinators.combine(names(), Arbitraries.of(Glyph.class), names())
                .as(WindingThread.Node::new)
                .list()
                .ofMaxSize(8)
                .map(nodes -> new WindingThread(Caption.of("w", "En rubrik"), nodes));
    }

    @Provide
    Arbitrary<Roadmap> roadmaps() {
        Arbitrary<Roadmap.Part> part = Combinators.combine(
                        names(),
                        Arbitraries.oneOf(names(), Arbitraries.just("")),
                        Arbitraries.of(Roadmap.Progress.class))
                .as(Roadmap.Part::new);
        return Combinators.combine(names(), part.list().ofMaxSize(7))
                .as((vision, parts) -> new Roadmap(Caption.of("r", "En rubrik"), vision, "22 november 2026", parts));
    }

    @Provide
    Arbitrary<Lap> laps() {
        return Combinators.combine(
                        names().list().ofSize(12),
                        Arbitraries.integers().between(0, 3).list().ofSize(12),
                        Arbitraries.integers().between(0, 364))
                .as((names, lengths, day) -> {
                    List<Lap.Part> parts = new ArrayList<>();
                    int month = 1;
                    while (month <= 12) {
                        int to = Math.min(12, month + lengths.get(parts.size()));
                        parts.add(new Lap.Part(names.get(parts.size()), month, to));
                        month = to + 1;
                    }
                    return new Lap(
                            Caption.of("l", "En rubrik"),
                            parts,
                            LocalDate.of(2026, 1, 1).plusDays(day));
                });
    }
}
