package se.fardplan.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.indicators.Comparison;
import se.fardplan.indicators.Point;
import se.fardplan.indicators.Provenance;
import se.fardplan.indicators.Series;
import se.fardplan.indicators.Spread;
import se.fardplan.indicators.State;
import se.fardplan.sheets.Cell;
import se.fardplan.sheets.Sheet;
import se.fardplan.sheets.Sheet.Column;

/** The tables under the charts (tabeller): every value drawn, and for every value that is not there, why. */
@Component
class KeyFigureTables {

    private final Texts texts;
    private final KeyFigureWords words;

    KeyFigureTables(Texts texts, KeyFigureWords words) {
        this.texts = texts;
        this.words = words;
    }

    Sheet trend(KeyFigureView view, boolean withCounty, List<Spread> halves) {
        Comparison comparison = view.comparison();
        List<Series> series = new ArrayList<>(List.of(comparison.headline(), comparison.nation()));
        List<String> names = new ArrayList<>(
                List.of(words.place(comparison), comparison.nation().area().name()));
        if (withCounty) {
            series.add(comparison.county());
            names.add(comparison.countyName());
        }
        List<Column> columns = new ArrayList<>(List.of(Column.text(text("year"))));
        names.forEach(name -> columns.add(Column.number(name)));
        if (!halves.isEmpty()) {
            String peers = words.peers(comparison);
            Stream.of("q1", "median", "q3", "count").forEach(key -> columns.add(Column.number(text(key, peers))));
        }
        columns.add(Column.text(text("note")));
        TreeSet<Integer> years = new TreeSet<>();
        series.forEach(one -> one.points().forEach(point -> years.add(point.year())));
        List<List<Cell>> rows = years.stream()
                .map(year -> trendRow(view, year, series, names, halves))
                .toList();
        return new Sheet(view.title(text("trend")), columns, rows, view.source(!halves.isEmpty()));
    }

