package se.fardplan.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.StringLength;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import se.fardplan.sheets.Sheet.Column;
import se.fardplan.sheets.Sheet.Filled;

/** Tables to take away. */
class SheetTests {

    private static final List<Column> COLUMNS =
            List.of(Column.number("År"), Column.number("Dalarna"), Column.text("Not"));

    @Test
    void csvHasByteOrderMarkSemicolonsAndDecimalComma() {
        assertThat(csv(row(new Cell.Decimal(new BigDecimal("3366.40")), "med; semikolon")))
                .isEqualTo("\uFEFFÅr;Dalarna;Not;Källa\r\n2024;3366,40;\"med; semikolon\";Källa: Kolada\r\n");
    }

    @Test
    void aReasonStandsWhereANumberIsMissing() throws IOException {
        List<Cell> row = row(new Cell.None("visas ej"), "");
        assertThat(csv(row)).contains("2024;visas ej;;");
        assertThat(xlsx(row).getCell(1).getType()).isEqualTo(CellType.STRING);
    }

    @Test
    void negativeNumbersStayNumbers() throws IOException {
        List<Cell> row = row(new Cell.Decimal(new BigDecimal("-1.5")), "");
        assertThat(csv(row)).contains("2024;-1,5;");
        assertThat(xlsx(row).getCell(1).asNumber()).isEqualByComparingTo("-1.5");
    }

    @Property
    void wordsNeverBecomeFormulas(@ForAll @StringLength(max = 8) String tail) throws IOException {
        for (String start : List.of("=", "+", "-", "@")) {
            String cell = csv(row(new Cell.Whole(1), start + tail))
                    .split("\r\n", 2)[1]
                    .substring("2024;1;".length());
            assertThat(cell).startsWith(cell.startsWith("\"") ? "\"'" + start : "'" + start);
        }
        assertThat(xlsx(row(new Cell.Whole(1), "=1+1")).getCell(2).getType()).isEqualTo(CellType.STRING);
    }

    @Property(tries = 50)
    void excelHoldsTheNumberThatCsvSays(@ForAll @BigRange(min = "-100000", max = "100000") @Scale(3) BigDecimal number)
            throws IOException {
        List<Cell> row = row(new Cell.Decimal(number), "");
        String written = csv(row).split("\r\n")[1].split(";")[1];
        assertThat(xlsx(row).getCell(1).asNumber()).isEqualByComparingTo(written.replace(',', '.'));
    }

    @Test
    void rowsMayTellTheirOwnSource() {
        Sheet sheet = Sheet.of(
                "T",
                List.of("a", "bb"),
                word -> "ur " + word,
                List.of(
                        Filled.text("Ord", word -> word.equals("a") ? null : word),
                        Filled.number("Längd", word -> new Cell.Whole(word.length()))));
        assertThat(new String(sheet.csv(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFOrd;Längd;Källa\r\n;1;ur a\r\nbb;2;ur bb\r\n");
    }

    @Test
    void aFileStandsBeforeThePagesQuestion() {
        assertThat(TakeAway.address("/namn?q=a.b", "csv")).isEqualTo("/namn.csv?q=a.b");
        assertThat(TakeAway.address("/namn", "xlsx")).isEqualTo("/namn.xlsx");
    }

    @Test
    void refusesARowOfTheWrongLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sheet("T", COLUMNS, List.of(List.of(Cell.blank())), ""))
                .withMessageContaining("3 columns");
    }

    private static List<Cell> row(Cell value, String note) {
        return List.of(new Cell.Whole(2024), value, new Cell.Text(note));
    }

    private static String csv(List<Cell> row) {
        return new String(sheet(row).csv(), StandardCharsets.UTF_8);
    }

    private static Row xlsx(List<Cell> row) throws IOException {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(sheet(row).xlsx()))) {
            return workbook.getFirstSheet().read().get(1);
        }
    }

    private static Sheet sheet(List<Cell> row) {
        return new Sheet("Fallskador 65+: trend [län] och riket", COLUMNS, List.of(row), "Källa: Kolada");
    }
}
