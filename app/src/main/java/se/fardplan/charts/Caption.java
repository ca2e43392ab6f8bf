package se.fardplan.charts;

import org.jspecify.annotations.Nullable;

/**
 * What a chart is called and says (diagrammets rubrik och sammanfattning).
 *
 * @param id      unique on the page; letters, digits and hyphens; the drawing adds its width, so one chart may be drawn
 *     both wide and narrow on the same page
 * @param title   a whole sentence with the chart's point
 * @param summary what a reader who cannot see the picture needs; {@code null}: the chart writes it from its own data
 */
public record Caption(String id, String title, @Nullable String summary) {

    public Caption {
        if (!id.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw new IllegalArgumentException("A caption's id is letters, digits and hyphens, but was: " + id);
        }
    }

    /** A caption whose summary the chart writes itself. */
    public static Caption of(String id, String title) {
        return new Caption(id, title, null);
    }
}