    private List<Cell> trendRow(
            KeyFigureView view, int year, List<Series> series, List<String> names, List<Spread> halves) {
        List<Cell> row = new ArrayList<>(List.of(new Cell.Whole(year)));
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            Point point = series.get(i).find(year).orElse(null);
            row.add(cell(point, view.amounts()));
            notes.addAll(notes(names.get(i), point));
        }
        if (!halves.isEmpty()) {
            Spread spread = halves.stream()
                    .filter(one -> one.year() == year)
                    .findFirst()
                    .orElse(null);
            row.addAll(quartiles(spread, view.amounts()));
        }
        row.add(new Cell.Text(String.join("; ", notes)));
        return row;
    }

    private List<Cell> quartiles(@Nullable Spread spread, Amounts amounts) {
        if (spread == null) {
            Cell none = new Cell.None(text("state.none"));
            return List.of(none, none, none, new Cell.Whole(0));
        }
        Cell count = new Cell.Whole(spread.count());
        if (!spread.complete()) {
            Cell few = new Cell.None(text("few"));
            return List.of(few, few, few, count);
        }
        return List.of(amounts.cell(spread.q1()), amounts.cell(spread.median()), amounts.cell(spread.q3()), count);
    }

    /** One row an area in alphabetical order, never by value. */
    Sheet areas(KeyFigureView view, List<Series> areas, Spread spread, boolean halves) {
        String year = Integer.toString(spread.year());
        List<Column> columns =
                List.of(Column.text(text("area")), Column.number(text("value", year)), Column.text(text("note")));
        List<List<Cell>> rows = new ArrayList<>();
        for (Series series : areas) {
            rows.add(areaRow(series.area().name(), series.find(spread.year()).orElse(null), view.amounts()));
        }
        if (halves) {
            Comparison comparison = view.comparison();
            if (areas.stream()
                    .noneMatch(one -> one.area().is(comparison.county().area()))) {
                comparison
                        .county()
                        .find(spread.year())
                        .ifPresent(point -> rows.add(areaRow(comparison.countyName(), point, view.amounts())));
            }
            comparison
                    .nation()
                    .find(spread.year())
                    .ifPresent(
                            point -> rows.add(areaRow(comparison.nation().area().name(), point, view.amounts())));
            rows.add(computed("lowerQuartile", spread.q1(), view.amounts()));
            rows.add(computed("medianAll", spread.median(), view.amounts()));
            rows.add(computed("upperQuartile", spread.q3(), view.amounts()));
        }
        return new Sheet(view.title(text("areas", year)), columns, rows, view.source(halves));
    }

    private List<Cell> areaRow(String name, @Nullable Point point, Amounts amounts) {
        List<String> notes = point != null && point.hasValue() ? marks(point) : List.of();
        return List.of(new Cell.Text(name), cell(point, amounts), new Cell.Text(String.join("; ", notes)));
    }

    private List<Cell> computed(String key, BigDecimal value, Amounts amounts) {
        return List.of(new Cell.Text(text(key)), amounts.cell(value), new Cell.Text(text("computed")));
    }

    Sheet sexes(KeyFigureView view, int year, boolean nation) {
        Comparison comparison = view.comparison();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(sexRow(words.place(comparison), comparison.women(), comparison.men(), year, view.amounts()));
        if (nation) {
            rows.add(sexRow(
                    comparison.nation().area().name(),
                    comparison.nationWomen(),
                    comparison.nationMen(),
                    year,
                    view.amounts()));
        }
        List<Column> columns = List.of(
                Column.text(text("area")),
                Column.number(text("women")),
                Column.number(text("men")),
                Column.text(text("note")));
        return new Sheet(view.title(text("sexes", Integer.toString(year))), columns, rows, view.source(false));
    }

    private List<Cell> sexRow(String name, Series women, Series men, int year, Amounts amounts) {
        Point her = women.find(year).orElse(null);
        Point his = men.find(year).orElse(null);
        List<String> notes = new ArrayList<>(notes(text("women"), her));
        notes.addAll(notes(text("men"), his));
        return List.of(
                new Cell.Text(name), cell(her, amounts), cell(his, amounts), new Cell.Text(String.join("; ", notes)));
    }

    /** The value, or the word for why there is none; the states are never mixed up and none of them is zero. */
    private Cell cell(@Nullable Point point, Amounts amounts) {
        if (point == null) {
            return new Cell.None(text("state.none"));
        }
        return point.hasValue() ? amounts.cell(point.number()) : new Cell.None(text("state." + point.state()));
    }

    private List<String> notes(String name, @Nullable Point point) {
        return point == null || !point.hasValue()
                ? List.of()
                : marks(point).stream().map(mark -> name + ": " + mark).toList();
    }

    /** What must be known of a value: preliminary, uncertain, typed in. */
    List<String> marks(Point point) {
        List<String> marks = new ArrayList<>();
        if (point.preliminary()) {
            marks.add(text("preliminary"));
        }
        if (point.state() == State.UNCERTAIN) {
            marks.add(text("state.UNCERTAIN"));
        }
        Provenance typed = point.provenance();
        if (typed != null) {
            marks.add(typed(typed));
        }
        return marks;
    }

    /** That a value was typed in, by whom, when and from which source. */
    String typed(Provenance typed) {
        return text("typed", typed.enteredBy(), typed.day().toString(), typed.source());
    }

    /** A sentence for each source of values typed in among {@code points}, with the places and years it is about. */
    List<String> typedNotes(List<Placed> points) {
        Map<Provenance, List<String>> places = new LinkedHashMap<>();
        for (Placed placed : points) {
            Provenance typed = placed.point().provenance();
            if (typed != null) {
                places.computeIfAbsent(typed, one -> new ArrayList<>())
                        .add(text("typed.place", placed.name(), KeyFigureWords.year(placed.point())));
            }
        }
        return places.entrySet().stream()
                .map(entry -> text("typed.note", String.join(", ", entry.getValue()), typed(entry.getKey())))
                .toList();
    }

    /** A point with the name of its place. */
    record Placed(String name, Point point) {}

    private String text(String key, Object... arguments) {
        return texts.of("table." + key, arguments);
    }
}
