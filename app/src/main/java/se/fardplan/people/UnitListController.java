package se.fardplan.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.organisation.Unit;
import se.fardplan.organisation.UnitDetails;
import se.fardplan.organisation.Units;

/** The tree of units, on any day (enheter). */
@Controller
class UnitListController {

    private final Units units;
    private final Principals principals;
    private final Access access;
    private final Texts texts;

    UnitListController(Units units, Principals principals, Access access, Texts texts) {
        this.units = units;
        this.principals = principals;
        this.access = access;
        this.texts = texts;
    }

    @Open
    @GetMapping("/enheter")
    String list(
            @RequestParam(name = "sok", defaultValue = "") String search,
            @RequestParam(name = "huvudman", defaultValue = "") String principal,
            @RequestParam(name = "dag", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate on,
            @Nullable CurrentUser user,
            Model model) {
        LocalDate day = on == null ? Principals.today() : on;
        List<Unit> there =
                units.list().stream().filter(unit -> unit.on(day).isPresent()).toList();
        List<Unit> found = there.stream()
                .filter(unit -> principal.isEmpty() || principal.equals(principalOf(unit, day)))
                .filter(unit -> matches(unit, search, day))
                .toList();
        model.addAttribute(
                "page",
                new UnitList(
                        day,
                        day.equals(Principals.today()),
                        search,
                        principal,
                        principals.choices(),
                        found.size(),
                        there.size(),
                        groups(found, day),
                        user != null && access.maySomewhere(user, Act.MANAGE_UNITS)));
        return "people/units";
    }

    private static boolean matches(Unit unit, String search, LocalDate day) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || unit.code().toLowerCase(Locale.ROOT).contains(wanted)
                || unit.nearest(day).name().toLowerCase(Locale.ROOT).contains(wanted)
                || unit.otherNames(day).stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static @Nullable String principalOf(Unit unit, LocalDate day) {
        return unit.nearest(day).principal();
    }

    /** By principal as those are ordered, the other actors last; within, each unit below the one above it. */
    private List<UnitList.Group> groups(List<Unit> found, LocalDate day) {
        Map<String, List<Unit>> below = new HashMap<>();
        Map<String, Unit> byCode = new HashMap<>();
        found.forEach(unit -> byCode.put(unit.code(), unit));
        for (Unit unit : found) {
            String parent = unit.nearest(day).parent();
            String key = parent != null && byCode.containsKey(parent) ? parent : "";
            below.computeIfAbsent(key, code -> new ArrayList<>()).add(unit);
        }
        Map<String, List<UnitList.Row>> rows = new LinkedHashMap<>();
        principals.choices().forEach(choice -> rows.put(choice.word(), new ArrayList<>()));
        below.getOrDefault("", List.of()).stream()
                .sorted(byName(day))
                .forEach(top -> add(
                        top,
                        0,
                        below,
                        day,
                        rows.computeIfAbsent(principals.unitOwner(principalOf(top, day)), name -> new ArrayList<>())));
        return rows.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new UnitList.Group(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void add(Unit unit, int level, Map<String, List<Unit>> below, LocalDate day, List<UnitList.Row> rows) {
        UnitDetails details = unit.nearest(day);
        rows.add(new UnitList.Row(
                unit.code(),
                details.name(),
                texts.of("unit.kind." + details.kind()),
                details.responsible(),
                Math.min(level, 5)));
        below.getOrDefault(unit.code(), List.of()).stream()
                .sorted(byName(day))
                .forEach(child -> add(child, level + 1, below, day, rows));
    }

    static Comparator<Unit> byName(LocalDate day) {
        java.text.Collator swedish = java.text.Collator.getInstance(Texts.SWEDISH);
        return (one, other) -> swedish.compare(
                one.nearest(day).name(),
                Objects.requireNonNull(other.nearest(day).name()));
    }
}
