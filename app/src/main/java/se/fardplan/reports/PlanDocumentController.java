package se.fardplan.reports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.fardplan.NotFound;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.plans.Plans;
import se.fardplan.writing.PlanDocument;
import se.fardplan.writing.Writing;

/** A plan to take away: a web page in one file, PDF or Word. */
@Controller
class PlanDocumentController {

    private final Plans plans;
    private final Writing writing;
    private final PlanComposer composer;

    PlanDocumentController(Plans plans, Writing writing, PlanComposer composer) {
        this.plans = plans;
        this.writing = writing;
        this.composer = composer;
    }

    @Open
    @GetMapping("/planera/planer/{id}/dokument.{format:html|pdf|docx}")
    void file(
            @PathVariable UUID id,
            @PathVariable String format,
            @Nullable CurrentUser reader,
            HttpServletResponse response)
            throws IOException {
        PlanDocument document =
                plans.read(id, reader).flatMap(writing::find).orElseThrow(() -> new NotFound("plan " + id));
        Report report = composer.compose(document);
        AnnualReports.Format form = AnnualReports.Format.valueOf(format.toUpperCase(Locale.ROOT));
        LocalDate day = document.plan().from();
        response.setContentType(form.mediaType());
        // An attachment: the file brings its own style, which the pages' security policy would stop.
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"plan%s.%s\""
                        .formatted(document.plan().state().isPublic() ? "" : "-utkast", format));
        try (OutputStream out = new BufferedOutputStream(response.getOutputStream())) {
            switch (form) {
                case HTML -> out.write(ReportHtml.standalone(report).getBytes(StandardCharsets.UTF_8));
                case PDF -> ReportPdf.write(report, day, out);
                case DOCX -> ReportWord.write(report, day, out);
            }
        }
    }
}
