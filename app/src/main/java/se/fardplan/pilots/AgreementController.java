package se.fardplan.pilots;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import se.fardplan.access.History;
import se.fardplan.access.Open;
import se.fardplan.access.Requires;
import se.fardplan.charts.Glyph;
import se.fardplan.plans.Plan;

/** An agreement in writing between a pilot's principals: read, written and signed (överenskommelsens sida). */
@Controller
class AgreementController {

    private final Pilots pilots;
    private final Agreements agreements;
    private final PilotRights rights;
    private final PilotPages pages;
    private final PilotWords words;
    private final History history;
    private final Texts texts;

    /** What the form holds, as it was written. */
    record Form(
            @Nullable String namn,
            @Nullable String text,
            @Nullable List<String> parter,
            @Nullable Long version) {

        Agreement agreement(UUID id, UUID plan) {
            return new Agreement(
                    id,
                    plan,
                    Objects.requireNonNullElse(namn, ""),
                    Objects.requireNonNullElse(text, ""),
                    Objects.requireNonNullElse(parter, List.<String>of()),
                    List.of(),
                    null,
                    version == null ? -1 : version);
        }
    }

    /** @param shown what stands saved; null for one that is new */
    record Page(
            PilotPages.Head head,
            String action,
            @Nullable String problem,
            @Nullable Agreement shown,
            Glyph sign,
            String state,
            List<Party> parties,
            boolean mayWrite,
            boolean mayEnd,
            Form form,
            List<PilotPages.Choice> choices,
            long version,
            List<History.Change> changes) {}

    /** @param sign its code when this reader may sign for it now; null otherwise */
    record Party(String name, String signed, @Nullable String sign) {}

    AgreementController(
            Pilots pilots,
            Agreements agreements,
            PilotRights rights,
            PilotPages pages,
            PilotWords words,
            History history,
            Texts texts) {
        this.pilots = pilots;
        this.agreements = agreements;
        this.rights = rights;
        this.pages = pages;
        this.words = words;
        this.history = history;
        this.texts = texts;
    }

    @Requires(Act.WRITE_PLAN)
    @GetMapping("/planera/piloter/{id}/overenskommelser/ny")
    String blank(@PathVariable UUID id, CurrentUser user, Model model) {
        Plan plan = rights.led(id, user);
        List<String> all = plan.bound().stream().map(Plan.Party::principal).toList();
        return show(plan, null, new Form("", "", all, 0L), user, null, model);
    }

    @Requires(Act.WRITE_PLAN)
    @PostMapping("/planera/piloter/{id}/overenskommelser")
    String add(@PathVariable UUID id, @ModelAttribute Form form, CurrentUser user, Model model) {
        Plan plan = rights.led(id, user);
        try {
            return "redirect:"
                    + agreements
                            .save(user, form.agreement(UUID.randomUUID(), id))
                            .href();
        } catch (Refusal refusal) {
            return show(plan, null, form, user, pages.sentence(refusal), model);
        }
    }

    @Open
    @GetMapping("/planera/piloter/{id}/overenskommelser/{agreement}")
    String page(@PathVariable UUID id, @PathVariable UUID agreement, @Nullable CurrentUser user, Model model) {
        Plan plan = rights.readable(id, user);
        Agreement shown = agreements.get(plan, agreement);
        if (shown.state() == Agreement.State.DRAFT && !rights.mayReadWork(user, plan)) {
            throw new NotFound("agreement " + agreement);
        }
        return show(plan, shown, form(shown), user, null, model);
    }

    @Requires(Act.WRITE_PLAN)
    @PostMapping("/planera/piloter/{id}/overenskommelser/{agreement}")
    String change(
            @PathVariable UUID id,
            @PathVariable UUID agreement,
            @ModelAttribute Form form,
            CurrentUser user,
            Model model) {
        Plan plan = rights.led(id, user);
        Agreement before = agreements.get(plan, agreement);
        try {
            return "redirect:"
                    + agreements.save(user, form.agreement(before.id(), id)).href();
        } catch (Refusal refusal) {
            return show(plan, agreements.get(plan, agreement), form, user, pages.sentence(refusal), model);
        }
    }

    @Requires(Act.AGREE_PLAN)
    @PostMapping("/planera/piloter/{id}/overenskommelser/{agreement}/underskrift")
    String sign(
            @PathVariable UUID id,
            @PathVariable UUID agreement,
            @RequestParam(name = "part", defaultValue = "") String party,
            @RequestParam(name = "version", defaultValue = "-1") long version,
            CurrentUser user,
            Model model) {
        return done(id, agreement, user, model, () -> agreements.sign(user, id, agreement, version, party));
    }

    @Requires(Act.WRITE_PLAN)
    @PostMapping("/planera/piloter/{id}/overenskommelser/{agreement}/avslut")
    String end(
            @PathVariable UUID id,
            @PathVariable UUID agreement,
            @RequestParam(name = "version", defaultValue = "-1") long version,
            CurrentUser user,
            Model model) {
        return done(id, agreement, user, model, () -> agreements.end(user, id, agreement, version));
    }

    private String done(UUID id, UUID agreement, CurrentUser user, Model model, Runnable change) {
        try {
            change.run();
            return "redirect:" + Pilot.href(id) + "/overenskommelser/" + agreement;
        } catch (Refusal refusal) {
            String problem = pages.sentence(refusal);
            Plan plan = rights.readable(id, user);
            Agreement now = agreements.get(plan, agreement);
            return show(plan, now, form(now), user, problem, model);
        }
    }

    private static Form form(Agreement agreement) {
        return new Form(agreement.title(), agreement.text(), agreement.parties(), agreement.version());
    }

    private String show(
            Plan plan,
            @Nullable Agreement shown,
            Form form,
            @Nullable CurrentUser user,
            @Nullable String problem,
            Model model) {
        String self = Pilot.href(plan.id()) + "/overenskommelser";
        Agreement.State state = shown == null ? Agreement.State.DRAFT : shown.state();
        boolean leads = pilots.mayChange(user, plan) && state != Agreement.State.ENDED;
        List<String> chosen = Objects.requireNonNullElse(form.parter(), List.<String>of());
        model.addAttribute(
                "page",
                new Page(
                        pages.head(plan, shown == null ? texts.of("agreement.new") : shown.title(), true),
                        shown == null ? self : shown.href(),
                        problem,
                        shown,
                        PilotWords.sign(state),
                        texts.of("agreement.state." + state),
                        shown == null
                                ? List.of()
                                : shown.parties().stream()
                                        .map(party -> party(plan, shown, party, user))
                                        .toList(),
                        leads,
                        leads && state == Agreement.State.SIGNED,
                        form,
                        plan.bound().stream()
                                .map(Plan.Party::principal)
                                .map(code -> new PilotPages.Choice(code, words.principal(code), chosen.contains(code)))
                                .toList(),
                        shown == null ? 0 : shown.version(),
                        user == null || shown == null ? List.of() : history.of(agreements.history(shown))));
        return "pilots/agreement";
    }

    private Party party(Plan plan, Agreement agreement, String party, @Nullable CurrentUser user) {
        return agreement.signatures().stream()
                .filter(signature -> signature.principal().equals(party))
                .map(signature -> new Party(
                        words.principal(party),
                        texts.of("agreement.signed", PilotWords.day(signature.day()), signature.by()),
                        null))
                .findFirst()
                .orElseGet(() -> new Party(
                        words.principal(party),
                        texts.of("agreement.unsigned"),
                        agreement.ended() == null && rights.maySign(user, plan, party) ? party : null));
    }
}
