package se.fardplan.people;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
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
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Requires;
import se.fardplan.organisation.Unit;
import se.fardplan.organisation.UnitChange;
import se.fardplan.organisation.UnitKind;
import se.fardplan.organisation.Units;

/** Adding, changing, ending and merging units by form (ändra enheter). */
@Controller
class UnitFormController {

    private final Units units;
    private final UnitDirectory directory;
    private final Principals principals;
    private final Access access;
    private final Texts texts;

    /**
     * The form and the choices in it.
     *
     * @param unit the unit's code; null for a new one
     * @param problem the sentence to mend it by; null when nothing is wrong
     * @param parents the units it may stand below
     */
    record Page(
            @Nullable String unit,
            String name,
            List<Crumb> crumbs,
            UnitForm form,
            @Nullable String problem,
            List<Principals.Choice> kinds,
            List<Principals.Choice> principals,
            List<Principals.Choice> parents) {}

    UnitFormController(Units units, UnitDirectory directory, Principals principals, Access access, Texts texts) {
        this.units = units;
        this.directory = directory;
        this.principals = principals;
        this.access = access;
        this.texts = texts;
    }

    @Requires(Act.MANAGE_UNITS)
    @GetMapping("/enheter/ny")
    String blank(CurrentUser user, Model model) {
        List<Principals.Choice> own = own(user);
        return show(null, UnitForm.blank(own.size() == 1 ? own.getFirst().value() : ""), null, user, model);
    }

    @Requires(Act.MANAGE_UNITS)
    @PostMapping("/enheter")
    String add(@ModelAttribute UnitForm form, CurrentUser user, Model model) {
        return saved(
                () -> directory.apply(
                        user, new UnitChange.Add(form.text(form.kod()), form.details(), form.from(), form.until())),
                null,
                form,
                user,
                model);
    }

    @Requires(Act.MANAGE_UNITS)
    @GetMapping("/enheter/{code}/andring")
    String edit(@PathVariable String code, CurrentUser user, Model model) {
        Unit unit = get(code);
        access.demand(user, Act.MANAGE_UNITS, unit.nearest(Principals.today()).principal());
        return show(unit, UnitForm.of(unit), null, user, model);
    }

    @Requires(Act.MANAGE_UNITS)
    @PostMapping("/enheter/{code}/andring")
    String change(@PathVariable String code, @ModelAttribute UnitForm form, CurrentUser user, Model model) {
        return saved(
                () -> directory.apply(user, new UnitChange.Change(code, form.seen(), form.details(), form.from())),
                get(code),
                form,
                user,
                model);
    }

    @Requires(Act.MANAGE_UNITS)
    @PostMapping("/enheter/{code}/andra-namn")
    String name(@PathVariable String code, @ModelAttribute UnitForm form, CurrentUser user, Model model) {
        return saved(
                () -> directory.apply(user, new UnitChange.Name(code, form.seen(), form.aliases())),
                get(code),
                form,
                user,
                model);
    }

    @Requires(Act.MANAGE_UNITS)
    @PostMapping("/enheter/{code}/avslut")
    String end(@PathVariable String code, @ModelAttribute UnitForm form, CurrentUser user, Model model) {
        return saved(
                () -> directory.apply(user, new UnitChange.End(code, form.seen(), form.until())),
                get(code),
                form,
                user,
                model);
    }

    @Requires(Act.MANAGE_UNITS)
    @PostMapping("/enheter/{code}/sammanslagning")
    String merge(
            @PathVariable String code,
            @ModelAttribute UnitForm form,
            @RequestParam(name = "med", defaultValue = "") String into,
            CurrentUser user,
            Model model) {
        return saved(
                () -> directory.apply(user, new UnitChange.Merge(code, form.seen(), into, form.from())),
                get(code),
                form,
                user,
                model);
    }

    private String saved(Supplier<Unit> change, @Nullable Unit unit, UnitForm form, CurrentUser user, Model model) {
        try {
            return "redirect:" + UnitDirectory.address(change.get());
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            return show(unit, form, texts.of(refusal), user, model);
        }
    }

    private String show(@Nullable Unit unit, UnitForm form, @Nullable String problem, CurrentUser user, Model model) {
        LocalDate today = Principals.today();
        String name = unit == null ? texts.of("units.new") : unit.nearest(today).name();
        List<Crumb> crumbs = unit == null
                ? List.of(new Crumb(texts.of("units.title"), "/enheter"))
                : List.of(new Crumb(texts.of("units.title"), "/enheter"), new Crumb(name, UnitDirectory.address(unit)));
        // Another try is made against what the user saw, so that a change in between is still told.
        UnitForm shown = unit != null && form.namn() == null ? UnitForm.of(unit) : form;
        model.addAttribute(
                "page",
                new Page(
                        unit == null ? null : unit.code(),
                        name,
                        crumbs,
                        shown,
                        problem,
                        Arrays.stream(UnitKind.values())
                                .map(kind -> new Principals.Choice(kind.name(), texts.of("unit.kind." + kind)))
                                .toList(),
                        own(user),
                        parents(unit, user, today)));
        return "people/unitform";
    }

    /** The principals whose units this user may change. */
    private List<Principals.Choice> own(CurrentUser user) {
        return principals.choices().stream()
                .filter(choice -> access.may(user, Act.MANAGE_UNITS, choice.value()))
                .toList();
    }

    private List<Principals.Choice> parents(@Nullable Unit unit, CurrentUser user, LocalDate today) {
        return units.list().stream()
                .filter(other -> unit == null || !other.code().equals(unit.code()))
                .filter(other -> other.until() == null || !other.until().isBefore(today))
                .filter(other ->
                        access.may(user, Act.MANAGE_UNITS, other.nearest(today).principal()))
                .filter(other -> unit == null
                        || Objects.equals(
                                other.nearest(today).principal(),
                                unit.nearest(today).principal()))
                .sorted(UnitListController.byName(today))
                .map(other ->
                        new Principals.Choice(other.code(), other.nearest(today).name() + " (" + other.code() + ")"))
                .toList();
    }

    private Unit get(String code) {
        return units.find(code).orElseThrow(() -> new NotFound("unit " + code));
    }
}
