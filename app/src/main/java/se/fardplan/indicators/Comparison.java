package se.fardplan.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fardplan.indicators.KeyFigure.Level;

/**
 * One key figure for one area, seen against the county, its peers and the nation, as one vintage shows it (jämförelse).
 *
 * @param countyName the county's everyday name, such as {@code Dalarna}
 * @param headline the area in focus: the county unless the reader chose another
 * @param kind what the headline is
 * @param women empty where the figure is not split by sex
 * @param county the county as a whole; equal to {@code headline} unless the reader chose another
 * @param municipalities one series for each of the county's municipalities, also those without values
 * @param regions one series for each region, also those without values
 * @param position against the nation, with the areas of the headline's own kind as peers
 */
public record Comparison(
        KeyFigure figure,
        String countyName,
        Series headline,
        Kind kind,
        Series women,
        Series men,
        Series county,
        Series nation,
        Series nationWomen,
        Series nationMen,
        List<Series> municipalities,
        List<Series> regions,
        Position position,
        GoalDistance goal,
        Direction direction) {

    public Comparison {
        municipalities = List.copyOf(municipalities);
        regions = List.copyOf(regions);
    }

    /** The same series without the years before {@code year}; the judgements stay, resting on all years. */
    public Comparison from(int year) {
        return new Comparison(
                figure,
                countyName,
                headline.from(year),
                kind,
                women.from(year),
                men.from(year),
                county.from(year),
                nation.from(year),
                nationWomen.from(year),
                nationMen.from(year),
                municipalities.stream().map(series -> series.from(year)).toList(),
                regions.stream().map(series -> series.from(year)).toList(),
                position,
                goal,
                direction);
    }

    /** True when some value of any series was typed in, and so does not come from Kolada. */
    public boolean holdsTyped() {
        return Stream.of(List.of(headline, women, men, county, nation, nationWomen, nationMen), municipalities, regions)
                .flatMap(List::stream)
                .flatMap(series -> series.points().stream())
                .anyMatch(point -> point.origin() == Origin.HAND);
    }

    /** What the headline is. */
    public enum Kind {
        /** A region's own value. */
        REGION,
        /** Kolada's unweighted mean of the county's municipalities. */
        GROUP,
        /** Our own unweighted mean of the county's municipalities. */
        OWN_MEAN,
        MUNICIPALITY,
        /** The whole nation. */
        NATION,
        /** No value anywhere. */
        NONE
    }

    /**
     * Compares.
     *
     * @param observations all of the figure's own indicator, or none
     * @param focus the area the reader chose; null for the county
     */
    static Comparison of(KeyFigure figure, Collection<Observation> observations, Areas areas, @Nullable Area focus) {
        List<Series> municipalities = all(areas.municipalities(), Sex.T, observations);
        List<Series> regions = all(areas.regions(), Sex.T, observations);
        Series county = county(figure, observations, areas, municipalities);
        Series headline = focus == null || focus.equals(county.area()) ? county : Series.of(focus, Sex.T, observations);
        Series nation = Series.of(areas.nation(), Sex.T, observations);
        Kind kind = kind(headline, areas);
        List<Series> peers = comparesRegions(kind) ? regions : municipalities;
        Terms terms = Terms.of(figure);
        return new Comparison(
                figure,
                areas.county().name(),
                headline,
                kind,
                ofSex(Sex.K, headline, observations, areas),
                ofSex(Sex.M, headline, observations, areas),
                county,
                nation,
                Series.of(areas.nation(), Sex.K, observations),
                Series.of(areas.nation(), Sex.M, observations),
                municipalities,
                regions,
                Position.of(headline, nation, peers, terms),
                GoalDistance.of(headline, null, figure.desired()),
                Direction.of(headline, terms));
    }

    /** The spreads of {@code series}, one for each year that has a value, in the order of the years. */
    public static List<Spread> spreads(List<Series> series) {
        return years(series)
                .mapToObj(year -> Spread.of(year, series))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The latest year in which at least three in four of {@code series} have a value; the latest with any when no year
     * does. Empty when there is no value at all.
     */
    public static Optional<Spread> findLatestComplete(List<Series> series) {
        List<Spread> spreads = spreads(series).reversed();
        return spreads.stream()
                .filter(Spread::complete)
                .findFirst()
                .or(() -> spreads.stream().findFirst());
    }

    /** The latest year in which any of {@code series} has a point, whatever its state. */
    public static Optional<Integer> findLatest(List<Series> series) {
        return series.stream()
                .flatMap(one -> one.points().stream())
                .map(Point::year)
                .max(Comparator.naturalOrder());
    }

    /** The areas whose middle half goes with the headline: those whose latest complete year is the later. */
    public List<Series> peers() {
        int municipal = findLatestComplete(municipalities).map(Spread::year).orElse(Integer.MIN_VALUE);
        int regional = findLatestComplete(regions).map(Spread::year).orElse(Integer.MIN_VALUE);
        return regional > municipal ? regions : municipalities;
    }

    /** True when the position's peers are the regions; else they are the county's municipalities. */
    public boolean comparesRegions() {
        return comparesRegions(kind);
    }

    private static boolean comparesRegions(Kind kind) {
        return kind == Kind.REGION || kind == Kind.NATION;
    }

    /** True when the reader chose another area than the county. */
    public boolean focused() {
        return !headline.area().is(county.area());
    }

    /** True when the headline is our own figure. */
    public boolean computed() {
        return headline.computed();
    }

    private static List<Series> all(List<Area> areas, Sex sex, Collection<Observation> observations) {
        return areas.stream().map(area -> Series.of(area, sex, observations)).toList();
    }

    /** The headline's women or men; where the headline is our own mean, theirs is too. */
    private static Series ofSex(Sex sex, Series headline, Collection<Observation> observations, Areas areas) {
        return headline.computed()
                ? mean(areas, sex, all(areas.municipalities(), sex, observations))
                : Series.of(headline.area(), sex, observations);
    }

    /**
     * The county as a whole: the region's own value where the figure has one; else Kolada's mean of the municipalities;
     * else our own mean of them.
     */
    private static Series county(
            KeyFigure figure, Collection<Observation> observations, Areas areas, List<Series> municipalities) {
        Series region = Series.of(areas.county(), Sex.T, observations);
        if (region.hasValues() || figure.level() == Level.REGION) {
            return region;
        }
        Area group = areas.group();
        Series kolada = group == null ? region : Series.of(group, Sex.T, observations);
        if (kolada.hasValues()) {
            return kolada;
        }
        Series mean = mean(areas, Sex.T, municipalities);
        return mean.hasValues() ? mean : region;
    }

    /** The unweighted mean for each year in which at least three in four of the municipalities have a value. */
    private static Series mean(Areas areas, Sex sex, List<Series> municipalities) {
        List<Point> means = years(municipalities)
                .filter(year ->
                        Spread.of(year, municipalities).filter(Spread::complete).isPresent())
                .mapToObj(year -> mean(year, municipalities))
                .toList();
        return new Series(new Area(Areas.OWN_MEAN, areas.county().name()), sex, means, true);
    }

    private static Point mean(int year, List<Series> municipalities) {
        List<Point> points = municipalities.stream()
                .flatMap(series -> series.find(year).filter(Point::counts).stream())
                .toList();
        BigDecimal sum = points.stream().map(Point::number).reduce(BigDecimal.ZERO, BigDecimal::add);
        int decimals =
                points.stream().mapToInt(point -> point.number().scale()).max().orElse(0);
        BigDecimal mean =
                sum.divide(BigDecimal.valueOf(points.size()), Math.max(decimals, 0) + 1, RoundingMode.HALF_UP);
        boolean preliminary = points.stream().anyMatch(Point::preliminary);
        return new Point(year, mean, State.PUBLISHED, preliminary, Origin.KOLADA, null);
    }

    private static Kind kind(Series headline, Areas areas) {
        Area area = headline.area();
        if (!headline.hasValues()) {
            return Kind.NONE;
        }
        if (headline.computed()) {
            return Kind.OWN_MEAN;
        }
        if (area.equals(areas.nation())) {
            return Kind.NATION;
        }
        if (area.equals(areas.group())) {
            return Kind.GROUP;
        }
        return areas.municipalities().contains(area) ? Kind.MUNICIPALITY : Kind.REGION;
    }

    private static IntStream years(List<Series> series) {
        return series.stream()
                .flatMap(one -> one.counted().stream())
                .map(Point::year)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .mapToInt(Integer::intValue);
    }
}
