package se.fardplan.people;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;
import se.fardplan.organisation.Unit;
import se.fardplan.organisation.UnitDetails;
import se.fardplan.organisation.UnitKind;

/**
 * What the form for a unit holds, as it was written (enhetsformulär).
 *
 * @param huvudman a principal's code; blank for an actor beside them
 * @param overordnad the code of the unit above; blank for none
 * @param fran the day it holds from
 * @param version the unit's, as this user saw it; blank for a new one
 */
record UnitForm(
        @Nullable String kod,
        @Nullable String namn,
        @Nullable String typ,
        @Nullable String huvudman,
        @Nullable String overordnad,
        @Nullable String ansvarig,
        @Nullable String fran,
        @Nullable String till,
        @Nullable String andraNamn,
        @Nullable String version) {

    static UnitForm blank(String principal) {
        return new UnitForm("", "", "", principal, "", "", Principals.today().toString(), "", "", "");
    }

    static UnitForm of(Unit unit) {
        LocalDate today = Principals.today();
        UnitDetails details = unit.nearest(today);
        return new UnitForm(
                unit.code(),
                details.name(),
                details.kind().name(),
                details.principal(),
                details.parent(),
                details.responsible(),
                today.toString(),
                unit.until() == null ? "" : unit.until().toString(),
                String.join("\n", unit.aliases()),
                Long.toString(unit.version()));
    }

    String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    UnitDetails details() {
        return new UnitDetails(text(namn), kind(), orNull(text(huvudman)), orNull(text(overordnad)), text(ansvarig));
    }

    LocalDate from() {
        LocalDate day = day(fran);
        return day == null ? Principals.today() : day;
    }

    @Nullable
    LocalDate until() {
        return day(till);
    }

    List<String> aliases() {
        return Arrays.stream(text(andraNamn).split("\\R"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    long seen() {
        return text(version).matches("\\d{1,18}") ? Long.parseLong(text(version)) : -1;
    }

    /** Refuses with {@code PEO-004} what is no day. */
    static @Nullable LocalDate day(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeParseException noDay) {
            Refusal refusal = new Refusal("PEO-004", written.strip());
            refusal.initCause(noDay);
            throw refusal;
        }
    }

    private UnitKind kind() {
        return Arrays.stream(UnitKind.values())
                .filter(kind -> kind.name().equals(typ))
                .findFirst()
                .orElseThrow(() -> new Refusal("PEO-005"));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
