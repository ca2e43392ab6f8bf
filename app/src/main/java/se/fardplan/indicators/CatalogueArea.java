package se.fardplan.indicators;

import java.util.List;

/**
 * An area as Kolada names it (område): a municipality, a region, the nation or a group.
 *
 * @param code four digits, or {@code G} and digits for a group
 * @param kind K for a municipality, L for a region and the nation, G for a group, as Kolada types them
 * @param members of a group, by code; empty for the others
 */
public record CatalogueArea(String code, String title, Kind kind, List<String> members) {

    /** Kolada's types of area. */
    public enum Kind {
        K,
        L,
        G
    }

    public CatalogueArea {
        members = List.copyOf(members);
    }
}
