package se.fardplan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.access.Role;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.plans.Plan;
import se.fardplan.plans.Plans;
import se.fardplan.plans.Shape;
import se.fardplan.writing.PageCount;
import se.fardplan.writing.Passage;
import se.fardplan.writing.PlanDocument;
import se.fardplan.writing.Writing;
import se.fardplan.writing.WritingDemos;

/** The demo's regional plan on paper: four pages beside its cover, for everyone to read. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=plan-paper")
class PlanPaperPagesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final double MILLIMETRE = 72 / 25.4;

    @Autowired
    CountyLoader counties;

    @Autowired
    ApplicationContext spring;

    @Autowired
    JdbcClient rows;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Plans plans;

    @Autowired
    Writing writing;

    @Autowired
    PlanComposer composer;

    @Autowired
    PlanPaper paper;

    @Autowired
    MockMvcTester pages;

    private PlanDocument document = null;

    @BeforeEach
    void fill() {
        counties.ensureLoaded("dalarna", true);
        if (rows.sql("select count(*) from plans.plan").query(Integer.class).single() == 0) {
            transaction.executeWithoutResult(status -> WritingDemos.fill(spring, DAY));
        }
        java.util.UUID id = rows.sql("select id from plans.plan where shape = :shape")
                .param("shape", Shape.REGIONAL.name())
                .query(java.util.UUID.class)
                .single();
        Plan plan = plans.read(
                        id,
                        new se.fardplan.access.CurrentUser(
                                id,
                                "Rut",
                                "",
                                List.of(new se.fardplan.access.CurrentUser.Grant(Role.REGIONAL_LEAD, null))))
                .orElseThrow();
        document = writing.find(plan).orElseThrow();
    }

    @Test
    @Proves({"R105", "R106", "R108", "R104"})
    void standsOnFourPagesBesideItsCover() throws Exception {
        byte[] pdf = pdf(document);
        Path kept = Path.of("target", "plan-paper.pdf");
        Files.write(kept, pdf);
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isEqualTo(5);
            PDFTextStripper cover = new PDFTextStripper();
            cover.setEndPage(1);
            assertThat(cover.getText(read)).contains("Avsändare: Länschefsnätverket", "2026–2030", "Utkast");
            String text = new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
            assertThat(text)
                    .containsSubsequence(
                            "Syfte",
                            "Mål",
                            "Prioriteringar i samverkan och länsgemensamma aktiviteter för sköra äldre",
                            "1.1 Prioriterat insatsområde 1 sköra äldre och aktiviteter",
                            "1.2 Prioriterat insatsområde 2 sköra äldre och aktiviteter",
                            "1.3 Prioriterat insatsområde 3 sköra äldre och aktiviteter",
                            "Uppföljning")
                    .doesNotContain("#", "Bokmärket");
        }
        assertThat(paper.measure(document)).isEqualTo(new PageCount.Length(4, 0));
    }

    /** A fifth page is told of before anyone prints, and is there when one does. */
    @Test
    @Proves("R105")
    void tellsOfAFifthPage() throws Exception {
        Map<String, Passage> longer = new HashMap<>(document.passages());
        Passage passage = longer.get("uppfoljning");
        longer.put(
                "uppfoljning",
                new Passage(
                        passage.name(),
                        (passage.text() + "\n\n").repeat(4),
                        passage.goals(),
                        passage.needs(),
                        passage.evidence(),
                        passage.because()));
        PlanDocument five = new PlanDocument(
                document.plan(),
                document.template(),
                document.frame(),
                document.edition(),
                longer,
                document.activities(),
                document.placements(),
                document.reviews(),
                document.initiatives());
        PageCount.Length length = paper.measure(five);
        assertThat(length.pages()).isEqualTo(5);
        assertThat(length.linesOver()).isBetween(1, 60);
        try (PDDocument read = Loader.loadPDF(pdf(five))) {
            assertThat(read.getNumberOfPages()).isEqualTo(6);
        }
    }

    @Test
    @Proves("R105")
    void hasNoTextUnderTenAndAHalfPointsAndTwentyMillimetresOfMargin() throws Exception {
        List<TextPosition> letters = new ArrayList<>();
        try (PDDocument read = Loader.loadPDF(pdf(document))) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition position) {
                    letters.add(position);
                    super.processTextPosition(position);
                }
            }.getText(read);
        }
        assertThat(letters).isNotEmpty().allSatisfy(letter -> {
            assertThat(letter.getFontSize()).isGreaterThanOrEqualTo(10.49f);
            assertThat((double) letter.getXDirAdj()).isGreaterThanOrEqualTo(20 * MILLIMETRE);
            assertThat(letter.getXDirAdj() + letter.getWidthDirAdj())
                    .isLessThanOrEqualTo((float) ((210 - 20) * MILLIMETRE));
        });
    }

    @Test
    void followsTheStandardsForAccessibilityAndArchive() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        byte[] pdf = pdf(document);
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour)) {
                ValidationResult result = Foundries.defaultInstance()
                        .createValidator(flavour, 20, false, false, false)
                        .validate(parser);
                assertThat(result.getTestAssertions()).isEmpty();
                assertThat(result.isCompliant()).isTrue();
            }
        }
    }

    @Test
    void hasRealHeadingsInWord() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportWord.write(composer.compose(document), DAY, out);
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(word.getParagraphs().stream()
                            .filter(paragraph -> paragraph.getStyle() != null
                                    && paragraph.getStyle().startsWith("Heading"))
                            .map(XWPFParagraph::getText))
                    .contains(
                            "Syfte",
                            "Mål",
                            "1.1 Prioriterat insatsområde 1 sköra äldre och aktiviteter",
                            "Uppföljning");
            assertThat(word.getTables()).hasSizeGreaterThanOrEqualTo(4);
        }
    }

    /** On the demo's day: accounted for, not decided, and being agreed to. */
    @Test
    @Proves({"R86", "R67", "R99", "R103"})
    void standsWhereItHadComeOnTheDemosDay() {
        assertThat(pages.get().uri(document.plan().href() + "/text")).hasStatus(404);
        assertThat(pages.get().uri(document.plan().href() + "/text").with(Someone.as(Role.REGIONAL_LEAD)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Planen blir 4 sidor av högst 4",
                        "Har deltagit i samråd",
                        "Har informerats",
                        "Har inte behandlat planen än",
                        "Lägg in och välj minst ett beslut som systemledningen har fattat",
                        "strategin gäller bara till 1 januari 2030",
                        "SPAK");
        assertThat(document.plan().parties().stream().filter(party -> party.agreed() != null))
                .hasSize(6)
                .allSatisfy(party -> assertThat(party.agreed()).isBefore(DAY));
    }

    private byte[] pdf(PlanDocument plan) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportPdf.write(composer.compose(plan), DAY, out);
        return out.toByteArray();
    }
}
