package se.fardplan.reports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import se.fardplan.Crumb;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.reports.AnnualPages.Line;
import se.fardplan.reports.AnnualReport.Draft;
import se.fardplan.reports.AnnualReport.Frozen;
import se.fardplan.sheets.TakeAway;

/** The reports to read and to take away: open to all once frozen. */
@Controller
class AnnualReportController {

    private final AnnualReports reports;
    private final AnnualChanges changes;
    private final Access access;
    private final Texts texts;

    AnnualReportController(AnnualReports reports, AnnualChanges changes, Access access, Texts texts) {
        this.reports = reports;
        this.changes = changes;
        this.access = access;
        this.texts = texts;
    }

    @Open
    @GetMapping("/arsrapport")
    ModelAndView years(@Nullable CurrentUser reader) {
        List<Line> lines =
                reports.list().stream().map(report -> line(report, reader)).toList();
        return new ModelAndView(
                "reports/annualyears",
                "page",
                new AnnualPages.Years(List.of(new Crumb(texts.of("menu.follow-up"), "/folja-upp")), lines));
    }

    @Open
    @GetMapping("/arsrapport/{year:[0-9]{4}}")
    ModelAndView read(@PathVariable int year, @Nullable CurrentUser reader) {
        AnnualReport report = reports.get(year);
        if (!readable(report, reader)) {
            return new ModelAndView("reports/annualunpublished", "page", new AnnualPages.Unpublished(crumbs(), year));
        }
        Report content = reports.read(year);
        Report.Cut cut = content.vintage();
        return new ModelAndView(
                "reports/annual",
                "page",
                new AnnualPages.Reading(
                        crumbs(),
                        line(report, reader),
                        content.title(),
                        content.subtitle(),
                        cut == null ? texts.of("annual.page.noFigures") : cut.line(),
                        ReportHtml.body(content, "/arsrapport/%d/figur".formatted(year)),
                        content.sections(),
                        report instanceof Frozen frozen ? changes.list(frozen) : List.of(),
                        open(report, reader),
                        reader != null && access.maySomewhere(reader, Act.READ_DRAFTS)));
    }

    @Open
    @GetMapping("/arsrapport/{year:[0-9]{4}}.{format:html|pdf|docx}")
    void file(
            @PathVariable int year,
            @PathVariable String format,
            @Nullable CurrentUser reader,
            HttpServletResponse response)
            throws IOException {
        AnnualReport report = demandReadable(year, reader);
        AnnualReports.Format form = AnnualReports.Format.valueOf(format.toUpperCase(Locale.ROOT));
        response.setContentType(form.mediaType());
        // An attachment: the file brings its own style, which the pages' security policy would stop.
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"arsrapport-%d%s.%s\""
                        .formatted(year, report.published() ? "" : "-utkast", format));
        try (OutputStream out = new BufferedOutputStream(response.getOutputStream())) {
            reports.write(year, form, out);
        }
    }

    @Open
    @GetMapping("/arsrapport/{year:[0-9]{4}}/figur/{anchor:[a-z0-9-]+}.{ending:svg|csv|xlsx}")
    ResponseEntity<byte[]> figure(
            @PathVariable int year,
            @PathVariable String anchor,
            @PathVariable String ending,
            @Nullable CurrentUser reader) {
        demandReadable(year, reader);
        ReportBlock.Figure figure = reports.read(year).sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(ReportBlock.Figure.class::isInstance)
                .map(ReportBlock.Figure.class::cast)
                .filter(one -> one.anchor().equals(anchor))
                .findFirst()
                .orElseThrow(() -> new NotFound("figure " + anchor));
        String name = "arsrapport-%d-%s".formatted(year, anchor);
        return ending.equals("svg")
                ? TakeAway.file(name, ending, figure.drawings().getFirst().svg().getBytes(StandardCharsets.UTF_8))
                : TakeAway.table(ReportSheet.of(figure), name, ending);
    }

    private List<AnnualOutline.Slot> open(AnnualReport report, @Nullable CurrentUser reader) {
        boolean may = reader != null
                && access.may(reader, Act.WRITE_ANALYSIS, null)
                && report.forbids(AnnualReport.Deed.WRITE).isEmpty();
        return may
                ? reports.slots(report.year()).stream()
                        .filter(AnnualOutline.Slot::written)
                        .toList()
                : List.of();
    }

    private AnnualReport demandReadable(int year, @Nullable CurrentUser reader) {
        AnnualReport report = reports.get(year);
        if (!readable(report, reader)) {
            throw new Refusal("REP-006", Integer.toString(year));
        }
        return report;
    }

    private boolean readable(AnnualReport report, @Nullable CurrentUser reader) {
        return report.published() || (reader != null && access.maySomewhere(reader, Act.READ_DRAFTS));
    }

    private Line line(AnnualReport report, @Nullable CurrentUser reader) {
        return switch (report) {
            case Draft draft -> new Line(draft.year(), false, texts.of("annual.page.draft"), readable(draft, reader));
            case Frozen frozen ->
                new Line(
                        frozen.year(),
                        true,
                        texts.of("annual.page.frozen", AnnualDays.day(frozen.frozenAt()), frozen.frozenBy()),
                        true);
        };
    }

    private List<Crumb> crumbs() {
        return List.of(
                new Crumb(texts.of("menu.follow-up"), "/folja-upp"),
                new Crumb(texts.of("annual.page.title"), "/arsrapport"));
    }
}
