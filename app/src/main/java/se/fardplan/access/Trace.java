package se.fardplan.access;

import java.time.Instant;

/**
 * What someone did to a thing (ändringsrad).
 *
 * @param act a stable word; its text is the message {@code log.act.<act>}
 * @param detail what changed, as before → after; may be empty
 */
public record Trace(Instant at, String by, String act, String detail) {}
