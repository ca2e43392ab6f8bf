package se.fardplan.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.charts.Caption;
import se.fardplan.charts.DotStrip;
import se.fardplan.charts.Mark;
import se.fardplan.charts.Pair;
import se.fardplan.charts.Size;
import se.fardplan.charts.TileMap;
import se.fardplan.charts.Trend;
import se.fardplan.charts.Voice;
import se.fardplan.indicators.Comparison;
import se.fardplan.indicators.Direction;
import se.fardplan.indicators.KeyFigure.Level;
import se.fardplan.indicators.Origin;
import se.fardplan.indicators.Point;
import se.fardplan.indicators.Series;
import se.fardplan.indicators.Spread;
import se.fardplan.organisation.Principal;
import se.fardplan.reports.KeyFigureTables.Placed;

/** The charts of one key figure (nyckeltalets diagram). What cannot be drawn is absent, and the page says why in a line. */
@Component
class KeyFigureCharts {

    /** Fewer areas have no middle half worth the name. */
    private static final int ENOUGH_FOR_HALVES = 8;

    /** Small drawings stand below the key figure's own name and measure. */
    private static final int NAMED_FROM = 600;

    private final Texts texts;
    private final KeyFigureWords words;
    private final KeyFigureTables tables;

    KeyFigureCharts(Texts texts, KeyFigureWords words, KeyFigureTables tables) {
        this.texts = texts;
        this.words = words;
        this.tables = tables;
    }

    /** The form of a chart, as its address names it. */
    enum Form {
        TREND("trend"),
        STRIP("spridning"),
        MAP("kartogram"),
        SEXES("kon");

        final String word;

        Form(String word) {
            this.word = word;
        }

        static Optional<Form> find(String word) {
            return Stream.of(values()).filter(form -> form.word.equals(word)).findFirst();
        }
    }

    /** The chart of {@code form}; empty where there is nothing to draw. */
    Optional<Figure> find(Form form, KeyFigureView view, Size size) {
        return switch (form) {
            case TREND -> trend(view, size, true);
            case STRIP -> strip(view, size);
            case MAP -> map(view, size);
            case SEXES -> sexes(view, size);
        };
    }

    /** The trend without the name of its band, which then stands beside it. */
    Optional<Figure> findTrendForReport(KeyFigureView view, Size size) {
        return trend(view, size, false);
    }

    /** What the trend's light band is; empty where it has none. */
    Optional<String> findBand(KeyFigureView view) {
        return halves(view.comparison()).isEmpty() ? Optional.empty() : Optional.of(bandName(view.comparison()));
    }

    private String bandName(Comparison comparison) {
        return text("half", words.peers(comparison.peers().equals(comparison.regions())));
    }

