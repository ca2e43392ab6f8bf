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
        Stream<String> head = Stream.concat(sheet.columns().stream().map(Sheet.Column::name), Stream.of(Sheet.SOURCE));
        return file(Stream.concat(
                Stream.of(head.map(Csv::text).collect(Collectors.joining(";"))),
                sheet.rows().stream().map(row -> line(row, sheet.source()))));
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

    private static String line(List<Cell> row, String source) {
        return Stream.concat(row.stream().map(Csv::cell), Stream.of(text(source)))
                .collect(Collectors.joining(";"));
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
