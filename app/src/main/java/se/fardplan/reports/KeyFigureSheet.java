package se.fardplan.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.indicators.Comparison;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.indicators.Point;
import se.fardplan.sheets.Cell;
import se.fardplan.sheets.Sheet;
import se.fardplan.sheets.Sheet.Filled;
import se.fardplan.strategy.SubGoal;

/** Key figures as a table to take away (nyckeltalstabellen): the latest value, its judgements and its source. */
@Component
class KeyFigureSheet {

    private final KeyFigureWords words;
    private final KeyFigureTables tables;
    private final Texts texts;

    KeyFigureSheet(KeyFigureWords words, KeyFigureTables tables, Texts texts) {
        this.words = words;
        this.tables = tables;
        this.texts = texts;
    }

    /** A key figure under its sub-goal (rad). @param latest null where there is no value */
    private record Row(
            SubGoal goal, KeyFigureView view, @Nullable Point latest) {

        KeyFigure figure() {
            return view.comparison().figure();
        }
    }

    /** A key figure and the sub-goal it measures. */
    record Listed(SubGoal goal, KeyFigureView view) {}

    Sheet of(String title, List<Listed> figures) {
        List<Row> rows = figures.stream().map(KeyFigureSheet::row).toList();
        return Sheet.of(
                title,
                rows,
                row -> row.view().source(false),
                List.of(
                        Filled.text(
                                texts.of("keyfigures.code"), row -> row.figure().code()),
                        Filled.text(
                                texts.of("keyfigures.name"), row -> row.figure().name()),
                        Filled.text(
                                texts.of("keyfigures.measure"),
                                row -> row.figure().measureTitle()),
                        Filled.text(
                                texts.of("keyfigures.subGoal"),
                                row -> row.goal().name()),
                        Filled.number(texts.of("keyfigures.latest"), this::value),
                        Filled.text(
                                texts.of("keyfigures.unit"),
                                row -> row.view().amounts().unit()),
                        Filled.number(texts.of("keyfigures.year"), KeyFigureSheet::year),
                        Filled.text(texts.of("keyfigures.position"), this::position),
                        Filled.text(texts.of("keyfigures.direction"), this::direction),
                        Filled.text(texts.of("table.note"), this::note)));
    }

    private static Row row(Listed listed) {
        Comparison comparison = listed.view().comparison();
        return new Row(
                listed.goal(), listed.view(), comparison.headline().findLatest().orElse(null));
    }

    private Cell value(Row row) {
        Point latest = row.latest();
        return latest == null
                ? new Cell.None(texts.of("keyfigures.none." + row.figure().status()))
                : row.view().amounts().cell(latest.number());
    }

    private static Cell year(Row row) {
        Point latest = row.latest();
        return latest == null ? Cell.blank() : new Cell.Whole(latest.year());
    }

    private @Nullable String position(Row row) {
        KeyFigureView view = row.view();
        return row.latest() == null
                ? null
                : words.position(view.comparison(), view.amounts()).word();
    }

    private @Nullable String direction(Row row) {
        KeyFigureView view = row.view();
        return row.latest() == null
                ? null
                : words.direction(view.comparison(), view.amounts()).word();
    }

    private String note(Row row) {
        Point latest = row.latest();
        return latest == null ? "" : String.join("; ", tables.marks(latest));
    }
}
