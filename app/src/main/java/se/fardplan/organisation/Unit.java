package se.fardplan.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unit of a principal, or an actor beside them, through its whole life (enhet).
 *
 * @param code what it is known by in addresses and files; never changes
 * @param periods in order and without gaps, at least one
 * @param mergedInto the code of the unit that it became part of; null when it did not
 * @param aliases other names it is found by
 * @param version grows by each change
 */
public record Unit(
        String code, List<UnitPeriod> periods, @Nullable String mergedInto, List<String> aliases, long version) {

    public Unit {
        periods = List.copyOf(periods);
        aliases = List.copyOf(aliases);
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("unit " + code + " has no period");
        }
    }

    public LocalDate from() {
        return periods.getFirst().from();
    }

    /** The last day; null while it goes on. */
    public @Nullable LocalDate until() {
        return periods.getLast().until();
    }

    /** How it stands on {@code day}; empty before it began and after it ended. */
    public Optional<UnitDetails> on(LocalDate day) {
        return periods.stream()
                .filter(period -> period.holdsOn(day))
                .map(UnitPeriod::details)
                .findFirst();
    }

    /** How it stands on {@code day}, else how it began or ended. */
    public UnitDetails nearest(LocalDate day) {
        return on(day).orElseGet(() -> day.isBefore(from())
                ? periods.getFirst().details()
                : periods.getLast().details());
    }

    /** Every name it goes or went by other than today's. */
    public List<String> otherNames(LocalDate day) {
        return Stream.concat(periods.stream().map(period -> period.details().name()), aliases.stream())
                .distinct()
                .filter(name -> !name.equals(nearest(day).name()))
                .toList();
    }

    /** The same unit with {@code details} from {@code day} to its end. */
    Unit changedFrom(LocalDate day, UnitDetails details) {
        LocalDate last = until();
        List<UnitPeriod> changed = before(day);
        changed.add(new UnitPeriod(day.isBefore(from()) ? from() : day, last, details));
        return new Unit(code, changed, mergedInto, aliases, version);
    }

    /** The same unit, standing below {@code other} wherever it would stand below {@code above} on {@code day} or later. */
    Unit movedFrom(LocalDate day, String above, String other) {
        List<UnitPeriod> moved = before(day);
        for (UnitPeriod period : periods) {
            if (period.until() == null || !period.until().isBefore(day)) {
                UnitPeriod left = period.startingOn(period.from().isBefore(day) ? day : period.from());
                moved.add(
                        above.equals(left.details().parent())
                                ? left.with(left.details().below(other))
                                : left);
            }
        }
        return new Unit(code, moved, mergedInto, aliases, version);
    }

    /** The same unit, ending on {@code lastDay}; null lets it go on. It becomes part of no other then. */
    Unit endingOn(@Nullable LocalDate lastDay) {
        List<UnitPeriod> left = lastDay == null ? new ArrayList<>(periods) : before(lastDay.plusDays(1));
        left.set(left.size() - 1, left.getLast().endingOn(lastDay));
        return new Unit(code, left, null, aliases, version);
    }

    Unit partOf(String other) {
        return new Unit(code, periods, other, aliases, version);
    }

    Unit known(List<String> names) {
        return new Unit(code, periods, mergedInto, names, version);
    }

    /** The periods that begin before {@code day}, the last of them cut off the day before. */
    private List<UnitPeriod> before(LocalDate day) {
        List<UnitPeriod> earlier = new ArrayList<>();
        for (UnitPeriod period : periods) {
            if (period.from().isBefore(day)) {
                boolean reaches = period.until() == null || !period.until().isBefore(day);
                earlier.add(reaches ? period.endingOn(day.minusDays(1)) : period);
            }
        }
        return earlier;
    }
}
