package se.fardplan;

/** One step of the way to a page (brödsmula), such as {@code Nära för mig} at {@code /delmal/nara-for-mig}. */
public record Crumb(String name, String href) {}
