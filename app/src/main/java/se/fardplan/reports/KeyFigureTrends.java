package se.fardplan.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.charts.Caption;
import se.fardplan.charts.Size;
import se.fardplan.charts.Trend;
import se.fardplan.charts.Voice;
import se.fardplan.indicators.Comparison;
import se.fardplan.indicators.Direction;
import se.fardplan.indicators.KeyFigure.Level;
import se.fardplan.indicators.Point;
import se.fardplan.indicators.Series;
import se.fardplan.indicators.Spread;
import se.fardplan.reports.KeyFigureTables.Placed;

/** A key figure over the years (utvecklingen). */
@Component
class KeyFigureTrends {

    /** Small drawings stand below the key figure's own name and measure. */
    private static final int NAMED_FROM = 600;

    private final Texts texts;
    private final KeyFigureWords words;
    private final KeyFigureTables tables;

    KeyFigureTrends(Texts texts, KeyFigureWords words, KeyFigureTables tables) {
        this.texts = texts;
        this.words = words;
        this.tables = tables;
    }

    /** What the trend's light band is; empty where it has none. */
    Optional<String> findBand(KeyFigureView view) {
        return halves(view.comparison()).isEmpty() ? Optional.empty() : Optional.of(bandName(view.comparison()));
    }

    private String bandName(Comparison comparison) {
        return text("half", words.peers(comparison));
    }

    /**
     * Its line over the years beside the nation's, with the middle half of its peers behind.
     *
     * @param named true when the band's name stands in the drawing; else it is said beside it
     */
    Optional<Figure> find(KeyFigureView view, Size size, boolean named) {
        Comparison comparison = view.comparison();
        if (!comparison.headline().hasValues()) {
            return Optional.empty();
        }
        List<Trend.Line> lines = new ArrayList<>();
        lines.add(line(words.place(comparison), Voice.OWN, comparison.headline()));
        if (comparison.nation().hasValues() && comparison.kind() != Comparison.Kind.NATION) {
            lines.add(line(comparison.nation().area().name(), Voice.REFERENCE, comparison.nation()));
        }
        if (comparison.focused() && comparison.county().hasValues()) {
            lines.add(line(comparison.countyName(), Voice.OTHER, comparison.county()));
        }
        List<Point> own = comparison.headline().points();
        List<Spread> halves = halves(comparison);
        Trend chart = new Trend(
                Caption.of(view.id(KeyFigureCharts.Form.TREND), trendTitle(view)),
                view.amounts().measure(),
                lines,
                band(named ? bandName(comparison) : "", halves),
                breaks(comparison),
                null,
                Trend.Axis.AUTO);
        return Optional.of(Figure.of(
                chart,
                size,
                size.width() < NAMED_FROM
                        ? text("trend.years", year(own.getFirst()), year(own.getLast()))
                        : text("trend.measure", view.measure(), year(own.getFirst()), year(own.getLast())),
                tables.trend(view, comparison.focused() && comparison.county().hasValues(), halves),
                trendNotes(view, halves),
                view.address(KeyFigureCharts.Form.TREND)));
    }

    private String trendTitle(KeyFigureView view) {
        Comparison comparison = view.comparison();
        String place = words.place(comparison);
        return switch (comparison.direction()) {
            case Direction.Certain certain -> {
                String way = high(certain.evidence()) ? "up" : "down";
                yield moved("trend.certain." + way, place, certain.evidence(), view.amounts());
            }
            case Direction.NoCertainDifference none -> {
                String key = none.why() == Direction.Why.NOT_ONE_WAY
                                && none.evidence().outside()
                        ? "trend.oneYear." + (high(none.evidence()) ? "high" : "low")
                        : "trend." + none.why();
                yield moved(key, place, none.evidence(), view.amounts());
            }
            case Direction.Undecidable none ->
                none.points() == 0 ? text("trend.uncertain", place) : few(place, none.points());
        };
    }

    private String few(String place, int points) {
        return points == 1
                ? text("trend.one", place)
                : text("trend.few", place, KeyFigureWords.capital(words.number(points)));
    }

    private static boolean high(Direction.Evidence evidence) {
        return evidence.last().number().compareTo(evidence.highest().number()) > 0;
    }

    private String moved(String key, String place, Direction.Evidence evidence, Amounts amounts) {
        return text(
                key,
                place,
                amounts.write(evidence.first()),
                year(evidence.first()),
                amounts.write(evidence.last()),
                year(evidence.last()));
    }

    private List<String> trendNotes(KeyFigureView view, List<Spread> halves) {
        Comparison comparison = view.comparison();
        List<String> notes = new ArrayList<>();
        if (halves.isEmpty() && comparison.figure().level() != Level.REGION) {
            notes.add(text("noBand"));
        }
        if (!comparison.nation().hasValues()) {
            notes.add(text("noNation"));
        }
        List<Placed> points = new ArrayList<>(placed(words.place(comparison), comparison.headline()));
        points.addAll(placed(comparison.nation().area().name(), comparison.nation()));
        if (comparison.focused()) {
            points.addAll(placed(comparison.countyName(), comparison.county()));
        }
        notes.addAll(tables.typedNotes(points));
        return notes;
    }

    private static List<Placed> placed(String name, Series series) {
        return series.points().stream().map(point -> new Placed(name, point)).toList();
    }

    /** The years of the middle half that lie within the line's own. */
    private static List<Spread> halves(Comparison comparison) {
        List<Point> own = comparison.headline().points();
        int from = own.getFirst().year();
        int to = own.getLast().year();
        List<Spread> found = Comparison.spreads(comparison.peers()).stream()
                .filter(spread -> spread.year() >= from
                        && spread.year() <= to
                        && spread.of() >= KeyFigureCharts.ENOUGH_FOR_HALVES)
                .toList();
        return found.stream().anyMatch(Spread::complete) ? found : List.of();
    }

    private static Trend.@Nullable Band band(String name, List<Spread> halves) {
        if (halves.isEmpty()) {
            return null;
        }
        return new Trend.Band(
                name,
                halves.stream()
                        .map(spread -> spread.complete()
                                ? new Trend.Spread(
                                        spread.year(),
                                        spread.q1().doubleValue(),
                                        spread.q3().doubleValue())
                                : new Trend.Spread(spread.year(), null, null))
                        .toList());
    }

    private List<Trend.Break> breaks(Comparison comparison) {
        return comparison.figure().seriesBreaks().stream()
                .filter(year -> comparison.headline().points().getFirst().year() < year)
                .map(year -> new Trend.Break(year, text("break", Integer.toString(year))))
                .toList();
    }

    private static Trend.Line line(String name, Voice voice, Series series) {
        return new Trend.Line(
                name,
                voice,
                series.points().stream().map(KeyFigureTrends::point).toList());
    }

    private static se.fardplan.charts.Point point(Point point) {
        return new se.fardplan.charts.Point(point.year(), KeyFigureCharts.value(point), KeyFigureCharts.mark(point));
    }

    private static String year(Point point) {
        return KeyFigureWords.year(point);
    }

    private String text(String key, Object... arguments) {
        return texts.of("keyfigure." + key, arguments);
    }
}
