package se.fardplan.plans;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import se.fardplan.indicators.Indicators;
import se.fardplan.organisation.Units;
import se.fardplan.plans.PlanWords.Choice;
import se.fardplan.strategy.Strategies;

/** Adding and changing an activity by form (ändra aktivitet). */
@Controller
class ActivityFormController {

    private final Plans plans;
    private final Activities activities;
    private final PlanRights rights;
    private final PlanWords words;
    private final Strategies strategies;
    private final Indicators indicators;
    private final Units units;
    private final Texts texts;

    /**
     * The form and its choices.
     *
     * @param open true while the plan's words may be changed; else how it fares alone
     * @param problem the sentence to mend it by; null when nothing is wrong
     */
    record Page(
            String title,
            List<Crumb> crumbs,
            String action,
            String back,
            boolean open,
            @Nullable String problem,
            ActivityForm form,
            List<Choice> owners,
            List<Choice> units,
            List<Choice> subGoals,
            List<Choice> keyFigures,
            List<Choice> states,
            List<Choice> marks) {}

    ActivityFormController(
            Plans plans,
            Activities activities,
            PlanRights rights,
            PlanWords words,
            Strategies strategies,
            Indicators indicators,
            Units units,
            Texts texts) {
        this.plans = plans;
        this.activities = activities;
        this.rights = rights;
        this.words = words;
        this.strategies = strategies;
        this.indicators = indicators;
        this.units = units;
        this.texts = texts;
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @GetMapping("/planera/planer/{id}/aktiviteter/ny")
    String blank(@PathVariable UUID id, CurrentUser user, Model model) {
        Plan plan = own(id, user);
        String owner = plan.bound().stream()
                .map(Plan.Party::principal)
                .filter(principal -> rights.mayWrite(user, plan, principal))
                .findFirst()
                .orElseThrow(() -> new Refusal("ACC-001"));
        return show(plan, null, ActivityForm.blank(owner), null, user, model);
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @PostMapping("/planera/planer/{id}/aktiviteter")
    String add(@PathVariable UUID id, @ModelAttribute ActivityForm form, CurrentUser user, Model model) {
        Plan plan = own(id, user);
        return saved(() -> activities.add(user, id, form.draft()), plan, null, form, user, model);
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @GetMapping("/planera/aktiviteter/{id}/andring")
    String edit(@PathVariable UUID id, CurrentUser user, Model model) {
        Activity activity = get(id);
        Plan plan = own(activity.plan(), user);
        demand(rights.mayWrite(user, plan, activity));
        return show(plan, activity, ActivityForm.of(activity), null, user, model);
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @PostMapping("/planera/aktiviteter/{id}/andring")
    String change(@PathVariable UUID id, @ModelAttribute ActivityForm form, CurrentUser user, Model model) {
        Activity activity = get(id);
        Plan plan = own(activity.plan(), user);
        demand(rights.mayWrite(user, plan, activity));
        return saved(() -> activities.change(user, id, form.seen(), form.draft()), plan, activity, form, user, model);
    }

    private Activity get(UUID id) {
        return activities.find(id).orElseThrow(() -> new NotFound("activity " + id));
    }

    private Plan own(UUID id, CurrentUser user) {
        Plan plan = plans.find(id)
                .filter(found -> rights.mayRead(user, found))
                .orElseThrow(() -> new NotFound("plan " + id));
        demand(rights.mayWrite(user, plan));
        return plan;
    }

    private static void demand(boolean allowed) {
        if (!allowed) {
            throw new Refusal("ACC-001");
        }
    }

    private String saved(
            Supplier<Activity> change,
            Plan plan,
            @Nullable Activity activity,
            ActivityForm form,
            CurrentUser user,
            Model model) {
        try {
            return "redirect:" + change.get().href();
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            return show(plan, activity, form, texts.of(refusal), user, model);
        }
    }

    private String show(
            Plan plan,
            @Nullable Activity activity,
            ActivityForm form,
            @Nullable String problem,
            CurrentUser user,
            Model model) {
        Crumb planera = new Crumb(texts.of("plans.title"), "/planera");
        Crumb above = new Crumb(plan.title(), plan.href());
        model.addAttribute(
                "page",
                new Page(
                        activity == null ? texts.of("activity.new") : activity.title(),
                        activity == null
                                ? List.of(planera, above)
                                : List.of(planera, above, new Crumb(activity.title(), activity.href())),
                        activity == null ? plan.href() + "/aktiviteter" : activity.href() + "/andring",
                        activity == null ? plan.href() : activity.href(),
                        plan.state().isOpen(),
                        problem,
                        form,
                        owners(plan, form, user),
                        units(plan, form, user),
                        strategies.listSubGoals().stream()
                                .map(goal -> new Choice(goal.code(), goal.name(), form.has(form.delmal(), goal.code())))
                                .toList(),
                        indicators.listKeyFigures().stream()
                                .map(figure -> new Choice(
                                        figure.code(), figure.name(), form.has(form.nyckeltal(), figure.code())))
                                .toList(),
                        Arrays.stream(Activity.State.values())
                                .map(state -> new Choice(
                                        state.name(),
                                        texts.of("activity.state." + state),
                                        state.name().equals(form.lage())))
                                .toList(),
                        Arrays.stream(Activity.Mark.values())
                                .map(mark -> new Choice(
                                        mark.name(),
                                        texts.of("activity.mark." + mark),
                                        mark.name().equals(form.marke())))
                                .toList()));
        return "plans/activityform";
    }

    private List<Choice> owners(Plan plan, ActivityForm form, CurrentUser user) {
        return plan.bound().stream()
                .map(Plan.Party::principal)
                .filter(principal -> rights.mayWrite(user, plan, principal))
                .map(principal -> new Choice(principal, words.principal(principal), principal.equals(form.huvudman())))
                .toList();
    }

    private List<Choice> units(Plan plan, ActivityForm form, CurrentUser user) {
        return units.list().stream()
                .filter(unit ->
                        unit.on(PlanWords.today()).isPresent() || unit.code().equals(form.enhet()))
                .filter(unit -> Optional.ofNullable(
                                unit.nearest(PlanWords.today()).principal())
                        .filter(principal -> plan.binds(principal) && rights.mayWrite(user, plan, principal))
                        .isPresent())
                .map(unit -> new Choice(
                        unit.code(),
                        unit.nearest(PlanWords.today()).name(),
                        unit.code().equals(form.enhet())))
                .toList();
    }
}
