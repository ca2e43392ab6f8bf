package se.fardplan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A finished PDF's pages, measured: what stands where, how large, and how full each page is. */
final class PdfPages {

    /** Where the running head ends and the running foot begins, in points from the top. */
    private static final double TOP = 100 * 0.75;

    private static final double BOTTOM = (1123 - 76) * 0.75;

    private final List<Page> pages;
    private final List<Table> tables;
    private final List<String> partStarts;
    private final List<String> tableStarts;

    private PdfPages(List<Page> pages, List<Table> tables, List<String> partStarts, List<String> tableStarts) {
        this.pages = pages;
        this.tables = tables;
        this.partStarts = partStarts;
        this.tableStarts = tableStarts;
    }

    /** @param pdf made from {@code report} */
    static PdfPages of(byte[] pdf, Report report) {
        return new PdfPages(
                pages(pdf),
                tables(pdf),
                report.parts().stream()
                        .map(part -> part.sections().getFirst().heading())
                        .toList(),
                report.sections().stream()
                        .flatMap(section -> section.blocks().stream())
                        .filter(ReportBlock.Table.class::isInstance)
                        .map(block ->
                                ((ReportBlock.Table) block).columns().getFirst().header())
                        .toList());
    }

    /** @param lines what stands between head and foot, from the top */
    record Page(int number, List<Line> lines, double smallest) {}

    record Line(double y, String text, boolean heading) {}

    /** @param rows for each row the pages, by index, that hold something of it */
    record Table(List<Set<Integer>> rows) {

        Set<Integer> pages() {
            return rows.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        }
    }

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

    /** A header row that is written again on the next page counts as one row there. */
    void splitNoRow() {
        assertThat(tables)
                .isNotEmpty()
                .allSatisfy(
                        table -> assertThat(table.rows().subList(1, table.rows().size()))
                                .allSatisfy(row -> assertThat(row).hasSize(1)));
    }

    void repeatTheHeaderRow() {
        List<Table> broken =
                tables.stream().filter(table -> table.pages().size() > 1).toList();
        assertThat(broken)
                .isNotEmpty()
                .allSatisfy(table -> assertThat(table.rows().getFirst()).isEqualTo(table.pages()));
        assertThat(broken)
                .allSatisfy(table -> assertThat(table.pages().stream()
                                .skip(1)
                                .map(at -> pages.get(at).lines().getFirst().text()))
                        .allSatisfy(first -> assertThat(tableStarts).anyMatch(first::startsWith)));
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

    /** Every table as the tags tell it, running heads and feet aside: they are no content. */
    private static List<Table> tables(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<Table> tables = new ArrayList<>();
            find(document.getDocumentCatalog().getStructureTreeRoot(), "Table", element -> {
                List<Set<Integer>> rows = new ArrayList<>();
                find(element, "TR", row -> {
                    Set<Integer> held = new TreeSet<>();
                    hold(row, document, held);
                    rows.add(held);
                });
                tables.add(new Table(rows));
            });
            return tables;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void find(PDStructureNode node, String type, Consumer<PDStructureElement> found) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (type.equals(element.getStructureType())) {
                    found.accept(element);
                }
                find(element, type, found);
            }
        }
    }

    private static void hold(PDStructureElement node, PDDocument document, Set<Integer> pages) {
        for (Object kid : node.getKids()) {
            switch (kid) {
                case PDStructureElement element -> hold(element, document, pages);
                case PDMarkedContentReference content ->
                    pages.add(document.getPages()
                            .indexOf(content.getPage() == null ? node.getPage() : content.getPage()));
                case Integer unused -> pages.add(document.getPages().indexOf(node.getPage()));
                default -> {}
            }
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
        boolean heading = positions.getFirst().getFont().getName().contains("SourceSerif")
                || positions.stream()
                        .allMatch(position -> position.getFont().getName().endsWith("-Bold"));
        return new Line(y, text.toString().strip(), heading);
    }
}
