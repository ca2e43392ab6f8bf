package se.fardplan.organisation;

import org.jspecify.annotations.Nullable;

/**
 * What may change about a unit from one day to the next (enhetens uppgifter).
 *
 * @param principal the code of the principal it belongs to; null for an actor beside the principals
 * @param parent the code of the unit above it; null where it stands directly below its principal
 * @param responsible the role that answers for it, such as {@code Enhetschef}; empty when not said
 */
public record UnitDetails(
        String name,
        UnitKind kind,
        @Nullable String principal,
        @Nullable String parent,
        String responsible) {

    public UnitDetails {
        name = name.strip();
        responsible = responsible.strip();
    }

    UnitDetails below(@Nullable String other) {
        return new UnitDetails(name, kind, principal, other, responsible);
    }
}
