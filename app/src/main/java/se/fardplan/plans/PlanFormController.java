package se.fardplan.plans;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

/** Laying up and changing a plan by form (ändra plan). */
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
     * @param shapes the kinds to choose between; empty where it is given
     * @param countys true for a plan of all the county's principals, whose parties are not chosen
     */
    record Page(
            @Nullable UUID id,
            String title,
            List<Crumb> crumbs,
            @Nullable String problem,
            Form form,
            List<Choice> shapes,
            boolean countys,
            List<Choice> municipalities) {

        String action() {
            if (id != null) {
                return "/planera/planer/" + id + "/andring";
            }
            return countys ? "/planera/lansplaner" : "/planera/planer";
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
            @Nullable String slag,
            @Nullable Long version) {

        static Form of(Plan plan) {
            return new Form(
                    plan.title(),
                    plan.from().toString(),
                    plan.until().toString(),
                    plan.bound().stream().map(Plan.Party::principal).toList(),
                    String.join("\n", plan.others()),
                    plan.context(),
                    plan.shape().name(),
                    plan.version());
        }

        /** A shape that is municipalities' own; the local plan where nothing else is said. */
        Shape municipal() {
            return Shape.PILOT.name().equals(slag) ? Shape.PILOT : Shape.LOCAL;
        }

        /** A shape that is the county's own; the regional plan where nothing else is said. */
        Shape countys() {
            return Shape.COMMUNICATION.name().equals(slag) ? Shape.COMMUNICATION : Shape.REGIONAL;
        }

        Form with(List<String> parties) {
            return new Form(namn, fran, till, parties, andra, sammanhang, slag, version);
        }

        PlanDraft draft(Shape shape) {
            return new PlanDraft(
                    shape,
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
        return show(
                null,
                new Form("", (year + 1) + "-01-01", (year + 1) + "-12-31", own, "", "", "", 0L),
                null,
                Shape.LOCAL,
                model);
    }

    @Requires(Act.WRITE_PLAN)
    @PostMapping("/planera/planer")
    String add(@ModelAttribute Form form, CurrentUser user, Model model) {
        Shape shape = form.municipal();
        return saved(() -> plans.add(user, form.draft(shape)), null, form, shape, model);
    }

    @Requires(Act.WRITE_COUNTY_PLAN)
    @GetMapping("/planera/lansplaner/ny")
    String blankCountys(@RequestParam(name = "slag", defaultValue = "") String shape, Model model) {
        int year = PlanWords.today().getYear();
        Form form = new Form("", (year + 1) + "-01-01", (year + 4) + "-12-31", principals(), "", "", shape, 0L);
        return show(null, form, null, form.countys(), model);
    }

    @Requires(Act.WRITE_COUNTY_PLAN)
    @PostMapping("/planera/lansplaner")
    String addCountys(@ModelAttribute Form form, CurrentUser user, Model model) {
        Shape shape = form.countys();
        return saved(() -> plans.add(user, form.with(principals()).draft(shape)), null, form, shape, model);
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @GetMapping("/planera/planer/{id}/andring")
    String edit(@PathVariable UUID id, CurrentUser user, Model model) {
        Plan plan = own(id, user);
        return show(plan, Form.of(plan), null, plan.shape(), model);
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @PostMapping("/planera/planer/{id}/andring")
    String change(@PathVariable UUID id, @ModelAttribute Form form, CurrentUser user, Model model) {
        Plan plan = own(id, user);
        long seen = form.version() == null ? -1 : form.version();
        Form asked = plan.shape().isCountys() ? form.with(parties(plan)) : form;
        return saved(() -> plans.change(user, id, seen, asked.draft(plan.shape())), plan, form, plan.shape(), model);
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

    private static List<String> parties(Plan plan) {
        return plan.parties().stream().map(Plan.Party::principal).toList();
    }

    /** Every principal of the county. */
    private List<String> principals() {
        return organisation.listPrincipals(PlanWords.today()).stream()
                .map(Principal::code)
                .toList();
    }

    private List<Choice> shapes(Shape chosen) {
        return Stream.of(Shape.LOCAL, Shape.PILOT)
                .map(shape -> new Choice(shape.name(), texts.of("plan.shape." + shape), shape == chosen))
                .toList();
    }

    private String saved(Supplier<Plan> change, @Nullable Plan plan, Form form, Shape shape, Model model) {
        try {
            return "redirect:" + change.get().href();
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            return show(plan, form, texts.of(refusal), shape, model);
        }
    }

    private String show(@Nullable Plan plan, Form form, @Nullable String problem, Shape shape, Model model) {
        List<String> chosen = form.kommuner() == null ? List.of() : form.kommuner();
        List<Crumb> crumbs = plan == null
                ? List.of(new Crumb(texts.of("plans.title"), "/planera"))
                : List.of(new Crumb(texts.of("plans.title"), "/planera"), new Crumb(plan.title(), plan.href()));
        model.addAttribute(
                "page",
                new Page(
                        plan == null ? null : plan.id(),
                        texts.of(plan != null ? "plan.edit" : shape.isCountys() ? "plan.new." + shape : "plan.new"),
                        crumbs,
                        problem,
                        form,
                        plan == null && !shape.isCountys() ? shapes(shape) : List.of(),
                        shape.isCountys(),
                        organisation.listPrincipals(PlanWords.today()).stream()
                                .filter(principal -> principal.kind() == Principal.Kind.MUNICIPALITY)
                                .map(principal -> new Choice(
                                        principal.code(), principal.name(), chosen.contains(principal.code())))
                                .toList()));
        return "plans/planform";
    }
}
