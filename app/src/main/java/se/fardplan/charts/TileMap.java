package se.fardplan.charts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One equal square for each place, roughly where it lies (kartogram). Dark means high, never bad.
 *
 * @param limits at most three, ascending: a class begins at its limit, so three limits make four classes
 */
public record TileMap(Caption caption, Measure measure, List<Tile> tiles, List<Double> limits) implements Chart {

    public TileMap {
        tiles = List.copyOf(tiles);
        limits = List.copyOf(limits);
        if (limits.size() > 3) {
            throw new IllegalArgumentException("A tile map has at most four classes, but got limits " + limits);
        }
    }

    @Override
    public Drawing render(Size size) {
        return new TileMapDrawing(this, size).draw();
    }

    /**
     * One place.
     *
     * @param name   may hold soft hyphens (U+00AD) where it may be split
     * @param column from 1, left to right
     * @param row    from 1, top to bottom
     * @param value  {@code null} exactly where the mark carries no value
     */
    public record Tile(
            String name, int column, int row, @Nullable Double value, Mark mark) {
        public Tile {
            if ((value != null) != mark.valued()) {
                throw new IllegalArgumentException(name + ": the mark " + mark + " does not go with " + value);
            }
            if (value != null) {
                Point.checkDrawable(name, value);
            }
            if (column < 1 || row < 1) {
                throw new IllegalArgumentException(name + ": columns and rows count from 1");
            }
        }
    }
}