    /** Its line over the years beside the nation's, with the middle half of its peers behind. */
    private Optional<Figure> trend(KeyFigureView view, Size size, boolean named) {
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
                Caption.of(view.id(Form.TREND), trendTitle(view)),
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
                view.address(Form.TREND)));
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

    /** What stands below a drawing of many areas in one year. */
    private List<String> areaNotes(KeyFigureView view, List<Series> areas, Spread spread) {
        List<String> notes = new ArrayList<>(yearNotes(view, spread));
        notes.addAll(tables.typedNotes(areas.stream()
                .flatMap(series -> series.find(spread.year()).stream()
                        .map(point -> new Placed(series.area().name(), point)))
                .toList()));
        return notes;
    }

    /** The years of the middle half that lie within the line's own. */
    private static List<Spread> halves(Comparison comparison) {
        List<Point> own = comparison.headline().points();
        int from = own.getFirst().year();
        int to = own.getLast().year();
        List<Spread> found = Comparison.spreads(comparison.peers()).stream()
                .filter(spread -> spread.year() >= from && spread.year() <= to && spread.of() >= ENOUGH_FOR_HALVES)
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
                series.points().stream().map(KeyFigureCharts::point).toList());
    }

    private static se.fardplan.charts.Point point(Point point) {
        return new se.fardplan.charts.Point(point.year(), value(point), mark(point));
    }

    /** Every municipality, or every region, on one line, in the latest year that is not half-filled. */
    private Optional<Figure> strip(KeyFigureView view, Size size) {
        Comparison comparison = view.comparison();
        List<Series> compared = compared(comparison);
        Spread spread = Comparison.findLatestComplete(compared).orElse(null);
        if (spread == null || spread.count() < 2) {
            return Optional.empty();
        }
        boolean halves = spread.complete() && spread.count() >= ENOUGH_FOR_HALVES;
        List<DotStrip.Dot> dots = compared.stream()
                .map(series -> dot(series, spread.year(), own(comparison, series)))
                .toList();
        DotStrip chart = new DotStrip(
                Caption.of(view.id(Form.STRIP), stripTitle(view, spread, halves)),
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
                view.address(Form.STRIP)));
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
                point == null ? null : value(point),
                point == null ? Mark.NOT_SURVEYED : mark(point),
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
    private Optional<Figure> map(KeyFigureView view, Size size) {
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
                        view.id(Form.MAP),
                        text(
                                "map.title",
                                view.amounts().number(spread.min()),
                                view.amounts().write(spread.max()))),
                view.amounts().measure(),
                tiles,
                spread.complete() && spread.count() >= ENOUGH_FOR_HALVES ? limits(spread, view.amounts()) : List.of());
        return Optional.of(Figure.of(
                chart,
                size,
                text("map.measure", Integer.toString(spread.year())),
                tables.areas(view, municipalities, spread, false),
                areaNotes(view, municipalities, spread),
                view.address(Form.MAP)));
    }

    private static TileMap.Tile tile(Series series, int year, Map<String, Principal.Tile> places) {
        Principal.Tile place = Objects.requireNonNull(places.get(series.area().code()));
        Point point = series.find(year).orElse(null);
        return new TileMap.Tile(
                hyphened(series.area().name()),
                place.column() + 1,
                place.row() + 1,
                point == null ? null : value(point),
                point == null ? Mark.NOT_SURVEYED : mark(point));
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

    /** Women beside men, for the headline and the nation, in the latest year that has both. */
    private Optional<Figure> sexes(KeyFigureView view, Size size) {
        Comparison comparison = view.comparison();
        OptionalInt latest = comparison.women().points().stream()
                .filter(Point::hasValue)
                .mapToInt(Point::year)
                .filter(year ->
                        comparison.men().find(year).filter(Point::hasValue).isPresent())
                .max();
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        int year = latest.getAsInt();
        List<Pair.Row> rows = new ArrayList<>();
        rows.add(row(words.place(comparison), Voice.OWN, comparison.women(), comparison.men(), year));
        boolean nation = comparison
                        .nationWomen()
                        .find(year)
                        .filter(Point::hasValue)
                        .isPresent()
                && comparison.nationMen().find(year).filter(Point::hasValue).isPresent();
        if (nation) {
            rows.add(row(
                    comparison.nation().area().name(),
                    Voice.REFERENCE,
                    comparison.nationWomen(),
                    comparison.nationMen(),
                    year));
        }
        Point women = comparison.women().find(year).orElseThrow();
        Point men = comparison.men().find(year).orElseThrow();
        int order = women.number().compareTo(men.number());
        String title = text(
                "sexes." + (order == 0 ? "same" : order > 0 ? "higher" : "lower"),
                words.place(comparison),
                view.amounts().distance(women.number().subtract(men.number())));
        return Optional.of(Figure.of(
                new Pair(Caption.of(view.id(Form.SEXES), title), view.amounts().measure(), rows),
                size,
                text("sexes.measure", Integer.toString(year)),
                tables.sexes(view, year, nation),
                tables.typedNotes(
                        List.of(new Placed(texts.of("table.women"), women), new Placed(texts.of("table.men"), men))),
                view.address(Form.SEXES)));
    }

    private static Pair.Row row(String name, Voice voice, Series women, Series men, int year) {
        Point her = women.find(year).orElseThrow();
        Point his = men.find(year).orElseThrow();
        return new Pair.Row(name, voice, value(her), mark(her), value(his), mark(his));
    }

    /** The areas shown beside each other: the county's own where any has a value, else the regions. */
    static List<Series> compared(Comparison comparison) {
        boolean municipal = comparison.municipalities().stream().anyMatch(Series::hasValues);
        return municipal ? comparison.municipalities() : comparison.regions();
    }

    private String peersOf(Comparison comparison) {
        boolean municipal = compared(comparison).equals(comparison.municipalities());
        return words.peers(!municipal);
    }

    private static boolean own(Comparison comparison, Series series) {
        return series.area().is(comparison.headline().area());
    }

    static @Nullable Double value(Point point) {
        return point.hasValue() ? Double.valueOf(point.number().doubleValue()) : null;
    }

    static Mark mark(Point point) {
        return switch (point.state()) {
            case PUBLISHED -> published(point);
            case UNCERTAIN -> Mark.UNCERTAIN;
            case SUPPRESSED -> Mark.SUPPRESSED;
            case MISSING -> Mark.MISSING;
            case NOT_PUBLISHED -> Mark.NOT_PUBLISHED;
            case NOT_APPLICABLE -> Mark.NOT_APPLICABLE;
            case REMOVED -> Mark.REMOVED;
        };
    }

    private static Mark published(Point point) {
        if (point.origin() == Origin.HAND) {
            return Mark.TYPED;
        }
        return point.preliminary() ? Mark.PRELIMINARY : Mark.PLAIN;
    }

    private static String year(Point point) {
        return KeyFigureWords.year(point);
    }

    private String text(String key, Object... arguments) {
        return texts.of("keyfigure." + key, arguments);
    }
}
