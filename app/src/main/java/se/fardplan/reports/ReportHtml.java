package se.fardplan.reports;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.fardplan.charts.Glyph;
import se.fardplan.reports.ReportBlock.Column;
import se.fardplan.reports.ReportBlock.Note;
import se.fardplan.reports.ReportBlock.Paragraph;
import se.fardplan.reports.ReportBlock.Table;

/** A report as HTML: a file that needs nothing else, and the XHTML that becomes the PDF (webbsida). */
final class ReportHtml {

    /** A table with more columns than this is set tighter. */
    private static final int ROOMY_COLUMNS = 5;

    /** What a figure can be taken away as. */
    static final List<String> FILES = List.of("svg", "xlsx", "csv");

    private static final int GLYPH_SIDE = 20;

    /** A figure's drawing in the PDF, in px, beside its judgements. */
    static final int DRAWING_WIDTH = 482;

    /** A date such as 2026-11-22, or a range such as 70,1–76,4. */
    static final Pattern UNBROKEN =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d[\\d\u00a0,]*–[\u2212]?\\d(?:[\\d\u00a0,]*\\d)?");

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, ReportHtml.class.getClassLoader(), "se.fardplan");

    private static final String SCREEN_CSS =
            faces() + resource("/reports/report-alone.css") + resource("/static/report.css");
    private static final String PRINT_CSS = resource("/reports/report-print.css") + shares();

    private static final String PLAN_CSS = resource("/reports/plan-print.css");

    private ReportHtml() {}

    /** One file with its fonts and style within; the same bytes for the same report. */
    static String standalone(Report report) {
        return render(report, SCREEN_CSS, false);
    }

    /** Well-formed XHTML for the PDF. */
    static String print(Report report) {
        return render(report, report.hasContents() ? PRINT_CSS : PRINT_CSS + PLAN_CSS, true);
    }

    private static String render(Report report, String css, boolean print) {
        StringOutput html = new StringOutput(1 << 20);
        TEMPLATES.render("reports/reportdocument.jte", Map.of("report", report, "css", css, "print", print), html);
        return html.toString();
    }

    static String voice(Paragraph paragraph) {
        return "voice-" + paragraph.voice().name().toLowerCase(Locale.ROOT);
    }

    /** The content as a part of a page; {@code files} is where its figures can be taken away. */
    static String body(Report report, String files) {
        StringOutput html = new StringOutput(1 << 20);
        TEMPLATES.render("reports/reportbody.jte", Map.of("report", report, "print", false, "files", files), html);
        return html.toString();
    }

    static String word(Glyph glyph) {
        return "word glyph-" + glyph.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * A judgement's shape, empty where there is none.
     *
     * <p>On a page the word beside it says all; in a PDF every picture must be named, so there it tells its shape.
     */
    static String form(@Nullable Glyph glyph, Report report, boolean print) {
        if (glyph == null) {
            return "";
        }
        String svg = glyph.svg(GLYPH_SIDE);
        return print
                ? svg.replace(
                        "alt=\"\"",
                        "alt=\"%s\"".formatted(report.words().forms().get(glyph)))
                : svg;
    }

    /** Text as it stands, with dates and ranges of numbers kept on one line. */
    static Content text(String text) {
        return output -> {
            Matcher unbroken = UNBROKEN.matcher(text);
            int from = 0;
            while (unbroken.find()) {
                Escape.htmlContent(text.substring(from, unbroken.start()), output);
                output.writeContent("<span class=\"nowrap\">" + unbroken.group() + "</span>");
                from = unbroken.end();
            }
            Escape.htmlContent(text.substring(from), output);
        };
    }

    static String note(Note note) {
        return "note note-" + note.tone().name().toLowerCase(Locale.ROOT);
    }

    static String density(Table table) {
        return table.columns().size() > ROOMY_COLUMNS ? "data dense" : "data";
    }

    /** The column's width in whole percent. */
    static int percent(Table table, Column column) {
        int all = table.columns().stream().mapToInt(Column::share).sum();
        return Math.max(1, column.share() * 100 / all);
    }

    private static String shares() {
        return IntStream.rangeClosed(1, 100)
                .mapToObj(percent -> "col.share-%d{width:%d%%}".formatted(percent, percent))
                .collect(Collectors.joining());
    }

    private static String faces() {
        return face("Source Sans 3", "200 900", "source-sans-3-latin-wght-normal.woff2")
                + face("Source Serif 4", "200 900", "source-serif-4-latin-opsz-normal.woff2");
    }

    private static String face(String family, String weights, String file) {
        return "@font-face{font-family:'%s';font-weight:%s;src:url(data:font/woff2;base64,%s) format('woff2')}\n"
                .formatted(family, weights, Base64.getEncoder().encodeToString(bytes("/static/vendor/" + file)));
    }

    private static String resource(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String path) {
        try (InputStream in = ReportHtml.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + path, e);
        }
    }
}
