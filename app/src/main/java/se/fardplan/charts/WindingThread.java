package se.fardplan.charts;

import java.util.List;

/**
 * The start page's winding thread (tråden) with a stop for each sub-goal and its judgement.
 *
 * @param nodes one to eight, from the top
 */
public record WindingThread(Caption caption, List<Node> nodes) implements Chart {

    public WindingThread {
        nodes = List.copyOf(nodes);
    }

    @Override
    public Drawing render(Size size) {
        return new ThreadDrawing(this, size).draw();
    }

    /** One stop: its name, its judgement's shape and the word that always goes with the shape. */
    public record Node(String name, Glyph glyph, String word) {}
}
