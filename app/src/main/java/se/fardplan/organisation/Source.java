package se.fardplan.organisation;

/**
 * Where a loaded fact comes from (källa), as shown to the reader.
 *
 * @param title the document's title
 * @param place where in it, such as {@code rad 99–101} or {@code s. 16}
 */
public record Source(String title, String place) {}
