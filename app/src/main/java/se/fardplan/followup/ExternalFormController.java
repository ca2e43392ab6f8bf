package se.fardplan.followup;

import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.fardplan.Crumb;
import se.fardplan.NotFound;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.Requires;
import se.fardplan.charts.Glyph;
import se.fardplan.followup.ExternalForms.Filled;
import se.fardplan.followup.ExternalForms.Standing;
import se.fardplan.followup.FollowUpWords.Sign;
import se.fardplan.sheets.TakeAway;

/** Someone else's form as it stands filled from a round, on the page and as a file (extern blankett). */
@Controller
class ExternalFormController {

    private final ExternalForms forms;
    private final FollowUps followUps;
    private final FollowUpSheets sheets;
    private final Texts texts;

    /** @param point how many rows are answered, in words */
    record Page(
            String self,
            String title,
            String receiver,
            String note,
            List<Crumb> crumbs,
            String point,
            List<Line> lines) {}

    record Line(int number, String question, String from, Sign standing, List<ExternalForms.Given> given) {}

    ExternalFormController(ExternalForms forms, FollowUps followUps, FollowUpSheets sheets, Texts texts) {
        this.forms = forms;
        this.followUps = followUps;
        this.sheets = sheets;
        this.texts = texts;
    }

    @Requires(Act.READ_DRAFTS)
    @GetMapping("/folja-upp/rundor/{id:[0-9a-f-]{36}}/blankett/{code:[a-z0-9-]+}")
    String page(@PathVariable UUID id, @PathVariable String code, Model model) {
        Round round = round(id);
        ExternalForm form = form(code);
        List<Filled> filled = forms.fill(form, round);
        long ready =
                filled.stream().filter(row -> row.standing() == Standing.ALL).count();
        long begun =
                filled.stream().filter(row -> row.standing() == Standing.SOME).count();
        model.addAttribute(
                "page",
                new Page(
                        round.href() + "/blankett/" + code,
                        form.title(),
                        form.receiver(),
                        form.note(),
                        List.of(
                                new Crumb(texts.of("menu.follow-up"), "/folja-upp"),
                                new Crumb(texts.of("rounds.title"), "/folja-upp/rundor"),
                                new Crumb(round.name(), round.href())),
                        texts.of("external.point", ready, begun, filled.size()),
                        filled.stream().map(this::line).toList()));
        return "followup/external";
    }

    @Requires(Act.READ_DRAFTS)
    @GetMapping("/folja-upp/rundor/{id:[0-9a-f-]{36}}/blankett/{code:[a-z0-9-]+}.{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String code, @PathVariable String ending) {
        Round round = round(id);
        ExternalForm form = form(code);
        return TakeAway.table(sheets.form(form, forms.fill(form, round)), code, ending);
    }

    private Line line(Filled filled) {
        Standing standing = filled.standing();
        Glyph glyph = switch (standing) {
            case ALL -> Glyph.INTRODUCED;
            case SOME -> Glyph.STARTED;
            case NONE -> Glyph.PLANNED;
            case BY_HAND -> Glyph.UNKNOWN;
        };
        return new Line(
                filled.row().number(),
                filled.row().question(),
                sheets.sources(filled.row()),
                new Sign(glyph, sheets.standing(filled)),
                filled.given());
    }

    private Round round(UUID id) {
        return followUps.find(id).orElseThrow(() -> new NotFound("round " + id));
    }

    private ExternalForm form(String code) {
        return forms.find(code).orElseThrow(() -> new NotFound("form " + code));
    }
}
