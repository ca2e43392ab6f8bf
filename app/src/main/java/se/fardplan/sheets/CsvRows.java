package se.fardplan.sheets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.fardplan.Refusal;

/** The rows of a CSV file in any of the forms that spreadsheet programs write. */
final class CsvRows {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** Å, ä, ö and é in UTF-8, read as Windows-1252: some other byte in the file is broken. */
    private static final Pattern BROKEN_UTF_8 = Pattern.compile("\u00C3[\u2026\u201E\u2013\u00A5\u00A4\u00B6\u00A9]");

    private CsvRows() {}

    static List<FoundRow> read(String fileName, byte[] content) {
        String text = text(fileName, content);
        char separator = Stream.of(';', ',', '\t')
                .max(Comparator.comparingInt(candidate -> fields(text, candidate)))
                .orElseThrow();
        CsvScanner scanner = new CsvScanner(text, separator);
        List<FoundRow> rows = new ArrayList<>();
        for (int number = 1; scanner.hasNext() && rows.size() < Upload.MOST_ROWS + 2; number++) {
            FoundRow row = new FoundRow(number, found(scanner.next()));
            if (!row.isBlank()) {
                rows.add(row);
            }
        }
        if (scanner.endsInQuotes()) {
            throw new Refusal("SHT-008", fileName);
        }
        return rows;
    }

    private static String text(String fileName, byte[] content) {
        if (startsWith(content, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE.decode(afterMark(content)).toString();
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE.decode(afterMark(content)).toString();
        }
        String text = eightBits(fileName, content);
        if (text.indexOf('\0') >= 0 || text.startsWith("%PDF")) {
            throw new Refusal("SHT-006", fileName);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String eightBits(String fileName, byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            String text = new String(content, WINDOWS_1252);
            if (BROKEN_UTF_8.matcher(text).find()) {
                throw new Refusal("SHT-008", fileName);
            }
            return text;
        }
    }

    private static boolean startsWith(byte[] content, int first, int second) {
        return content.length >= 2 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
    }

    private static ByteBuffer afterMark(byte[] content) {
        return ByteBuffer.wrap(content, 2, content.length - 2);
    }

    /** In the first row, so that separators within words of later rows mean nothing. */
    private static int fields(String text, char separator) {
        CsvScanner scanner = new CsvScanner(text, separator);
        return scanner.hasNext() ? scanner.next().size() : 0;
    }

    private static List<Found> found(List<String> fields) {
        return fields.stream()
                .<Found>map(field -> new Found.Words(Harmless.back(field)))
                .toList();
    }
}
