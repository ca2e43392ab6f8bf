package se.fardplan.reports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import se.fardplan.charts.Glyph;
import se.fardplan.reports.ReportBlock.Bullets;
import se.fardplan.reports.ReportBlock.Cell;
import se.fardplan.reports.ReportBlock.Drawing;
import se.fardplan.reports.ReportBlock.Figure;
import se.fardplan.reports.ReportBlock.Heading;
import se.fardplan.reports.ReportBlock.Judgement;
import se.fardplan.reports.ReportBlock.Judgements;
import se.fardplan.reports.ReportBlock.Note;
import se.fardplan.reports.ReportBlock.Paragraph;
import se.fardplan.reports.ReportBlock.Table;
import se.fardplan.reports.ReportBlock.Voice;

/** The blocks of a report in a Word document, each in its style. */
final class ReportWordBlocks {

    /** Text width in px of 1/96 inch. */
    private static final int TEXT_PX = ReportWord.TEXT_WIDTH / 15;

    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final int GLYPH_PX = 14;
    private static final String BAND = "DCE8EF";
    private static final int ROOMY_COLUMNS = 5;

    private final XWPFDocument document;
    private final ReportWordStyles styles;
    private final Report.Words words;

    ReportWordBlocks(XWPFDocument document, ReportWordStyles styles, Report.Words words) {
        this.document = document;
        this.styles = styles;
        this.words = words;
    }

    void block(ReportBlock block, int level) {
        switch (block) {
            case Heading heading -> text("Heading" + (level + 1), heading.text());
            case Paragraph paragraph -> paragraph(paragraph);
            case Bullets bullets -> bullets(bullets);
            case Table table -> table(table);
            case Figure figure -> figure(figure);
            case Judgements judgements -> judgements.items().forEach(this::judgement);
            case Note note -> note(note);
        }
    }

    private void paragraph(Paragraph paragraph) {
        XWPFParagraph line = text(
                switch (paragraph.voice()) {
                    case PLAIN, AUTOMATIC -> "Normal";
                    case LEAD -> "Lead";
                    case QUIET -> "Quiet";
                },
                paragraph.text());
        if (paragraph.voice() == Voice.AUTOMATIC) {
            XWPFRun mark = line.createRun();
            mark.setText(" " + words.automatic());
            mark.setColor(ReportWordStyles.QUIET);
        }
    }

    private void bullets(Bullets bullets) {
        BigInteger list = styles.list(bullets.numbered());
        for (String item : bullets.items()) {
            text("ListParagraph", item).setNumID(list);
        }
    }

    private void judgement(Judgement judgement) {
        XWPFParagraph line = styled("Normal");
        XWPFRun what = line.createRun();
        what.setText(judgement.label() + ": ");
        what.setColor(ReportWordStyles.QUIET);
        glyph(line, judgement.glyph());
        XWPFRun word = line.createRun();
        word.setBold(true);
        word.setColor(judgement.glyph().colour().substring(1));
        word.setText(" " + judgement.word());
    }

    private void note(Note note) {
        text("NoteTitle", note.title());
        text("Note", note.text());
    }

    private void figure(Figure figure) {
        text("FigureTitle", figure.title());
        text("Measure", figure.measure());
        figure.drawings().forEach(this::drawing);
        figure.judgements().forEach(this::judgement);
        if (figure.band() != null) {
            XWPFParagraph band = styled("Normal");
            XWPFRun swatch = band.createRun();
            swatch.setText("\u00a0\u00a0\u00a0\u00a0\u00a0");
            swatch.getCTR().addNewRPr().addNewShd().setFill(BAND);
            band.createRun().setText(" " + figure.band());
        }
        if (!figure.summary().isEmpty()) {
            text("Normal", figure.summary());
        }
        figure.tables().forEach(this::table);
        text("Source", figure.example() ? figure.source() + " " + words.demo() : figure.source());
    }

    void drawing(Drawing drawing) {
        XWPFParagraph line = styled("Picture");
        int width = Math.min(drawing.width(), TEXT_PX);
        int height = drawing.height() * width / drawing.width();
        picture(line, drawing.svg(), drawing.width(), drawing.height(), width, height, drawing.alt());
    }

