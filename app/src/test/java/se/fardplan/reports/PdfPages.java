package se.fardplan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A finished PDF's pages, measured: what stands where, how large, and how full each page is. */
final class PdfPages {

    /** Where the running head ends and the running foot begins, in points from the top. */
    private static final double TOP = 108 * 0.75;

    private static final double BOTTOM = (1123 - 84) * 0.75;

    private final List<Page> pages;
    private final List<String> partStarts;

    private PdfPages(List<Page> pages, List<String> partStarts) {
        this.pages = pages;
        this.partStarts = partStarts;
    }

    /** @param pdf made from {@code report} */
    static PdfPages of(byte[] pdf, Report report) {
        return new PdfPages(
                pages(pdf),
                report.parts().stream()
                        .map(part -> part.sections().getFirst().heading())
                        .toList());
    }

    /** @param lines what stands between head and foot, from the top */
    record Page(int number, List<Line> lines, double smallest) {}

    record Line(double y, String text, boolean heading) {}

    void haveNoTextBelowTenPoints() {
        assertThat(pages)
                .allSatisfy(page ->
                        assertThat(page.smallest()).as("page %d", page.number()).isGreaterThanOrEqualTo(10.0));
    }

    void endInNoHeading() {
        assertThat(pages.subList(1, pages.size()))
                .allSatisfy(page -> assertThat(page.lines().getLast().heading())
                        .as(
                                "page %d ends in \"%s\"",
                                page.number(), page.lines().getLast().text())
                        .isFalse());
    }

    /** Cover and contents aside; a part's last page may be short. */
    void areFilledToFortyPercent() {
        for (int at = 2; at < pages.size() - 1; at++) {
            if (!startsPart(pages.get(at + 1))) {
                double filled = (pages.get(at).lines().getLast().y() - TOP) / (BOTTOM - TOP);
                assertThat(filled).as("page %d", pages.get(at).number()).isGreaterThanOrEqualTo(0.4);
            }
        }
    }

    private boolean startsPart(Page page) {
        String first = page.lines().getFirst().text().replaceAll("\\s+", " ");
        return partStarts.stream().anyMatch(heading -> heading.startsWith(first));
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
        return new Page(
                number, lines, sizes.stream().min(Comparator.naturalOrder()).orElse(99.0));
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
