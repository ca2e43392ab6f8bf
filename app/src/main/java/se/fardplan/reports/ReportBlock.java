package se.fardplan.reports;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.fardplan.charts.Glyph;

/** A piece of a report that stands by itself (block). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReportBlock.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = ReportBlock.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = ReportBlock.Bullets.class, name = "bullets"),
    @JsonSubTypes.Type(value = ReportBlock.Table.class, name = "table"),
    @JsonSubTypes.Type(value = ReportBlock.Figure.class, name = "figure"),
    @JsonSubTypes.Type(value = ReportBlock.Judgements.class, name = "judgements"),
    @JsonSubTypes.Type(value = ReportBlock.Note.class, name = "note")
})
sealed interface ReportBlock {

    /** A heading within a section (mellanrubrik), one level below the section's own. */
    record Heading(String text) implements ReportBlock {}

    /** Running text (stycke). */
    record Paragraph(Voice voice, String text) implements ReportBlock {}

    /** Who speaks in a paragraph, and how loud (röst). */
    enum Voice {
        PLAIN,
        /** The section's first, larger sentence. */
        LEAD,
        /** Written by the program: a neutral description, marked as such. */
        AUTOMATIC,
        /** A source, a signature: smaller in weight, never in legibility. */
        QUIET
    }

    /** A list (punktlista). */
    record Bullets(boolean numbered, List<String> items) implements ReportBlock {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /**
     * A table with one header row (tabell); the first cell of each row is its header.
     *
     * @param caption what the table holds; read out before it
     * @param source under the table, empty when the section says it
     */
    record Table(String caption, List<Column> columns, List<List<Cell>> rows, String source) implements ReportBlock {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Cell> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("table \"%s\" has %d columns, a row of it has %d cells"
                            .formatted(caption, columns.size(), row.size()));
                }
            }
        }
    }

    /**
     * A column (kolumn).
     *
     * @param share its part of the width, against the other columns' shares
     */
    record Column(String header, boolean number, int share) {}

    /** A cell (cell). */
    record Cell(String text, @Nullable Glyph glyph) {

        static Cell of(String text) {
            return new Cell(text, null);
        }
    }

    /**
     * A chart with all that must stand beside it (figur).
     *
     * @param anchor unique within the report
     * @param title a whole point
     * @param measure what is measured, and the unit
     * @param drawings for paper and wide windows; one for a telephone stands in {@code narrow}
     * @param judgements beside the drawing; empty where none are made
     * @param band what the drawing's light band is; null where it has none
     * @param summary what must be said beside the drawing; its own {@code alt} tells what it shows
     * @param tables the values drawn; more than one where the years are too many for a line
     * @param source where the values come from, with the vintage's date
     */
    record Figure(
            String anchor,
            String title,
            String measure,
            List<Drawing> drawings,
            @Nullable Drawing narrow,
            List<Judgement> judgements,
            @Nullable String band,
            String summary,
            List<Table> tables,
            String source,
            boolean example)
            implements ReportBlock {
        public Figure {
            drawings = List.copyOf(drawings);
            judgements = List.copyOf(judgements);
            tables = List.copyOf(tables);
        }

        /** Its tables as one: rows by their header, columns in order. */
        Table whole() {
            List<Column> columns =
                    new ArrayList<>(List.of(tables.getFirst().columns().getFirst()));
            Map<String, List<Cell>> rows = new LinkedHashMap<>();
            for (Table part : tables) {
                int filled = columns.size();
                columns.addAll(part.columns().subList(1, part.columns().size()));
                for (List<Cell> row : part.rows()) {
                    List<Cell> line = rows.computeIfAbsent(
                            row.getFirst().text(), unused -> new ArrayList<>(List.of(row.getFirst())));
                    while (line.size() < filled) {
                        line.add(Cell.of(""));
                    }
                    line.addAll(row.subList(1, row.size()));
                }
                for (List<Cell> line : rows.values()) {
                    while (line.size() < columns.size()) {
                        line.add(Cell.of(""));
                    }
                }
            }
            return new Table(tables.getFirst().caption(), columns, List.copyOf(rows.values()), "");
        }
    }

    /**
     * An SVG drawing (bild).
     *
     * @param svg a whole {@code <svg>} element with an {@code alt} of its own, whose text is at least 16 px
     * @param alt what it shows, for one who does not see it
     * @param width in px, 650 across the page
     * @param height in px
     */
    record Drawing(String svg, String alt, int width, int height) {}

    /** Judgements side by side, never added up (omdömen). */
    record Judgements(List<Judgement> items) implements ReportBlock {
        public Judgements {
            items = List.copyOf(items);
        }
    }

    /** One judgement: what is judged, a form and a word (omdöme). */
    record Judgement(String label, Glyph glyph, String word) {}

    /** Something the reader must know before reading on (notis). */
    record Note(Tone tone, String title, String text) implements ReportBlock {}

    /** What sort of note (ton). */
    enum Tone {
        /** Something is not here yet, and why. */
        MISSING,
        /** Read with care. */
        CAUTION
    }
}
