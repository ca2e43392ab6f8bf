package se.fardplan.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import se.fardplan.sheets.Template.Field;

/** Every cell that cannot be used is told by row and column, all at once. */
class BadCellTests {

    private static final Template TEMPLATE = new Template(
            "Personer",
            List.of(
                    Field.text("name", "Namn").required(),
                    Field.email("email", "E-post").also("Mejl"),
                    Field.date("from", "Från"),
                    Field.whole("share", "Andel"),
                    Field.choice("role", "Roll", List.of("Enhetschef", "Lokal processledare")),
                    Field.text("code", "Kod")));

    @Test
    void everyBadCellIsToldWithRowColumnHeaderAndWhatStands() {
        Reading reading = csv("""
                Namn;E-post;Från;Andel;Roll;Kod
                Anna;anna@norrby.se;2026-01-31;80;enhetschef;0020
                ;anna;2026-02-30;8,5;Kung;0020

                Bo;bo@;31/1;åtta;;20
                """);
        assertThat(reading.problems())
                .extracting(
                        problem -> problem.row() + problem.column() + " " + problem.header() + " " + problem.value())
                .containsExactly(
                        "3A Namn ",
                        "3B E-post anna",
                        "3C Från 2026-02-30",
                        "3D Andel 8,5",
                        "3E Roll Kung",
                        "5B E-post bo@",
                        "5C Från 31/1",
                        "5D Andel åtta");
        assertThat(reading.problems().get(4).sentence()).contains("Enhetschef, Lokal processledare");
        assertThat(reading.lines().getFirst().text("role")).isEqualTo("Enhetschef");
        assertThat(reading.lines()).extracting(line -> line.text("code")).containsExactly("0020", "0020", "20");
        assertThat(reading.lines()).extracting(Line::row).containsExactly(2, 3, 5);
        assertThat(reading.lines().get(1).date("from")).isNull();
    }

    @Test
    void columnsBeyondZHaveTwoLetters() {
        List<Field> fields = IntStream.range(0, 30)
                .mapToObj(i -> Field.whole("f" + i, "Fält " + i))
                .toList();
        String head = String.join(";", fields.stream().map(Field::header).toList());
        String row = "1;".repeat(26) + "x;1;x;1";
        Reading reading = new Template("T", fields).read("t.csv", bytes(head + "\n" + row));
        assertThat(reading.problems()).extracting(CellProblem::column).containsExactly("AA", "AC");
        assertThat(Stream.of(0, 25, 26, 51, 52, 701, 702).map(CellProblem::letters))
                .containsExactly("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA");
    }

