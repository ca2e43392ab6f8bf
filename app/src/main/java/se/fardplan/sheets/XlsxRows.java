package se.fardplan.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/** The rows of an Excel file. */
final class XlsxRows {

    /** What a file may become when unpacked: twenty times what it may be. */
    static final int MOST_UNPACKED = 20 * Upload.MOST_BYTES;

    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);
    private static final Set<String> FAULTS = Set.of(
            "#REF!",
            "#VALUE!",
            "#DIV/0!",
            "#NAME?",
            "#N/A",
            "#NULL!",
            "#NUM!",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!");
    private static final Pattern NOT_SHOWN = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
    private static final Pattern SHOWS_A_DAY = Pattern.compile("[yYdD]");

    private XlsxRows() {}

    /** From the sheet named {@code title}, else the first that is shown. */
    static List<FoundRow> read(String title, String fileName, byte[] content) {
        try {
            unpack(fileName, content);
            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content), OPTIONS);
                    Stream<Row> rows = sheet(workbook, Xlsx.name(title)).openStream()) {
                return rows.map(row -> found(row, workbook.isDate1904()))
                        .filter(row -> !row.isBlank())
                        .limit(Upload.MOST_ROWS + 2L)
                        .toList();
            }
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException unreadable) {
            throw new Refusal("SHT-008", fileName);
        }
    }

    /** Counts what really comes out, since a file may say less of itself. */
    private static void unpack(String fileName, byte[] content) throws IOException {
        boolean workbook = false;
        long left = MOST_UNPACKED;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                String name = entry.getName().replace('\\', '/');
                if (name.equals("xl/workbook.bin")) {
                    throw new Refusal("SHT-005", fileName);
                }
                workbook |= name.startsWith("xl/");
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        left -= read;
                        if (left < 0) {
                            throw new Refusal("SHT-007", fileName);
                        }
                    }
                }
            }
        }
        if (!workbook) {
            throw new Refusal("SHT-006", fileName);
        }
    }

    private static Sheet sheet(ReadableWorkbook workbook, String title) {
        return workbook.findSheet(title)
                .or(() -> workbook.getSheets()
                        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                        .findFirst())
                .orElseGet(workbook::getFirstSheet);
    }

    private static FoundRow found(Row row, boolean from1904) {
        List<Found> cells = new ArrayList<>(row.getCellCount());
        for (int column = 0; column < row.getCellCount(); column++) {
            cells.add(found(row.getCell(column), from1904));
        }
        return new FoundRow(row.getRowNum(), cells);
    }

    private static Found found(@Nullable Cell cell, boolean from1904) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return Found.NOTHING;
        }
        Object value = cell.getValue();
        String formula = cell.getFormula();
        return switch (value) {
            case null -> formula == null ? Found.NOTHING : new Found.Formula(formula);
            case BigDecimal number -> new Found.Amount(number, isDated(cell.getDataFormatString()), from1904);
            case Boolean truth -> new Found.Words(truth ? "SANT" : "FALSKT");
            default -> words(cell, value.toString());
        };
    }

    private static Found words(Cell cell, String text) {
        boolean fault = cell.getType() == CellType.ERROR || cell.getType() == CellType.FORMULA && FAULTS.contains(text);
        return fault ? new Found.Fault(text) : new Found.Words(Harmless.back(Harmless.backFromXlsx(text)));
    }

    private static boolean isDated(@Nullable String format) {
        return format != null
                && SHOWS_A_DAY.matcher(NOT_SHOWN.matcher(format).replaceAll("")).find();
    }
}
