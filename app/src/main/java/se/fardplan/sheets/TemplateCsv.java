package se.fardplan.sheets;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fardplan.sheets.Template.Field;
import se.fardplan.sheets.Template.Kind;

/** Writes a template as CSV. */
final class TemplateCsv {

    private TemplateCsv() {}

    static byte[] write(Template template, List<Map<String, String>> rows) {
        Stream<String> head = template.fields().stream().map(field -> Csv.text(field.header()));
        return Csv.file(Stream.concat(
                Stream.of(head.collect(Collectors.joining(";"))), rows.stream().map(row -> line(template, row))));
    }

    private static String line(Template template, Map<String, String> row) {
        return template.fields().stream()
                .map(field -> cell(field, row.getOrDefault(field.key(), "")))
                .collect(Collectors.joining(";"));
    }

    private static String cell(Field field, String value) {
        return field.kind() == Kind.WHOLE && value.matches("-?\\d+") ? value : Csv.text(value);
    }
}
