package se.fardplan.charts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every form with made-up values (figurgalleri), for the design page: the ordinary case and the odd ones.
 *
 * <p>All values are exempeldata, and so must the page say.
 */
public final class Gallery {

    private static final int[] YEARS = IntStream.rangeClosed(2010, 2024).toArray();
    private static final double[] COUNTY = {
        3890, 3905, 3880, 3860, 3842, 3815, 3702, 3690, 3668, 3610, 3560, 3497, 3452, 3410, 3366.4
    };
    private static final double[] NATION = {
        3720, 3712, 3700, 3690, 3672, 3660, 3580, 3572, 3566, 3548, 3520, 3498, 3470, 3452, 3434.4
    };
    private static final double[] LOW = {
        3610, 3620, 3600, 3570, 3560, 3530, 3440, 3425, 3400, 0, 3310, 3240, 3200, 3160, 3118
    };
    private static final double[] HIGH = {
        4150, 4165, 4120, 4110, 4070, 4060, 3960, 3930, 3925, 0, 3830, 3760, 3700, 3640, 3590
    };
    private static final List<Place> PLACES = List.of(
            new Place("Älvdalen", 1, 1, null),
            new Place("Orsa", 2, 1, 3655.0),
            new Place("Malung-Sälen", 1, 2, 3912.0),
            new Place("Mora", 2, 2, 3284.0),
            new Place("Rättvik", 3, 2, 3118.0),
            new Place("Vansbro", 2, 3, 4036.0),
            new Place("Leksand", 3, 3, 2946.0),
            new Place("Falun", 4, 3, 3402.0),
            new Place("Gagnef", 3, 4, 2874.0),
            new Place("Borlänge", 4, 4, 3471.0),
            new Place("Säter", 5, 4, 3051.0),
            new Place("Ludvika", 3, 5, 3538.0),
            new Place("Smedje\u00adbacken", 4, 5, 3229.0),
            new Place("Hede\u00admora", 5, 5, 3590.0),
            new Place("Avesta", 5, 6, 3333.0));

    private Gallery() {}

    private record Place(
            String name, int column, int row, @Nullable Double value) {
        Mark mark() {
            return value == null ? Mark.SUPPRESSED : Mark.PLAIN;
        }
    }

    /** Each form, the ordinary case first; ids are unique and begin with {@code galleri-}. */
    public static List<Chart> charts() {
        List<Chart> all = new ArrayList<>();
        all.add(trend());
        all.add(trendWithMarks());
        all.add(womenAndMen());
        all.add(twoPoints());
        all.add(onePoint());
        all.add(noPoints());
        all.add(strip());
        all.add(map());
        all.add(pair());
        all.add(thread());
        all.add(roadmap());
        all.add(lap());
        all.add(timeline());
        all.add(spark());
        all.add(emptySpark());
        return all;
    }

    private static Caption caption(String id, String title) {
        return Caption.of("galleri-" + id, title);
    }

    private static List<Point> points(double[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> Point.of(YEARS[YEARS.length - values.length + i], values[i]))
                .toList();
    }

    private static Trend trend() {
        List<Trend.Spread> spread = IntStream.range(0, YEARS.length)
                .mapToObj(i -> LOW[i] == 0
                        ? new Trend.Spread(YEARS[i], null, null)
                        : new Trend.Spread(YEARS[i], LOW[i], HIGH[i]))
                .toList();
        return new Trend(
                caption("trend", "Minskningen har fortsatt varje år sedan 2016"),
                Measure.plain(1),
                List.of(
                        new Trend.Line("Dalarna", Voice.OWN, points(COUNTY)),
                        new Trend.Line("Riket", Voice.REFERENCE, points(NATION))),
                new Trend.Band("Mellersta hälften av kommunerna", spread),
                List.of(new Trend.Break(2016, "Ny kodning från 2016")),
                new Trend.Goal("Mål 2030", 3200),
                Trend.Axis.AUTO);
    }

