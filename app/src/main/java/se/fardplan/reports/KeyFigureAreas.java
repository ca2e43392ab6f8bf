package se.fardplan.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.charts.Caption;
import se.fardplan.charts.DotStrip;
import se.fardplan.charts.Mark;
import se.fardplan.charts.Size;
import se.fardplan.charts.TileMap;
import se.fardplan.charts.Voice;
import se.fardplan.indicators.Comparison;
import se.fardplan.indicators.Point;
import se.fardplan.indicators.Series;
import se.fardplan.indicators.Spread;
import se.fardplan.organisation.Principal;
import se.fardplan.reports.KeyFigureTables.Placed;

/** A key figure's areas beside each other in one year (områdena): dot strip and tile map. */
@Component
class KeyFigureAreas {

    private final Texts texts;
    private final KeyFigureWords words;
    private final KeyFigureTables tables;

    KeyFigureAreas(Texts texts, KeyFigureWords words, KeyFigureTables tables) {
        this.texts = texts;
        this.words = words;
        this.tables = tables;
    }

    /** Every municipality, or every region, on one line, in the latest year that is not half-filled. */
    Optional<Figure> strip(KeyFigureView view, Size size) {
        Comparison comparison = view.comparison();
        List<Series> compared = KeyFigureCharts.compared(comparison);
        Spread spread = Comparison.findLatestComplete(compared).orElse(null);
        if (spread == null || spread.count() < 2) {
            return Optional.empty();
        }
        boolean halves = spread.complete() && spread.count() >= KeyFigureCharts.ENOUGH_FOR_HALVES;
        List<DotStrip.Dot> dots = compared.stream()
                .map(series -> dot(series, spread.year(), own(comparison, series)))
                .toList();
        DotStrip chart = new DotStrip(
                Caption.of(view.id(KeyFigureCharts.Form.STRIP), stripTitle(view, spread, halves)),
                view.amounts().measure(),
                dots,
                halves ? middle(spread) : null,
                references(comparison, spread.year(), compared));
        return Optional.of(Figure.of(
                chart,
                size,
                text(
                        "strip.measure." + (compared.equals(comparison.regions()) ? "regions" : "municipalities"),
                        Integer.toString(spread.year()),
                        spread.count(),
                        spread.of()),
                tables.areas(view, compared, spread, halves),
                areaNotes(view, compared, spread),
                view.address(KeyFigureCharts.Form.STRIP)));
    }

    private String stripTitle(KeyFigureView view, Spread spread, boolean halves) {
        Amounts amounts = view.amounts();
        String peers = peersOf(view.comparison());
        return halves
                ? text("strip.half", peers, amounts.number(spread.q1()), amounts.write(spread.q3()))
                : text("strip.between", peers, amounts.number(spread.min()), amounts.write(spread.max()));
    }

    /** Says so when the areas' latest year is not the headline's. */
    private List<String> yearNotes(KeyFigureView view, Spread spread) {
        return view.comparison()
                .headline()
                .findLatest()
                .filter(latest -> latest.year() != spread.year())
                .map(latest -> List.of(
                        text("otherYear", peersOf(view.comparison()), Integer.toString(spread.year()), year(latest))))
                .orElse(List.of());
    }

    /** A region goes by its county's name where it stands among the regions. */
    private static String shortName(Series series) {
        return series.area().name().replaceFirst("^Region ", "");
    }

    private static DotStrip.Middle middle(Spread spread) {
        return new DotStrip.Middle(
                spread.q1().doubleValue(),
                spread.median().doubleValue(),
                spread.q3().doubleValue());
    }

    private static DotStrip.Dot dot(Series series, int year, boolean own) {
        Point point = series.find(year).orElse(null);
        return new DotStrip.Dot(
                shortName(series),
                point == null ? null : KeyFigureCharts.value(point),
                point == null ? Mark.NOT_SURVEYED : KeyFigureCharts.mark(point),
                own);
    }

