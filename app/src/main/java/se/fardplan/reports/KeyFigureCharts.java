package se.fardplan.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.charts.Caption;
import se.fardplan.charts.Mark;
import se.fardplan.charts.Pair;
import se.fardplan.charts.Size;
import se.fardplan.charts.Voice;
import se.fardplan.indicators.Comparison;
import se.fardplan.indicators.Origin;
import se.fardplan.indicators.Point;
import se.fardplan.indicators.Series;
import se.fardplan.reports.KeyFigureTables.Placed;

/** The charts of one key figure (nyckeltalets diagram). What cannot be drawn is absent, and the page says why in a line. */
@Component
class KeyFigureCharts {

    /** Fewer areas have no middle half worth the name. */
    static final int ENOUGH_FOR_HALVES = 8;

    private final Texts texts;
    private final KeyFigureWords words;
    private final KeyFigureTables tables;
    private final KeyFigureTrends trends;
    private final KeyFigureAreas areas;

    KeyFigureCharts(
            Texts texts, KeyFigureWords words, KeyFigureTables tables, KeyFigureTrends trends, KeyFigureAreas areas) {
        this.texts = texts;
        this.words = words;
        this.tables = tables;
        this.trends = trends;
        this.areas = areas;
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
            case TREND -> trends.find(view, size, true);
            case STRIP -> areas.strip(view, size);
            case MAP -> areas.map(view, size);
            case SEXES -> sexes(view, size);
        };
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

    private String text(String key, Object... arguments) {
        return texts.of("keyfigure." + key, arguments);
    }
}
