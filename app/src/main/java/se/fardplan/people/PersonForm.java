package se.fardplan.people;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.PersonChange;
import se.fardplan.access.Role;

/** What the forms for a person's roles hold (formulär för roller). */
final class PersonForm {

    private PersonForm() {}

    /** Refusals: {@code PEO-006} no such role, {@code PEO-004} no day. */
    static PersonChange.Give give(
            UUID person, String role, String organisation, String unit, String from, String until) {
        LocalDate first = UnitForm.day(from);
        return new PersonChange.Give(
                person,
                new CurrentUser.Grant(role(role), orNull(organisation), orNull(unit)),
                first == null ? Principals.today() : first,
                UnitForm.day(until));
    }

    private static Role role(String written) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(written))
                .findFirst()
                .orElseThrow(() -> new Refusal("PEO-006"));
    }

    static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
