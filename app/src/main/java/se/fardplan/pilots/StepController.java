package se.fardplan.pilots;

import java.text.Normalizer;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Requires;
import se.fardplan.plans.Plan;

/** A step or track of a pilot, laid up and moved in time (stegets sida). */
@Controller
class StepController {

    private final Pilots pilots;
    private final PilotRights rights;
    private final PilotPages pages;
    private final Texts texts;

    /** What the form holds, as it was written. */
    record Form(
            @Nullable String namn,
            @Nullable String slag,
            @Nullable String fran,
            @Nullable String till,
            @Nullable String driftstart,
            @Nullable List<Integer> nivaer,
            @Nullable String text,
            @Nullable Long version) {

        static Form of(Step step) {
            return new Form(
                    step.name(),
                    step.kind().name(),
                    step.from().toString(),
                    step.until().toString(),
                    Objects.toString(step.operation(), ""),
                    step.needLevels(),
                    step.text(),
                    step.version());
        }
    }

    record Page(
            PilotPages.Head head,
            String action,
            @Nullable String problem,
            Form form,
            boolean isNew,
            List<PilotPages.Choice> levels,
            @Nullable String now,
            long version) {}

    StepController(Pilots pilots, PilotRights rights, PilotPages pages, Texts texts) {
        this.pilots = pilots;
        this.rights = rights;
        this.pages = pages;
        this.texts = texts;
    }

    @Requires(Act.WRITE_PLAN)
    @GetMapping("/planera/piloter/{id}/tid/nytt")
    String blank(@PathVariable UUID id, CurrentUser user, Model model) {
        Plan plan = rights.led(id, user);
        return show(plan, null, new Form("", "STEP", "", "", "", List.of(), "", 0L), null, model);
    }

    @Requires(Act.WRITE_PLAN)
    @GetMapping("/planera/piloter/{id}/tid/{code}")
    String page(@PathVariable UUID id, @PathVariable String code, CurrentUser user, Model model) {
        Plan plan = rights.led(id, user);
        Step step = get(plan, code);
        return show(plan, step, Form.of(step), null, model);
    }

    @Requires(Act.WRITE_PLAN)
    @PostMapping("/planera/piloter/{id}/tid")
    String add(@PathVariable UUID id, @ModelAttribute Form form, CurrentUser user, Model model) {
        Plan plan = rights.led(id, user);
        return save(plan, null, form, user, model);
    }

    @Requires(Act.WRITE_PLAN)
    @PostMapping("/planera/piloter/{id}/tid/{code}")
    String change(
            @PathVariable UUID id,
            @PathVariable String code,
            @ModelAttribute Form form,
            CurrentUser user,
            Model model) {
        Plan plan = rights.led(id, user);
        return save(plan, get(plan, code), form, user, model);
    }

    private Step get(Plan plan, String code) {
        return pilots.course(plan).all().stream()
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("step " + code));
    }

    private String save(Plan plan, @Nullable Step before, Form form, CurrentUser user, Model model) {
        try {
            pilots.saveStep(
                    user,
                    step(plan, before, form),
                    Objects.requireNonNullElse(form.version(), before == null ? 0L : -1L));
            return "redirect:" + Pilot.href(plan.id());
        } catch (Refusal refusal) {
            return show(plan, before, form, refusal, model);
        }
    }

    private Step step(Plan plan, @Nullable Step before, Form form) {
        String name = Objects.requireNonNullElse(form.namn(), "").strip();
        return new Step(
                plan.id(),
                before == null ? free(plan, name) : before.code(),
                before == null ? "TRACK".equals(form.slag()) ? Step.Kind.TRACK : Step.Kind.STEP : before.kind(),
                name,
                Objects.requireNonNullElse(form.text(), "").strip(),
                month(form.fran()).orElseThrow(() -> new Refusal("PIL-018")),
                month(form.till()).orElseThrow(() -> new Refusal("PIL-018")),
                Objects.requireNonNullElse(form.nivaer(), List.<Integer>of()),
                month(form.driftstart()).orElse(null),
                before == null ? "" : before.note(),
                before == null ? List.of() : before.sources(),
                0);
    }

    /** A code for a new step, from its name. */
    private String free(Plan plan, String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "-")
                .replaceAll("^-|-$", "");
        List<String> taken = pilots.course(plan).all().stream().map(Step::code).toList();
        String start = plain.isEmpty() ? "STEG" : plain;
        String code = start;
        for (int number = 2; taken.contains(code) || code.equals("NYTT"); number++) {
            code = start + "-" + number;
        }
        return code;
    }

    private static Optional<YearMonth> month(@Nullable String written) {
        try {
            return written == null || written.isBlank()
                    ? Optional.empty()
                    : Optional.of(YearMonth.parse(written.strip()));
        } catch (DateTimeParseException none) {
            throw new Refusal("PIL-018");
        }
    }

    private String show(Plan plan, @Nullable Step before, Form form, @Nullable Refusal refusal, Model model) {
        String problem = refusal == null ? null : pages.sentence(refusal);
        @Nullable Step now = before == null || refusal == null ? before : get(plan, before.code());
        boolean collision = refusal != null && refusal.code().equals("PIL-001");
        List<Integer> chosen = Objects.requireNonNullElse(form.nivaer(), List.of());
        model.addAttribute(
                "page",
                new Page(
                        pages.head(plan, before == null ? texts.of("step.new") : before.name(), true),
                        Pilot.href(plan.id()) + "/tid" + (before == null ? "" : "/" + before.code()),
                        problem,
                        form,
                        before == null,
                        pilots.needLevels(plan).stream()
                                .map(level -> new PilotPages.Choice(
                                        Integer.toString(level.number()),
                                        texts.of("needLevel.line", level.number(), level.name()),
                                        chosen.contains(level.number())))
                                .toList(),
                        collision && now != null ? PilotWords.months(now.from(), now.until()) : null,
                        now == null ? 0 : now.version()));
        return "pilots/step";
    }
}
