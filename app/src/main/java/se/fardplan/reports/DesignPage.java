package se.fardplan.reports;

import java.util.List;
import se.fardplan.charts.Glyph;

/** The living page of the look's grammar (utseendets grammatik): what {@code docs/design.md} decides, as it really is. */
record DesignPage(List<Colour> colours, List<Status> statuses, List<Figure> figures) {

    DesignPage {
        colours = List.copyOf(colours);
        statuses = List.copyOf(statuses);
        figures = List.copyOf(figures);
    }

    /** A colour with its use and its contrast as the reader's eye meets it, such as {@code 9,3}. */
    record Colour(String name, String hex, String use, String onWhite, String onPaper) {}

    /** A shape with the word that always goes with it. */
    record Status(String group, Glyph glyph, String word) {}
}
