package se.fardplan.pilots;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
import se.fardplan.governance.Decision;
import se.fardplan.governance.Governance;
import se.fardplan.plans.Plan;

/** What a pilot writes down on its way: its file, and each note in it (akten). */
@Controller
class NoteController {

    private final Pilots pilots;
    private final Notes notes;
    private final Agreements agreements;
    private final PilotRights rights;
    private final PilotPages pages;
    private final PilotWords words;
    private final Governance governance;
    private final Texts texts;

    record FilePage(
            PilotPages.Head head, String point, List<AgreementRow> agreements, List<Group> groups, boolean mayLead) {}

    record AgreementRow(String title, String href, String signed, Glyph sign, String state) {}

    /** @param add where one more is written */
    record Group(String kind, String title, String none, String add, List<Row> rows) {}

    record Row(String title, String href, String told, String when, String reached) {}

    /**
     * A note as it is read, with its form for the one who may write it.
     *
     * @param now what stands saved when someone was first; null otherwise
     */
    record Page(
            PilotPages.Head head,
            String action,
            String back,
            @Nullable String problem,
            String kind,
            String kindWord,
            String when,
            String level,
            String residents,
            List<FieldRow> fields,
            List<FieldRow> form,
            @Nullable Link decision,
            boolean mayWrite,
            boolean isNew,
            boolean needsDay,
            boolean needsUntil,
            boolean hasResidents,
            Written written,
            List<PilotPages.Choice> levels,
            List<PilotPages.Choice> decisions,
            @Nullable List<FieldRow> now,
            long version) {}

    /** The form's own fields as they stand. */
    record Written(String title, String day, String until, String residents) {}

    /** A text of the note, or of the form. */
    record FieldRow(String input, String label, String text, boolean needed) {}

    record Link(String name, String href) {}

    NoteController(
            Pilots pilots,
            Notes notes,
            Agreements agreements,
            PilotRights rights,
            PilotPages pages,
            PilotWords words,
            Governance governance,
            Texts texts) {
        this.pilots = pilots;
        this.notes = notes;
        this.agreements = agreements;
        this.rights = rights;
        this.pages = pages;
        this.words = words;
        this.governance = governance;
        this.texts = texts;
    }

    @Open
    @GetMapping("/planera/piloter/{id}/akt")
    String file(@PathVariable UUID id, @Nullable CurrentUser user, Model model) {
        Plan plan = rights.readable(id, user);
        boolean works = rights.mayReadWork(user, plan);
        List<Note> all = notes.list(plan).stream()
                .filter(note -> works || !note.isOpen())
                .toList();
        List<Agreement> signed = agreements.list(plan).stream()
                .filter(agreement -> works || agreement.state() != Agreement.State.DRAFT)
                .toList();
        boolean leads = pilots.mayChange(user, plan);
        model.addAttribute(
                "page",
                new FilePage(
                        pages.head(plan, texts.of("pilot.file"), true),
                        texts.of("pilot.file.point", all.size(), signed.size()),
                        signed.stream().map(this::row).toList(),
                        Arrays.stream(Note.Kind.values())
                                .map(kind -> group(plan, kind, all))
                                .filter(group -> leads || !group.rows().isEmpty())
                                .toList(),
                        leads));
        return "pilots/file";
    }

    @Requires(Act.WRITE_PLAN)
    @GetMapping("/planera/piloter/{id}/akt/ny")
    String blank(@PathVariable UUID id, @RequestParam("slag") String kind, CurrentUser user, Model model) {
        Plan plan = rights.led(id, user);
        Note blank = new Note(UUID.randomUUID(), id, kind(kind), "", null, null, null, null, Map.of(), null, 0);
        return show(plan, blank, null, null, user, null, model);
    }

    @Requires(Act.WRITE_PLAN)
    @PostMapping("/planera/piloter/{id}/akt")
    String add(
            @PathVariable UUID id,
            @RequestParam("slag") String kind,
            @RequestParam Map<String, String> form,
            CurrentUser user,
            Model model) {
        return save(rights.led(id, user), UUID.randomUUID(), kind(kind), form, null, user, model);
    }

    @Open
    @GetMapping("/planera/piloter/{id}/akt/{note}")
    String page(@PathVariable UUID id, @PathVariable UUID note, @Nullable CurrentUser user, Model model) {
        Plan plan = rights.readable(id, user);
        Note shown = notes.get(plan, note);
        if (shown.isOpen() && !rights.mayReadWork(user, plan)) {
            throw new NotFound("note " + note);
        }
        return show(plan, shown, null, null, user, null, model);
    }

    @Requires(Act.WRITE_PLAN)
    @PostMapping("/planera/piloter/{id}/akt/{note}")
    String change(
            @PathVariable UUID id,
            @PathVariable UUID note,
            @RequestParam Map<String, String> form,
            CurrentUser user,
            Model model) {
        Plan plan = rights.led(id, user);
        Note before = notes.get(plan, note);
        return save(plan, note, before.kind(), form, before, user, model);
    }

    private static Note.Kind kind(String name) {
        return Arrays.stream(Note.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("note kind " + name));
    }

    private String save(
            Plan plan,
            UUID id,
            Note.Kind kind,
            Map<String, String> form,
            @Nullable Note before,
            CurrentUser user,
            Model model) {
        try {
            return "redirect:" + notes.save(user, note(plan, id, kind, form)).href();
        } catch (Refusal refusal) {
            String problem = pages.sentence(refusal);
            Note shown = before == null
                    ? new Note(id, plan.id(), kind, "", null, null, null, null, Map.of(), null, 0)
                    : notes.get(plan, id);
            return show(plan, shown, form, problem, user, refusal.code().equals("PIL-001") ? shown : null, model);
        }
    }

