package se.fardplan.plans;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
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
import se.fardplan.access.Requires;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;
import se.fardplan.plans.PlanWords.Choice;

/** Laying up and changing a local plan by form (ändra plan). */
@Controller
class PlanFormController {

    private final Plans plans;
    private final PlanRights rights;
    private final Organisation organisation;
    private final Texts texts;

    /**
     * The form and its choices.
     *
     * @param id null for a new plan
     * @param problem the sentence to mend it by; null when nothing is wrong
     */
    record Page(
            @Nullable UUID id,
            String title,
            List<Crumb> crumbs,
            @Nullable String problem,
            Form form,
            List<Choice> municipalities) {

        String action() {
            return id == null ? "/planera/planer" : "/planera/planer/" + id + "/andring";
        }

        String back() {
            return id == null ? "/planera" : "/planera/planer/" + id;
        }
    }

    /** What the form holds, as it was written. */
    record Form(
            @Nullable String namn,
            @Nullable String fran,
            @Nullable String till,
            @Nullable List<String> kommuner,
            @Nullable String andra,
            @Nullable String sammanhang,
            @Nullable Long version) {

        static Form of(Plan plan) {
            return new Form(
                    plan.title(),
                    plan.from().toString(),
                    plan.until().toString(),
                    plan.bound().stream().map(Plan.Party::principal).toList(),
                    String.join("\n", plan.others()),
                    plan.context(),
                    plan.version());
        }

        PlanDraft draft() {
            return new PlanDraft(
                    Shape.LOCAL,
                    text(namn),
                    text(sammanhang),
                    day(fran),
                    day(till),
                    kommuner == null ? List.of() : kommuner,
                    Arrays.stream(text(andra).split("\\R"))
                            .map(String::strip)
                            .filter(name -> !name.isEmpty())
                            .toList());
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }

        private static @Nullable LocalDate day(@Nullable String written) {
            try {
                return written == null || written.isBlank() ? null : LocalDate.parse(written.strip());
            } catch (DateTimeParseException noDay) {
                return null;
            }
        }
    }

    PlanFormController(Plans plans, PlanRights rights, Organisation organisation, Texts texts) {
        this.plans = plans;
        this.rights = rights;
        this.organisation = organisation;
        this.texts = texts;
    }

    @Requires(Act.WRITE_PLAN)
    @GetMapping("/planera/planer/ny")
    String blank(CurrentUser user, Model model) {
        int year = PlanWords.today().getYear();
        List<String> own = user.grants().stream()
                .map(CurrentUser.Grant::organisation)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
        return show(null, new Form("", (year + 1) + "-01-01", (year + 1) + "-12-31", own, "", "", 0L), null, model);
    }

    @Requires(Act.WRITE_PLAN)
    @PostMapping("/planera/planer")
    String add(@ModelAttribute Form form, CurrentUser user, Model model) {
        return saved(() -> plans.add(user, form.draft()), null, form, model);
    }

    @Requires(Act.WRITE_PLAN)
    @GetMapping("/planera/planer/{id}/andring")
    String edit(@PathVariable UUID id, CurrentUser user, Model model) {
        Plan plan = own(id, user);
        return show(plan, Form.of(plan), null, model);
    }

    @Requires(Act.WRITE_PLAN)
    @PostMapping("/planera/planer/{id}/andring")
    String change(@PathVariable UUID id, @ModelAttribute Form form, CurrentUser user, Model model) {
        Plan plan = own(id, user);
        long seen = form.version() == null ? -1 : form.version();
        return saved(() -> plans.change(user, id, seen, form.draft()), plan, form, model);
    }

    private Plan own(UUID id, CurrentUser user) {
        Plan plan = plans.find(id)
                .filter(found -> rights.mayRead(user, found))
                .orElseThrow(() -> new NotFound("plan " + id));
        if (!rights.mayWrite(user, plan)) {
            throw new Refusal("ACC-001");
        }
        return plan;
    }

    private String saved(Supplier<Plan> change, @Nullable Plan plan, Form form, Model model) {
        try {
            return "redirect:" + change.get().href();
        } catch (Refusal refusal) {
            if (refusal.code().equals("ACC-001")) {
                throw refusal;
            }
            return show(plan, form, texts.of(refusal), model);
        }
    }

    private String show(@Nullable Plan plan, Form form, @Nullable String problem, Model model) {
        List<String> chosen = form.kommuner() == null ? List.of() : form.kommuner();
        List<Crumb> crumbs = plan == null
                ? List.of(new Crumb(texts.of("plans.title"), "/planera"))
                : List.of(new Crumb(texts.of("plans.title"), "/planera"), new Crumb(plan.title(), plan.href()));
        model.addAttribute(
                "page",
                new Page(
                        plan == null ? null : plan.id(),
                        texts.of(plan == null ? "plan.new" : "plan.edit"),
                        crumbs,
                        problem,
                        form,
                        organisation.listPrincipals(PlanWords.today()).stream()
                                .filter(principal -> principal.kind() == Principal.Kind.MUNICIPALITY)
                                .map(principal -> new Choice(
                                        principal.code(), principal.name(), chosen.contains(principal.code())))
                                .toList()));
        return "plans/planform";
    }
}
