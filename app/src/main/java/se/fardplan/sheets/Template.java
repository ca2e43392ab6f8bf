package se.fardplan.sheets;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a table to fill in looks like (mall): it goes out as Excel or CSV, and what comes back is read by it.
 *
 * <p>Rows are maps from a field's key to its value as written: a day as {@code 2026-01-31}, a whole number in digits, and blank
 * where nothing is known.
 *
 * @param title also the worksheet's name, as far as Excel allows it
 * @param fields the columns in their order; keys and headers are each their own
 */
public record Template(String title, List<Field> fields) {

    /** What a column may hold (slag). */
    public enum Kind {
        TEXT,
        EMAIL,
        DATE,
        WHOLE,
        CHOICE
    }

    /**
     * One column of a template (fält).
     *
     * @param key its name in the code
     * @param header the heading it goes out with
     * @param mandatory true when it may not be left blank
     * @param choices the words a choice allows, as they are kept; empty for other kinds
     * @param help a sentence for the one who fills it in; may be blank
     * @param otherHeaders headings that are accepted as well when a file comes back
     */
    public record Field(
            String key,
            String header,
            Kind kind,
            boolean mandatory,
            List<String> choices,
            String help,
            List<String> otherHeaders) {

        public Field {
            choices = List.copyOf(choices);
            otherHeaders = List.copyOf(otherHeaders);
            if (choices.isEmpty() == (kind == Kind.CHOICE)) {
                throw new IllegalArgumentException(
                        "field %s is %s and has %d choices".formatted(key, kind, choices.size()));
            }
        }

        public static Field text(String key, String header) {
            return new Field(key, header, Kind.TEXT, false, List.of(), "", List.of());
        }

        public static Field email(String key, String header) {
            return new Field(key, header, Kind.EMAIL, false, List.of(), "", List.of());
        }

        public static Field date(String key, String header) {
            return new Field(key, header, Kind.DATE, false, List.of(), "", List.of());
        }

        public static Field whole(String key, String header) {
            return new Field(key, header, Kind.WHOLE, false, List.of(), "", List.of());
        }

        public static Field choice(String key, String header, List<String> choices) {
            return new Field(key, header, Kind.CHOICE, false, choices, "", List.of());
        }

        /** This field, which may not be left blank. */
        public Field required() {
            return new Field(key, header, kind, true, choices, help, otherHeaders);
        }

        /** This field with a sentence of help. */
        public Field help(String sentence) {
            return new Field(key, header, kind, mandatory, choices, sentence, otherHeaders);
        }

        /** This field, found under other headings too. */
        public Field also(String... headers) {
            return new Field(key, header, kind, mandatory, choices, help, List.of(headers));
        }

        Stream<String> headers() {
            return Stream.concat(Stream.of(header), otherHeaders.stream()).map(Wording::asHeader);
        }
    }

    public Template {
        fields = List.copyOf(fields);
        Set<String> keys = new HashSet<>();
        Set<String> headers = new HashSet<>();
        for (Field field : fields) {
            if (!keys.add(field.key()) || !field.headers().allMatch(headers::add)) {
                throw new IllegalArgumentException(
                        "\"%s\" has two fields %s, or two with one header".formatted(title, field.key()));
            }
        }
    }

    /** The field under {@code key}, which must be one of this template's. */
    public Field field(String key) {
        return fields.stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"%s\" has no field %s".formatted(title, key)));
    }

    /** A value as it is read when nobody has changed its cell: without blanks around, in one form for each letter. */
    public static String asRead(String value) {
        return Wording.tidy(value);
    }

    /** An Excel file with {@code rows} and, on a second sheet, how to fill it in; no rows make it blank. */
    public byte[] xlsx(List<Map<String, String>> rows) {
        return TemplateXlsx.write(this, rows);
    }

    /** CSV with {@code rows}, as Swedish spreadsheet programs read it. */
    public byte[] csv(List<Map<String, String>> rows) {
        return TemplateCsv.write(this, rows);
    }

    /**
     * Reads a file that was filled in: Excel (xlsx) by what it holds, anything else as CSV.
     *
     * <p>Refusals: {@code SHT-001} larger than 10 MB, {@code SHT-002} more than 50 000 rows, {@code SHT-003} no rows,
     * {@code SHT-004} password, {@code SHT-005} an older Excel form, {@code SHT-006} no table, {@code SHT-007} swells when
     * unpacked, {@code SHT-008} cut or damaged, {@code SHT-009} none of the headers.
     *
     * @param fileName as the user knows the file; shown in what is refused
     */
    public Reading read(String fileName, byte[] content) {
        return TemplateReader.read(this, Upload.rows(title, fileName, content));
    }
}
