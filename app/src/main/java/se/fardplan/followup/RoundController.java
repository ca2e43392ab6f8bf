package se.fardplan.followup;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.Crumb;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.access.Requires;
import se.fardplan.followup.FollowUpWords.Sign;
import se.fardplan.sheets.TakeAway;

/** The rounds, and one of them: how far it has come, what is left, and for the county's lead the way on (rundorna). */
@Controller
class RoundController {

    private final FollowUps followUps;
    private final FollowUpRights rights;
    private final RoundPages pages;
    private final FollowUpWords words;
    private final FollowUpSheets sheets;
    private final Texts texts;

    /** @param sentence how many have answered, in words */
    record Row(String name, String href, Sign state, String period, String sentence) {}

    record ListPage(List<Crumb> crumbs, List<Row> rows, boolean mayLead) {}

    /** The form for a round. */
    record FormPage(List<Crumb> crumbs, @Nullable String problem, Form form) {}

    /** What the form holds, as it was written. */
    record Form(
            @Nullable String namn,
            @Nullable String ar,
            @Nullable String oppnar,
            @Nullable String stanger) {

        RoundDraft draft() {
            return new RoundDraft(text(namn), number(ar), day(oppnar), day(stanger));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }

        private static int number(@Nullable String value) {
            return text(value).matches("\\d{4}") ? Integer.parseInt(text(value)) : 0;
        }

        private static @Nullable LocalDate day(@Nullable String value) {
            try {
                return text(value).isEmpty() ? null : LocalDate.parse(text(value));
            } catch (DateTimeParseException noDay) {
                return null;
            }
        }
    }

    RoundController(
            FollowUps followUps,
            FollowUpRights rights,
            RoundPages pages,
            FollowUpWords words,
            FollowUpSheets sheets,
            Texts texts) {
        this.followUps = followUps;
        this.rights = rights;
        this.pages = pages;
        this.words = words;
        this.sheets = sheets;
        this.texts = texts;
    }

    @Open
    @GetMapping("/folja-upp/rundor")
    String list(@Nullable CurrentUser user, Model model) {
        model.addAttribute(
                "page",
                new ListPage(
                        List.of(followUpCrumb()),
                        followUps.list().stream().map(this::row).toList(),
                        rights.mayLead(user)));
        return "followup/rounds";
    }

    @Requires(Act.LEAD_ROUND)
    @GetMapping("/folja-upp/rundor/ny")
    String blank(Model model) {
        int year = words.today().getYear();
        return form(
                new Form(texts.of("round.name.default", Integer.toString(year)), Integer.toString(year), "", ""),
                null,
                model);
    }

    @Requires(Act.LEAD_ROUND)
    @PostMapping("/folja-upp/rundor")
    String add(@ModelAttribute Form form, CurrentUser user, Model model) {
        try {
            return "redirect:" + followUps.add(user, form.draft()).href();
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            return form(form, texts.of(refusal), model);
        }
    }

    @Open
    @GetMapping("/folja-upp/rundor/{id:[0-9a-f-]{36}}")
    String page(@PathVariable UUID id, @Nullable CurrentUser user, Model model) {
        model.addAttribute("page", pages.page(round(id), user, null));
        return "followup/round";
    }

    @Requires(Act.READ_DRAFTS)
    @GetMapping("/folja-upp/rundor/{id:[0-9a-f-]{36}}.{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String ending) {
        Round round = round(id);
        return TakeAway.table(sheets.answers(round, followUps.listReported(round)), "uppfoljning", ending);
    }

    @Requires(Act.LEAD_ROUND)
    @PostMapping("/folja-upp/rundor/{id:[0-9a-f-]{36}}/steg")
    String act(
            @PathVariable UUID id,
            @RequestParam("steg") String step,
            @RequestParam("version") long version,
            CurrentUser user,
            Model model) {
        RoundAct act = Arrays.stream(RoundAct.values())
                .filter(known -> known.name().equals(step))
                .findFirst()
                .orElseThrow(() -> new NotFound("round act " + step));
        round(id);
        try {
            return "redirect:" + followUps.act(user, id, version, act).href();
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            model.addAttribute("page", pages.page(round(id), user, texts.of(refusal)));
            return "followup/round";
        }
    }

    /** What one principal has answered: the same words as in the report, where they were written. */
    @Open
    @GetMapping("/folja-upp/rundor/{id:[0-9a-f-]{36}}/huvudman/{code}")
    String principal(@PathVariable UUID id, @PathVariable String code, @Nullable CurrentUser user, Model model) {
        model.addAttribute("page", pages.principal(round(id), code, user));
        return "followup/principal";
    }

    private Round round(UUID id) {
        return followUps.find(id).orElseThrow(() -> new NotFound("round " + id));
    }

    private Row row(Round round) {
        Map<UUID, Answer> given = followUps.listAnswers(round);
        List<Asked> asked = followUps.listAsked(round);
        long sent = asked.stream().filter(one -> RoundLines.isSent(one, given)).count();
        return new Row(
                round.name(),
                round.href(),
                words.sign(round),
                words.period(round),
                texts.of("round.sent", sent, asked.size()));
    }

    private String form(Form form, @Nullable String problem, Model model) {
        model.addAttribute(
                "page",
                new FormPage(
                        List.of(followUpCrumb(), new Crumb(texts.of("rounds.title"), "/folja-upp/rundor")),
                        problem,
                        form));
        return "followup/roundform";
    }

    private Crumb followUpCrumb() {
        return new Crumb(texts.of("menu.follow-up"), "/folja-upp");
    }
}
