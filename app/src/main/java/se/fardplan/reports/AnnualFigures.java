package se.fardplan.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.charts.Drawing;
import se.fardplan.charts.Numbers;
import se.fardplan.charts.Size;
import se.fardplan.indicators.Comparison;
import se.fardplan.indicators.Point;
import se.fardplan.indicators.Vintage;
import se.fardplan.reports.KeyFigureCharts.Form;
import se.fardplan.reports.ReportBlock.Cell;
import se.fardplan.reports.ReportBlock.Column;
import se.fardplan.reports.ReportBlock.Table;
import se.fardplan.sheets.Sheet;

/** Key figures as figures of the report (rapportens figurer): the page's own chart, with its table lying down. */
@Component
class AnnualFigures {

    /** Set at seven eighths beside the judgements (10.5 points); two figures to a page. */
    private static final Size SIZE = new Size(560, 190);

    /** As many years as fit on a line at 10 points; the report draws no more of them. */
    private static final int YEARS = 8;

    /** The name's part of a table's width, in percent; the years share the rest. */
    private static final int NAME_SHARE = 18;

    /** How wide the table is, and a letter of it, in px. */
    private static final double TABLE_WIDTH = 650;

    private static final double LETTER_WIDTH = 6.4;
    private static final double CELL_PADDING = 8;

    private final KeyFigureCharts charts;
    private final KeyFigureTrends trends;
    private final KeyFigureWords words;
    private final Texts texts;

    AnnualFigures(KeyFigureCharts charts, KeyFigureTrends trends, KeyFigureWords words, Texts texts) {
        this.charts = charts;
        this.trends = trends;
        this.words = words;
        this.texts = texts;
    }

    /** The trend of {@code view}; empty where there is nothing to draw. */
    Optional<ReportBlock.Figure> find(KeyFigureView view, @Nullable Vintage vintage, boolean example) {
        KeyFigureView recent = view.from(firstYear(view.comparison()));
        return trends.find(recent, SIZE, false)
                .map(trend -> figure(view, trend, trends.findBand(recent).orElse(null), vintage, example));
    }

    /** The first of the latest years that have a column each. */
    private static int firstYear(Comparison comparison) {
        return Stream.of(comparison.headline(), comparison.nation())
                .flatMap(series -> series.points().stream())
                .map(Point::year)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(YEARS)
                .reduce((later, earlier) -> earlier)
                .orElse(0);
    }

    private ReportBlock.Figure figure(
            KeyFigureView view, Figure trend, @Nullable String band, @Nullable Vintage vintage, boolean example) {
        Comparison comparison = view.comparison();
        Drawing drawing = trend.wide();
        List<String> sentences = new ArrayList<>();
        charts.find(Form.SEXES, view, SIZE).ifPresent(sexes -> sentences.add(sexes.title() + "."));
        sentences.addAll(trend.notes());
        String source = vintage == null
                ? trend.source()
                : texts.of("annual.source", trend.source(), Long.toString(vintage.number()));
        return new ReportBlock.Figure(
                anchor(view),
                words.headline(comparison, view.amounts()),
                view.measure(),
                List.of(new ReportBlock.Drawing(
                        drawing.svg(), drawing.title() + ". " + drawing.summary(), drawing.width(), drawing.height())),
                new ReportBlock.Drawing(
                        trend.phone().svg(),
                        drawing.title() + ". " + drawing.summary(),
                        trend.phone().width(),
                        trend.phone().height()),
                words.judgements(comparison, view.amounts()).stream()
                        .map(one -> new ReportBlock.Judgement(one.label(), one.glyph(), one.word()))
                        .toList(),
                band,
                withoutLooseEnd(String.join(" ", sentences)),
                List.of(lying(trend.sheet(), view)),
                source,
                example);
    }

    /** The last word joined to the one before it, so that it never stands alone on a line. */
    private static String withoutLooseEnd(String text) {
        int last = text.lastIndexOf(' ');
        return last < 0 ? text : text.substring(0, last) + Numbers.SPACE + text.substring(last + 1);
    }

    static String anchor(KeyFigureView view) {
        return "figur-" + view.comparison().figure().code().toLowerCase(Locale.ROOT);
    }

    /** The chart's table with a column for each year. */
    private Table lying(Sheet sheet, KeyFigureView view) {
        int years = sheet.rows().size();
        List<Column> columns =
                new ArrayList<>(List.of(new Column(texts.of("annual.series"), false, NAME_SHARE * years)));
        sheet.rows().forEach(row -> columns.add(new Column(row.getFirst().written(), true, 100 - NAME_SHARE)));
        List<String> names = sheet.columns().stream().map(Sheet.Column::name).toList();
        String peers = words.peers(view.comparison());
        int lower = names.indexOf(texts.of("table.q1", peers));
        int upper = names.indexOf(texts.of("table.q3", peers));
        List<List<Cell>> rows = new ArrayList<>();
        for (int at = 1; at < (lower < 0 ? names.size() : lower); at++) {
            if (sheet.columns().get(at).number()) {
                rows.add(row(names.get(at), column(sheet, at)));
            }
        }
        if (lower >= 0) {
            rows.addAll(halves(column(sheet, lower), column(sheet, upper)));
        }
        return new Table(sheet.title(), columns, rows, "");
    }

    /** The middle half on one row, or on two where its limits are too long for a year's column. */
    private List<List<Cell>> halves(List<String> lower, List<String> upper) {
        List<String> ranges = IntStream.range(0, lower.size())
                .mapToObj(at -> range(lower.get(at), upper.get(at)))
                .toList();
        double column = TABLE_WIDTH * (100 - NAME_SHARE) / 100 / ranges.size() - CELL_PADDING;
        boolean fits = ranges.stream()
                .filter(range -> range.contains("–"))
                .allMatch(range -> range.length() * LETTER_WIDTH <= column);
        return fits
                ? List.of(row(texts.of("annual.half"), ranges))
                : List.of(row(texts.of("table.lowerQuartile"), lower), row(texts.of("table.upperQuartile"), upper));
    }

    /** Both limits, or the one word that stands in place of both. */
    private static String range(String lower, String upper) {
        return lower.equals(upper) ? lower : lower + "–" + upper;
    }

    private static List<String> column(Sheet sheet, int at) {
        return sheet.rows().stream().map(year -> written(year.get(at))).toList();
    }

    private static List<Cell> row(String name, List<String> values) {
        return Stream.concat(Stream.of(name), values.stream()).map(Cell::of).toList();
    }

    private static String written(se.fardplan.sheets.Cell cell) {
        return switch (cell) {
            case se.fardplan.sheets.Cell.Decimal decimal ->
                Numbers.write(decimal.number(), Math.max(0, decimal.number().scale()));
            case se.fardplan.sheets.Cell.Text text -> text.written();
            case se.fardplan.sheets.Cell.Whole whole -> whole.written();
            case se.fardplan.sheets.Cell.None none -> none.written();
        };
    }
}
