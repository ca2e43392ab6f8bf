package se.fardplan.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.charts.Chart;
import se.fardplan.charts.DotStrip;
import se.fardplan.charts.Lap;
import se.fardplan.charts.Mark;
import se.fardplan.charts.Pair;
import se.fardplan.charts.Point;
import se.fardplan.charts.Roadmap;
import se.fardplan.charts.Spark;
import se.fardplan.charts.TileMap;
import se.fardplan.charts.Timeline;
import se.fardplan.charts.Trend;
import se.fardplan.charts.WindingThread;
import se.fardplan.sheets.Cell;
import se.fardplan.sheets.Sheet;
import se.fardplan.sheets.Sheet.Column;

/** The table that belongs to a chart of the gallery. */
@Component
class GalleryTables {

    private final Texts texts;

    GalleryTables(Texts texts) {
        this.texts = texts;
    }

    Sheet of(Chart chart) {
        return switch (chart) {
            case Trend trend -> years(chart, trend.lines());
            case Spark spark ->
                years(chart, List.of(new Trend.Line(text("value"), se.fardplan.charts.Voice.OWN, spark.points())));
            case DotStrip strip ->
                places(
                        chart,
                        strip.dots().stream()
                                .map(dot -> row(dot.name(), dot.value(), dot.mark()))
                                .toList());
            case TileMap map ->
                places(
                        chart,
                        map.tiles().stream()
                                .map(tile -> row(tile.name().replace("\u00ad", ""), tile.value(), tile.mark()))
                                .toList());
            case Pair pair ->
                sheet(
                        chart,
                        List.of(Column.text(text("place")), Column.number(text("women")), Column.number(text("men"))),
                        pair.rows().stream()
                                .map(row -> List.of(
                                        new Cell.Text(row.name()),
                                        cell(row.women(), row.womenMark()),
                                        cell(row.men(), row.menMark())))
                                .toList());
            case WindingThread thread ->
                words(
                        chart,
                        "goal",
                        thread.nodes().stream()
                                .map(node -> words(node.name(), node.word()))
                                .toList());
            case Roadmap roadmap ->
                words(
                        chart,
                        "part",
                        roadmap.parts().stream()
                                .map(part -> words(part.name(), part.note()))
                                .toList());
            case Lap lap ->
                words(
                        chart,
                        "part",
                        lap.parts().stream()
                                .map(part -> words(part.name(), part.fromMonth() + "–" + part.toMonth()))
                                .toList());
            case Timeline line ->
                words(
                        chart,
                        "part",
                        line.rows().stream()
                                .map(row -> words(row.name(), row.note()))
                                .toList());
        };
    }

    private Sheet years(Chart chart, List<Trend.Line> lines) {
        List<Column> columns = new ArrayList<>(List.of(new Column(text("year"), false)));
        lines.forEach(line -> columns.add(Column.number(line.name())));
        List<List<Cell>> rows = lines.stream()
                .flatMap(line -> line.points().stream())
                .map(Point::year)
                .distinct()
                .sorted()
                .map(year -> Stream.concat(
                                Stream.<Cell>of(new Cell.Whole(year)),
                                lines.stream().map(line -> in(line, year)))
                        .toList())
                .toList();
        return sheet(chart, columns, rows.isEmpty() ? List.of(nothing(columns.size())) : rows);
    }

    private Cell in(Trend.Line line, int year) {
        return line.points().stream()
                .filter(point -> point.year() == year)
                .findFirst()
                .map(point -> cell(point.value(), point.mark()))
                .orElse(cell(null, Mark.NOT_SURVEYED));
    }

    private List<Cell> nothing(int columns) {
        List<Cell> row = new ArrayList<>(List.of(new Cell.Text(text("nothing"))));
        while (row.size() < columns) {
            row.add(cell(null, Mark.MISSING));
        }
        return row;
    }

    private Sheet places(Chart chart, List<List<Cell>> rows) {
        return sheet(chart, List.of(Column.text(text("place")), Column.number(text("value"))), rows);
    }

    private Sheet words(Chart chart, String first, List<List<Cell>> rows) {
        return sheet(chart, List.of(Column.text(text(first)), Column.text(text("says"))), rows);
    }

    private static List<Cell> words(String name, String says) {
        return List.of(new Cell.Text(name), new Cell.Text(says));
    }

    private List<Cell> row(String name, @Nullable Double value, Mark mark) {
        return List.of(new Cell.Text(name), cell(value, mark));
    }

    private Cell cell(@Nullable Double value, Mark mark) {
        return value == null ? new Cell.None(text("mark." + mark)) : new Cell.Decimal(BigDecimal.valueOf(value));
    }

    private Sheet sheet(Chart chart, List<Column> columns, List<List<Cell>> rows) {
        return new Sheet(chart.caption().title(), columns, rows, text("source"));
    }

    private String text(String key) {
        return texts.of("design.table." + key);
    }
}
