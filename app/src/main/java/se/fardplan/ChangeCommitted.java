package se.fardplan;

/**
 * A change has been committed in this process (ändring gjord).
 *
 * @param number as {@link LastChange#number} counts it
 */
public record ChangeCommitted(long number) {}
