package se.fardplan.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key figure as Kolada's own catalogue describes it (katalogpost).
 *
 * @param title null for an id that has values but was never in a catalogue we have read
 * @param description Kolada's own text; empty when there is none
 * @param dividedBySex null when not told
 * @param level null when not told
 * @param preliminaryOn the day preliminary values for {@code publishedPeriod} come; null when none do
 * @param publishedOn the day the next final values are expected; null for a retired key figure
 * @param publishedPeriod the period the next publication holds, such as {@code 2025}
 * @param retiredAfter the last year of a retired key figure, read from {@code (-2024)} in its title; null while it lives
 * @param vanished true when Kolada's catalogue no longer has the id, or never had it
 * @param formerTitles earlier titles, the latest first
 */
public record CatalogueEntry(
        String id,
        @Nullable String title,
        String description,
        @Nullable Boolean dividedBySex,
        KeyFigure.@Nullable Level level,
        @Nullable LocalDate preliminaryOn,
        @Nullable LocalDate publishedOn,
        @Nullable String publishedPeriod,
        @Nullable Integer retiredAfter,
        boolean vanished,
        List<String> formerTitles) {

    private static final Pattern SOURCE = Pattern.compile("(?i)källa\\s*:\\s*");

    public CatalogueEntry {
        formerTitles = List.copyOf(formerTitles);
    }

    /** The original source: what stands after the last "Källa:" of the description; empty when there is none. */
    public String originalSource() {
        Matcher found = SOURCE.matcher(description);
        int from = -1;
        while (found.find()) {
            from = found.end();
        }
        return from < 0 ? "" : description.substring(from).replaceAll("\\s*\\.?\\s*$", "");
    }
}
