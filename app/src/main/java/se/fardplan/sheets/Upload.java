package se.fardplan.sheets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import se.fardplan.Refusal;

/** A file that came in (inlämnad fil): what it is, and its rows. */
final class Upload {

    static final int MOST_BYTES = 10 * 1024 * 1024;
    static final int MOST_ROWS = 50_000;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    /** The stream that holds a file with a password, named as OLE names it. */
    private static final String ENCRYPTED = "EncryptedPackage";

    private Upload() {}

    /** The rows that are not blank, the headers first; at least two. */
    static List<FoundRow> rows(String title, String fileName, byte[] content) {
        if (content.length > MOST_BYTES) {
            throw new Refusal("SHT-001", fileName, MOST_BYTES / 1024 / 1024);
        }
        List<FoundRow> rows = startsWith(content, ZIP)
                ? XlsxRows.read(title, fileName, content)
                : startsWith(content, OLE) ? older(fileName, content) : CsvRows.read(fileName, content);
        if (rows.size() > MOST_ROWS + 1) {
            throw new Refusal("SHT-002", fileName, MOST_ROWS);
        }
        if (rows.size() < 2) {
            throw new Refusal("SHT-003", fileName);
        }
        return rows;
    }

    private static List<FoundRow> older(String fileName, byte[] content) {
        boolean encrypted = new String(content, StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .contains(ENCRYPTED);
        throw new Refusal(encrypted ? "SHT-004" : "SHT-005", fileName);
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }
}
