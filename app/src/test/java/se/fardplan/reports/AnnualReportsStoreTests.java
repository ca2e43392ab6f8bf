package se.fardplan.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.Refusal;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.indicators.HandValue;
import se.fardplan.indicators.HandValues;
import se.fardplan.indicators.ImportRequest;
import se.fardplan.indicators.Indicators;
import se.fardplan.indicators.KoladaImport;
import se.fardplan.indicators.Sex;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.reports.Analysis.Saving;
import se.fardplan.reports.AnnualReports.Format;

/** A report's whole life on a real database: written by two, checked, frozen, and unmoved by what comes after. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=report-store")
class AnnualReportsStoreTests {

    /** Each test has a year of its own: what is frozen or written cannot be taken back. */
    private static final AtomicInteger yearS = new AtomicInteger(2009);

    private static final CurrentUser ANNA = lead("Anna");
    private static final CurrentUser BO = lead("Bo");

    private final int year = yearS.incrementAndGet();

    @TempDir
    Path folder;

    @Autowired
    CountyLoader counties;

    @Autowired
    KoladaImport kolada;

    @Autowired
    HandValues hand;

    @Autowired
    AnnualReports reports;

    @Autowired
    AnnualChanges changes;

    @Autowired
    AnnualReview review;

    @Autowired
    Indicators indicators;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void county() {
        counties.ensureLoaded(null, false);
    }

    @Test
    @Proves({"R150", "R163", "R165"})
    void staysByteForByteTheSameAfterALaterImport() throws IOException {
        importValues(
                "U20462 0020 " + (year - 1) + " T 3400.1",
                "U20462 0020 " + year + " T 3366.4",
                "U20462 0000 " + year + " T 3434.4");
        reports.save(ANNA, year, "slutsatser", 0, "Vi föreslår tre prioriteringar.");
        reports.freeze(ANNA, year, latest());
        List<byte[]> before = forms();
        assertThat(new String(before.getFirst(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("3\u00a0366,4", "Vi föreslår tre prioriteringar.", "Skrivet av Anna");

        importValues(
                "U20462 0020 " + (year - 1) + " T 3400.1",
                "U20462 0020 " + year + " T 9999.9",
                "U20462 0000 " + year + " T - Privacy");

        assertThat(forms()).usingElementComparator(Arrays::compare).containsExactlyElementsOf(before);
        assertThat(changes.list((AnnualReport.Frozen) reports.get(year)))
                .extracting(AnnualChanges.Change::place, AnnualChanges.Change::before, AnnualChanges.Change::now)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Riket " + year, "3\u00a0434,4", "visas ej (sekretess)"),
                        org.assertj.core.groups.Tuple.tuple("Dalarna " + year, "3\u00a0366,4", "9\u00a0999,9"));
    }

    @Test
    @Proves("R139")
    void saysThatAValueWasTypedInAfterTheFreeze() throws IOException {
        importValues("U20462 0020 " + (year - 1) + " T 3400.1", "U20462 0020 " + year + " T - Missing");
        reports.freeze(ANNA, year, latest());
        hand.enter(
                ANNA, new HandValue.Entry("U20462", "0020", year, Sex.T, new BigDecimal("3366.4"), "Regionens uttag"));
        assertThat(changes.list((AnnualReport.Frozen) reports.get(year)))
                .extracting(AnnualChanges.Change::before, AnnualChanges.Change::now)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("saknas", "3\u00a0366,4 (inmatat för hand)"));
    }

    @Test
    @Proves({"R150", "R165"})
    void refusesEveryChangeOnceFrozen() throws IOException {
        importValues("U20462 0020 " + year + " T 3366.4");
        reports.freeze(ANNA, year, latest());
        assertThatThrownBy(() -> reports.save(BO, year, "slutsatser", 0, "Sent"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("REP-001"));
        assertThatThrownBy(() -> reports.freeze(BO, year, latest()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("REP-002"));
        assertThatThrownBy(() -> jdbc.sql("update reports.annual_report set model = 'x' where year = :year")
                        .param("year", year)
                        .update())
                .hasMessageContaining("may not be changed");
        assertThatThrownBy(() -> jdbc.sql("delete from reports.annual_report where year = :year")
                        .param("year", year)
                        .update())
                .hasMessageContaining("may not be changed");
    }

    @Test
    @Proves("R150")
    void keepsBothTextsWhenTwoWriteAtOnce() {
        Saving first = reports.save(ANNA, year, "delmal-nara-for-mig", 0, "Annas text");
        assertThat(first).isInstanceOf(Saving.Saved.class);
        Saving second = reports.save(BO, year, "delmal-nara-for-mig", 0, "Bos text");
        assertThat(second).isInstanceOfSatisfying(Saving.Collision.class, collision -> {
            assertThat(collision.base().version()).isZero();
            assertThat(collision.theirs().text()).isEqualTo("Annas text");
            assertThat(collision.mine()).isEqualTo("Bos text");
        });
        assertThat(reports.getText(year, "delmal-nara-for-mig").text()).isEqualTo("Annas text");
        reports.save(BO, year, "delmal-nara-for-mig", 1, "Annas text\n\nBos text");
        assertThat(reports.listVersions(year, "delmal-nara-for-mig"))
                .extracting(Analysis::version, Analysis::writtenBy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "Bo"), org.assertj.core.groups.Tuple.tuple(1, "Anna"));
        assertThatThrownBy(() -> jdbc.sql("delete from reports.analysis").update())
                .hasMessageContaining("may not be changed");
    }

    @Test
    void writesNoVersionWhenNothingChanged() {
        reports.save(ANNA, year, "inledning", 0, "Samma");
        assertThat(reports.save(BO, year, "inledning", 0, " Samma\r\n")).isInstanceOf(Saving.Unchanged.class);
        assertThat(reports.listVersions(year, "inledning")).hasSize(1);
    }

    @Test
    void refusesToFreezeOtherFiguresThanThoseLookedAt() throws IOException {
        importValues("U20462 0020 " + year + " T 3366.4");
        long looked = latest();
        importValues("U20462 0020 " + year + " T 3366.5");
        assertThatThrownBy(() -> reports.freeze(ANNA, year, looked))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("REP-005"));
        assertThat(reports.get(year)).isInstanceOf(AnnualReport.Draft.class);
    }

    @Test
    void refusesTextThatCannotBePrintedOrIsTooLong() {
        assertThatThrownBy(() -> reports.save(ANNA, year, "inledning", 0, "😀"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("REP-007"));
        assertThatThrownBy(() -> reports.save(ANNA, year, "inledning", 0, "a".repeat(Analysis.LONGEST + 1)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("REP-003"));
    }

    @Test
    void writesInTheAuditLogWithTheChange() throws IOException {
        importValues("U20462 0020 " + year + " T 3366.4");
        reports.save(ANNA, year, "inledning", 0, "Text");
        reports.freeze(BO, year, latest());
        assertThat(jdbc.sql(
                                "select act || ' ' || actor_name from access.audit_entry where subject like :subject order by seq")
                        .param("subject", "report/" + year + "%")
                        .query(String.class)
                        .list())
                .containsExactly("report.analysis-written Anna", "report.frozen Bo");
    }

    @Test
    @Proves({"R163", "R164", "R165", "R167"})
    void holdsEveryPartOfTheOutlineAndWhoHasNotReported() throws IOException {
        importValues("U20462 0020 " + year + " T 3366.4", "U20462 0020 " + (year + 1) + " T 1.0");
        Report report = reports.read(year);
        assertThat(report.sections())
                .extracting(Report.Section::number)
                .containsExactly(
                        "", "", "1", "2", "3", "4", "4.1", "4.2", "4.3", "4.4", "4.5", "5", "6", "7", "8", "9", "A",
                        "B", "C", "D", "E");
        assertThat(report.sections())
                .allSatisfy(section ->
                        assertThat(section.blocks()).as(section.title()).isNotEmpty());
        PdfPages pages = PdfPages.of(ReportPdfTests.pdf(report), report);
        pages.haveNoTextBelowTenPoints();
        pages.endInNoHeading();
        pages.areFilledToFortyPercent();
        String json = ReportJson.write(report);
        assertThat(json).contains("Malung-Sälen", "Region Dalarna", "Inte rapporterat");
        // A report about a year knows nothing of the next.
        assertThat(json).contains("3\u00a0366,4").doesNotContain("\"header\":\"" + (year + 1) + "\"");
        assertThat(review.findings(reports.material(year), reports.slots(year)))
                .extracting(AnnualReview.Finding::title)
                .anyMatch(title -> title.startsWith("16 huvudmän"))
                .anyMatch(title -> title.endsWith("saknar analys"))
                .anyMatch(title -> title.endsWith("behöver verifieras"));
    }

    private long latest() {
        return indicators.findLatestVintage().orElseThrow().number();
    }

    private List<byte[]> forms() {
        return Arrays.stream(Format.values())
                .map(format -> {
                    try {
                        ByteArrayOutputStream out = new ByteArrayOutputStream();
                        reports.write(year, format, out);
                        return out.toByteArray();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList();
    }

    /** @param rows {@code indicator area year sex value}, then maybe a status */
    private void importValues(String... rows) throws IOException {
        String values = Arrays.stream(rows)
                .map(row -> row.split(" "))
                .map(part -> """
                        {"kpi":"%s","municipality":"%s","period":%s,"values":[{"gender":"%s","count":1,"status":"%s","value":%s,"isdeleted":false}]}""".formatted(
                                part[0],
                                part[1],
                                part[2],
                                part[3],
                                part.length > 5 ? part[5] : "",
                                part[4].equals("-") ? "null" : part[4]))
                .collect(Collectors.joining(","));
        Path file = Files.writeString(
                Files.createTempFile(folder, "v3-", ".json"),
                "{\"values\":[" + values + "],\"count\":" + rows.length + ",\"next_url\":null,\"previous_url\":null}");
        kolada.run(
                ANNA,
                new ImportRequest.Files(List.of(file), List.of(), List.of(), LocalDate.of(2026, 3, 23)),
                note -> {});
    }

    private static CurrentUser lead(String name) {
        return new CurrentUser(
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                name,
                name + "@example.org",
                List.of(new CurrentUser.Grant(Role.REGIONAL_LEAD, null)));
    }
}
