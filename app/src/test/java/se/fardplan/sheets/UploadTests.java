package se.fardplan.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.sheets.Template.Field;

/** What a file that comes in may be, and what is refused with a sentence. */
class UploadTests {

    private static final Template TEMPLATE =
            new Template("Personer", List.of(Field.text("name", "Namn"), Field.text("place", "Ort")));
    private static final String TABLE = "Namn;Ort\r\nÅsa Öberg;Älvdalen\r\n\"Bo \"\"Bosse\"\"\nEk\";Mora\r\n";
    private static final Map<String, String> ASA = Map.of("name", "Åsa Öberg", "place", "Älvdalen");

    @Test
    void csvIsReadInEveryEncodingAndWithEverySeparator() {
        byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        for (char separator : new char[] {';', ',', '\t'}) {
            String table = TABLE.replace(';', separator);
            for (byte[] file : List.of(
                    table.getBytes(StandardCharsets.UTF_8),
                    joined(mark, table.getBytes(StandardCharsets.UTF_8)),
                    table.getBytes(Charset.forName("windows-1252")),
                    table.getBytes(StandardCharsets.UTF_16),
                    ("\uFEFF" + table).getBytes(StandardCharsets.UTF_16LE),
                    table.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8),
                    table.replace("\r\n", "\r").getBytes(StandardCharsets.UTF_8))) {
                assertThat(TEMPLATE.read("ort.csv", file).lines())
                        .containsExactly(
                                new Line(2, ASA), new Line(3, Map.of("name", "Bo \"Bosse\"\nEk", "place", "Mora")));
            }
        }
    }

    @Test
    void separatorsWithinQuotesSeparateNothing() {
        Reading reading = TEMPLATE.read("ort.csv", utf8("Namn,Ort\n\"a;b;c,d\",\"e,f\"\n"));
        assertThat(reading.lines()).containsExactly(new Line(2, Map.of("name", "a;b;c,d", "place", "e,f")));
    }

    @Test
    void excelIsReadFromTheSheetOfTheTemplateElseTheFirstShown() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("Dolt").createRow(0).createCell(0).setCellValue("Hemligt");
            fill(workbook, "Annat", "Bo");
            workbook.setSheetVisibility(0, SheetVisibility.HIDDEN);
            workbook.setActiveSheet(1);
            assertThat(TEMPLATE.read("a", bytes(workbook)).lines().getFirst().text("name"))
                    .isEqualTo("Bo");
            fill(workbook, "Personer", "Åsa");
            assertThat(TEMPLATE.read("a", bytes(workbook)).lines().getFirst().text("name"))
                    .isEqualTo("Åsa");
        }
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThat(refused(new byte[Upload.MOST_BYTES + 1])).isEqualTo("SHT-001");
        assertThat(refused(utf8("Namn\n" + "x\n".repeat(Upload.MOST_ROWS + 1)))).isEqualTo("SHT-002");
        assertThat(TEMPLATE.read("x", utf8("Namn\n" + "x\n\n".repeat(Upload.MOST_ROWS)))
                        .lines())
                .hasSize(Upload.MOST_ROWS);
    }

    @Test
    void refusesWhatHasNoRows() {
        assertThat(refused(new byte[0])).isEqualTo("SHT-003");
        assertThat(refused(utf8("Namn;Ort\n;\n\n"))).isEqualTo("SHT-003");
        assertThat(refused(TEMPLATE.xlsx(List.of()))).isEqualTo("SHT-003");
    }

    @Test
    void refusesAPasswordAndOlderForms() throws IOException, GeneralSecurityException {
        assertThat(refused(encrypted())).isEqualTo("SHT-004");
        try (HSSFWorkbook old = new HSSFWorkbook()) {
            fill(old, "Personer", "Åsa");
            assertThat(refused(bytes(old))).isEqualTo("SHT-005");
        }
        assertThat(refused(zip("xl/workbook.bin", new byte[10]))).isEqualTo("SHT-005");
    }

    @Test
    void refusesWhatIsNoTable() throws IOException {
        assertThat(refused(zip("content.xml", utf8("<x/>")))).isEqualTo("SHT-006");
        assertThat(refused(utf8("%PDF-1.7\n1 0 obj\n"))).isEqualTo("SHT-006");
        assertThat(refused(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13}))
                .isEqualTo("SHT-006");
        assertThat(refused(utf8("Hej!\nDet här är ett brev.\n"))).isEqualTo("SHT-009");
    }

    @Test
    void refusesWhatSwellsWhenUnpacked() throws IOException {
        byte[] bomb = zip("xl/worksheets/sheet1.xml", new byte[XlsxRows.MOST_UNPACKED + 1]);
        assertThat(bomb.length).isLessThan(Upload.MOST_BYTES);
        assertThat(refused(bomb)).isEqualTo("SHT-007");
    }

    @Test
    void refusesWhatIsCutOrDamaged() throws IOException {
        byte[] whole = TEMPLATE.xlsx(List.of(ASA));
        for (int length : new int[] {5, whole.length / 2, whole.length - 10}) {
            assertThat(refused(Arrays.copyOf(whole, length))).isEqualTo("SHT-008");
        }
        assertThat(refused(zip("xl/workbook.xml", utf8("<workbook")))).isEqualTo("SHT-008");
        assertThat(refused(utf8("Namn;Ort\nÅsa;\"Älv"))).isEqualTo("SHT-008");
        assertThat(refused(joined(utf8("Namn;Ort\nÅsa;Älvdalen"), new byte[] {(byte) 0xC3})))
                .isEqualTo("SHT-008");
    }

    /** Entities that unfold to a thousand million words are never unfolded. */
    @Test
    void refusesEntities() throws IOException {
        StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
        }
        byte[] whole = TEMPLATE.xlsx(List.of(ASA));
        byte[] trapped = replaced(
                whole,
                "xl/sharedStrings.xml",
                xml -> xml.replaceFirst("<sst", entities + "]><sst").replace("Namn", "&e29;"));
        assertThat(refused(trapped)).isIn("SHT-008", "SHT-009");
    }

    private static String refused(byte[] file) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> TEMPLATE.read("fil.xlsx", file));
        assertThat(refusal).isNotNull();
        assertThat(Texts.standing().of(refusal)).endsWith(".").doesNotContain("{");
        return refusal.code();
    }

    private static byte[] encrypted() throws IOException, GeneralSecurityException {
        Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
        encryptor.confirmPassword("hemligt");
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            try (OutputStream out = encryptor.getDataStream(files)) {
                out.write(TEMPLATE.xlsx(List.of(ASA)));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static void fill(Workbook workbook, String sheet, String name) {
        var table = workbook.createSheet(sheet);
        table.createRow(0).createCell(0).setCellValue("Namn");
        table.createRow(1).createCell(0).setCellValue(name);
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] replaced(byte[] file, String name, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                        .get();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(
                        entry.getName().equals(name)
                                ? utf8(change.apply(new String(content, StandardCharsets.UTF_8)))
                                : content);
            }
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