    private static Trend trendWithMarks() {
        return new Trend(
                caption("marken", "Varje sorts lucka har sin egen form"),
                Measure.percent(0),
                List.of(
                        new Trend.Line(
                                "Orsa",
                                Voice.OWN,
                                List.of(
                                        Point.of(2014, 58),
                                        Point.of(2015, 61),
                                        Point.without(2016, Mark.SUPPRESSED),
                                        Point.of(2017, 60),
                                        Point.without(2018, Mark.MISSING),
                                        new Point(2019, 64.0, Mark.TYPED),
                                        new Point(2020, 66.0, Mark.UNCERTAIN),
                                        Point.of(2021, 63),
                                        Point.without(2022, Mark.REMOVED),
                                        Point.of(2023, 67),
                                        new Point(2024, 71.0, Mark.PRELIMINARY))),
                        new Trend.Line(
                                "Riket",
                                Voice.REFERENCE,
                                List.of(
                                        Point.of(2014, 62),
                                        Point.without(2015, Mark.NOT_SURVEYED),
                                        Point.of(2016, 63),
                                        Point.without(2017, Mark.NOT_SURVEYED),
                                        Point.of(2018, 63),
                                        Point.without(2019, Mark.NOT_SURVEYED),
                                        Point.of(2020, 65),
                                        Point.without(2021, Mark.NOT_SURVEYED),
                                        Point.of(2022, 66),
                                        Point.without(2023, Mark.NOT_SURVEYED),
                                        Point.without(2024, Mark.NOT_PUBLISHED)))),
                null,
                List.of(),
                null,
                Trend.Axis.PERCENT);
    }

    private static Trend womenAndMen() {
        return new Trend(
                caption("konen-over-tid", "Skillnaden mellan kvinnor och män består"),
                Measure.percent(0),
                List.of(
                        new Trend.Line("Kvinnor", Voice.WOMEN, points(new double[] {58, 60, 59, 62, 63, 66})),
                        new Trend.Line("Män", Voice.MEN, points(new double[] {49, 50, 53, 52, 55, 57}))));
    }

    private static Trend twoPoints() {
        return new Trend(
                caption("tva-varden", "Två mätningar räcker inte för en riktning"),
                Measure.percent(0),
                List.of(
                        new Trend.Line("Dalarna", Voice.OWN, List.of(Point.of(2022, 64), Point.of(2024, 67))),
                        new Trend.Line("Riket", Voice.REFERENCE, List.of(Point.of(2022, 66), Point.of(2024, 66)))));
    }

    private static Trend onePoint() {
        return new Trend(
                caption("ett-varde", "Första mätningen är gjord"),
                Measure.plain(1),
                List.of(
                        new Trend.Line("Dalarna", Voice.OWN, List.of(Point.of(2024, 12.4))),
                        new Trend.Line("Riket", Voice.REFERENCE, List.of(Point.of(2024, 11.8)))));
    }

    private static Trend noPoints() {
        return new Trend(
                caption("inga-varden", "Inget värde får visas än"),
                Measure.plain(1),
                List.of(new Trend.Line(
                        "Dalarna",
                        Voice.OWN,
                        List.of(Point.without(2023, Mark.SUPPRESSED), Point.without(2024, Mark.SUPPRESSED)))));
    }

    private static DotStrip strip() {
        return new DotStrip(
                caption("remsa", "Mellersta hälften av kommunerna ligger mellan 3 118 och 3 590"),
                Measure.plain(1),
                PLACES.stream()
                        .map(p -> new DotStrip.Dot(p.name.replace("\u00ad", ""), p.value, p.mark(), false))
                        .toList(),
                new DotStrip.Middle(3118, 3402, 3590),
                List.of(
                        new DotStrip.Reference("Dalarna", 3366.4, Voice.OWN),
                        new DotStrip.Reference("Riket", 3434.4, Voice.REFERENCE)));
    }

    private static TileMap map() {
        return new TileMap(
                caption("kartogram", "Höga värden i väster, låga söder om Siljan"),
                Measure.plain(0),
                PLACES.stream()
                        .map(p -> new TileMap.Tile(p.name, p.column, p.row, p.value, p.mark()))
                        .toList(),
                List.of(3118.0, 3367.0, 3590.0));
    }

