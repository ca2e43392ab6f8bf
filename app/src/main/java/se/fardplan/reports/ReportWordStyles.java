package se.fardplan.reports;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabTlc;

/** How the Word document looks (formatmallar): the report's own styles, in Swedish. */
final class ReportWordStyles {

    static final String INK = "1B2630";
    static final String QUIET = "48545F";
    private static final String SILJAN = "134B6E";
    private static final String RULE = "D9D5CA";
    private static final String SANS = "Source Sans 3";
    private static final String SERIF = "Source Serif 4";

    private final XWPFDocument document;
    private final XWPFStyles styles;

    ReportWordStyles(XWPFDocument document) {
        this.document = document;
        this.styles = document.createStyles();
        styles.setSpellingLanguage("sv-SE");
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(SANS);
        fonts.setHAnsi(SANS);
        fonts.setCs(SANS);
        styles.setDefaultFonts(fonts);
        add(new Look("Normal", "Normal", 12, false, INK, 0, 120));
        heading("Heading1", "heading 1", 24, 360, 0);
        heading("Heading2", "heading 2", 18, 280, 1);
        heading("Heading3", "heading 3", 14, 200, 2);
        add(new Look("Title", "Title", 42, true, INK, 1200, 200).serif());
        add(new Look("Subtitle", "Subtitle", 17, false, INK, 0, 300));
        add(new Look("Cover", "Omslag", 16, true, SILJAN, 0, 600).serif());
        add(new Look("Stamp", "Märke", 14, true, "8F450A", 0, 120));
        add(new Look("Strong", "Utgivare", 12, true, INK, 400, 0));
        add(new Look("Lead", "Ingress", 14, false, INK, 0, 180));
        add(new Look("Quiet", "Bitext", 12, false, QUIET, 0, 120));
        add(new Look("Source", "Källa", 10.5, false, QUIET, 40, 240));
        add(new Look("Measure", "Mått", 12, false, QUIET, 0, 60).kept());
        add(new Look("FigureTitle", "Figurrubrik", 15, true, INK, 240, 20)
                .serif()
                .kept());
        add(new Look("TableCaption", "Tabellrubrik", 12, true, INK, 120, 60).kept());
        add(new Look("Picture", "Bild", 12, false, INK, 40, 80).kept());
        add(new Look("NoteTitle", "Notisrubrik", 12, true, SILJAN, 160, 0).kept());
        add(new Look("Note", "Notis", 12, false, INK, 0, 200));
        add(new Look("Cell", "Cell", 11.5, false, INK, 40, 40));
        add(new Look("CellDense", "Cell, tät", 10.5, false, INK, 40, 40));
        add(new Look("ListParagraph", "List Paragraph", 12, false, INK, 0, 60));
        add(new Look("ContentsHeading", "TOC Heading", 24, true, INK, 0, 200).serif());
        add(new Look("ContentsPart", "Innehållsdel", 12, true, INK, 200, 60).kept());
        add(new Look("TOC1", "toc 1", 12, false, INK, 0, 60));
        add(new Look("TOC2", "toc 2", 12, false, INK, 0, 60).indented());
    }

    /**
     * A style's looks.
     *
     * @param size in points
     * @param before space above, in twentieths of a point; {@code after} likewise
     */
    private record Look(
            String id,
            String name,
            double size,
            boolean bold,
            String color,
            int before,
            int after,
            boolean isSerif,
            boolean isKept,
            int indent) {

        Look(String id, String name, double size, boolean bold, String color, int before, int after) {
            this(id, name, size, bold, color, before, after, false, false, 0);
        }

        Look serif() {
            return new Look(id, name, size, bold, color, before, after, true, isKept, indent);
        }

        Look kept() {
            return new Look(id, name, size, bold, color, before, after, isSerif, true, indent);
        }

        Look indented() {
            return new Look(id, name, size, bold, color, before, after, isSerif, isKept, 340);
        }
    }

    private void heading(String id, String name, int size, int before, int outline) {
        CTStyle style =
                add(new Look(id, name, size, true, INK, before, 120).serif().kept());
        style.getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
    }

    /** Dots to a page number at the right margin; LibreOffice reads them on the line, not in its style. */
    static void leader(XWPFParagraph line) {
        CTTabStop stop = line.getCTP().getPPr().addNewTabs().addNewTab();
        stop.setVal(STTabJc.RIGHT);
        stop.setLeader(STTabTlc.DOT);
        stop.setPos(BigInteger.valueOf(ReportWord.TEXT_WIDTH));
    }

    private CTStyle add(Look look) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(look.id());
        style.addNewName().setVal(look.name());
        style.setType(STStyleType.PARAGRAPH);
        if (look.id().equals("Normal")) {
            style.setDefault(true);
        } else {
            style.addNewBasedOn().setVal("Normal");
            style.addNewNext().setVal("Normal");
        }
        style.addNewQFormat();
        CTPPrGeneral paragraph = style.addNewPPr();
        if (look.isKept()) {
            paragraph.addNewKeepNext();
        }
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(look.before()));
        spacing.setAfter(BigInteger.valueOf(look.after()));
        if (look.indent() > 0) {
            paragraph.addNewInd().setLeft(BigInteger.valueOf(look.indent()));
        }
        CTRPr run = style.addNewRPr();
        CTFonts fonts = run.addNewRFonts();
        fonts.setAscii(look.isSerif() ? SERIF : SANS);
        fonts.setHAnsi(look.isSerif() ? SERIF : SANS);
        if (look.bold()) {
            run.addNewB();
        }
        run.addNewColor().setVal(look.color());
        run.addNewSz().setVal(BigInteger.valueOf(Math.round(look.size() * 2)));
        styles.addStyle(new XWPFStyle(style));
        return styles.getStyle(look.id()).getCTStyle();
    }

    /** Hairlines between rows, a heavier one under the header. */
    void table(XWPFTable table) {
        table.setTopBorder(XWPFBorderType.SINGLE, 4, 0, INK);
        table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, RULE);
        table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, RULE);
        table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, RULE);
        table.setLeftBorder(XWPFBorderType.NONE, 0, 0, RULE);
        table.setRightBorder(XWPFBorderType.NONE, 0, 0, RULE);
    }

    /** A new list, which begins at 1 where it is numbered. */
    BigInteger list(boolean numbered) {
        XWPFNumbering numbering =
                document.getNumbering() == null ? document.createNumbering() : document.getNumbering();
        CTAbstractNum kind = CTAbstractNum.Factory.newInstance();
        kind.setAbstractNumId(BigInteger.valueOf(numbering.getAbstractNums().size()));
        CTLvl level = kind.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(numbered ? STNumberFormat.DECIMAL : STNumberFormat.BULLET);
        level.addNewLvlText().setVal(numbered ? "%1." : "•");
        var indent = level.addNewPPr().addNewInd();
        indent.setLeft(BigInteger.valueOf(400));
        indent.setHanging(BigInteger.valueOf(300));
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(kind)));
    }

    /** Header with the title, footer with {@code running} and the page number. */
    void frame(CTSectPr section, String running, String title) {
        XWPFHeader header = document.createHeader(HeaderFooterType.DEFAULT);
        write(header.createParagraph(), title);
        XWPFFooter footer = document.createFooter(HeaderFooterType.DEFAULT);
        write(footer.createParagraph(), running);
        XWPFParagraph number = footer.createParagraph();
        number.setAlignment(ParagraphAlignment.RIGHT);
        number.setStyle("Quiet");
        number.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    private static void write(XWPFParagraph paragraph, String text) {
        paragraph.setStyle("Quiet");
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(10.5);
    }
}
