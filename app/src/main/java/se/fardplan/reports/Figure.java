package se.fardplan.reports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import se.fardplan.charts.Chart;
import se.fardplan.charts.Drawing;
import se.fardplan.charts.Numbers;
import se.fardplan.charts.Size;
import se.fardplan.sheets.Cell;
import se.fardplan.sheets.Sheet;
import se.fardplan.sheets.TakeAway;

/**
 * A chart with everything that must stand beside it (figur), shown by {@code figure.jte} on every page.
 *
 * @param id unique on the page; letters, digits and hyphens
 * @param title a whole sentence with the chart's point
 * @param measure what is measured, and the unit
 * @param sheet the values drawn: the table under the figure and both files to take away
 * @param source whose figures these are, as the reader sees it
 * @param notes whole sentences below the drawing, those of the drawing first
 * @param address where the figure can be taken away, without its ending but with its question, such as
 *     {@code /nyckeltal/KF18/diagram/trend?omrade=2080}; null where it cannot
 */
record Figure(
        String id,
        String title,
        String measure,
        Drawing wide,
        Drawing phone,
        Sheet sheet,
        String source,
        List<String> notes,
        @Nullable String address) {

    Figure {
        notes = List.copyOf(notes);
    }

    /** Draws {@code chart} for a wide page and for a telephone. */
    static Figure of(
            Chart chart, Size size, String measure, Sheet sheet, List<String> notes, @Nullable String address) {
        Drawing wide = chart.render(size);
        return new Figure(
                chart.caption().id(),
                chart.caption().title(),
                measure,
                wide,
                chart.render(Size.phone()),
                sheet,
                sheet.source(),
                Stream.concat(wide.notes().stream(), notes.stream()).distinct().toList(),
                address);
    }

    /** A cell as the page shows it: the file's own number, with hard spaces between thousands and a true minus. */
    static String shown(Cell cell) {
        return cell instanceof Cell.Decimal decimal
                ? Numbers.write(decimal.number(), Math.max(decimal.number().scale(), 0))
                : cell.written();
    }

    /** What the drawing shows, in words. */
    String summary() {
        return wide.summary();
    }

    /** The address of the file with {@code ending}, such as {@code csv}. */
    String file(String ending) {
        return TakeAway.address(String.valueOf(address), ending);
    }

    /** The drawing, or the table under it, as a file. */
    ResponseEntity<byte[]> takeAway(String name, String ending) {
        return ending.equals("svg")
                ? TakeAway.file(name, ending, wide.svg().getBytes(StandardCharsets.UTF_8))
                : TakeAway.table(sheet, name, ending);
    }
}