    private static Pair pair() {
        return new Pair(
                caption("konen", "Kvinnor skadas oftare än män"),
                Measure.plain(0),
                List.of(
                        Pair.Row.of("Dalarna", Voice.OWN, 3912, 2741),
                        Pair.Row.of("Riket", Voice.REFERENCE, 3990, 2802)));
    }

    private static WindingThread thread() {
        return new WindingThread(
                caption("traden", "De fem delmålen på vägen mot visionen"),
                List.of(
                        new WindingThread.Node("Nära för mig", Glyph.IMPROVES, "Förbättras"),
                        new WindingThread.Node("Nära för alla", Glyph.STEADY, "Ingen säker skillnad"),
                        new WindingThread.Node("Nära i hela Dalarna", Glyph.IMPROVES, "Förbättras"),
                        new WindingThread.Node("Nära mellan oss", Glyph.WORSENS, "Försämras"),
                        new WindingThread.Node("Nära till hälsa", Glyph.UNKNOWN, "Kan inte avgöras")));
    }

    private static Roadmap roadmap() {
        return new Roadmap(
                caption("fardplanen", "Två av fem delar är klara"),
                "Nära genom hela livet – gemensamt tillsammans",
                "22 november 2026",
                List.of(
                        new Roadmap.Part("Målbild", "Antagen 2024", Roadmap.Progress.DONE),
                        new Roadmap.Part("Systemledning", "På plats 2025", Roadmap.Progress.DONE),
                        new Roadmap.Part("Lokala planer", "Skrivs under 2026", Roadmap.Progress.HERE),
                        new Roadmap.Part("Uppföljning", "Första årsrapporten 2027", Roadmap.Progress.LEFT),
                        new Roadmap.Part("Lärande", "Från 2027", Roadmap.Progress.LEFT)));
    }

    private static Lap lap() {
        return new Lap(
                caption("varvet", "Årets varv"),
                List.of(
                        new Lap.Part("Besluta", 1, 2),
                        new Lap.Part("Planera", 3, 4),
                        new Lap.Part("Genomföra", 5, 9),
                        new Lap.Part("Följa upp", 10, 11),
                        new Lap.Part("Rapportera", 12, 12)),
                LocalDate.of(2026, 11, 22));
    }

    private static Timeline timeline() {
        return new Timeline(
                caption("tidslinje", "Steg 2 börjar innan steg 1 är slut"),
                YearMonth.of(2024, 3),
                YearMonth.of(2025, 9),
                LocalDate.of(2024, 11, 22),
                List.of(
                        new Timeline.Row(
                                "Steg 1",
                                "Nivå 1 och 2",
                                List.of(step(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 10, 31))),
                                List.of()),
                        new Timeline.Row(
                                "Steg 2",
                                "Nivå 3",
                                List.of(step(LocalDate.of(2024, 10, 1), LocalDate.of(2025, 1, 31))),
                                List.of()),
                        new Timeline.Row(
                                "Uppehåll",
                                "",
                                List.of(new Timeline.Span(
                                        LocalDate.of(2025, 2, 1), LocalDate.of(2025, 2, 28), Timeline.Form.GAP)),
                                List.of()),
                        new Timeline.Row(
                                "Lärande",
                                "Hela tiden",
                                List.of(new Timeline.Span(
                                        LocalDate.of(2024, 3, 1), LocalDate.of(2025, 9, 30), Timeline.Form.TRACK)),
                                List.of(
                                        new Timeline.Moment(
                                                LocalDate.of(2024, 9, 2), Glyph.INTRODUCED, "Start", "Införd"),
                                        new Timeline.Moment(
                                                LocalDate.of(2024, 9, 20), Glyph.LATE, "Rapport", "Försenad"))),
                        new Timeline.Row("Utan dagar", "", List.of(), List.of())));
    }

    private static Timeline.Span step(LocalDate from, LocalDate until) {
        return new Timeline.Span(from, until, Timeline.Form.STEP);
    }

    private static Spark spark() {
        return new Spark(caption("smabild", "Fler känner sig delaktiga"), Measure.percent(0), points(new double[] {
            61, 60, 63, 64, 66, 68
        }));
    }

    private static Spark emptySpark() {
        return new Spark(caption("smabild-tom", "För få svar för en linje"), Measure.percent(0), List.of());
    }
}
