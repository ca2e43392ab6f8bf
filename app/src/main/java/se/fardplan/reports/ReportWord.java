package se.fardplan.reports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/** A report as a Word document: real headings, named pictures, tables with header rows. */
final class ReportWord {

    /** A4 in twentieths of a point, and its margins. */
    private static final int PAGE_WIDTH = 11_906;

    private static final int PAGE_HEIGHT = 16_838;
    private static final int MARGIN = 1_134;
    static final int TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN;

    private final Report report;
    private final XWPFDocument document = new XWPFDocument();
    private final ReportWordStyles styles = new ReportWordStyles(document);
    private final ReportWordBlocks blocks;
    private int bookmarks;

    private ReportWord(Report report) {
        this.report = report;
        this.blocks = new ReportWordBlocks(document, styles, report.words());
    }

    /** Writes the document; the same report and day give the same bytes. */
    static void write(Report report, LocalDate day, OutputStream out) throws IOException {
        ReportWord word = new ReportWord(report);
        try (XWPFDocument document = word.document) {
            word.page();
            word.properties(day);
            word.cover();
            if (report.hasContents()) {
                word.contents();
            }
            for (Report.Part part : report.parts()) {
                word.part(part);
            }
            ByteArrayOutputStream packed = new ByteArrayOutputStream(1 << 20);
            document.write(packed);
            repack(packed.toByteArray(), day, out);
        }
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(PAGE_WIDTH));
        size.setH(BigInteger.valueOf(PAGE_HEIGHT));
        CTPageMar margin = section.addNewPgMar();
        margin.setLeft(BigInteger.valueOf(MARGIN));
        margin.setRight(BigInteger.valueOf(MARGIN));
        margin.setTop(BigInteger.valueOf(MARGIN));
        margin.setBottom(BigInteger.valueOf(MARGIN));
        margin.setHeader(BigInteger.valueOf(MARGIN / 2));
        margin.setFooter(BigInteger.valueOf(MARGIN / 2));
        margin.setGutter(BigInteger.ZERO);
        styles.frame(section, running(), report.title());
    }

    /** What stands at the foot of every page. */
    private String running() {
        StringBuilder line = new StringBuilder();
        if (report.draft()) {
            line.append(report.words().draft()).append(" · ");
        }
        if (report.demo()) {
            line.append(report.words().demo()).append(" · ");
        }
        return line.append(report.words().sourceLine()).toString();
    }

    private void properties(LocalDate day) {
        var core = document.getProperties().getCoreProperties();
        Optional<Date> noon = Optional.of(Date.from(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)));
        core.setTitle(report.title());
        core.setSubjectProperty(report.subtitle());
        core.setCreator(report.publisher());
        core.setCreated(noon);
        core.setModified(noon);
        document.getProperties()
                .getExtendedProperties()
                .getUnderlyingProperties()
                .setApplication(report.words().product());
        document.getProperties().getCoreProperties().getUnderlyingProperties().setLanguageProperty("sv-SE");
    }

    private void cover() {
        blocks.text("Cover", report.words().product());
        blocks.text("Title", report.title());
        blocks.text("Subtitle", report.subtitle());
        if (report.draft()) {
            blocks.text("Stamp", report.words().draft());
        }
        if (report.demo()) {
            blocks.text("Stamp", report.words().demo());
        }
        blocks.drawing(report.cover());
        blocks.text("Strong", report.publisher());
        Report.Cut vintage = report.vintage();
        if (vintage != null) {
            blocks.text("Quiet", vintage.line());
        }
    }

    /**
     * The entries are written in, each with a field for its page: a field for all of them would stay empty until someone
     * updates it, and LibreOffice never counts the pages within one.
     */
    private void contents() {
        document.enforceUpdateFields();
        blocks.text("ContentsHeading", report.words().contents()).setPageBreak(true);
        for (Report.Part part : report.parts()) {
            blocks.text("ContentsPart", part.title());
            for (Report.Section section : part.sections()) {
                XWPFParagraph line = blocks.styled("TOC" + section.level());
                ReportWordStyles.leader(line);
                XWPFHyperlinkRun link = line.createHyperlinkRun("#" + section.anchor());
                link.getCTHyperlink().setAnchor(section.anchor());
                link.getCTHyperlink().unsetId();
                link.setText(section.heading());
                link.addTab();
                page(link, section.anchor());
            }
        }
    }

    /** The page that {@code anchor} stands on, which the reader's program counts. */
    private static void page(XWPFHyperlinkRun link, String anchor) {
        CTHyperlink line = link.getCTHyperlink();
        line.addNewR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        line.addNewR().addNewInstrText().setStringValue(" PAGEREF " + anchor + " \\h ");
        line.addNewR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
        line.addNewR().addNewT().setStringValue("");
        line.addNewR().addNewFldChar().setFldCharType(STFldCharType.END);
    }

    private void part(Report.Part part) {
        boolean first = true;
        for (Report.Section section : part.sections()) {
            XWPFParagraph heading = blocks.styled("Heading" + section.level());
            heading.setPageBreak(first);
            CTBookmark start = heading.getCTP().addNewBookmarkStart();
            start.setName(section.anchor());
            start.setId(BigInteger.valueOf(bookmarks));
            heading.createRun().setText(section.heading());
            heading.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(bookmarks++));
            section.blocks().forEach(block -> blocks.block(block, section.level()));
            first = false;
        }
    }

    /** Packs anew with one fixed time on every part, since the packing hour would make each file differ. */
    private static void repack(byte[] packed, LocalDate day, OutputStream out) throws IOException {
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(packed));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(day.atTime(LocalTime.NOON));
                to.putNextEntry(copy);
                from.transferTo(to);
                to.closeEntry();
            }
        }
    }
}
