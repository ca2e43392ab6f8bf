package se.fardplan.reports;

import org.springframework.stereotype.Component;
import se.fardplan.writing.PageCount;
import se.fardplan.writing.PlanDocument;

/** Counts a plan's pages as its PDF would have them (sidräkning). */
@Component
class PlanPaper implements PageCount {

    private final PlanComposer composer;

    PlanPaper(PlanComposer composer) {
        this.composer = composer;
    }

    @Override
    public Length measure(PlanDocument document) {
        return ReportPdf.measure(composer.compose(document), document.template().mostPages());
    }
}
