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

/** A delivery's page, and what is done to it (leveransens sida). */
@Controller
class DeliveryController {

    private final Assignments assignments;
    private final AssignmentRights rights;
    private final AssignmentPages pages;
    private final AssignmentWords words;
    private final Texts texts;

    /** What the form holds, as it was written. */
    record Form(
            @Nullable String steg,
            @Nullable String ord,
            @Nullable String dag,
            @Nullable String lank,
            @Nullable Long version) {

        Assignments.Said said() {
            return new Assignments.Said(Objects.requireNonNullElse(ord, ""), Forms.day(dag), lank);
        }
    }

    /**
     * A delivery as its reader sees it.
     *
     * @param acts what this reader may do now
     * @param form what was written when something was wrong; the acts' own fields otherwise
     */
    record Page(
            String self,
            String title,
            List<Crumb> crumbs,
            @Nullable String problem,
            String code,
            String receiver,
            String day,
            Glyph sign,
            String state,
            String told,
            @Nullable String note,
            Delivery.@Nullable HandedOver handedOver,
            Delivery.@Nullable Outcome outcome,
            List<Choice> acts,
            Form form) {}

    DeliveryController(
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
    @GetMapping("/planera/uppdrag/{code}/leveranser/{delivery}")
    String page(@PathVariable String code, @PathVariable String delivery, @Nullable CurrentUser user, Model model) {
        Assignment assignment = assignments.get(code);
        Timetable table = assignments.timetable(assignment);
        Delivery shown = table.get(delivery);
        Form form = new Form("", "", table.today().toString(), "", shown.version());
        return show(assignment, table, shown, user, form, null, model);
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/planera/uppdrag/{code}/leveranser/{delivery}")
    String act(
            @PathVariable String code,
            @PathVariable String delivery,
            @ModelAttribute Form form,
            CurrentUser user,
            Model model) {
        DeliveryAct act = Arrays.stream(DeliveryAct.values())
                .filter(known -> known.name().equals(form.steg()))
                .findFirst()
                .orElseThrow(() -> new NotFound("delivery act " + form.steg()));
        long seen = form.version() == null ? -1 : form.version();
        try {
            return "redirect:"
                    + assignments
                            .act(user, code, delivery, seen, act, form.said())
                            .href();
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            Assignment assignment = assignments.get(code);
            Timetable table = assignments.timetable(assignment);
            Delivery now = table.get(delivery);
            Form again = new Form(form.steg(), form.ord(), form.dag(), form.lank(), now.version());
            return show(assignment, table, now, user, again, texts.of(refusal), model);
        }
    }

    private String show(
            Assignment assignment,
            Timetable table,
            Delivery delivery,
            @Nullable CurrentUser user,
            Form form,
            @Nullable String problem,
            Model model) {
        DeliveryState state = table.state(delivery);
        model.addAttribute(
                "page",
                new Page(
                        delivery.href(),
                        delivery.text(),
                        pages.crumbs(assignment, AssignmentPages.View.OVERVIEW),
                        problem,
                        delivery.code(),
                        words.body(delivery.receiver()),
                        words.day(delivery),
                        AssignmentWords.sign(state),
                        words.state(state),
                        words.told(delivery, state),
                        delivery.note(),
                        delivery.handedOver(),
                        delivery.outcome(),
                        assignment.closed() == null ? acts(table, delivery, user, form) : List.of(),
                        form));
        return "assignments/delivery";
    }

    private List<Choice> acts(Timetable table, Delivery delivery, @Nullable CurrentUser user, Form form) {
        return Arrays.stream(DeliveryAct.values())
                .filter(act -> isPossible(act, table, delivery, user))
                .map(act -> new Choice(
                        act.name(), texts.of("delivery.act." + act), act.name().equals(form.steg())))
                .toList();
    }

    private boolean isPossible(DeliveryAct act, Timetable table, Delivery delivery, @Nullable CurrentUser user) {
        try {
            act.check(rights.sides(user, delivery), table.standing(delivery));
            return true;
        } catch (Refusal notNow) {
            return false;
        }
    }
}
