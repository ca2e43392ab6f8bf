package se.fardplan.sheets;

import java.util.List;

/**
 * A table to take away (tabell): the same numbers as the page shows, as Excel or CSV.
 *
 * @param title also the worksheet's name, as far as Excel allows it
 * @param rows each with one cell for every column
 * @param source whose figures these are; the last column of both files, so that it follows every row
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

    /** The file that spreadsheet programs open (xlsx). */
    public byte[] xlsx() {
        return Xlsx.write(this);
    }

    /** CSV as Swedish spreadsheet programs read it: UTF-8 with a byte order mark, semicolons, decimal comma. */
    public byte[] csv() {
        return Csv.write(this);
    }
}
