package se.fardplan.pilots;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.access.Requires;
import se.fardplan.charts.Glyph;
import se.fardplan.plans.Plan;
import se.fardplan.sheets.TakeAway;

/** A pilot's learning log (lärloggens sidor). */
@Controller
class TrialController {

    private final Pilots pilots;
    private final Trials trials;
    private final PilotRights rights;
    private final PilotPages pages;
    private final TrialPages shown;
    private final PilotSheets sheets;
    private final PilotWords words;
    private final Texts texts;

    record LogPage(
            PilotPages.Head head,
            String point,
            String asked,
            List<PilotPages.Choice> states,
            List<Row> rows,
            boolean none,
            boolean mayLead) {}

    record Row(String hypothesis, String href, String when, Glyph sign, String state, String lesson) {}

    /** What the form holds, as it was written. */
    record Form(
            @Nullable String tror,
            @Nullable String prov,
            @Nullable String plats,
            @Nullable String steg,
            @Nullable String aktivitet,
            @Nullable String efter,
            @Nullable String fran,
            @Nullable String till,
            @Nullable Long version) {

        static Form of(Trial trial) {
            return new Form(
                    trial.words().hypothesis(),
                    trial.words().test(),
                    trial.words().place(),
                    trial.step(),
                    Objects.toString(trial.activity(), ""),
                    Objects.toString(trial.follows(), ""),
                    PilotWords.iso(trial.from()),
                    PilotWords.iso(trial.until()),
                    trial.version());
        }

        long seen() {
            return version == null ? -1 : version;
        }
    }

    TrialController(
            Pilots pilots,
            Trials trials,
            PilotRights rights,
            PilotPages pages,
            TrialPages shown,
            PilotSheets sheets,
            PilotWords words,
            Texts texts) {
        this.pilots = pilots;
        this.trials = trials;
        this.rights = rights;
        this.pages = pages;
        this.shown = shown;
        this.sheets = sheets;
        this.words = words;
        this.texts = texts;
    }

    @Open
    @GetMapping("/planera/piloter/{id}/larande")
    String log(
            @PathVariable UUID id,
            @RequestParam(name = "sok", defaultValue = "") String asked,
            @RequestParam(name = "lage", defaultValue = "") String state,
            @Nullable CurrentUser user,
            Model model) {
        Plan plan = rights.readable(id, user);
        List<Trial> all = trials.list(plan, user);
        List<Trial> found = all.stream()
                .filter(trial -> holds(trial, asked.strip().toLowerCase(Locale.ROOT)))
                .filter(trial -> state.isBlank() || state(trial).equals(state))
                .toList();
        model.addAttribute(
                "page",
                new LogPage(
                        pages.head(plan, texts.of("trials.title"), true),
                        point(all),
                        asked.strip(),
                        states(all, state),
                        found.stream()
                                .map(trial -> new Row(
                                        trial.words().hypothesis(),
                                        trial.href(),
                                        words.when(trial),
                                        PilotWords.sign(trial),
                                        words.state(trial),
                                        trial.lesson()))
                                .toList(),
                        all.isEmpty(),
                        pilots.mayChange(user, plan)));
        return "pilots/log";
    }

    @Open
    @GetMapping("/planera/piloter/{id}/larande.{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String ending, @Nullable CurrentUser user) {
        Plan plan = rights.readable(id, user);
        return TakeAway.table(sheets.trials(plan, trials.list(plan, user)), "larlogg", ending);
    }

    @Requires(Act.WRITE_PLAN)
    @GetMapping("/planera/piloter/{id}/larande/nytt")
    String blank(
            @PathVariable UUID id,
            @RequestParam(name = "efter", defaultValue = "") String follows,
            CurrentUser user,
            Model model) {
        Plan plan = rights.led(id, user);
        return shown.form(plan, null, new Form("", "", "", "", "", follows, "", "", 0L), null, model);
    }

    @Requires(Act.WRITE_PLAN)
    @PostMapping("/planera/piloter/{id}/larande")
    String add(@PathVariable UUID id, @ModelAttribute Form form, CurrentUser user, Model model) {
        Plan plan = rights.led(id, user);
        try {
            return "redirect:"
                    + trials.add(user, trial(plan, UUID.randomUUID(), form, user))
                            .href();
        } catch (Refusal refusal) {
            return shown.form(plan, null, form, pages.sentence(refusal), model);
        }
    }

    @Open
    @GetMapping("/planera/piloter/{id}/larande/{trial}")
    String page(@PathVariable UUID id, @PathVariable UUID trial, @Nullable CurrentUser user, Model model) {
        Plan plan = rights.readable(id, user);
        return shown.page(plan, trials.get(plan, trial, user), user, TrialPages.Said.NOTHING, null, model);
    }

