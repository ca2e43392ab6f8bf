package se.fardplan.sheets;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table to take away (tabell): the same numbers as the page shows, as Excel or CSV.
 *
 * @param title also the worksheet's name, as far as Excel allows it
 * @param rows each with one cell for every column
 * @param source whose figures these are; the last column of both files, so that it follows every row. Blank where the
 *     rows tell their own
 */
public record Sheet(String title, List<Column> columns, List<List<Cell>> rows, String source) {

    /** The heading of the last column. */
    static final String SOURCE = "Källa";

    public Sheet {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "\"%s\" has %d columns, a row of it has %d cells".formatted(title, columns.size(), row.size()));
            }
        }
    }

    /** A column (kolumn). @param number true where numbers stand, set to the right */
    public record Column(String name, boolean number) {

        public static Column text(String name) {
            return new Column(name, false);
        }

        public static Column number(String name) {
            return new Column(name, true);
        }
    }

    /**
     * A column with what it says of a row (fylld kolumn).
     *
     * @param <T> what a row is about
     */
    public record Filled<T>(Column column, Function<T, Cell> cell) {

        public static <T> Filled<T> text(String name, Function<T, @Nullable Object> words) {
            return new Filled<>(Column.text(name), row -> Cell.text(words.apply(row)));
        }

        public static <T> Filled<T> number(String name, Function<T, Cell> cell) {
            return new Filled<>(Column.number(name), cell);
        }
    }

    /** A table of {@code rows}, one column after the other, and last where each row comes from. */
    public static <T> Sheet of(String title, List<T> rows, Function<T, String> source, List<Filled<T>> columns) {
        List<Filled<T>> all = Stream.concat(columns.stream(), Stream.of(Filled.<T>text(SOURCE, source::apply)))
                .toList();
        return new Sheet(
                title,
                all.stream().map(Filled::column).toList(),
                rows.stream()
                        .map(row -> all.stream()
                                .map(column -> column.cell().apply(row))
                                .toList())
                        .toList(),
                "");
    }

    /** The columns as the files have them: the source last. */
    List<Column> columnsInFile() {
        return source.isEmpty()
                ? columns
                : Stream.concat(columns.stream(), Stream.of(Column.text(SOURCE)))
                        .toList();
    }

    /** The rows as the files have them: the source last. */
    Stream<List<Cell>> rowsInFile() {
        Cell last = new Cell.Text(source);
        return source.isEmpty()
                ? rows.stream()
                : rows.stream()
                        .map(row -> Stream.concat(row.stream(), Stream.of(last)).toList());
    }

    /** The file that spreadsheet programs open (xlsx). */
    public byte[] xlsx() {
        return Xlsx.write(this);
    }

    /** CSV as Swedish spreadsheet programs read it: UTF-8 with a byte order mark, semicolons, decimal comma. */
    public byte[] csv() {
        return Csv.write(this);
    }
}
