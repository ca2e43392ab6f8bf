package se.fardplan.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.sheets.Cell;
import se.fardplan.sheets.Sheet;

/** The audit log to read (loggen). */
@Controller
class AuditController {

    private static final int PAGE = 100;
    private static final int MOST_IN_FILE = 100_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Accounts.ZONE);

    private final AuditLog log;
    private final Access access;
    private final Texts texts;

    /** What the search form holds (sökvillkor), by its Swedish field names; blank means any. */
    record Form(
            @Nullable String person,
            @Nullable String handling,
            @Nullable String fran,
            @Nullable String till) {

        Form {
            person = blankToNull(person);
            handling = blankToNull(handling);
            fran = blankToNull(fran);
            till = blankToNull(till);
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }

        AuditLog.Search search(@Nullable Long below) {
            return new AuditLog.Search(person, handling, start(fran, 0), start(till, 1), below);
        }

        private static @Nullable Instant start(@Nullable String day, int plusDays) {
            try {
                return day == null
                        ? null
                        : LocalDate.parse(day)
                                .plusDays(plusDays)
                                .atStartOfDay(Accounts.ZONE)
                                .toInstant();
            } catch (DateTimeParseException unreadable) {
                throw new Refusal("ACC-030", day);
            }
        }

        /** The form as an address carries it. */
        String query() {
            return Stream.of(pair("person", person), pair("handling", handling), pair("fran", fran), pair("till", till))
                    .filter(pair -> !pair.isEmpty())
                    .collect(Collectors.joining("&"));
        }

        private static String pair(String name, @Nullable String value) {
            return value == null ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    /** A row as the page shows it (rad). */
    record Row(long seq, String at, String person, String act, String subject, String detail) {}

    /** @param older the address of the rows before these; null when there are none */
    record AuditPage(
            Form form,
            List<String> acts,
            List<Row> rows,
            @Nullable String older,
            String csv) {}

    AuditController(AuditLog log, Access access, Texts texts) {
        this.log = log;
        this.access = access;
        this.texts = texts;
    }

    @Requires(Act.READ_AUDIT)
    @GetMapping("/logg")
    String page(@ModelAttribute Form form, @Nullable Long fore, CurrentUser user, Model model) {
        access.demand(user, Act.READ_AUDIT, null);
        List<Entry> found = log.search(form.search(fore), PAGE + 1);
        List<Row> rows = found.stream().limit(PAGE).map(AuditController::row).toList();
        String query = form.query();
        String older = found.size() > PAGE
                ? "/logg?" + join(query, "fore=" + rows.getLast().seq())
                : null;
        model.addAttribute(
                "page",
                new AuditPage(form, log.listActs(), rows, older, "/logg.csv" + (query.isEmpty() ? "" : "?" + query)));
        return "access/audit";
    }

    @Requires(Act.READ_AUDIT)
    @GetMapping("/logg.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute Form form, CurrentUser user) {
        access.demand(user, Act.READ_AUDIT, null);
        List<List<Cell>> rows = log.search(form.search(null), MOST_IN_FILE).stream()
                .map(AuditController::row)
                .map(row -> List.<Cell>of(
                        new Cell.Whole(row.seq()),
                        new Cell.Text(row.at()),
                        new Cell.Text(row.person()),
                        new Cell.Text(row.act()),
                        new Cell.Text(row.subject()),
                        new Cell.Text(row.detail())))
                .toList();
        List<Sheet.Column> columns = List.of(
                Sheet.Column.number(texts.of("log.row")),
                Sheet.Column.text(texts.of("log.at")),
                Sheet.Column.text(texts.of("log.person")),
                Sheet.Column.text(texts.of("log.act")),
                Sheet.Column.text(texts.of("log.subject")),
                Sheet.Column.text(texts.of("log.detail")));
        byte[] file = new Sheet(texts.of("log.title"), columns, rows, texts.of("log.csv.source")).csv();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("logg.csv")
                                .build()
                                .toString())
                .body(file);
    }

    private static String join(String query, String more) {
        return query.isEmpty() ? more : query + "&" + more;
    }

    private static Row row(Entry entry) {
        return new Row(
                entry.seq(), TIME.format(entry.at()), entry.actorName(), entry.act(), entry.subject(), entry.detail());
    }
}
