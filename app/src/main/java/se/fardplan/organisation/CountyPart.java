package se.fardplan.organisation;

/**
 * What one room reads from the county package (länspaketet). Each room has one bean of this kind.
 *
 * <p>Parts are checked all together before any is loaded, and loaded in one transaction, lower rooms first
 * ({@code @Order}). Loading again replaces what the package owns and keeps what users have written.
 */
public interface CountyPart {

    /** Reads and checks this room's files; every problem is reported with file and line. */
    void check(CountyPackage county, Problems problems);

    /** Writes this room's content; called only when no part found a problem. */
    void load(CountyPackage county);
}
