package se.fardplan.sheets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.fardplan.Texts;

/** Reads found rows by a template (inläsare): which column is which field, then cell by cell. */
final class TemplateReader {

    private static final Texts TEXTS = Texts.standing();

    private final Map<Integer, CellReader> columns = new TreeMap<>();
    private final Headers headers;
    private final List<CellProblem> problems;

    private TemplateReader(Headers headers) {
        this.headers = headers;
        this.problems = new ArrayList<>(headers.problems());
        headers.fields().forEach((column, field) -> columns.put(column, new CellReader(field)));
    }

    /** @param rows the headers first */
    static Reading read(Template template, List<FoundRow> rows) {
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        return new TemplateReader(Headers.of(template, rows.getFirst(), width)).read(rows.subList(1, rows.size()));
    }

    private Reading read(List<FoundRow> rows) {
        List<Line> lines = new ArrayList<>(rows.size());
        for (FoundRow row : rows) {
            refuseUnnamed(row);
            if (columns.keySet().stream().anyMatch(column -> !row.cell(column).isBlank())) {
                lines.add(line(row));
            }
        }
        problems.sort(CellProblem.IN_READING_ORDER);
        return new Reading(lines, problems, headers.places());
    }

    /** Once for each column, at the first row where something stands in it. */
    private void refuseUnnamed(FoundRow row) {
        headers.unnamed().removeIf(column -> {
            Found found = row.cell(column);
            if (!found.isBlank()) {
                String sentence = TEXTS.of("sheets.problem.no-header");
                String letters = CellProblem.letters(column);
                problems.add(new CellProblem(row.number(), letters, "", found.written(), sentence));
            }
            return !found.isBlank();
        });
    }

    private Line line(FoundRow row) {
        Map<String, String> values = LinkedHashMap.newLinkedHashMap(columns.size());
        columns.forEach((column, reader) -> values.put(reader.key(), value(row, column, reader)));
        return new Line(row.number(), values);
    }

    private String value(FoundRow row, int column, CellReader reader) {
        Found found = row.cell(column);
        return switch (reader.read(found)) {
            case CellReader.Usable usable -> usable.value();
            case CellReader.Unusable unusable -> {
                String header = headers.header(reader.key());
                String letters = CellProblem.letters(column);
                problems.add(new CellProblem(row.number(), letters, header, found.written(), unusable.sentence()));
                yield found.written();
            }
        };
    }
}
