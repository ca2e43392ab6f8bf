package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static se.fardplan.plans.PlanForms.MORA;
import static se.fardplan.plans.PlanForms.ORSA;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.plans.PlanForms;

/** Bad days of plans: what is told, and that no word and no activity is lost. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=plan-bad-days")
class PlanBadDaysPagesTests {

    private static final RequestPostProcessor COUNTY_LEAD = Someone.as(Role.REGIONAL_LEAD);
    private static final RequestPostProcessor LEAD = PlanForms.lead(ORSA);
    private static final RequestPostProcessor HEAD = Someone.as(Role.HEAD, ORSA);

    @Autowired
    MockMvcTester pages;

    @Autowired
    CountyLoader counties;

    @Autowired
    JdbcClient database;

    private PlanForms forms;
    private String day = "";

    @BeforeEach
    void load(TestInfo test) {
        counties.ensureLoaded("dalarna", true);
        forms = new PlanForms(pages);
        day = test.getTestMethod().orElseThrow().getName();
    }

    @BadDay
    void twoEditorsWriteOneText() {
        String plan = countyPlan("Två om en text", 2030);
        assertThat(write(plan, "Planen stärker samverkan.")).hasStatus(302);
        BadDay.Rows before = rows();
        String page = PlanForms.content(write(plan, "Planen stärker tilliten."));
        assertThat(told(before, page, "Någon annan har sparat avsnittet[^<]*")).contains("medan du skrev");
        assertThat(page).contains("samverkan</del>", "Planen stärker tilliten.</textarea>");
    }

    @BadDay
    void aPartyWithdrawsAfterTheAdoption() {
        String plan = adopted("Planen som en part ångrar", ORSA, MORA);
        BadDay.Rows before = rows();
        assertThat(forms.step(HEAD, plan, "WITHDRAW", ORSA)).hasStatus(302);
        String page = forms.page(LEAD, plan);
        assertThat(told(before, page, "Tog tillbaka sitt godkännande[^<]*")).isNotBlank();
        assertThat(page).contains("Gemensam jour").containsIgnoringCase("i kraft");
    }

    @BadDay
    void aMunicipalityLeavesAJointPlan() {
        String plan = adopted("Planen som en kommun lämnar", ORSA, MORA);
        BadDay.Rows before = rows();
        assertThat(forms.step(HEAD, plan, "LEAVE", ORSA)).hasStatus(302);
        assertThat(told(before, forms.page(PlanForms.lead(MORA), plan), "Lämnade planen[^<]*"))
                .isNotBlank();
        assertThat(forms.page(LEAD, activity(plan))).contains("Avslutad i förtid");
    }

    @BadDay
    void anActivityMovesToAnotherPlan() {
        String plan = adopted("Planen som en aktivitet lämnar", ORSA);
        String activity = activity(plan);
        String other = forms.plan("Planen som den flyttar till", ORSA);
        BadDay.Rows before = rows();
        assertThat(pages.post()
                        .uri(activity + "/flytt")
                        .param("plan", PlanForms.id(other))
                        .param("version", "1")
                        .with(LEAD)
                        .with(csrf()))
                .hasStatus(302);
        assertThat(told(before, forms.page(LEAD, activity), "Planen som en aktivitet lämnar → [^<]*"))
                .contains("Planen som den flyttar till");
        assertThat(forms.page(LEAD, plan)).doesNotContain("Gemensam jour");
        assertThat(forms.page(LEAD, other)).contains("Gemensam jour");
    }

    @BadDay
    void theUnitOfAnActivityIsRenamedAndMerged() {
        unit("orsa-norra", "Norra hemtjänsten");
        unit("orsa-sodra", "Södra hemtjänsten");
        String plan = forms.plan("Planen med enheter", ORSA);
        String activity = PlanForms.address(pages.post()
                .uri(plan + "/aktiviteter")
                .param("namn", "Hembesök")
                .param("huvudman", ORSA)
                .param("enhet", "orsa-norra")
                .with(LEAD)
                .with(csrf())
                .exchange());
        BadDay.Rows before = rows();
        changed("andring", today(), "namn", "Hemtjänst norr");
        assertThat(forms.page(LEAD, activity)).contains("Hemtjänst norr");
        String tomorrow = LocalDate.parse(today()).plusDays(1).toString();
        changed("sammanslagning", tomorrow, "med", "orsa-sodra");
        assertThat(told(before, forms.page(LEAD, activity), "[^<>]* \\(uppgick i [^<]*"))
                .contains("Södra hemtjänsten");
    }

    @BadDay
    void aPlanRunsPastTheStrategy() {
        BadDay.Rows before = rows();
        String page = forms.page(COUNTY_LEAD, countyPlan("Planen som blir för lång", 2031) + "/text");
        assertThat(told(before, page, "Planen gäller till [^<]*")).contains("men strategin gäller bara till");
    }

    @BadDay
    void aWorkbookHasFormulas() throws IOException {
        String plan = withOneActivity("Planen med formler");
        byte[] file = export(plan, "xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Row row = workbook.getSheetAt(0).getRow(1);
            int how = StreamSupport.stream(row.spliterator(), false)
                    .filter(cell -> cell.toString().equals("Ett samtal om dagen"))
                    .findFirst()
                    .orElseThrow()
                    .getColumnIndex();
            row.removeCell(row.getCell(how));
            row.createCell(how).setCellFormula("NOSUCH(A1)");
            workbook.write(out);
            file = out.toByteArray();
        }
        refused(plan, "formler.xlsx", file, "Cellen har en formel[^<]*");
    }

    @BadDay
    void aFileHasMoreThanFiftyThousandRows() {
        String plan = withOneActivity("Planen med många rader");
        String header = new String(export(plan, "csv"), StandardCharsets.UTF_8).split("\r\n")[0];
        byte[] file = (header + "\r\n" + ";;x\r\n".repeat(50_001)).getBytes(StandardCharsets.UTF_8);
        refused(plan, "stor.csv", file, "Filen stor.csv har fler än [^<]*");
    }

    @BadDay
    void aFileHasTheWrongColumns() {
        String plan = withOneActivity("Planen med fel kolumner");
        byte[] file = "Frukt;Färg\r\nPäron;Grönt\r\n".getBytes(StandardCharsets.UTF_8);
        refused(plan, "frukt.csv", file, "Första raden har ingen av mallens rubriker[^<]*");
    }

    @BadDay
    void aFileIsInWindows1252() {
        String plan = withOneActivity("Planen i gammal teckenkod");
        String swedish = new String(export(plan, "csv"), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .replace("Varje månad", "Var åttonde månad");
        BadDay.Rows before = rows();
        String page = send(plan, "gammal.csv", swedish.getBytes(Charset.forName("windows-1252")));
        assertThat(told(before, page, "<del>[^<]*</del> → <ins>[^<]*</ins>"))
                .isEqualTo("Varje månad → Var åttonde månad");
    }

    private void refused(String plan, String name, byte[] file, String sentence) {
        BadDay.Rows before = rows();
        String page = send(plan, name, file);
        assertThat(told(before, page, sentence)).endsWith(".");
        assertThat(page).doesNotContain("name=\"sett\"");
        assertThat(rows()).isEqualTo(before);
    }

    private BadDay.Rows rows() {
        return BadDay.Rows.of(database, "plans.plan", "plans.activity", "writing.passage", "access.audit_entry");
    }

    /** Prints what {@code page} says where {@code sentence} fits. */
    private String told(BadDay.Rows before, String page, String sentence) {
        Matcher matcher = Pattern.compile(sentence).matcher(page);
        assertThat(matcher.find()).as(sentence).isTrue();
        String words = matcher.group().replaceAll("<[^>]*>", "").strip();
        before.tell(day, words, rows());
        return words;
    }

    private String countyPlan(String title, int last) {
        return PlanForms.address(pages.post()
                .uri("/planera/lansplaner")
                .param("slag", "REGIONAL")
                .param("namn", title)
                .param("fran", "2026-01-01")
                .param("till", last + "-12-31")
                .with(COUNTY_LEAD)
                .with(csrf())
                .exchange());
    }

    private MvcTestResult write(String plan, String text) {
        return pages.post()
                .uri(plan + "/avsnitt/syfte")
                .param("grund", "0")
                .param("text", text)
                .with(COUNTY_LEAD)
                .with(csrf())
                .exchange();
    }

    private String adopted(String title, String... municipalities) {
        String plan = forms.plan(title, municipalities);
        forms.activity(plan, ORSA, "Gemensam jour", "nara-mellan-oss");
        forms.adopt(plan, municipalities);
        return plan;
    }

    private String withOneActivity(String title) {
        String plan = forms.plan(title, ORSA);
        forms.activity(plan, ORSA, "Hembesök", "nara-for-mig");
        return plan;
    }

    private String activity(String plan) {
        return forms.page(LEAD, plan)
                .replaceAll("(?s).*href=\"(/planera/aktiviteter/[0-9a-f-]+)\">Gemensam jour.*", "$1");
    }

    private void unit(String code, String name) {
        assertThat(pages.post()
                        .uri("/enheter")
                        .param("kod", code)
                        .param("namn", name)
                        .param("typ", "HOME_CARE")
                        .param("huvudman", ORSA)
                        .param("fran", today())
                        .with(Someone.as(Role.COUNTY_ADMIN))
                        .with(csrf()))
                .hasStatus(302);
    }

    private void changed(String how, String from, String field, String value) {
        RequestPostProcessor admin = Someone.as(Role.COUNTY_ADMIN);
        MvcTestResult answer = pages.post()
                .uri("/enheter/orsa-norra/" + how)
                .param(field, value)
                .param("typ", "HOME_CARE")
                .param("huvudman", ORSA)
                .param("fran", from)
                .param("version", forms.version(admin, "/enheter/orsa-norra/andring"))
                .with(admin)
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(302);
    }

    private static String today() {
        return LocalDate.now(HouseTime.SWEDEN).toString();
    }

    private byte[] export(String plan, String ending) {
        MvcTestResult answer = pages.get()
                .uri(plan + "/inlasning/aktiviteter." + ending)
                .with(LEAD)
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private String send(String plan, String name, byte[] content) {
        MvcTestResult answer = pages.post()
                .multipart()
                .uri(plan + "/inlasning")
                .file(new MockMultipartFile("fil", name, null, content))
                .with(LEAD)
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatusOk();
        return PlanForms.content(answer);
    }
}
