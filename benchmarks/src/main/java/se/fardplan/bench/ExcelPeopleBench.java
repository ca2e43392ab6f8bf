package se.fardplan.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import se.fardplan.sheets.Matching;
import se.fardplan.sheets.Preview;
import se.fardplan.sheets.Template;
import se.fardplan.sheets.Template.Field;

/**
 * Ten thousand people from an Excel file, every cell judged and laid beside the ten thousand who stand, against
 * fastexcel-reader taking the same cells out of the same file and nothing more.
 */
final class ExcelPeopleBench {

    private static final int PEOPLE = 10_000;
    private static final double SECONDS_LIMIT = 5;
    private static final List<String> ROLES = List.of("Enhetschef", "Lokal processledare", "Chef i nätverket");
    private static final List<String> UNITS =
            IntStream.range(0, 400).mapToObj("Hemtjänst område %03d"::formatted).toList();
    private static final Template TEMPLATE = new Template(
            "Personer",
            List.of(
                    Field.email("email", "E-post").required(),
                    Field.text("first", "Förnamn").required(),
                    Field.text("last", "Efternamn").required(),
                    Field.text("title", "Titel"),
                    Field.text("principal", "Huvudmannens kod"),
                    Field.choice("unit", "Enhet", UNITS),
                    Field.choice("role", "Roll", ROLES),
                    Field.date("from", "Från och med"),
                    Field.date("to", "Till och med"),
                    Field.whole("share", "Andel i procent")));
    private static final Matching BY_EMAIL = new Matching(TEMPLATE, "email", "email", Matching.Absent.ENDS);

    private ExcelPeopleBench() {}

    static boolean run() throws Exception {
        List<Map<String, String>> standing =
                IntStream.range(0, PEOPLE).mapToObj(ExcelPeopleBench::person).toList();
        byte[] file = TEMPLATE.xlsx(
                IntStream.range(0, PEOPLE).mapToObj(ExcelPeopleBench::changed).toList());
        System.err.printf("%d people, a file of %d bytes%n", PEOPLE, file.length);
        for (int warming = 0; warming < 3; warming++) {
            ours(file, standing);
            peer(file);
        }
        Interleaved measured = Interleaved.of(() -> ours(file, standing), () -> peer(file));
        measured.print("excel-people", "s", "limit ours<=5 s; peer: fastexcel-reader, the same cells and no judgement");
        return measured.ours() <= SECONDS_LIMIT;
    }

    private static double ours(byte[] file, List<Map<String, String>> standing) {
        long begun = System.nanoTime();
        Preview preview = BY_EMAIL.preview(TEMPLATE.read("personer.xlsx", file), standing);
        double seconds = (System.nanoTime() - begun) / 1e9;
        List<Integer> counted = List.of(
                preview.added(),
                preview.changed(),
                preview.ended(),
                preview.unchanged(),
                preview.problems().size());
        if (!counted.equals(List.of(100, 1_980, 100, 7_920, 0))) {
            throw new IllegalStateException("expected 100 added, 1980 changed, 100 ended, got " + counted);
        }
        return seconds;
    }

    private static double peer(byte[] file) throws IOException {
        long begun = System.nanoTime();
        long letters = 0;
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            letters = rows.mapToLong(row -> row.stream()
                            .mapToLong(cell -> cell == null ? 0 : cell.getText().length())
                            .sum())
                    .sum();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (letters < PEOPLE) {
            throw new IllegalStateException("the file held only " + letters + " letters");
        }
        return seconds;
    }

    private static Map<String, String> person(int number) {
        Map<String, String> person = new HashMap<>();
        person.put("email", "person.%05d@norrby.se".formatted(number));
        person.put("first", "Åsa-" + number);
        person.put("last", "Öberg");
        person.put("title", "Sjuksköterska");
        person.put("principal", "0020");
        person.put("unit", UNITS.get(number % UNITS.size()));
        person.put("role", ROLES.get(number % ROLES.size()));
        person.put("from", LocalDate.of(2026, 1, 1).plusDays(number % 300).toString());
        person.put("to", "");
        person.put("share", Integer.toString(number % 100 + 1));
        return person;
    }

    /** A hundred new people for the first hundred, and another title for every fifth. */
    private static Map<String, String> changed(int number) {
        Map<String, String> person = person(number < 100 ? number + PEOPLE : number);
        if (number >= 100 && number % 5 == 0) {
            person.put("title", "Chef");
        }
        return person;
    }
}
