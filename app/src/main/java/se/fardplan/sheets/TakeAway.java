package se.fardplan.sheets;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What a page gives away as a file (ta med): the answer to a request for it. */
public final class TakeAway {

    private TakeAway() {}

    /** @param ending {@code xlsx} or {@code csv} */
    public static ResponseEntity<byte[]> table(Sheet sheet, String name, String ending) {
        return file(name, ending, ending.equals("csv") ? sheet.csv() : sheet.xlsx());
    }

    /** @param ending {@code xlsx}, {@code csv}, {@code svg} or {@code ics}; it tells the kind of the file too */
    public static ResponseEntity<byte[]> file(String name, String ending, byte[] body) {
        String attachment = ContentDisposition.attachment()
                .filename(name + "." + ending)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type(ending)))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment)
                .body(body);
    }

    /** Where the file of a page is: its ending stands before the question, as in {@code /nyckeltal.csv?visa=alla}. */
    public static String address(String page, String ending) {
        int question = page.indexOf('?');
        return question < 0
                ? page + "." + ending
                : page.substring(0, question) + "." + ending + page.substring(question);
    }

    private static String type(String ending) {
        return switch (ending) {
            case "csv" -> "text/csv;charset=UTF-8";
            case "svg" -> "image/svg+xml";
            case "ics" -> "text/calendar;charset=UTF-8";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            default -> throw new IllegalArgumentException("no file ends in ." + ending);
        };
    }
}
