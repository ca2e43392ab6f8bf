package se.fardplan.people;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.fardplan.Crumb;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.access.Requires;
import se.fardplan.sheets.TakeAway;

/** Units and people as files, out and in (utläsning och inläsning). */
@Controller
class ExchangeController {

    private final UnitSheet units;
    private final PersonSheet persons;
    private final Uploads uploads;
    private final Texts texts;

    /**
     * Where a file is sent, and what it would change once it has been.
     *
     * @param name the register's path
     * @param shown null before a file is sent
     * @param message what the user must know first; null when nothing
     */
    record Page(
            String name,
            List<Crumb> crumbs,
            Uploads.@Nullable Shown shown,
            @Nullable String message,
            boolean done) {}

    ExchangeController(UnitSheet units, PersonSheet persons, Uploads uploads, Texts texts) {
        this.units = units;
        this.persons = persons;
        this.uploads = uploads;
        this.texts = texts;
    }

    @Open
    @GetMapping("/enheter.{ending:xlsx|csv}")
    ResponseEntity<byte[]> unitFile(@PathVariable String ending, @Nullable CurrentUser user) {
        return file(units, ending, user, false);
    }

    @Requires(Act.READ_PEOPLE)
    @GetMapping("/personer.{ending:xlsx|csv}")
    ResponseEntity<byte[]> personFile(@PathVariable String ending, CurrentUser user) {
        return file(persons, ending, user, false);
    }

    @Requires(Act.MANAGE_UNITS)
    @GetMapping("/enheter/inlasning")
    String unitForm(Model model) {
        return show(units, null, null, false, model);
    }

    @Requires(Act.MANAGE_PEOPLE)
    @GetMapping("/personer/inlasning")
    String personForm(Model model) {
        return show(persons, null, null, false, model);
    }

    @Requires(Act.MANAGE_UNITS)
    @GetMapping("/enheter/inlasning/mall.xlsx")
    ResponseEntity<byte[]> unitTemplate(CurrentUser user) {
        return file(units, "xlsx", user, true);
    }

    @Requires(Act.MANAGE_PEOPLE)
    @GetMapping("/personer/inlasning/mall.xlsx")
    ResponseEntity<byte[]> personTemplate(CurrentUser user) {
        return file(persons, "xlsx", user, true);
    }

    @Requires(Act.MANAGE_UNITS)
    @PostMapping("/enheter/inlasning")
    String sendUnits(@RequestParam("fil") MultipartFile file, CurrentUser user, Model model) throws IOException {
        return send(units, file, user, model);
    }

    @Requires(Act.MANAGE_PEOPLE)
    @PostMapping("/personer/inlasning")
    String sendPeople(@RequestParam("fil") MultipartFile file, CurrentUser user, Model model) throws IOException {
        return send(persons, file, user, model);
    }

    @Requires(Act.MANAGE_UNITS)
    @PostMapping("/enheter/inlasning/{id:[0-9a-f-]{36}}")
    String saveUnits(@PathVariable UUID id, @RequestParam("sett") String seen, CurrentUser user, Model model) {
        return save(units, id, seen, user, model);
    }

    @Requires(Act.MANAGE_PEOPLE)
    @PostMapping("/personer/inlasning/{id:[0-9a-f-]{36}}")
    String savePeople(@PathVariable UUID id, @RequestParam("sett") String seen, CurrentUser user, Model model) {
        return save(persons, id, seen, user, model);
    }

    private String send(Exchange exchange, MultipartFile file, CurrentUser user, Model model) throws IOException {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        if (file.isEmpty()) {
            return show(exchange, null, texts.of("import.noFile"), false, model);
        }
        try {
            return show(exchange, uploads.keep(user, exchange, name, file.getBytes()), null, false, model);
        } catch (Refusal refusal) {
            return show(exchange, null, texts.of(refusal), false, model);
        }
    }

    private String save(Exchange exchange, UUID id, String seen, CurrentUser user, Model model) {
        try {
            Uploads.Shown shown = uploads.save(user, exchange, id, seen);
            return shown.seen().equals(seen)
                    ? show(exchange, shown, null, true, model)
                    : show(exchange, shown, texts.of("import.changed"), false, model);
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            return show(exchange, null, texts.of(refusal), false, model);
        }
    }

    private String show(
            Exchange exchange, Uploads.@Nullable Shown shown, @Nullable String message, boolean done, Model model) {
        model.addAttribute(
                "page",
                new Page(
                        exchange.name(),
                        List.of(new Crumb(texts.of("import.home." + exchange.name()), "/" + exchange.name())),
                        shown,
                        message,
                        done));
        return "people/exchange";
    }

    private static ResponseEntity<byte[]> file(
            Exchange exchange, String ending, @Nullable CurrentUser user, boolean blank) {
        var rows = blank ? List.<Map<String, String>>of() : exchange.rows(user);
        byte[] content = ending.equals("csv")
                ? exchange.template().csv(rows)
                : exchange.template().xlsx(rows);
        return TakeAway.file(exchange.name() + (blank ? "-mall" : ""), ending, content);
    }
}
