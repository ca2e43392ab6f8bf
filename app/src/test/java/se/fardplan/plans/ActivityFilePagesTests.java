package se.fardplan.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static se.fardplan.plans.PlanForms.MORA;
import static se.fardplan.plans.PlanForms.ORSA;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.fardplan.PagesTest;
import se.fardplan.organisation.CountyLoader;

/** A plan's activities out as a file and back: exactly the cells that were changed, all or none. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=activity-file")
class ActivityFilePagesTests {

    private static final Pattern FORM =
            Pattern.compile("(?s)action=\"([^\"]*/inlasning/[0-9a-f-]{36})\".*?name=\"sett\" value=\"(\\w+)\"");

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    private final RequestPostProcessor lead = PlanForms.lead(ORSA);
    private PlanForms forms;
    private String plan;

    @BeforeEach
    void load() {
        counties.ensureLoaded("dalarna", true);
        forms = new PlanForms(pages);
        plan = forms.plan("Orsas plan i Excel", ORSA);
        forms.activity(plan, ORSA, "Anhörigstöd", "nara-for-mig");
        forms.activity(plan, ORSA, "Balansträning", "nara-for-mig", "nara-for-alla");
        forms.activity(plan, ORSA, "Digitala besök", "nara-mellan-oss");
    }

    @Test
    void anUnchangedFileChangesNothing() throws IOException {
        for (String ending : List.of("xlsx", "csv")) {
            assertThat(send("rader." + ending, file(ending)))
                    .hasStatusOk()
                    .bodyText()
                    .contains("3 oförändrade")
                    .doesNotContain("name=\"sett\"");
        }
    }

    @Test
    void changesExactlyTheEditedCellsAndSaysSoInTheLog() throws IOException {
        List<String> before = rows();
        byte[] edited = edit(workbook -> {
            cell(workbook, "Balansträning", "Hur?").setCellValue("Två pass i veckan");
            cell(workbook, "Digitala besök", "Läge").setCellValue("Påbörjad");
        });
        MvcTestResult shown = send("rader.xlsx", edited);
        assertThat(shown)
                .hasStatusOk()
                .bodyText()
                .contains("2 ändrade", "1 oförändrad", "<del>Ett samtal om dagen</del> → <ins>Två pass i veckan</ins>");
        assertThat(PlanForms.content(shown).split("<del>")).hasSize(3);
        assertThat(rows()).isEqualTo(before);

        assertThat(save(shown)).hasStatusOk().bodyText().contains("Aktiviteterna är sparade");
        List<String> after = rows();
        assertThat(after.get(1)).isEqualTo(before.get(1));
        assertThat(after.get(2))
                .isEqualTo(before.get(2)
                        .replace(";1;Balans", ";2;Balans")
                        .replace("Ett samtal om dagen", "Två pass i veckan"));
        assertThat(after.get(3))
                .isEqualTo(before.get(3).replace(";1;Digitala", ";2;Digitala").replace(";Planerad;", ";Påbörjad;"));
        String changed = PlanForms.content(pages.get().uri(plan).with(lead).exchange())
                .replaceAll("(?s).*href=\"(/planera/aktiviteter/[0-9a-f-]+)\">Balansträning.*", "$1");
        assertThat(pages.get().uri(changed).with(lead))
                .hasStatusOk()
                .bodyText()
                .contains("Hur: Ett samtal om dagen → Två pass i veckan");
    }

    @Test
    void addsARowWithoutId() throws IOException {
        String[] csv = csv().split("\r\n");
        String added = csv[1].replaceFirst("^(\uFEFF)?[^;]*;[^;]*;[^;]*;", ";;Ny på raden;");
        MvcTestResult shown = send("rader.csv", (csv[0] + "\r\n" + added).getBytes(StandardCharsets.UTF_8));
        assertThat(shown).hasStatusOk().bodyText().contains("1 ny", "Ny på raden");
        assertThat(save(shown)).hasStatusOk();
        assertThat(rows()).hasSize(5).anyMatch(row -> row.contains(";1;Ny på raden;"));
    }

    @Test
    void saysWhatIsWrongCellByCellAndSavesNothing() throws IOException {
        List<String> before = rows();
        byte[] edited = edit(workbook -> {
            cell(workbook, "Anhörigstöd", "Börjar").setCellValue("snart");
            cell(workbook, "Balansträning", "Delmål").setCellValue("Nära månen");
            cell(workbook, "Digitala besök", "Läge").setCellValue("Klar");
            cell(workbook, "Digitala besök", "Nyckeltal").setCellValue("XX99");
            cell(workbook, "Digitala besök", "Hur?").setCellFormula("NOSUCH(A1)");
        });
        assertThat(send("rader.xlsx", edited))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "”snart” går inte att läsa som ett datum",
                        "Det finns inget delmål som heter Nära månen",
                        "Det finns inget nyckeltal med koden XX99",
                        "Klar")
                .doesNotContain("name=\"sett\"");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void readsWindows1252AndRefusesOtherTablesClearly() throws IOException {
        String swedish = csv().replace("\uFEFF", "").replace("Varje månad", "Var åttonde månad");
        assertThat(send("rader.csv", swedish.getBytes(Charset.forName("windows-1252"))))
                .hasStatusOk()
                .bodyText()
                .contains("3 ändrade", "Var åttonde månad");
        assertThat(send("annat.csv", "Frukt;Färg\r\nPäron;Grönt\r\n".getBytes(StandardCharsets.UTF_8)))
                .hasStatusOk()
                .bodyText()
                .contains("Första raden har ingen av mallens rubriker")
                .doesNotContain("name=\"sett\"");
        String many = csv().split("\r\n")[0] + "\r\n" + ";;x\r\n".repeat(50_001);
        assertThat(send("stor.csv", many.getBytes(StandardCharsets.UTF_8)))
                .hasStatusOk()
                .bodyText()
                .contains("stor.csv", "50")
                .doesNotContain("name=\"sett\"");
    }

    @Test
    void doesNotPutBackWhatSomeoneElseHasChangedSince() throws IOException {
        byte[] old = edit(workbook -> cell(workbook, "Balansträning", "Hur?").setCellValue("Mitt"));
        MvcTestResult theirs = send(
                "rader.xlsx",
                edit(workbook -> cell(workbook, "Balansträning", "Vilka?").setCellValue("Deras")));
        MvcTestResult mine = send("rader.xlsx", old);
        assertThat(save(theirs)).hasStatusOk();
        assertThat(save(mine)).hasStatusOk().bodyText().contains("Någon har ändrat aktiviteten sedan filen hämtades");
        assertThat(rows()).anyMatch(row -> row.contains("Deras")).noneMatch(row -> row.contains("Mitt"));
    }

    @Test
    void anotherPrincipalMeetsNoDoor() throws IOException {
        String address = form(send(
                        "rader.xlsx",
                        edit(workbook -> cell(workbook, "Anhörigstöd", "Hur?").setCellValue("x"))))
                .group(1);
        RequestPostProcessor mora = PlanForms.lead(MORA);
        assertThat(pages.get().uri(plan + "/inlasning/aktiviteter.xlsx").with(mora))
                .hasStatus(404);
        assertThat(pages.post().uri(address).param("sett", "x").with(mora).with(csrf()))
                .hasStatus(404);
    }

    @Test
    void theDaysAreACalendar() {
        String file = PlanForms.content(
                pages.get().uri(plan + "/datum.ics").with(lead).exchange());
        assertThat(file)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains("DTSTART;VALUE=DATE:20260531", "DTEND;VALUE=DATE:20260601", "DTSTART;VALUE=DATE:20271231");
        assertThat(Arrays.stream(file.split("\r\n")))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n ", ""))
                .contains("SUMMARY:Börjar: Balansträning", "Datum i planen: våren 2026. Orsa. Planerad");
        String odd = forms.activity(plan, ORSA, "Råd, stöd; och\\annat " + "å".repeat(60), "nara-for-mig");
        assertThat(odd).isNotBlank();
        assertThat(PlanForms.content(
                                pages.get().uri(plan + "/datum.ics").with(lead).exchange())
                        .replace("\r\n ", ""))
                .contains("SUMMARY:Börjar: Råd\\, stöd\\; och\\\\annat " + "å".repeat(60) + "\r\n");
    }

    private interface Edit {
        void on(XSSFWorkbook workbook);
    }

    private byte[] edit(Edit edit) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file("xlsx")));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edit.on(workbook);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static Cell cell(XSSFWorkbook workbook, String title, String header) {
        var sheet = workbook.getSheetAt(0);
        int titles = column(sheet.getRow(0), "Aktivitet");
        int wanted = column(sheet.getRow(0), header);
        for (Row row : sheet) {
            if (row.getCell(titles) != null
                    && row.getCell(titles).getStringCellValue().equals(title)) {
                Cell cell = row.getCell(wanted);
                return cell == null ? row.createCell(wanted) : cell;
            }
        }
        throw new AssertionError("no row " + title);
    }

    private static int column(Row headers, String header) {
        for (Cell cell : headers) {
            if (cell.getStringCellValue().equals(header)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + header);
    }

    private byte[] file(String ending) {
        MvcTestResult answer = pages.get()
                .uri(plan + "/inlasning/aktiviteter." + ending)
                .with(lead)
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private String csv() {
        return new String(file("csv"), StandardCharsets.UTF_8);
    }

    /** The headers, then the activities by title. */
    private List<String> rows() {
        return List.of(csv().split("\r\n"));
    }

    private MvcTestResult send(String name, byte[] content) {
        return pages.post()
                .multipart()
                .uri(plan + "/inlasning")
                .file(new MockMultipartFile("fil", name, null, content))
                .with(lead)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult save(MvcTestResult shown) {
        Matcher form = form(shown);
        return pages.post()
                .uri(form.group(1))
                .param("sett", form.group(2))
                .with(lead)
                .with(csrf())
                .exchange();
    }

    private static Matcher form(MvcTestResult shown) {
        Matcher form = FORM.matcher(PlanForms.content(shown));
        assertThat(form.find()).as("a form to save").isTrue();
        return form;
    }
}
