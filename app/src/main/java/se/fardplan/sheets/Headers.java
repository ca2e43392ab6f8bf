package se.fardplan.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.sheets.Template.Field;

/**
 * Which column of a file is which field (rubriker).
 *
 * @param fields by column, the first is 0
 * @param places every field of the template
 * @param unnamed columns without a header
 */
record Headers(
        Map<Integer, Field> fields,
        Map<String, Reading.Place> places,
        List<Integer> unnamed,
        List<CellProblem> problems) {

    private static final Texts TEXTS = Texts.standing();
    private static final String IGNORED = Wording.asHeader(Sheet.SOURCE);

    static Headers of(Template template, FoundRow head, int width) {
        Headers headers = new Headers(new TreeMap<>(), new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        for (int column = 0; column < width; column++) {
            headers.add(
                    template,
                    head.number(),
                    column,
                    Wording.tidy(head.cell(column).written()));
        }
        if (headers.fields.isEmpty()) {
            throw new Refusal("SHT-009", names(template));
        }
        template.fields().forEach(field -> headers.addMissing(field, head.number()));
        return headers;
    }

    /** The field's header as the file has it. */
    String header(String key) {
        return Objects.requireNonNull(places.get(key)).header();
    }

    private void add(Template template, int row, int column, String header) {
        Field field = find(template, header);
        String letters = CellProblem.letters(column);
        if (header.isEmpty()) {
            unnamed.add(column);
        } else if (field == null) {
            if (!Wording.asHeader(header).equals(IGNORED)) {
                String sentence = TEXTS.of("sheets.problem.unknown-header", names(template));
                problems.add(new CellProblem(row, letters, header, header, sentence));
            }
        } else if (places.putIfAbsent(field.key(), new Reading.Place(letters, header)) == null) {
            fields.put(column, field);
        } else {
            problems.add(new CellProblem(row, letters, header, header, TEXTS.of("sheets.problem.header-twice")));
        }
    }

    private void addMissing(Field field, int row) {
        boolean missing = places.putIfAbsent(field.key(), new Reading.Place("", field.header())) == null;
        if (missing && field.mandatory()) {
            String sentence = TEXTS.of("sheets.problem.no-column", field.header());
            problems.add(new CellProblem(row, "", field.header(), "", sentence));
        }
    }

    private static @Nullable Field find(Template template, String header) {
        String sought = Wording.asHeader(header);
        return template.fields().stream()
                .filter(field -> field.headers().anyMatch(sought::equals))
                .findFirst()
                .orElse(null);
    }

    private static String names(Template template) {
        return template.fields().stream().map(Field::header).collect(Collectors.joining(", "));
    }
}
