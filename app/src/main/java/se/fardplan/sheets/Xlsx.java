package se.fardplan.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a table as an Excel file. Words are stored as words, so that none of them is run as a formula. */
final class Xlsx {

    private static final int LONGEST_NAME = 31;

    private Xlsx() {}

    static byte[] write(Sheet sheet) {
        return file(workbook -> {
            Worksheet worksheet = workbook.newWorksheet(name(sheet.title()));
            head(sheet.columnsInFile(), worksheet);
            int row = 1;
            for (List<Cell> cells : sheet.rowsInFile().toList()) {
                row(cells, row++, worksheet);
            }
            worksheet.freezePane(0, 1);
        });
    }

    /** A file of the sheets that {@code fill} makes. */
    static byte[] file(Consumer<Workbook> fill) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Fardplan", "1.0")) {
            fill.accept(workbook);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return out.toByteArray();
    }

    private static void head(List<Sheet.Column> columns, Worksheet worksheet) {
        for (int column = 0; column < columns.size(); column++) {
            words(worksheet, 0, column, columns.get(column).name());
        }
        worksheet.range(0, 0, 0, columns.size() - 1).style().bold().set();
    }

    private static void row(List<Cell> cells, int row, Worksheet worksheet) {
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case Cell.Text text -> words(worksheet, row, column, text.text());
                case Cell.None none -> words(worksheet, row, column, none.word());
                case Cell.Whole whole -> worksheet.value(row, column, whole.number());
                case Cell.Decimal decimal -> {
                    worksheet.value(row, column, decimal.number());
                    worksheet
                            .style(row, column)
                            .format(format(decimal.number().scale()))
                            .set();
                }
            }
        }
    }

    static void words(Worksheet worksheet, int row, int column, String text) {
        worksheet.value(row, column, Harmless.inXlsx(text));
    }

    private static String format(int decimals) {
        return decimals <= 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    /** Excel allows 31 characters and none of {@code []:*?/\}. */
    static String name(String title) {
        String allowed = title.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        return allowed.length() <= LONGEST_NAME
                ? allowed
                : allowed.substring(0, LONGEST_NAME).strip();
    }
}
