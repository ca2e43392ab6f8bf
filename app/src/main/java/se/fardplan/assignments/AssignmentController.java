package se.fardplan.assignments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.Crumb;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.access.Requires;
import se.fardplan.sheets.TakeAway;

/** The county's assignments, and one of them with all that is to be done in it (uppdragens sidor). */
@Controller
class AssignmentController {

    private final Assignments assignments;
    private final AssignmentPages pages;
    private final AssignmentWork work;
    private final AssignmentAbout about;
    private final AssignmentSheets sheets;
    private final AssignmentCalendar calendar;
    private final Texts texts;

    /** A focus as it is written in the form. */
    record FocusForm(
            @Nullable String namn,
            @Nullable String lydelse,
            @Nullable String varfor,
            @Nullable String dag,
            @Nullable String istallet,
            @Nullable Long version) {}

    record FocusPage(
            String self, List<Crumb> crumbs, @Nullable String problem, FocusForm form, List<Choice> current) {}

    AssignmentController(
            Assignments assignments,
            AssignmentPages pages,
            AssignmentWork work,
            AssignmentAbout about,
            AssignmentSheets sheets,
            AssignmentCalendar calendar,
            Texts texts) {
        this.assignments = assignments;
        this.pages = pages;
        this.work = work;
        this.about = about;
        this.sheets = sheets;
        this.calendar = calendar;
        this.texts = texts;
    }

    @Open
    @GetMapping("/planera/uppdrag")
    String list(Model model) {
        model.addAttribute("page", pages.list());
        return "assignments/assignments";
    }

    @Open
    @GetMapping("/planera/uppdrag/{code:[A-ZÅÄÖ0-9-]+}")
    String page(@PathVariable String code, @Nullable CurrentUser user, Model model) {
        return show(assignments.get(code), user, null, model);
    }

    @Open
    @GetMapping("/planera/uppdrag/{code}/arbetet")
    String work(@PathVariable String code, @Nullable CurrentUser user, Model model) {
        model.addAttribute("page", work.page(assignments.get(code), user));
        return "assignments/work";
    }

    @Open
    @GetMapping("/planera/uppdrag/{code}/om")
    String about(@PathVariable String code, @Nullable CurrentUser user, Model model) {
        model.addAttribute("page", about.page(assignments.get(code), user));
        return "assignments/about";
    }

    @Open
    @GetMapping("/planera/uppdrag/{code}.{ending:csv|xlsx}")
    ResponseEntity<byte[]> deliveries(@PathVariable String code, @PathVariable String ending) {
        Assignment assignment = assignments.get(code);
        return TakeAway.table(sheets.deliveries(assignment, assignments.timetable(assignment)), "leveranser", ending);
    }

    @Open
    @GetMapping("/planera/uppdrag/{code}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String code) {
        Assignment assignment = assignments.get(code);
        String written = calendar.of(assignment, assignments.timetable(assignment));
        return TakeAway.file("leveranser", "ics", written.getBytes(StandardCharsets.UTF_8));
    }

    @Open
    @GetMapping("/planera/uppdrag/{code}/krav.{ending:csv|xlsx}")
    ResponseEntity<byte[]> demands(@PathVariable String code, @PathVariable String ending) {
        Assignment assignment = assignments.get(code);
        return TakeAway.table(sheets.demands(assignment, assignments.listDemands(assignment)), "krav", ending);
    }

    @Requires(Act.RECEIVE_FINAL_ACCOUNT)
    @PostMapping("/planera/uppdrag/{code}/avslut")
    String close(
            @PathVariable String code,
            @RequestParam(name = "ord", defaultValue = "") String words,
            @RequestParam("version") long version,
            CurrentUser user,
            Model model) {
        try {
            return "redirect:"
                    + assignments
                            .close(user, code, version, new Assignments.Said(words, null, null))
                            .href();
        } catch (Refusal refusal) {
            return show(assignments.get(code), user, sentence(refusal), model);
        }
    }

    @Requires(Act.LEAD_ASSIGNMENT)
    @GetMapping("/planera/uppdrag/{code}/fokus")
    String focus(@PathVariable String code, Model model) {
        Assignment assignment = assignments.get(code);
        return show(assignment, new FocusForm("", "", "", "", "", assignment.version()), null, model);
    }

    @Requires(Act.LEAD_ASSIGNMENT)
    @PostMapping("/planera/uppdrag/{code}/fokus")
    String addFocus(@PathVariable String code, @ModelAttribute FocusForm form, CurrentUser user, Model model) {
        try {
            Assignment changed = assignments.addFocus(
                    user,
                    code,
                    form.version() == null ? -1 : form.version(),
                    new Assignments.NewFocus(
                            Objects.requireNonNullElse(form.namn(), ""),
                            Objects.requireNonNullElse(form.lydelse(), ""),
                            Objects.requireNonNullElse(form.varfor(), ""),
                            Forms.day(form.dag()),
                            form.istallet()));
            return "redirect:" + AssignmentPages.View.ABOUT.href(changed);
        } catch (Refusal refusal) {
            Assignment assignment = assignments.get(code);
            FocusForm again = new FocusForm(
                    form.namn(), form.lydelse(), form.varfor(), form.dag(), form.istallet(), assignment.version());
            return show(assignment, again, sentence(refusal), model);
        }
    }

    private String show(Assignment assignment, FocusForm form, @Nullable String problem, Model model) {
        model.addAttribute(
                "page",
                new FocusPage(
                        assignment.href() + "/fokus",
                        pages.crumbs(assignment, AssignmentPages.View.ABOUT),
                        problem,
                        form,
                        assignment.focus().stream()
                                .map(focus -> Objects.requireNonNullElse(focus.title(), ""))
                                .map(title -> new Choice(title, title, title.equals(form.istallet())))
                                .toList()));
        return "assignments/focus";
    }

    private String show(Assignment assignment, @Nullable CurrentUser user, @Nullable String problem, Model model) {
        model.addAttribute("page", pages.page(assignment, user, problem));
        return "assignments/assignment";
    }

    private String sentence(Refusal refusal) {
        if (refusal.isForbidden()) {
            throw refusal;
        }
        return texts.of(refusal);
    }
}
