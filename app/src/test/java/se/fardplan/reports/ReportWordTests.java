package se.fardplan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fardplan.Proves;

/** The Word file: real headings, named pictures, tables that say what their columns are. */
@Proves("R165")
class ReportWordTests {

    private static final Report SAMPLE = SampleReport.of(5, 3);
    private static final byte[] WORD = word();

    /** Dots and a page number. */
    private static final Pattern LEADER = Pattern.compile("\\.{3,}\\s*(\\d+)$");

    @TempDir
    Path folder;

    @Test
    void hasTheReportsHeadingsAsRealHeadings() throws IOException {
        try (XWPFDocument document = open()) {
            assertThat(headings(document))
                    .containsAll(SAMPLE.sections().stream()
                            .map(Report.Section::heading)
                            .toList());
        }
    }

    @Test
    void writesTheContentsInWithLinksThatLeadSomewhere() throws IOException {
        try (XWPFDocument document = open()) {
            List<String> entries = document.getParagraphs().stream()
                    .filter(paragraph -> String.valueOf(paragraph.getStyle()).startsWith("TOC"))
                    .map(XWPFParagraph::getText)
                    .map(String::strip)
                    .toList();
            assertThat(entries)
                    .isEqualTo(SAMPLE.sections().stream()
                            .map(Report.Section::heading)
                            .toList());
            List<String> bookmarks = document.getParagraphs().stream()
                    .flatMap(paragraph -> paragraph.getCTP().getBookmarkStartList().stream())
                    .map(bookmark -> bookmark.getName())
                    .toList();
            assertThat(bookmarks)
                    .isEqualTo(SAMPLE.sections().stream()
                            .map(Report.Section::anchor)
                            .toList());
        }
    }

    @Test
    void namesEveryPicture() throws IOException {
        try (XWPFDocument document = open()) {
            List<String> texts = document.getParagraphs().stream()
                    .flatMap(paragraph -> paragraph.getRuns().stream())
                    .flatMap(run -> run.getCTR().getDrawingList().stream())
                    .flatMap(drawing -> drawing.getInlineList().stream())
                    .map(inline -> inline.getDocPr().getDescr())
                    .toList();
            assertThat(texts)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(text -> assertThat(text).isNotBlank());
        }
    }

    @Test
    void repeatsHeaderRowsAndSplitsNoRow() throws IOException {
        try (XWPFDocument document = open()) {
            assertThat(document.getTables()).isNotEmpty().allSatisfy(ReportWordTests::isWellSet);
        }
    }

    private static void isWellSet(XWPFTable table) {
        assertThat(table.getRow(0).isRepeatHeader()).isTrue();
        assertThat(table.getRows())
                .allSatisfy(row -> assertThat(row.isCantSplitRow()).isTrue());
    }

    @Test
    void isInSwedishAndSaysWhatItIs() throws IOException {
        try (XWPFDocument document = open()) {
            assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo("Årsrapport 2025");
        }
        assertThat(part("word/styles.xml")).contains("w:lang w:val=\"sv-SE\"").contains("Source Sans 3");
    }

    @Test
    void givesTheSameBytesForTheSameReport() {
        assertThat(word()).isEqualTo(WORD);
    }

    @Test
    void countsThePagesOfTheContentsInLibreOffice() throws Exception {
        convert("pdf");
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("rapport.pdf").toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            List<Integer> counted = stripper.getText(pdf)
                    .lines()
                    .map(LEADER::matcher)
                    .filter(Matcher::find)
                    .map(found -> Integer.valueOf(found.group(1)))
                    .toList();
            assertThat(counted).hasSize(SAMPLE.sections().size()).isSorted();
            assertThat(counted.getFirst()).isEqualTo(3);
            assertThat(counted.getLast()).isGreaterThan(6);
        }
    }

    @Test
    void keepsDatesOnOneLine() throws IOException {
        assertThat(part("word/document.xml"))
                .doesNotContain("2026-11-22")
                .contains("2026</w:t><w:noBreakHyphen/><w:t xml:space=\"preserve\">11</w:t>");
    }

    @Test
    void libreOfficeReadsTheSameHeadings() throws Exception {
        convert("html:HTML (StarWriter)");
        String html = Files.readString(folder.resolve("rapport.html")).replaceAll("\\s+", " ");
        List<String> read = Pattern.compile("<h([1-6])[^>]*>(.*?)</h\\1>", java.util.regex.Pattern.CASE_INSENSITIVE)
                .matcher(html)
                .results()
                .map(found -> plain(found.group(2)))
                .filter(text -> !text.isEmpty())
                .toList();
        try (XWPFDocument document = open()) {
            assertThat(read).containsExactlyElementsOf(headings(document));
        }
    }

    private void convert(String form) throws Exception {
        Path file = Files.write(folder.resolve("rapport.docx"), WORD);
        Process soffice = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        form,
                        "--outdir",
                        folder.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        assertThat(soffice.waitFor(180, TimeUnit.SECONDS)).isTrue();
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]+>", "")
                .replace("&nbsp;", "\u00a0")
                .replace("&aring;", "å")
                .replace("&auml;", "ä")
                .replace("&ouml;", "ö")
                .replace("&Aring;", "Å")
                .replace("&amp;", "&")
                .strip();
    }

    private static List<String> headings(XWPFDocument document) {
        return document.getParagraphs().stream()
                .filter(paragraph -> Stream.of("Heading1", "Heading2", "Heading3")
                        .anyMatch(style -> style.equals(paragraph.getStyle())))
                .map(XWPFParagraph::getText)
                .toList();
    }

    private static XWPFDocument open() throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(WORD));
    }

    private static String part(String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(WORD))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no part " + name);
    }

    private static byte[] word() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ReportWord.write(SAMPLE, SampleReport.DAY, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
