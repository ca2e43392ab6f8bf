package se.fardplan.organisation;

import org.jspecify.annotations.Nullable;

/**
 * A responsible authority (huvudman): a municipality or the region.
 *
 * @param code Kolada's four-character code, such as {@code 2080} or {@code 0020}; leading zeros are part of it
 * @param name the official name, such as {@code Falun} or {@code Region Dalarna}
 * @param tile its square in the county's tile map, null for a region
 */
public record Principal(
        String code, String name, Kind kind, @Nullable Tile tile) {

    /** What sort of authority it is. */
    public enum Kind {
        MUNICIPALITY,
        REGION
    }

    /**
     * A place in the tile map (kartogram).
     *
     * @param column from 0, west to east
     * @param row from 0, north to south
     */
    public record Tile(int column, int row) {}
}
