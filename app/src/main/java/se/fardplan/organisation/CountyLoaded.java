package se.fardplan.organisation;

/**
 * A county package was read into the database (länspaketet lästes in). Published in the transaction that did it.
 *
 * @param version the package's own version, such as {@code 1.0}
 * @param hash SHA-256 of its content
 * @param previousHash of what stood here before; empty at the first load
 */
public record CountyLoaded(String county, String version, String hash, String previousHash) {}