    private void glyph(XWPFParagraph line, Glyph glyph) {
        int side = GLYPH_PX * 2;
        picture(
                line,
                glyph.svg(side),
                side,
                side,
                GLYPH_PX,
                GLYPH_PX,
                words.forms().getOrDefault(glyph, ""));
    }

    private void picture(
            XWPFParagraph line, String svg, int fromWidth, int fromHeight, int width, int height, String alt) {
        try {
            byte[] png = ReportPicture.png(svg, fromWidth, fromHeight);
            XWPFRun run = line.createRun();
            run.addPicture(
                    new ByteArrayInputStream(png),
                    PictureType.PNG,
                    "bild.png",
                    Units.pixelToEMU(width),
                    Units.pixelToEMU(height));
            var inline = run.getCTR().getDrawingArray(0).getInlineArray(0);
            inline.getDocPr().setDescr(alt);
            run.getEmbeddedPictures()
                    .getFirst()
                    .getCTPicture()
                    .getNvPicPr()
                    .getCNvPr()
                    .setDescr(alt);
        } catch (InvalidFormatException | IOException e) {
            throw new IllegalStateException("a picture cannot be put into the document", e);
        }
    }

    private void table(Table table) {
        XWPFParagraph caption = text("TableCaption", table.caption());
        caption.setKeepNext(true);
        XWPFTable made =
                document.createTable(table.rows().size() + 1, table.columns().size());
        styles.table(made);
        made.setWidthType(TableWidthType.DXA);
        made.setWidth(ReportWord.TEXT_WIDTH);
        boolean dense = table.columns().size() > ROOMY_COLUMNS;
        XWPFTableRow header = made.getRow(0);
        header.setRepeatHeader(true);
        header.setCantSplitRow(true);
        for (int at = 0; at < table.columns().size(); at++) {
            fill(header.getCell(at), Cell.of(table.columns().get(at).header()), table, at, dense, true);
        }
        for (int row = 0; row < table.rows().size(); row++) {
            XWPFTableRow line = made.getRow(row + 1);
            line.setCantSplitRow(true);
            for (int at = 0; at < table.columns().size(); at++) {
                fill(line.getCell(at), table.rows().get(row).get(at), table, at, dense, at == 0);
            }
        }
        text("Source", table.source());
    }

    private void fill(XWPFTableCell cell, Cell content, Table table, int column, boolean dense, boolean strong) {
        int percent = ReportHtml.percent(table, table.columns().get(column));
        cell.setWidthType(TableWidthType.DXA);
        cell.setWidth(String.valueOf(ReportWord.TEXT_WIDTH * percent / 100));
        XWPFParagraph line = cell.getParagraphArray(0);
        line.setStyle(dense ? "CellDense" : "Cell");
        if (table.columns().get(column).number()) {
            line.setAlignment(ParagraphAlignment.RIGHT);
        }
        if (content.glyph() != null) {
            glyph(line, content.glyph());
            line.createRun().setText(" ");
        }
        XWPFRun run = line.createRun();
        run.setBold(strong);
        write(run, content.text());
    }

    XWPFParagraph text(String style, String text) {
        XWPFParagraph paragraph = styled(style);
        String[] lines = text.split("\n", -1);
        for (int at = 0; at < lines.length; at++) {
            XWPFRun run = paragraph.createRun();
            if (at > 0) {
                run.addBreak(BreakType.TEXT_WRAPPING);
            }
            write(run, lines[at]);
        }
        return paragraph;
    }

    /** Dates with hyphens that no line breaks at. */
    private static void write(XWPFRun run, String text) {
        Matcher date = DATE.matcher(text);
        int from = 0;
        while (date.find()) {
            for (int part = 1; part <= date.groupCount(); part++) {
                run.getCTR().addNewT().setStringValue(text.substring(from, date.end(part)));
                spaced(run);
                if (part < date.groupCount()) {
                    run.getCTR().addNewNoBreakHyphen();
                }
                from = date.end(part) + 1;
            }
            from = date.end();
        }
        run.getCTR().addNewT().setStringValue(text.substring(from));
        spaced(run);
    }

    /** Spaces first and last in a piece of text are part of it. */
    private static void spaced(XWPFRun run) {
        CTText last = run.getCTR().getTArray(run.getCTR().sizeOfTArray() - 1);
        last.setSpace(SpaceAttribute.Space.PRESERVE);
    }

    XWPFParagraph styled(String style) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        return paragraph;
    }
}
