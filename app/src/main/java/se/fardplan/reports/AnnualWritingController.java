package se.fardplan.reports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.fardplan.Crumb;
import se.fardplan.NotFound;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Requires;
import se.fardplan.indicators.Vintage;
import se.fardplan.reports.Analysis.Saving;
import se.fardplan.reports.AnnualOutline.Slot;
import se.fardplan.reports.AnnualPages.Collision;
import se.fardplan.reports.AnnualPages.Version;

/** Writing, checking and freezing a year's report. */
@Controller
class AnnualWritingController {

    private static final String SECTION = "/arsrapport/{year:[0-9]{4}}/avsnitt/{section:[a-z-]+}";

    private final AnnualReports reports;
    private final AnnualReview review;
    private final Access access;
    private final Texts texts;

    AnnualWritingController(AnnualReports reports, AnnualReview review, Access access, Texts texts) {
        this.reports = reports;
        this.review = review;
        this.access = access;
        this.texts = texts;
    }

    @Requires(Act.READ_DRAFTS)
    @GetMapping(SECTION)
    ModelAndView write(
            CurrentUser user,
            @PathVariable int year,
            @PathVariable String section,
            @RequestParam(name = "sparat", required = false) @Nullable String saved) {
        Analysis text = reports.getText(year, section);
        return writing(user, year, slot(year, section), text, text.text(), saved != null, null);
    }

    @Requires(Act.WRITE_ANALYSIS)
    @PostMapping(SECTION)
    ModelAndView save(
            CurrentUser user,
            @PathVariable int year,
            @PathVariable String section,
            @RequestParam("grund") int base,
            @RequestParam("text") String text) {
        Slot slot = slot(year, section);
        return switch (reports.save(user, year, section, base, text)) {
            case Saving.Saved done ->
                new ModelAndView("redirect:/arsrapport/%d/avsnitt/%s?sparat".formatted(year, section));
            case Saving.Unchanged same ->
                new ModelAndView("redirect:/arsrapport/%d/avsnitt/%s?sparat".formatted(year, section));
            case Saving.Collision collision ->
                writing(
                        user,
                        year,
                        slot,
                        collision.theirs(),
                        collision.mine(),
                        false,
                        new Collision(
                                collision.theirs().text(),
                                signed(collision.theirs()),
                                collision.mine(),
                                TextDifference.between(collision.theirs().text(), collision.mine())));
        };
    }

    private ModelAndView writing(
            CurrentUser user,
            int year,
            Slot slot,
            Analysis standing,
            String text,
            boolean saved,
            @Nullable Collision collision) {
        boolean mayWrite = access.may(user, Act.WRITE_ANALYSIS, null)
                && reports.get(year).forbids(AnnualReport.Deed.WRITE).isEmpty();
        return new ModelAndView(
                "reports/annualwriting",
                "page",
                new AnnualPages.Writing(
                        crumbs(year),
                        year,
                        slot.anchor(),
                        (slot.number() + " " + slot.title()).strip(),
                        text,
                        standing.version(),
                        standing.version() == 0 ? null : signed(standing),
                        saved,
                        mayWrite,
                        collision));
    }

    @Requires(Act.READ_DRAFTS)
    @GetMapping(SECTION + "/historik")
    ModelAndView history(@PathVariable int year, @PathVariable String section) {
        Slot slot = slot(year, section);
        List<Analysis> all = reports.listVersions(year, section);
        List<Version> versions = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            String before = at + 1 < all.size() ? all.get(at + 1).text() : "";
            versions.add(new Version(
                    all.get(at).version(),
                    signed(all.get(at)),
                    TextDifference.between(before, all.get(at).text())));
        }
        List<Crumb> crumbs = new ArrayList<>(crumbs(year));
        crumbs.add(new Crumb(slot.title(), "/arsrapport/%d/avsnitt/%s".formatted(year, section)));
        return new ModelAndView(
                "reports/annualhistory",
                "page",
                new AnnualPages.History(crumbs, year, section, slot.title(), versions));
    }

    @Requires(Act.READ_DRAFTS)
    @GetMapping("/arsrapport/{year:[0-9]{4}}/granskning")
    ModelAndView review(CurrentUser user, @PathVariable int year) {
        return new ModelAndView("reports/annualreview", "page", page(user, year));
    }

    @Requires(Act.FREEZE_REPORT)
    @GetMapping("/arsrapport/{year:[0-9]{4}}/frysning")
    ModelAndView confirm(CurrentUser user, @PathVariable int year) {
        return new ModelAndView("reports/annualfreezing", "page", page(user, year));
    }

    @Requires(Act.FREEZE_REPORT)
    @PostMapping("/arsrapport/{year:[0-9]{4}}/frysning")
    String freeze(CurrentUser user, @PathVariable int year, @RequestParam("argang") long vintage) {
        reports.freeze(user, year, vintage);
        return "redirect:/arsrapport/" + year;
    }

    private AnnualPages.Review page(CurrentUser user, int year) {
        AnnualMaterial material = reports.material(year);
        Vintage vintage = material.vintage();
        return new AnnualPages.Review(
                crumbs(year),
                year,
                vintage == null
                        ? null
                        : texts.of(
                                "annual.cut",
                                Long.toString(vintage.number()),
                                vintage.asOf().toString()),
                vintage == null ? 0 : vintage.number(),
                review.findings(material, reports.slots(year)),
                reports.get(year).published(),
                access.may(user, Act.FREEZE_REPORT, null));
    }

    private Slot slot(int year, String section) {
        return reports.slots(year).stream()
                .filter(slot -> slot.written() && slot.anchor().equals(section))
                .findFirst()
                .orElseThrow(() -> new NotFound("section " + section));
    }

    private String signed(Analysis text) {
        return texts.of("annual.writing.signed", text.writtenBy(), AnnualDays.hour(text.writtenAt()));
    }

    private List<Crumb> crumbs(int year) {
        return List.of(
                new Crumb(texts.of("annual.page.title"), "/arsrapport"),
                new Crumb(texts.of("annual.title", Integer.toString(year)), "/arsrapport/" + year));
    }
}
