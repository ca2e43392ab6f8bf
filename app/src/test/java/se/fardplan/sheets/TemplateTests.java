package se.fardplan.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import se.fardplan.sheets.Template.Field;

/** A template goes out and comes back. */
class TemplateTests {

    private static final List<String> MANY = IntStream.range(0, 300)
            .mapToObj(i -> "Enhet nummer %03d".formatted(i))
            .toList();
    private static final Template TEMPLATE = new Template(
            "Personer",
            List.of(
                    Field.text("name", "Namn").required(),
                    Field.email("email", "E-post").required(),
                    Field.date("from", "Från och med").help("Första dagen."),
                    Field.whole("share", "Andel"),
                    Field.choice("role", "Roll", List.of("Enhetschef", "Processledare, lokal")),
                    Field.choice("unit", "Enhet", MANY)));
    private static final Template WORDS = new Template("Ord", List.of(Field.text("a", "A"), Field.text("b", "B")));
    private static final Map<String, String> ANNA = Map.of(
            "name", "Anna Ås",
            "email", "anna@norrby.se",
            "from", "2026-01-31",
            "share", "80",
            "role", "Processledare, lokal",
            "unit", "Enhet nummer 299");

    @Property(tries = 300)
    void whatGoesOutAsExcelComesBack(@ForAll("words") String words) {
        assertThat(back(WORDS.xlsx(row(words)), words)).isEqualTo(Wording.tidy(words));
    }

    @Property
    void whatGoesOutAsCsvComesBack(@ForAll("words") String words) {
        assertThat(back(WORDS.csv(row(words)), words)).isEqualTo(Wording.tidy(words));
    }

    @Property
    void noWordInCsvBeginsAsAFormula(@ForAll("words") String words) {
        String csv = new String(WORDS.csv(row(words)), StandardCharsets.UTF_8);
        String cell = csv.split("\r\n", 2)[1].substring("x;".length());
        assertThat(cell).doesNotMatch("(?s)(\"?[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]|\"[\t\r\n]|\t).*");
    }

