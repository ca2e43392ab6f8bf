package se.fardplan.desk;

import se.fardplan.access.Scope;

/**
 * Something that can be found by its words (sökbar text); there is one for an address.
 *
 * @param kind what sort of thing it is, such as {@code unit}: the end of the message key {@code search.kind.unit}
 * @param address where it is, such as {@code /delmal/nara-for-mig}
 * @param text what it says beside its title, plain; may be empty
 * @param scope who may find it
 */
public record SearchText(String kind, String address, String title, String text, Scope scope) {}