    private List<DotStrip.Reference> references(Comparison comparison, int year, List<Series> compared) {
        List<DotStrip.Reference> references = new ArrayList<>();
        boolean dotted = compared.stream()
                .anyMatch(one -> one.area().is(comparison.county().area()));
        if (!dotted) {
            comparison
                    .county()
                    .find(year)
                    .filter(Point::hasValue)
                    .ifPresent(point -> references.add(new DotStrip.Reference(
                            comparison.countyName(), point.number().doubleValue(), Voice.OWN)));
        }
        comparison
                .nation()
                .find(year)
                .filter(Point::hasValue)
                .ifPresent(point -> references.add(new DotStrip.Reference(
                        comparison.nation().area().name(), point.number().doubleValue(), Voice.REFERENCE)));
        return references;
    }

    /** The county's municipalities as squares near their places. */
    Optional<Figure> map(KeyFigureView view, Size size) {
        List<Series> municipalities = view.comparison().municipalities();
        Spread spread = Comparison.findLatestComplete(municipalities).orElse(null);
        Map<String, Principal.Tile> places = view.places();
        if (spread == null || spread.count() < 2 || places.size() < 2) {
            return Optional.empty();
        }
        List<TileMap.Tile> tiles = municipalities.stream()
                .filter(series -> places.containsKey(series.area().code()))
                .map(series -> tile(series, spread.year(), places))
                .toList();
        TileMap chart = new TileMap(
                Caption.of(
                        view.id(KeyFigureCharts.Form.MAP),
                        text(
                                "map.title",
                                view.amounts().number(spread.min()),
                                view.amounts().write(spread.max()))),
                view.amounts().measure(),
                tiles,
                spread.complete() && spread.count() >= KeyFigureCharts.ENOUGH_FOR_HALVES
                        ? limits(spread, view.amounts())
                        : List.of());
        return Optional.of(Figure.of(
                chart,
                size,
                text("map.measure", Integer.toString(spread.year())),
                tables.areas(view, municipalities, spread, false),
                areaNotes(view, municipalities, spread),
                view.address(KeyFigureCharts.Form.MAP)));
    }

    private static TileMap.Tile tile(Series series, int year, Map<String, Principal.Tile> places) {
        Principal.Tile place = Objects.requireNonNull(places.get(series.area().code()));
        Point point = series.find(year).orElse(null);
        return new TileMap.Tile(
                hyphened(series.area().name()),
                place.column() + 1,
                place.row() + 1,
                point == null ? null : KeyFigureCharts.value(point),
                point == null ? Mark.NOT_SURVEYED : KeyFigureCharts.mark(point));
    }

    /** Long names get a place to split, before their last part where that is a common one. */
    private static String hyphened(String name) {
        return name.length() <= 8
                ? name
                : name.replaceFirst("(?<=\\p{L}{3})(backen|mora|länge|dalen|sjö|berg|köping|fors)$", "\u00ad$1");
    }

    private static List<Double> limits(Spread spread, Amounts amounts) {
        return Stream.of(spread.q1(), spread.median(), spread.q3())
                .map(limit -> limit.setScale(amounts.decimals(), RoundingMode.HALF_UP))
                .map(BigDecimal::doubleValue)
                .distinct()
                .toList();
    }

    /** What stands below a drawing of many areas in one year. */
    private List<String> areaNotes(KeyFigureView view, List<Series> areas, Spread spread) {
        List<String> notes = new ArrayList<>(yearNotes(view, spread));
        notes.addAll(tables.typedNotes(areas.stream()
                .flatMap(series -> series.find(spread.year()).stream()
                        .map(point -> new Placed(series.area().name(), point)))
                .toList()));
        return notes;
    }

    private String peersOf(Comparison comparison) {
        boolean municipal = KeyFigureCharts.compared(comparison).equals(comparison.municipalities());
        return words.peers(!municipal);
    }

    private static boolean own(Comparison comparison, Series series) {
        return series.area().is(comparison.headline().area());
    }

    private static String year(Point point) {
        return KeyFigureWords.year(point);
    }

    private String text(String key, Object... arguments) {
        return texts.of("keyfigure." + key, arguments);
    }
}
