package se.fardplan.charts;

import java.util.List;

/**
 * A finished chart (färdig figur), the same for page, PDF and Word.
 *
 * @param svg     one {@code <svg>} element with title, description and alt text; no style attributes, no classes
 * @param title   the chart's point
 * @param summary the text that stands for the picture; never empty
 * @param width   natural width in CSS pixels
 * @param height  natural height in CSS pixels
 * @param labels  every text in the picture, where it ended up
 * @param notes   whole sentences that must be printed below the figure, such as where a broken axis begins; often empty
 */
public record Drawing(
        String svg, String title, String summary, int width, int height, List<Box> labels, List<String> notes) {

    public Drawing {
        labels = List.copyOf(labels);
        notes = List.copyOf(notes);
    }
}
