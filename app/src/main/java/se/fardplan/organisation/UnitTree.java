package se.fardplan.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/**
 * All units through all time (enhetsträdet), and the rules that keep them a tree on every day.
 *
 * <p>A change that breaks a rule is refused and leaves the tree as it was. Refusals: {@code ORG-010} no name, {@code ORG-011}
 * a code that cannot be one, {@code ORG-012} a code in use, {@code ORG-013} no such unit above, {@code ORG-014} the unit
 * above is not there all the time, {@code ORG-015} it belongs to another principal, {@code ORG-016} it would stand below
 * itself, {@code ORG-017} units below it would lose it, {@code ORG-018} it ends before it begins, {@code ORG-019} the other
 * unit of a merger is not there that day, {@code ORG-020} no such unit, {@code ORG-021} changed by someone else meanwhile,
 * {@code ORG-022} a day outside its life.
 */
final class UnitTree {

    private static final String CODE = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,39}";
    /** Pages that stand where a unit's page would. */
    private static final Set<String> PAGES = Set.of("ny", "inlasning");

    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Set<String> touched = new HashSet<>();

    UnitTree(List<Unit> units) {
        units.forEach(unit -> this.units.put(key(unit.code()), unit));
    }

    Optional<Unit> find(String code) {
        return Optional.ofNullable(units.get(key(code)));
    }

    Unit get(String code) {
        return find(code).orElseThrow(() -> new Refusal("ORG-020", code));
    }

    /** The unit, if it is still as the one who changes it saw it. */
    Unit get(String code, long version) {
        Unit unit = get(code);
        if (unit.version() != version) {
            throw new Refusal("ORG-021", unit.periods().getLast().details().name());
        }
        return unit;
    }

    List<Unit> all() {
        return List.copyOf(units.values());
    }

    /** What has been added or changed since the tree was read. */
    List<Unit> changed() {
        return units.values().stream()
                .filter(unit -> touched.contains(key(unit.code())))
                .toList();
    }

    Unit add(String code, UnitDetails details, LocalDate from, @Nullable LocalDate until) {
        if (!code.matches(CODE) || PAGES.contains(key(code))) {
            throw new Refusal("ORG-011", code);
        }
        if (units.containsKey(key(code))) {
            throw new Refusal("ORG-012", code);
        }
        checkOrder(from, until);
        Unit unit = new Unit(code, List.of(new UnitPeriod(from, until, placed(details))), null, List.of(), 0);
        return replace(Map.of(key(code), unit), unit);
    }

    /** From {@code day} on the unit stands as {@code details} say; later changes that were planned give way. */
    Unit change(Unit unit, UnitDetails details, LocalDate day) {
        checkWithin(unit, day);
        Unit changed = unit.changedFrom(day, placed(details));
        return replace(Map.of(key(unit.code()), changed), changed);
    }

    /** {@code lastDay} is the unit's last; null lets it go on. */
    Unit end(Unit unit, @Nullable LocalDate lastDay) {
        checkOrder(unit.from(), lastDay);
        Unit ended = unit.endingOn(lastDay);
        return replace(Map.of(key(unit.code()), ended), ended);
    }

    /** From {@code day} on the unit is part of {@code into}, and the units below it stand below {@code into}. */
    Unit merge(Unit unit, Unit into, LocalDate day) {
        checkWithin(unit, day.minusDays(1));
        if (unit.code().equals(into.code()) || into.on(day).isEmpty()) {
            throw new Refusal("ORG-019", into.periods().getLast().details().name(), day.toString());
        }
        Map<String, Unit> after = new LinkedHashMap<>();
        for (Unit below : below(unit.code(), day)) {
            after.put(key(below.code()), below.movedFrom(day, unit.code(), into.code()));
        }
        Unit merged = unit.endingOn(day.minusDays(1)).partOf(into.code());
        after.put(key(unit.code()), merged);
        return replace(after, merged);
    }

    Unit name(Unit unit, List<String> aliases) {
        Unit named = unit.known(aliases);
        return replace(Map.of(key(unit.code()), named), named);
    }

    /** With the unit above as its own code is written. */
    private UnitDetails placed(UnitDetails details) {
        String parent = details.parent();
        return parent == null
                ? details
                : details.below(find(parent).map(Unit::code).orElse(parent));
    }

    /** Units that stand below {@code code} on {@code day} or later. */
    private List<Unit> below(String code, LocalDate day) {
        return units.values().stream()
                .filter(unit -> unit.periods().stream()
                        .anyMatch(period -> code.equals(period.details().parent())
                                && (period.until() == null || !period.until().isBefore(day))))
                .toList();
    }

    private Unit replace(Map<String, Unit> after, Unit result) {
        Map<String, @Nullable Unit> before = new LinkedHashMap<>();
        after.keySet().forEach(code -> before.put(code, units.get(code)));
        units.putAll(after);
        try {
            after.values().forEach(this::check);
            units.values().stream()
                    .filter(unit -> unit.periods().stream()
                            .anyMatch(period -> period.details().parent() != null
                                    && after.containsKey(key(period.details().parent()))))
                    .forEach(below -> checkAbove(below, "ORG-017"));
        } catch (Refusal refusal) {
            before.forEach(this::put);
            throw refusal;
        }
        touched.addAll(after.keySet());
        return result;
    }

    private void put(String key, @Nullable Unit unit) {
        if (unit == null) {
            units.remove(key);
        } else {
            units.put(key, unit);
        }
    }

    private void check(Unit unit) {
        for (UnitPeriod period : unit.periods()) {
            if (period.details().name().isEmpty()) {
                throw new Refusal("ORG-010");
            }
        }
        checkAbove(unit, "ORG-014");
    }

    /** @param lacking the refusal when the unit above is not there all the time */
    private void checkAbove(Unit unit, String lacking) {
        for (UnitPeriod period : unit.periods()) {
            String parent = period.details().parent();
            if (parent == null) {
                continue;
            }
            Unit above = find(parent).orElseThrow(() -> new Refusal("ORG-013", parent));
            String name = above.periods().getLast().details().name();
            if (period.from().isBefore(above.from())
                    || above.until() != null
                            && (period.until() == null || period.until().isAfter(above.until()))) {
                throw new Refusal(lacking, period.details().name(), name);
            }
            for (UnitPeriod higher : above.periods()) {
                if (higher.overlaps(period)
                        && !Objects.equals(
                                higher.details().principal(), period.details().principal())) {
                    throw new Refusal("ORG-015", period.details().name(), name);
                }
            }
            checkNoCircle(unit, period);
        }
    }

    /** The way up changes only on days when some period begins. */
    private void checkNoCircle(Unit unit, UnitPeriod period) {
        List<LocalDate> days = new ArrayList<>(List.of(period.from()));
        units.values().stream()
                .flatMap(other -> other.periods().stream())
                .map(UnitPeriod::from)
                .filter(period::holdsOn)
                .distinct()
                .forEach(days::add);
        for (LocalDate day : days) {
            if (depth(unit, day, 0) > units.size()) {
                throw new Refusal("ORG-016", period.details().name());
            }
        }
    }

    private int depth(Unit unit, LocalDate day, int sofar) {
        String parent = unit.on(day).map(UnitDetails::parent).orElse(null);
        Unit above = parent == null ? null : units.get(key(parent));
        return above == null || sofar > units.size() ? sofar : depth(above, day, sofar + 1);
    }

    private static void checkWithin(Unit unit, LocalDate day) {
        LocalDate until = unit.until();
        if (day.isBefore(unit.from()) || until != null && day.isAfter(until)) {
            throw new Refusal("ORG-022", day.toString());
        }
    }

    private static void checkOrder(LocalDate from, @Nullable LocalDate until) {
        if (until != null && until.isBefore(from)) {
            throw new Refusal("ORG-018", until.toString(), from.toString());
        }
    }

    private static String key(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
