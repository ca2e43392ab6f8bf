package se.fardplan.plans;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.Crumb;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.access.Requires;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;
import se.fardplan.plans.PlanWords.Choice;
import se.fardplan.sheets.TakeAway;

/** Pilot municipalities, and what others have taken up (piloter och spridning). */
@Controller
class SpreadController {

    private static final String PAGE = "/planera/spridning";

    private final Spreading spreading;
    private final PlanWords words;
    private final PlanSheets sheets;
    private final Organisation organisation;
    private final Access access;
    private final Texts texts;

    /**
     * Pilots and what has spread.
     *
     * @param problem the sentence to mend a form by; null when nothing is wrong
     * @param form what was written; empty fields at first
     */
    record Page(
            List<Crumb> crumbs,
            @Nullable String problem,
            List<Pilot> pilots,
            List<Row> spreads,
            boolean mayWrite,
            Form form,
            List<Choice> municipalities,
            List<Choice> from,
            List<Choice> to) {}

    /** @param code the municipality's, while it is a pilot; null afterwards */
    record Pilot(String name, @Nullable String code, String period, String support) {}

    record Row(String day, String from, String to, String what) {}

    record Form(String kommun, String stod, String fran, String till, String vad) {}

    SpreadController(
            Spreading spreading,
            PlanWords words,
            PlanSheets sheets,
            Organisation organisation,
            Access access,
            Texts texts) {
        this.spreading = spreading;
        this.words = words;
        this.sheets = sheets;
        this.organisation = organisation;
        this.access = access;
        this.texts = texts;
    }

    @Open
    @GetMapping(PAGE)
    String page(@Nullable CurrentUser user, Model model) {
        return show(user, new Form("", "", "", "", ""), null, model);
    }

    @Open
    @GetMapping(PAGE + ".{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(@PathVariable String ending) {
        return TakeAway.table(sheets.spreads(rows()), "spridning", ending);
    }

    @Requires(Act.WRITE_COUNTY_PLAN)
    @PostMapping(PAGE + "/piloter")
    String mark(
            @RequestParam(name = "kommun", defaultValue = "") String municipality,
            @RequestParam(name = "stod", defaultValue = "") String support,
            CurrentUser user,
            Model model) {
        Form form = new Form(municipality, support, "", "", "");
        return saved(() -> spreading.mark(user, municipality, support), user, form, model);
    }

    @Requires(Act.WRITE_COUNTY_PLAN)
    @PostMapping(PAGE + "/piloter/{code}/avslut")
    String end(@PathVariable String code, CurrentUser user, Model model) {
        return saved(() -> spreading.end(user, code), user, new Form("", "", "", "", ""), model);
    }

    @Requires(Act.WRITE_COUNTY_PLAN)
    @PostMapping(PAGE)
    String add(
            @RequestParam(name = "fran", defaultValue = "") String from,
            @RequestParam(name = "till", defaultValue = "") String to,
            @RequestParam(name = "vad", defaultValue = "") String what,
            CurrentUser user,
            Model model) {
        Form form = new Form("", "", from, to, what);
        return saved(() -> spreading.add(user, from, to, what), user, form, model);
    }

    private String saved(Runnable change, CurrentUser user, Form form, Model model) {
        try {
            change.run();
            return "redirect:" + PAGE;
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            return show(user, form, texts.of(refusal), model);
        }
    }

    private String show(@Nullable CurrentUser user, Form form, @Nullable String problem, Model model) {
        Set<String> pilots = spreading.listPiloting();
        List<Principal> principals = organisation.listPrincipals(PlanWords.today());
        model.addAttribute(
                "page",
                new Page(
                        List.of(new Crumb(texts.of("plans.title"), "/planera")),
                        problem,
                        spreading.listPilots().stream().map(this::pilot).toList(),
                        rows(),
                        user != null && access.may(user, Act.WRITE_COUNTY_PLAN, null),
                        form,
                        choices(
                                principals.stream()
                                        .filter(principal -> principal.kind() == Principal.Kind.MUNICIPALITY)
                                        .filter(principal -> !pilots.contains(principal.code())),
                                form.kommun()),
                        choices(principals.stream(), form.fran()),
                        choices(principals.stream(), form.till())));
        return "plans/spread";
    }

    private List<Row> rows() {
        return spreading.list().stream()
                .map(spread -> new Row(
                        PlanWords.day(spread.day()),
                        words.principal(spread.from()),
                        words.principal(spread.to()),
                        spread.what()))
                .toList();
    }

    private Pilot pilot(PilotMunicipality pilot) {
        String since = PlanWords.day(pilot.since());
        return pilot.until() == null
                ? new Pilot(
                        words.principal(pilot.municipality()),
                        pilot.municipality(),
                        texts.of("spread.pilot.since", since),
                        pilot.support())
                : new Pilot(
                        words.principal(pilot.municipality()),
                        null,
                        texts.of("spread.pilot.between", since, PlanWords.day(pilot.until())),
                        pilot.support());
    }

    private static List<Choice> choices(Stream<Principal> principals, String chosen) {
        return principals
                .map(principal -> new Choice(
                        principal.code(), principal.name(), principal.code().equals(chosen)))
                .toList();
    }
}
