package se.fardplan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import se.fardplan.Proves;

/** How the PDF's pages are set, measured on the finished file. */
@Proves("R165")
class ReportLayoutTests {

    /** Where the running head ends and the running foot begins, in points from the top. */
    private static final double TOP = 120 * 0.75;

    private static final double BOTTOM = (1123 - 88) * 0.75;

    private static final List<Page> PAGES = pages(ReportPdfTests.pdf(SampleReport.of(12, 16)));

    /** @param lines what stands between head and foot, from the top */
    private record Page(int number, List<Line> lines, double smallest, boolean startsPart) {}

    private record Line(double y, String text, boolean heading) {}

    @Test
    void writesNothingSmallerThanTenPoints() {
        assertThat(PAGES)
                .allSatisfy(page ->
                        assertThat(page.smallest()).as("page %d", page.number()).isGreaterThanOrEqualTo(10.0));
    }

    @Test
    void leavesNoHeadingLastOnAPage() {
        assertThat(PAGES.subList(1, PAGES.size()))
                .allSatisfy(page -> assertThat(page.lines().getLast().heading())
                        .as(
                                "page %d ends in \"%s\"",
                                page.number(), page.lines().getLast().text())
                        .isFalse());
    }

    @Test
    void fillsEveryPageToFortyPercentButAPartsLast() {
        for (int at = 2; at < PAGES.size() - 1; at++) {
            if (!PAGES.get(at + 1).startsPart()) {
                double filled = (PAGES.get(at).lines().getLast().y() - TOP) / (BOTTOM - TOP);
                assertThat(filled).as("page %d", PAGES.get(at).number()).isGreaterThanOrEqualTo(0.4);
            }
        }
    }

    @Test
    void hasEveryLetterOfTheMessagesInItsFonts() throws IOException {
        for (String file : List.of("annual", "reports", "strategy", "indicators")) {
            Properties messages = new Properties();
            try (InputStream in = ReportLayoutTests.class.getResourceAsStream("/messages/" + file + ".properties")) {
                messages.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
            }
            assertThat(ReportGlyphs.missing(String.join(
                            "", messages.values().stream().map(Object::toString).toList())))
                    .as(file)
                    .isEmpty();
        }
    }

    @Test
    void namesTheFormOfEveryJudgement() throws IOException {
        Properties messages = new Properties();
        try (InputStream in = ReportLayoutTests.class.getResourceAsStream("/messages/annual.properties")) {
            messages.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(se.fardplan.charts.Glyph.values())
                .allSatisfy(glyph -> assertThat(messages).containsKey("annual.form." + glyph));
    }

    @Test
    void knowsWhichLettersItLacks() {
        assertThat(ReportGlyphs.missing("Ålder 80 år – ”hemma” 3\u00a0366,4 −2\n• \u2026"))
                .isEmpty();
        assertThat(ReportGlyphs.missing("bra 😀 och 漢")).isEqualTo("😀 漢");
    }

    private static List<Page> pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<Page> pages = new ArrayList<>();
            for (int number = 1; number <= document.getNumberOfPages(); number++) {
                pages.add(page(document, number));
            }
            return pages;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Page page(PDDocument document, int number) throws IOException {
        TreeMap<Double, List<TextPosition>> rows = new TreeMap<>();
        List<Double> sizes = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                for (TextPosition position : positions) {
                    sizes.add((double) position.getYScale());
                    double y = Math.round(position.getYDirAdj());
                    if (y > TOP && y < BOTTOM) {
                        rows.computeIfAbsent(y, unused -> new ArrayList<>()).add(position);
                    }
                }
            }
        };
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        stripper.writeText(document, new StringWriter());
        List<Line> lines = rows.entrySet().stream()
                .map(row -> line(row.getKey(), row.getValue()))
                .toList();
        boolean startsPart = !lines.isEmpty()
                && List.of("1 Inledning", "A Nyckeltalen", "Läget i länet")
                        .contains(lines.getFirst().text());
        return new Page(
                number, lines, sizes.stream().min(Comparator.naturalOrder()).orElse(99.0), startsPart);
    }

    private static Line line(double y, List<TextPosition> positions) {
        StringBuilder text = new StringBuilder();
        positions.forEach(position -> text.append(position.getUnicode()));
        String font = positions.getFirst().getFont().getName();
        boolean heading = font.contains("SourceSerif")
                || (font.contains("Bold") && positions.getFirst().getYScale() > 13);
        return new Line(y, text.toString().strip(), heading);
    }
}
