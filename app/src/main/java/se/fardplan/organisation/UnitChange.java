package se.fardplan.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change of the tree of units (ändring av enhet); {@code version} is the unit's, as the one who changes it saw it. */
public sealed interface UnitChange {

    /**
     * A new unit.
     *
     * @param code empty to be given one
     * @param until its last day; null while it goes on
     */
    record Add(
            String code,
            UnitDetails details,
            LocalDate from,
            @Nullable LocalDate until) implements UnitChange {}

    /** From {@code day} on the unit stands as {@code details} say. */
    record Change(String code, long version, UnitDetails details, LocalDate day) implements UnitChange {}

    /** The unit ends with {@code lastDay}; null lets it go on. */
    record End(String code, long version, @Nullable LocalDate lastDay) implements UnitChange {}

    /** The unit becomes part of {@code into} from {@code day} on. */
    record Merge(String code, long version, String into, LocalDate day) implements UnitChange {}

    /** The other names that the unit is found by. */
    record Name(String code, long version, List<String> aliases) implements UnitChange {}
}
