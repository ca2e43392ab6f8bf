package se.fardplan.governance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Requires;
import se.fardplan.governance.DecisionPages.Choice;
import se.fardplan.organisation.Organisation;

/** The form for a decision, and its correction. */
@Controller
class DecisionFormController {

    private final Governance governance;
    private final Organisation organisation;
    private final Access access;
    private final Texts texts;
    private final Clock clock;

    DecisionFormController(Governance governance, Organisation organisation, Access access, Texts texts, Clock clock) {
        this.governance = governance;
        this.organisation = organisation;
        this.access = access;
        this.texts = texts;
        this.clock = clock;
    }

    @Requires(Act.RECORD_DECISION)
    @GetMapping("/strategin/beslut/nytt")
    String blank(@RequestParam(name = "grupp", defaultValue = "") String body, CurrentUser user, Model model) {
        return show(user, DecisionForm.blank(body, LocalDate.now(clock)), null, null, model);
    }

    @Requires(Act.RECORD_DECISION)
    @PostMapping("/strategin/beslut")
    String record(@ModelAttribute DecisionForm form, CurrentUser user, Model model) {
        try {
            return saved(governance.record(user, form.entry()));
        } catch (Refusal refusal) {
            return show(user, form, null, mendable(refusal), model);
        }
    }

    @Requires(Act.RECORD_DECISION)
    @GetMapping("/strategin/beslut/{id:[0-9a-f-]{36}}/rattelse")
    String correction(@PathVariable String id, CurrentUser user, Model model) {
        Decision decision = DecisionController.find(governance, id);
        access.demand(user, Act.RECORD_DECISION, decision.principal());
        if (decision.isFromPackage()) {
            throw new Refusal("GOV-010");
        }
        return show(user, DecisionForm.of(decision), decision, null, model);
    }

    @Requires(Act.RECORD_DECISION)
    @PostMapping("/strategin/beslut/{id:[0-9a-f-]{36}}/rattelse")
    String correct(@PathVariable String id, @ModelAttribute DecisionForm form, CurrentUser user, Model model) {
        Decision decision = DecisionController.find(governance, id);
        try {
            return saved(governance.correct(user, decision.id(), form.versionNumber(), form.entry()));
        } catch (Refusal refusal) {
            return show(user, form, decision, mendable(refusal), model);
        }
    }

    private static String saved(Decision decision) {
        return "redirect:" + decision.address() + "?sparat=ja";
    }

    /** What another try cannot mend is told on a page of its own. */
    private String mendable(Refusal refusal) {
        if (refusal.isForbidden() || refusal.code().equals("GOV-010")) {
            throw refusal;
        }
        return texts.of(refusal);
    }

    private String show(
            CurrentUser user, DecisionForm form, @Nullable Decision decision, @Nullable String error, Model model) {
        List<Body> mine = governance.bodies().stream()
                .filter(body -> body.standing() != Body.Standing.PROPOSED && governance.mayRecord(user, body))
                .toList();
        String back = decision == null ? "/strategin/beslut" : decision.address();
        List<Crumb> crumbs = DecisionController.crumbs(texts);
        model.addAttribute(
                "page",
                new DecisionPages.FormPage(
                        texts.of(decision == null ? "decision.new" : "decision.correct"),
                        crumbs,
                        decision == null ? "/strategin/beslut" : decision.address() + "/rattelse",
                        back,
                        form,
                        error,
                        mine.stream()
                                .map(body -> new Choice(body.code(), body.name()))
                                .toList(),
                        mine.stream().anyMatch(body -> body.kind() == Body.Kind.PRINCIPALS)
                                ? principals(user)
                                : List.of(),
                        Arrays.stream(Decision.Form.values())
                                .map(word -> new Choice(word.name(), texts.of("decision.form." + word)))
                                .toList(),
                        Arrays.stream(Decision.Outcome.values())
                                .map(word -> new Choice(word.name(), texts.of("decision.outcome." + word)))
                                .toList()));
        return "governance/decisionform";
    }

    private List<Choice> principals(CurrentUser user) {
        return organisation.listPrincipals(LocalDate.now(clock)).stream()
                .filter(principal -> access.may(user, Act.RECORD_DECISION, principal.code()))
                .map(principal -> new Choice(principal.code(), principal.name()))
                .toList();
    }
}