    private static Note note(Plan plan, UUID id, Note.Kind kind, Map<String, String> form) {
        Map<Note.Field, String> texts = new EnumMap<>(Note.Field.class);
        kind.fields().forEach(field -> texts.put(field, form.getOrDefault(field.input(), "")));
        String decision = form.getOrDefault("beslut", "");
        return new Note(
                id,
                plan.id(),
                kind,
                form.getOrDefault("namn", ""),
                Inputs.day(form.getOrDefault("dag", "")),
                Inputs.day(form.getOrDefault("till", "")),
                number(form.getOrDefault("niva", ""), "PIL-046"),
                kind.hasResidents() ? number(form.getOrDefault("invanare", ""), "PIL-045") : null,
                texts,
                decision.isBlank() ? null : Inputs.id(decision).orElseThrow(() -> new Refusal("PIL-046")),
                version(form));
    }

    private static long version(Map<String, String> form) {
        Integer seen = number(form.getOrDefault("version", "-1"), "PIL-001");
        return seen == null ? -1 : seen;
    }

    private static @Nullable Integer number(String written, String refusal) {
        try {
            return written.isBlank() ? null : Integer.valueOf(written.strip());
        } catch (NumberFormatException none) {
            throw new Refusal(refusal);
        }
    }

    private AgreementRow row(Agreement agreement) {
        return new AgreementRow(
                agreement.title(),
                agreement.href(),
                texts.of(
                        "agreement.signed.count",
                        agreement.signatures().size(),
                        agreement.parties().size()),
                PilotWords.sign(agreement.state()),
                texts.of("agreement.state." + agreement.state()));
    }

    private Group group(Plan plan, Note.Kind kind, List<Note> all) {
        return new Group(
                kind.name(),
                texts.of("note.kind." + kind + ".many"),
                texts.of("note.none." + kind),
                texts.of("note.new." + kind),
                all.stream()
                        .filter(note -> note.kind() == kind)
                        .map(note -> new Row(
                                note.title(),
                                note.href(),
                                note.text(kind.fields().getFirst()),
                                words.when(note),
                                reached(note)))
                        .toList());
    }

    private String reached(Note note) {
        Note.Field reached = note.reached();
        return reached == null ? "" : texts.of("note.reached." + note.kind() + "-" + reached);
    }

    private String show(
            Plan plan,
            Note note,
            @Nullable Map<String, String> form,
            @Nullable String problem,
            @Nullable CurrentUser user,
            @Nullable Note now,
            Model model) {
        boolean isNew = note.version() == 0;
        Note.Kind kind = note.kind();
        List<Decision> decisions = kind.mayBeDecided() ? governance.listDecisions() : List.of();
        Map<String, String> written = form == null ? written(note) : form;
        String file = Pilot.href(plan.id()) + "/akt";
        model.addAttribute(
                "page",
                new Page(
                        pages.head(plan, isNew ? texts.of("note.new." + kind) : note.title(), true),
                        isNew ? file : note.href(),
                        isNew ? file : note.href(),
                        problem,
                        kind.name(),
                        texts.of("note.kind." + kind),
                        words.when(note),
                        note.needLevel() == null ? "" : words.levels(List.of(note.needLevel())),
                        note.residents() == null ? "" : texts.of("note.residents.count", note.residents()),
                        rows(kind, written(note)),
                        rows(kind, written),
                        decisions.stream()
                                .filter(decision -> decision.id().equals(note.decision()))
                                .map(decision -> new Link(decision.heading(), decision.address()))
                                .findFirst()
                                .orElse(null),
                        pilots.mayChange(user, plan),
                        isNew,
                        kind.needsDay(),
                        kind.needsUntil(),
                        kind.hasResidents(),
                        new Written(
                                written.getOrDefault("namn", ""),
                                written.getOrDefault("dag", ""),
                                written.getOrDefault("till", ""),
                                written.getOrDefault("invanare", "")),
                        pilots.needLevels(plan).stream()
                                .map(level -> new PilotPages.Choice(
                                        Integer.toString(level.number()),
                                        texts.of("needLevel.line", level.number(), level.name()),
                                        Integer.toString(level.number()).equals(written.get("niva"))))
                                .toList(),
                        decisions.stream()
                                .map(decision -> new PilotPages.Choice(
                                        decision.id().toString(),
                                        decision.day() + " " + decision.heading(),
                                        decision.id().toString().equals(written.get("beslut"))))
                                .toList(),
                        now == null ? null : rows(now.kind(), written(now)),
                        now == null ? note.version() : now.version()));
        return "pilots/note";
    }

    private static Map<String, String> written(Note note) {
        Map<String, String> written = new HashMap<>(Map.of(
                "namn", note.title(),
                "dag", PilotWords.iso(note.day()),
                "till", PilotWords.iso(note.until()),
                "niva", Objects.toString(note.needLevel(), ""),
                "invanare", Objects.toString(note.residents(), ""),
                "beslut", Objects.toString(note.decision(), "")));
        note.texts().forEach((field, text) -> written.put(field.input(), text));
        return written;
    }

    private List<FieldRow> rows(Note.Kind kind, Map<String, String> written) {
        return kind.fields().stream()
                .map(field -> new FieldRow(
                        field.input(),
                        notes.name(kind, field),
                        written.getOrDefault(field.input(), ""),
                        kind.needs(field)))
                .toList();
    }
}
