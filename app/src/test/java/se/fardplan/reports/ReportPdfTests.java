package se.fardplan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import se.fardplan.Proves;

/** The PDF: accessible, fit for the archive, and set without an ugly page. */
class ReportPdfTests {

    private static final byte[] PDF = pdf(SampleReport.of(12, 16));

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFUA_1", "PDFA_3_A", "PDFA_3_U"})
    @Proves({"R165"})
    void followsTheStandard(PDFAFlavour flavour) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(PDF), flavour)) {
            ValidationResult result = Foundries.defaultInstance()
                    .createValidator(flavour, 20, false, false, false)
                    .validate(parser);
            assertThat(result.getTestAssertions()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @Test
    void saysInSwedishWhatItIs() throws Exception {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("sv");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Årsrapport 2025");
            assertThat(document.getDocumentCatalog().getDocumentOutline().children())
                    .hasSize(12);
        }
    }

    @Test
    void keepsEveryLetterWhenTextIsTakenOut() throws Exception {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            String text = new PDFTextStripper().getText(document).replace('\u00a0', ' ');
            assertThat(text).contains("efter", "3 366,4", "−68,0", "Förbättras");
            assertThat(text).doesNotContain("#");
        }
    }

    @Test
    void givesTheSameBytesForTheSameReport() {
        assertThat(pdf(SampleReport.of(12, 16))).isEqualTo(PDF);
    }

    @Test
    void marksDraftAndExempeldataOnEveryPage() throws Exception {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("Utkast", "Exempeldata");
            }
        }
    }

    static byte[] pdf(Report report) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ReportPdf.write(report, SampleReport.DAY, out);
            return out.toByteArray();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
