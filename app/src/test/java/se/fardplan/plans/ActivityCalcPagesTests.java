package se.fardplan.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static se.fardplan.plans.PlanForms.ORSA;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.fardplan.PagesTest;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.sheets.Calc;

/** The plan's activities taken out, written in by LibreOffice Calc and sent back: the cells that were typed in, no others. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=activity-calc")
class ActivityCalcPagesTests {

    private static final Pattern FORM =
            Pattern.compile("(?s)action=\"([^\"]*/inlasning/[0-9a-f-]{36})\".*?name=\"sett\" value=\"(\\w+)\"");
    private static final Pattern DIFFERENCE = Pattern.compile("(?s)<del>(.*?)</del> → <ins>(.*?)</ins>");

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @TempDir
    Path folder;

    private final RequestPostProcessor lead = PlanForms.lead(ORSA);
    private String plan;

    @BeforeEach
    void load() {
        counties.ensureLoaded("dalarna", true);
        plan = new PlanForms(pages).plan("Orsas plan i Calc", ORSA);
        add("007 Anhörigstöd", "0045", "våren 2026", "2027", "=1+1", "Rad ett\nRad två");
        add("Balansträning", "+46 70 123", "2026-05-01", "hösten 2027", "1,50", "\"Citat\"; och, 3/4");
        add("1E5 besök", "TRUE", "mars 2026", "2026-12-31", "'Apostrof", "1-2");
    }

    @Test
    void savedInCalcAndNothingTypedChangesNothing() throws IOException {
        assertThat(send(calc(Map.of())))
                .hasStatusOk()
                .bodyText()
                .contains("3 oförändrade")
                .doesNotContain("name=\"sett\"");
    }

    @Test
    void changesExactlyTheCellsTypedIn() throws IOException {
        List<String> before = rows();
        MvcTestResult shown = send(calc(Map.of(
                address("Balansträning", "Hur?"), "Två pass i veckan\noch ett på helgen",
                address("1E5 besök", "Slutar"), "2027-01-15")));
        assertThat(shown).hasStatusOk().bodyText().contains("2 ändrade", "1 oförändrad");
        assertThat(differences(shown))
                .containsExactlyInAnyOrder(
                        "1,50 → Två pass i veckan\noch ett på helgen", "31 december 2026 → 2027-01-15");
        assertThat(rows()).isEqualTo(before);

        assertThat(save(shown)).hasStatusOk().bodyText().contains("Aktiviteterna är sparade");
        List<String> after = rows();
        assertThat(after)
                .isEqualTo(before.stream()
                        .map(row -> row.contains("Balansträning")
                                ? row.replace(";1;", ";2;")
                                        .replace("\"1,50\"", "1,50")
                                        .replace("1,50", "\"Två pass i veckan\noch ett på helgen\"")
                                : row)
                        .map(row -> row.contains("1E5 besök")
                                ? row.replace(";1;", ";2;").replace("31 december 2026", "15 januari 2027")
                                : row)
                        .toList());
    }

    private void add(String title, String who, String from, String until, String how, String byWhom) {
        PlanForms.address(pages.post()
                .uri(plan + "/aktiviteter")
                .param("namn", title)
                .param("huvudman", ORSA)
                .param("vilka", who)
                .param("borjar", from)
                .param("slutar", until)
                .param("hur", how)
                .param("avVem", byWhom)
                .param("foljsUpp", "0")
                .param("delmal", "nara-for-mig", "nara-for-alla")
                .param("nyckeltal", "KF18")
                .with(lead)
                .with(csrf())
                .exchange());
    }

    private byte[] calc(Map<String, String> typed) {
        return new Calc(folder).type(file("xlsx"), typed);
    }

    /** Where the workbook has what {@code title} says under {@code header}. */
    private String address(String title, String header) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file("xlsx")))) {
            Sheet sheet = workbook.getSheetAt(0);
            int row = find(sheet, title).getRow();
            return new CellAddress(row, find(sheet, header).getColumn()).formatAsString();
        }
    }

    private static CellAddress find(Sheet sheet, String text) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.toString().equals(text)) {
                    return cell.getAddress();
                }
            }
        }
        throw new AssertionError("no cell says " + text);
    }

    private byte[] file(String ending) {
        MvcTestResult answer = pages.get()
                .uri(plan + "/inlasning/aktiviteter." + ending)
                .with(lead)
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private List<String> rows() {
        return Arrays.asList(new String(file("csv"), StandardCharsets.UTF_8).split("\r\n"));
    }

    private MvcTestResult send(byte[] content) {
        return pages.post()
                .multipart()
                .uri(plan + "/inlasning")
                .file(new MockMultipartFile("fil", "rader.xlsx", null, content))
                .with(lead)
                .with(csrf())
                .exchange();
    }

    private static List<String> differences(MvcTestResult shown) {
        return DIFFERENCE
                .matcher(PlanForms.content(shown))
                .results()
                .map(found -> found.group(1) + " → " + found.group(2))
                .toList();
    }

    private MvcTestResult save(MvcTestResult shown) {
        Matcher form = FORM.matcher(PlanForms.content(shown));
        assertThat(form.find()).as("a form to save").isTrue();
        return pages.post()
                .uri(form.group(1))
                .param("sett", form.group(2))
                .with(lead)
                .with(csrf())
                .exchange();
    }
}
