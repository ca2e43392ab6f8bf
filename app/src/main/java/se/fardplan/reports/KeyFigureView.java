package se.fardplan.reports;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.fardplan.indicators.Comparison;
import se.fardplan.organisation.Principal;

/**
 * One key figure as it is about to be shown (vy): what is compared, and how its values are written and signed.
 *
 * @param measure what is measured, and the unit
 * @param raw the source line of values as they came
 * @param processed the source line of anything that holds our own figures
 * @param places squares of the tile map by municipality
 * @param focus the area the reader chose; null for the county
 */
record KeyFigureView(
        Comparison comparison,
        Amounts amounts,
        String measure,
        String raw,
        String processed,
        Map<String, Principal.Tile> places,
        @Nullable String focus) {

    KeyFigureView {
        places = Map.copyOf(places);
    }

    /** The same without the years before {@code year}; the judgements still rest on all of them. */
    KeyFigureView from(int year) {
        return new KeyFigureView(comparison.from(year), amounts, measure, raw, processed, places, focus);
    }

    /** The source line; Kolada may not be named as the source of what we computed. */
    String source(boolean computed) {
        return computed || comparison.computed() ? processed : raw;
    }

    /** Unique on a page that shows several key figures. */
    String id(KeyFigureCharts.Form form) {
        return comparison.figure().code().toLowerCase(Locale.ROOT) + "-" + form.word;
    }

    String title(String what) {
        return comparison.figure().name() + ": " + what;
    }

    /** Where the chart can be taken away. */
    String address(KeyFigureCharts.Form form) {
        String path = "/nyckeltal/" + comparison.figure().code() + "/diagram/" + form.word;
        return focus == null ? path : path + "?omrade=" + focus;
    }
}