    @Test
    void headersAreFoundInAnyOrderCaseAndByTheirOtherNames() {
        Reading reading = csv(" MEJL ;källa;namn\nanna@norrby.se;Källa: Färdplan;Anna\n;Källa: Färdplan;\n");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.lines()).hasSize(1);
        Line line = reading.lines().getFirst();
        assertThat(line.text("email")).isEqualTo("anna@norrby.se");
        assertThat(line.has("role")).isFalse();
        assertThat(reading.problem(line, "email", "Finns redan."))
                .isEqualTo(new CellProblem(2, "A", "MEJL", "anna@norrby.se", "Finns redan."));
    }

    @Test
    void headersThatAreUnknownTwiceMissingOrNoneAreTold() {
        Reading reading = csv("E-post;Lön;Mejl;;\na@b.se;1;a@b.se;x;\na@b.se;1;a@b.se;y;\n");
        assertThat(reading.problems())
                .extracting(problem -> problem.row() + problem.column() + " " + problem.header())
                .containsExactly("1 Namn", "1B Lön", "1C Mejl", "2D ");
    }

    @Test
    void daysAreReadInEveryFormThatProgramsWrite() {
        Reading reading = csv("""
                Namn;Från
                a;2026-01-31
                b;2026-01-31 00:00
                c;2026-01-31 00:00:00
                d;2026-01-31T00:00
                e;20260131
                f;2026-01-31 08:30
                g;0026-01-31
                """);
        assertThat(reading.lines().subList(0, 5))
                .allMatch(line -> LocalDate.of(2026, 1, 31).equals(line.date("from")));
        assertThat(reading.problems()).extracting(CellProblem::row).containsExactly(7, 8);
    }

    @Test
    void excelsOwnKindsOfCellsAreReadAsTheyAreSeen() throws IOException {
        Reading reading = xlsx(false, sheet -> {
            row(sheet, 1, "Anna", null, null, "80", null, null);
            sheet.getRow(1).createCell(2).setCellValue(46053);
            sheet.getRow(1).createCell(5).setCellValue(20);
            row(sheet, 2, "Bo", null, "2026-01-31", null, null, null);
            sheet.getRow(2).createCell(3).setCellValue(80.0);
            dated(sheet.getRow(2).createCell(5), 46053);
            row(sheet, 3, null, null, null, null, null, "ett\u00A0två");
            sheet.getRow(3).createCell(0).setCellValue(0.1 + 0.2);
        });
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.lines().get(0).date("from")).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(reading.lines())
                .extracting(line -> line.text("code"))
                .containsExactly("20", "2026-01-31", "ett två");
        assertThat(reading.lines()).extracting(line -> line.text("share")).containsExactly("80", "80", "");
        assertThat(reading.lines().get(2).text("name")).isEqualTo("0,3");
    }

    @Test
    void daysCountedFrom1904AreTheSameDays() throws IOException {
        Reading reading = xlsx(true, sheet -> {
            row(sheet, 1, "Anna", null, null, null, null, null);
            sheet.getRow(1).createCell(2).setCellValue(46053 - 1462);
        });
        assertThat(reading.lines().getFirst().date("from")).isEqualTo(LocalDate.of(2026, 1, 31));
    }

    @Test
    void formulasAreUsedByTheirResultAndErrorsNever() throws IOException {
        Reading reading = xlsx(false, sheet -> {
            row(sheet, 1, null, null, null, null, null, "#REF!");
            sheet.getRow(1).createCell(0).setCellFormula("\"An\"&\"na\"");
            sheet.getRow(1).createCell(3).setCellFormula("40+40");
            sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
            row(sheet, 2, null, null, null, null, null, null);
            sheet.getRow(2).createCell(0).setCellFormula("A1");
            sheet.getRow(2).createCell(3).setCellErrorValue((byte) 23);
            sheet.getRow(2).createCell(5).setCellFormula("1/0");
            sheet.getWorkbook()
                    .getCreationHelper()
                    .createFormulaEvaluator()
                    .evaluateFormulaCell(sheet.getRow(2).getCell(5));
        });
        assertThat(reading.lines().getFirst().text("name")).isEqualTo("Anna");
        assertThat(reading.lines().getFirst().whole("share")).isEqualTo(80);
        assertThat(reading.lines().getFirst().text("code")).isEqualTo("#REF!");
        assertThat(reading.problems())
                .extracting(problem -> problem.row() + problem.column() + " " + problem.value())
                .containsExactly("3A =A1", "3D #REF!", "3F #DIV/0!");
    }

    @Test
    void signsThatCannotBeSeenAreRefusedOrLeftOut() {
        Reading reading = csv("Namn;Kod\nAn\u200Bna;A\u00A0B\nBo\u0007;x\nBo\u202Eoj;x\ne\u0301;x\n");
        assertThat(reading.problems())
                .extracting(problem -> problem.row() + problem.column() + problem.shown())
                .containsExactly("3ABo·", "4ABo·oj");
        assertThat(reading.lines().getFirst().values())
                .containsEntry("name", "Anna")
                .containsEntry("code", "A B");
        assertThat(reading.lines().getLast().text("name")).isEqualTo("é");
    }

    @Test
    void whatARoomFindsIsLaidToItButNotOnACellThatIsUnread() {
        Reading reading = csv("Namn;Andel\nAnna;åtta\nBo;8\n");
        Line anna = reading.lines().get(0);
        Line bo = reading.lines().get(1);
        Reading all = reading.and(List.of(
                reading.problem(bo, "Bo har slutat."),
                reading.problem(anna, "share", "För lite."),
                reading.problem(anna, "name", "Okänd.")));
        assertThat(all.problems())
                .extracting(problem -> problem.row() + problem.column())
                .containsExactly("2A", "2B", "3");
        assertThat(all.problems().get(1).sentence()).contains("heltal");
    }

    private static Reading csv(String text) {
        return TEMPLATE.read("personer.csv", bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Reading xlsx(boolean from1904, Consumer<XSSFSheet> fill) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(from1904);
            XSSFSheet sheet = workbook.createSheet("Blad1");
            row(sheet, 0, "Namn", "E-post", "Från", "Andel", "Roll", "Kod");
            fill.accept(sheet);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return TEMPLATE.read("personer.xlsx", out.toByteArray());
        }
    }

    private static void row(XSSFSheet sheet, int row, String... words) {
        var cells = sheet.createRow(row);
        for (int column = 0; column < words.length; column++) {
            if (words[column] != null) {
                cells.createCell(column).setCellValue(words[column]);
            }
        }
    }

    private static void dated(Cell cell, double number) {
        CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat((short) 14);
        cell.setCellStyle(style);
        cell.setCellValue(number);
    }
}