    @Property(tries = 100)
    void noCellInExcelIsAFormula(@ForAll("words") String words) throws IOException {
        try (XSSFWorkbook workbook = open(WORDS.xlsx(row(words)))) {
            workbook.getSheetAt(0)
                    .forEach(row ->
                            row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA)));
        }
    }

    @Provide
    Arbitrary<String> words() {
        Arbitrary<Character> signs = Arbitraries.oneOf(
                Arbitraries.of(
                        ';', ',', '\t', '"', '\'', '\n', ' ', '=', '+', '-', '@', 'å', 'ä', 'Ö', 'e', '\u0301', '_',
                        'x', '0', '4', '1', '<', '&', '\u00A0', '\uFF1D'),
                Arbitraries.chars().range('\u0020', '\u007E'),
                Arbitraries.chars().range('\u00A1', '\u024F'));
        return signs.list()
                .ofMaxSize(12)
                .map(list -> list.stream()
                        .map(String::valueOf)
                        .reduce("", String::concat)
                        .replace("\u00AD", ""));
    }

    @Test
    void everyKindComesBackFromBothForms() {
        for (byte[] file : List.of(TEMPLATE.xlsx(List.of(ANNA)), TEMPLATE.csv(List.of(ANNA)))) {
            Reading reading = TEMPLATE.read("fil", file);
            assertThat(reading.problems()).isEmpty();
            assertThat(reading.lines()).containsExactly(new Line(2, ANNA));
            assertThat(reading.lines().getFirst().date("from")).isEqualTo(LocalDate.of(2026, 1, 31));
            assertThat(reading.lines().getFirst().whole("share")).isEqualTo(80);
        }
    }

    @Test
    void excelHoldsDaysAndNumbersAndLeavesCodesAsTheyAreTyped() throws IOException {
        try (XSSFWorkbook workbook = open(TEMPLATE.xlsx(List.of(ANNA)))) {
            XSSFSheet table = workbook.getSheet("Personer");
            assertThat(DateUtil.isCellDateFormatted(table.getRow(1).getCell(2))).isTrue();
            assertThat(table.getRow(1).getCell(2).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDate.of(2026, 1, 31).atStartOfDay());
            assertThat(table.getRow(1).getCell(3).getNumericCellValue()).isEqualTo(80);
            assertThat(table.getColumnStyle(0).getDataFormatString()).isEqualTo("@");
            assertThat(table.getColumnStyle(2).getDataFormatString()).isEqualTo("yyyy-mm-dd");
        }
    }

    @Test
    void choicesAreDropDownsHoweverManyTheyAre() throws IOException {
        try (XSSFWorkbook workbook = open(TEMPLATE.xlsx(List.of()))) {
            List<? extends DataValidation> rules = workbook.getSheet("Personer").getDataValidations();
            assertThat(rules).hasSize(2).allMatch(DataValidation::getShowErrorBox);
            assertThat(rules)
                    .extracting(rule -> rule.getRegions().getCellRangeAddress(0).formatAsString())
                    .containsExactlyInAnyOrder("E2:E50001", "F2:F50001");
            assertThat(rules)
                    .extracting(
                            rule -> rule.getValidationConstraint().getFormula1().replace("'", ""))
                    .containsExactlyInAnyOrder("Listor!$E$1:$E$2", "Listor!$F$1:$F$300");
            assertThat(workbook.getSheet("Listor").getRow(299).getCell(5).getStringCellValue())
                    .isEqualTo("Enhet nummer 299");
            assertThat(workbook.getSheetVisibility(workbook.getSheetIndex("Listor")))
                    .isEqualTo(SheetVisibility.HIDDEN);
        }
    }

    @Test
    void aSecondSheetSaysHowToFillItIn() throws IOException {
        try (XSSFWorkbook workbook = open(TEMPLATE.xlsx(List.of()))) {
            XSSFSheet guide = workbook.getSheet("Så fyller du i");
            assertThat(words(guide, 1)).containsExactly("Namn", "Ja", "Text", "");
            assertThat(words(guide, 3))
                    .containsExactly("Från och med", "Nej", "Datum, som 2026-01-31", "Första dagen.");
            assertThat(words(guide, 5).get(2)).isEqualTo("Enhetschef, Processledare, lokal");
            assertThat(words(guide, 6).get(2)).endsWith("och 260 till");
        }
    }

    @Test
    void tenThousandRowsAreReadInTime() {
        List<Field> fields = IntStream.range(0, 10)
                .mapToObj(i -> Field.text("f" + i, "Fält " + i))
                .toList();
        Template wide = new Template("Stor", fields);
        List<Map<String, String>> rows = IntStream.range(0, 10_000)
                .mapToObj(row ->
                        fields.stream().collect(Collectors.toMap(Field::key, field -> field.key() + " på rad " + row)))
                .toList();
        byte[] file = wide.xlsx(rows);
        assertThat(wide.read("stor.xlsx", file).lines()).hasSize(10_000);
        long quickest = IntStream.range(0, 3)
                .mapToLong(i -> milliseconds(() -> wide.read("stor.xlsx", file)))
                .min()
                .orElseThrow();
        assertThat(quickest).isLessThan(2_000);
    }

    /** Of this thread alone, whatever else the machine does. */
    private static long milliseconds(Runnable work) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        work.run();
        return (clock.getCurrentThreadCpuTime() - start) / 1_000_000;
    }

    @Test
    void refusesTwoFieldsWithOneHeader() {
        List<Field> fields =
                List.of(Field.text("a", "Namn"), Field.text("b", "Titel").also("NAMN "));
        assertThatIllegalArgumentException().isThrownBy(() -> new Template("T", fields));
    }

    private static List<Map<String, String>> row(String words) {
        return List.of(Map.of("a", "x", "b", words));
    }

    private static String back(byte[] file, String words) {
        Reading reading = WORDS.read("ord", file);
        assertThat(reading.problems()).as(words).isEmpty();
        return reading.lines().getFirst().text("b");
    }

    private static XSSFWorkbook open(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private static List<String> words(XSSFSheet sheet, int row) {
        return IntStream.range(0, 4)
                .mapToObj(column -> sheet.getRow(row).getCell(column).getStringCellValue())
                .toList();
    }
}
