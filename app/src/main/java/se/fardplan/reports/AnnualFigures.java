package se.fardplan.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /** Beside the judgements; two figures to a page. */
    private static final Size SIZE = new Size(480, 150);

    /** As many years as fit on a line at 10 points; the report draws no more of them. */
    private static final int YEARS = 10;

    private final KeyFigureCharts charts;
    private final KeyFigureWords words;
    private final Texts texts;

    AnnualFigures(KeyFigureCharts charts, KeyFigureWords words, Texts texts) {
        this.charts = charts;
        this.words = words;
        this.texts = texts;
    }

    /** The trend of {@code view}; empty where there is nothing to draw. */
    Optional<ReportBlock.Figure> find(KeyFigureView view, @Nullable Vintage vintage, boolean example) {
        int from = view.comparison().headline().findLatest().map(Point::year).orElse(0) - YEARS + 1;
        return charts.find(Form.TREND, view.from(from), SIZE).map(trend -> figure(view, trend, vintage, example));
    }

    private ReportBlock.Figure figure(KeyFigureView view, Figure trend, @Nullable Vintage vintage, boolean example) {
        Comparison comparison = view.comparison();
        Drawing drawing = trend.wide();
        List<String> sentences = new ArrayList<>(List.of(trend.summary()));
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
                String.join(" ", sentences),
                List.of(lying(trend.sheet(), view)),
                source,
                example);
    }

    static String anchor(KeyFigureView view) {
        return "figur-" + view.comparison().figure().code().toLowerCase(Locale.ROOT);
    }

    /** The chart's table with a column for each year. */
    private Table lying(Sheet sheet, KeyFigureView view) {
        List<Column> columns = new ArrayList<>(List.of(new Column(texts.of("annual.series"), false, 3)));
        sheet.rows().forEach(row -> columns.add(new Column(row.getFirst().written(), true, 2)));
        List<List<Cell>> rows = new ArrayList<>();
        for (int at = 1; at < sheet.columns().size(); at++) {
            String name = name(sheet.columns().get(at), view);
            if (!name.isEmpty()) {
                List<Cell> row = new ArrayList<>(List.of(Cell.of(name)));
                for (List<se.fardplan.sheets.Cell> year : sheet.rows()) {
                    row.add(Cell.of(written(year.get(at))));
                }
                rows.add(row);
            }
        }
        return new Table(sheet.title(), columns, rows, "");
    }

    /** A row's name; empty for the median and the count, which are not drawn, and for the notes, which are sentences. */
    private String name(Sheet.Column column, KeyFigureView view) {
        Comparison comparison = view.comparison();
        String peers = words.peers(comparison.peers().equals(comparison.regions()));
        if (!column.number()
                || column.name().equals(texts.of("table.median", peers))
                || column.name().equals(texts.of("table.count", peers))) {
            return "";
        }
        if (column.name().equals(texts.of("table.q1", peers))) {
            return texts.of("table.lowerQuartile");
        }
        return column.name().equals(texts.of("table.q3", peers)) ? texts.of("table.upperQuartile") : column.name();
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
