package se.fardplan.assignments;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.fardplan.Crumb;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.access.Requires;
import se.fardplan.charts.Glyph;

/** A demand's page, and how it is met (kravets sida). */
@Controller
class DemandController {

    private final Assignments assignments;
    private final AssignmentRights rights;
    private final AssignmentPages pages;
    private final AssignmentWords words;
    private final Texts texts;

    /** What the form holds, as it was written. */
    record Form(
            @Nullable String steg,
            @Nullable String ord,
            @Nullable String lank,
            @Nullable Long version) {

        Assignments.Said said() {
            return new Assignments.Said(Objects.requireNonNullElse(ord, ""), null, lank);
        }
    }

    /** A demand as its reader sees it. @param marked who marked it and when, in words; null while it is open */
    record Page(
            String self,
            String code,
            String title,
            List<Crumb> crumbs,
            @Nullable String problem,
            String kind,
            Glyph sign,
            String state,
            String evidence,
            @Nullable String link,
            @Nullable String marked,
            List<Choice> acts,
            Form form) {}

    DemandController(
            Assignments assignments,
            AssignmentRights rights,
            AssignmentPages pages,
            AssignmentWords words,
            Texts texts) {
        this.assignments = assignments;
        this.rights = rights;
        this.pages = pages;
        this.words = words;
        this.texts = texts;
    }

    @Open
    @GetMapping("/planera/uppdrag/{code}/krav/{demand}")
    String page(@PathVariable String code, @PathVariable String demand, @Nullable CurrentUser user, Model model) {
        Assignment assignment = assignments.get(code);
        Demand shown = assignments.getDemand(assignment, demand);
        Form form = new Form("", shown.evidence(), shown.link(), shown.version());
        return show(assignment, shown, user, form, null, model);
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/planera/uppdrag/{code}/krav/{demand}")
    String act(
            @PathVariable String code,
            @PathVariable String demand,
            @ModelAttribute Form form,
            CurrentUser user,
            Model model) {
        Demand.Act act = Arrays.stream(Demand.Act.values())
                .filter(known -> known.name().equals(form.steg()))
                .findFirst()
                .orElseThrow(() -> new NotFound("demand act " + form.steg()));
        long seen = form.version() == null ? -1 : form.version();
        try {
            assignments.mark(user, code, demand, seen, act, form.said());
            return "redirect:" + assignments.get(code).href() + "#krav";
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            Assignment assignment = assignments.get(code);
            Demand now = assignments.getDemand(assignment, demand);
            Form again = new Form(form.steg(), form.ord(), form.lank(), now.version());
            return show(assignment, now, user, again, texts.of(refusal), model);
        }
    }

    private String show(
            Assignment assignment,
            Demand demand,
            @Nullable CurrentUser user,
            Form form,
            @Nullable String problem,
            Model model) {
        String marked = demand.on() == null || demand.by() == null
                ? null
                : texts.of("demand.marked", demand.by(), AssignmentWords.day(demand.on()));
        model.addAttribute(
                "page",
                new Page(
                        demand.href(),
                        demand.code(),
                        demand.text(),
                        pages.crumbs(assignment, AssignmentPages.View.OVERVIEW),
                        problem,
                        texts.of("demand.kind." + demand.kind()),
                        AssignmentWords.sign(demand.state()),
                        words.state(demand.state()),
                        demand.evidence(),
                        demand.link(),
                        marked,
                        assignment.closed() == null ? acts(demand, user) : List.of(),
                        form));
        return "assignments/demand";
    }

    private List<Choice> acts(Demand demand, @Nullable CurrentUser user) {
        return Arrays.stream(Demand.Act.values())
                .filter(act -> isPossible(act, demand, user))
                .map(act -> new Choice(act.name(), texts.of("demand.act." + act), false))
                .toList();
    }

    private boolean isPossible(Demand.Act act, Demand demand, @Nullable CurrentUser user) {
        try {
            act.check(rights.sides(user), demand.state());
            return true;
        } catch (Refusal notNow) {
            return false;
        }
    }
}
