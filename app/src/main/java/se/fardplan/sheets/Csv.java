package se.fardplan.sheets;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a table as CSV. */
final class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    static byte[] write(Sheet sheet) {
        String head = sheet.columnsInFile().stream()
                .map(column -> text(column.name()))
                .collect(Collectors.joining(";"));
        return file(Stream.concat(Stream.of(head), sheet.rowsInFile().map(Csv::line)));
    }

    /** A file of {@code lines}, with a byte order mark and line ends as spreadsheet programs write them. */
    static byte[] file(Stream<String> lines) {
        return lines.collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Words as a cell, quoted where they must be, and harmless. */
    static String text(String text) {
        String safe = Harmless.inCsv(text);
        boolean quoted = safe.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String line(List<Cell> row) {
        return row.stream().map(Csv::cell).collect(Collectors.joining(";"));
    }

    private static String cell(Cell cell) {
        return switch (cell) {
            case Cell.Whole whole -> whole.written();
            case Cell.Decimal decimal -> decimal.written();
            case Cell.Text text -> text(text.text());
            case Cell.None none -> text(none.word());
        };
    }
}
