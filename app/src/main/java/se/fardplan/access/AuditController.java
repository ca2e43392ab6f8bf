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
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import se.fardplan.HouseTime;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.sheets.Cell;
import se.fardplan.sheets.Sheet;
import se.fardplan.sheets.Sheet.Filled;
import se.fardplan.sheets.TakeAway;

/** The audit log to read (loggen). */
@Controller
class AuditController {

    private static final int PAGE = 100;
    private static final int MOST_IN_FILE = 100_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(HouseTime.SWEDEN);

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
                                .atStartOfDay(HouseTime.SWEDEN)
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

    /**
     * @param older the address of the rows before these; null when there are none
     * @param asked the address of all the rows asked for
     */
    record AuditPage(
            Form form,
            List<String> acts,
            List<Row> rows,
            @Nullable String older,
            String asked) {}

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
                "page", new AuditPage(form, log.listActs(), rows, older, query.isEmpty() ? "/logg" : "/logg?" + query));
        return "access/audit";
    }

    @Requires(Act.READ_AUDIT)
    @GetMapping("/logg.{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(@ModelAttribute Form form, @PathVariable String ending, CurrentUser user) {
        access.demand(user, Act.READ_AUDIT, null);
        List<Row> rows = log.search(form.search(null), MOST_IN_FILE).stream()
                .map(AuditController::row)
                .toList();
        String source = texts.of("log.source");
        Sheet sheet = Sheet.of(
                texts.of("log.title"),
                rows,
                row -> source,
                List.of(
                        Filled.number(texts.of("log.row"), row -> new Cell.Whole(row.seq())),
                        Filled.text(texts.of("log.at"), Row::at),
                        Filled.text(texts.of("log.person"), Row::person),
                        Filled.text(texts.of("log.act"), Row::act),
                        Filled.text(texts.of("log.subject"), Row::subject),
                        Filled.text(texts.of("log.detail"), Row::detail)));
        return TakeAway.table(sheet, "logg", ending);
    }

    private static String join(String query, String more) {
        return query.isEmpty() ? more : query + "&" + more;
    }

    private static Row row(Entry entry) {
        return new Row(
                entry.seq(), TIME.format(entry.at()), entry.actorName(), entry.act(), entry.subject(), entry.detail());
    }
}
