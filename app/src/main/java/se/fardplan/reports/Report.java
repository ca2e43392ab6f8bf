package se.fardplan.reports;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.fardplan.charts.Glyph;

/**
 * A year's report as content, before it is a web page, a PDF or a Word file (årsrapport).
 *
 * <p>It holds every word, figure and drawing that a reader meets, so that a frozen report needs no other room to be shown
 * again.
 *
 * @param publisher who stands behind it, such as {@code RSS Dalarna}
 * @param vintage the import its figures are read from; null while nothing has been imported
 * @param draft true until the year is frozen
 * @param demo true where the values are exempeldata
 * @param cover the cover's drawing of the road and today's place on it
 * @param words the few words that the three forms put around the content, such as over the table of contents
 */
record Report(
        int year,
        String county,
        String title,
        String subtitle,
        String publisher,
        @Nullable Cut vintage,
        boolean draft,
        boolean demo,
        ReportBlock.Drawing cover,
        Words words,
        List<Part> parts) {

    Report {
        parts = List.copyOf(parts);
    }

    /** Every section of every part, in order. */
    List<Section> sections() {
        return parts.stream().flatMap(part -> part.sections().stream()).toList();
    }

    /** False for what is short enough to be read without a table of contents. */
    boolean hasContents() {
        return !words.contents().isEmpty();
    }

    /** The same content with the draft mark on or off. */
    Report asDraft(boolean on) {
        return new Report(year, county, title, subtitle, publisher, vintage, on, demo, cover, words, parts);
    }

    /**
     * Which figures the report stands on (snitt).
     *
     * @param number the vintage's number
     * @param line as the reader sees it, such as {@code Årgång 3 av data, hämtad 2026-03-23}
     */
    record Cut(long number, LocalDate asOf, String line) {}

    /**
     * The words around the content (ord).
     *
     * @param contents over the table of contents; empty for a report without one
     * @param draft on cover and every page of a draft
     * @param demo on cover and every page with exempeldata
     * @param table over the table of a chart, where the web page folds it away
     * @param forms what a judgement's shape looks like, for one who hears the PDF
     * @param automatic beside each sentence that the program wrote
     */
    record Words(
            String product,
            String contents,
            String draft,
            String demo,
            String table,
            String automatic,
            String page,
            String sourceLine,
            Map<Glyph, String> forms) {
        Words {
            forms = Collections.unmodifiableMap(new EnumMap<>(forms));
        }
    }

    /** A part that starts on a page of its own (del): the summary, the report, the appendices. */
    record Part(String title, List<Section> sections) {
        Part {
            sections = List.copyOf(sections);
        }
    }

    /**
     * A numbered section (avsnitt).
     *
     * @param number as printed, such as {@code 4.1} or {@code A}; empty in the summary
     * @param anchor unique within the report, also the section's place in addresses
     * @param level 1, or 2 for a section within the one before
     */
    record Section(String number, String anchor, String title, int level, List<ReportBlock> blocks) {
        Section {
            blocks = List.copyOf(blocks);
        }

        /** Number and title as one line. */
        String heading() {
            return number.isEmpty() ? title : number + " " + title;
        }
    }
}