    @Requires(Act.WRITE_PLAN)
    @GetMapping("/planera/piloter/{id}/larande/{trial}/andring")
    String edit(@PathVariable UUID id, @PathVariable UUID trial, CurrentUser user, Model model) {
        Plan plan = rights.led(id, user);
        Trial now = trials.get(plan, trial, user);
        return shown.form(plan, now, Form.of(now), null, model);
    }

    @Requires(Act.WRITE_PLAN)
    @PostMapping("/planera/piloter/{id}/larande/{trial}")
    String change(
            @PathVariable UUID id, @PathVariable UUID trial, @ModelAttribute Form form, CurrentUser user, Model model) {
        Plan plan = rights.led(id, user);
        try {
            return "redirect:"
                    + trials.change(user, trial(plan, trial, form, user), form.seen())
                            .href();
        } catch (Refusal refusal) {
            return shown.form(plan, trials.get(plan, trial, user), form, pages.sentence(refusal), model);
        }
    }

    @Requires(Act.WRITE_PLAN)
    @PostMapping("/planera/piloter/{id}/larande/{trial}/steg")
    String act(
            @PathVariable UUID id,
            @PathVariable UUID trial,
            @ModelAttribute TrialPages.Said said,
            CurrentUser user,
            Model model) {
        Plan plan = rights.led(id, user);
        TrialAct act = Arrays.stream(TrialAct.values())
                .filter(known -> known.name().equals(said.steg()))
                .findFirst()
                .orElseThrow(() -> new NotFound("trial act " + said.steg()));
        try {
            return "redirect:"
                    + trials.act(user, id, trial, said.seen(), act, said.said()).href();
        } catch (Refusal refusal) {
            return shown.page(plan, trials.get(plan, trial, user), user, said, pages.sentence(refusal), model);
        }
    }

    @Requires(Act.WRITE_PLAN)
    @PostMapping("/planera/piloter/{id}/larande/{trial}/beslut")
    String cite(
            @PathVariable UUID id,
            @PathVariable UUID trial,
            @RequestParam(name = "beslut", defaultValue = "") String decision,
            @RequestParam(name = "version", defaultValue = "-1") long version,
            CurrentUser user,
            Model model) {
        Plan plan = rights.led(id, user);
        try {
            UUID named = decision.isBlank() ? null : Inputs.id(decision).orElseThrow(() -> new Refusal("PIL-039"));
            return "redirect:" + trials.cite(user, id, trial, version, named).href();
        } catch (Refusal refusal) {
            return shown.page(
                    plan, trials.get(plan, trial, user), user, TrialPages.Said.NOTHING, pages.sentence(refusal), model);
        }
    }

    private static Trial trial(Plan plan, UUID id, Form form, CurrentUser by) {
        return new Trial(
                id,
                plan.id(),
                new Trial.Words(text(form.tror()), text(form.prov()), text(form.plats())),
                form.steg() == null || form.steg().isBlank() ? null : form.steg(),
                known(form.aktivitet()),
                known(form.efter()),
                Inputs.day(form.fran()),
                Inputs.day(form.till()),
                Trial.State.IDEA,
                null,
                "",
                "",
                null,
                null,
                by.name(),
                0);
    }

    private static String text(@Nullable String written) {
        return Objects.requireNonNullElse(written, "");
    }

    private static @Nullable UUID known(@Nullable String written) {
        return text(written).isBlank() ? null : Inputs.id(text(written)).orElseThrow(() -> new Refusal("PIL-027"));
    }

    private String point(List<Trial> all) {
        long decided = all.stream()
                .filter(trial -> trial.state() == Trial.State.DECIDED)
                .count();
        long spread = all.stream()
                .filter(trial -> Optional.ofNullable(trial.verdict())
                        .filter(verdict -> verdict.course() == Trial.Course.SPREAD)
                        .isPresent())
                .count();
        return texts.of("trials.point", all.size(), decided, spread);
    }

    private static boolean holds(Trial trial, String asked) {
        return asked.isEmpty()
                || String.join(
                                " ",
                                trial.words().hypothesis(),
                                trial.words().test(),
                                trial.words().place(),
                                trial.data(),
                                trial.lesson())
                        .toLowerCase(Locale.ROOT)
                        .contains(asked);
    }

    /** What it is sorted under: how far it has come or what was decided. */
    private static String state(Trial trial) {
        Trial.Verdict verdict = trial.verdict();
        return verdict == null ? trial.state().name() : verdict.course().name();
    }

    private List<PilotPages.Choice> states(List<Trial> all, String chosen) {
        return all.stream()
                .map(TrialController::state)
                .distinct()
                .sorted()
                .map(state -> new PilotPages.Choice(
                        state,
                        all.stream()
                                .filter(trial -> state(trial).equals(state))
                                .findFirst()
                                .map(words::state)
                                .orElse(state),
                        state.equals(chosen)))
                .toList();
    }
}
