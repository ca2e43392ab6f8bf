package se.fardplan.reports;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import se.fardplan.charts.Numbers;
import se.fardplan.sheets.Cell;
import se.fardplan.sheets.Sheet;

/** A figure's table to take away (rapportens tabell): the numbers as the report shows them. */
final class ReportSheet {

    private static final Pattern NUMBER =
            Pattern.compile("[" + Numbers.MINUS + "]?\\d{1,3}(" + Numbers.SPACE + "\\d{3})*(,\\d+)?");

    private ReportSheet() {}

    static Sheet of(ReportBlock.Figure figure) {
        ReportBlock.Table table = figure.whole();
        List<Sheet.Column> columns = table.columns().stream()
                .map(column -> new Sheet.Column(column.header(), column.number()))
                .toList();
        List<List<Cell>> rows = table.rows().stream()
                .map(row -> row.stream().map(cell -> cell(cell.text())).toList())
                .toList();
        return new Sheet(table.caption(), columns, rows, figure.source());
    }

    private static Cell cell(String written) {
        return NUMBER.matcher(written).matches()
                ? new Cell.Decimal(new BigDecimal(written.replace(Numbers.SPACE, "")
                        .replace(Numbers.MINUS, "-")
                        .replace(',', '.')))
                : new Cell.Text(written);
    }
}
