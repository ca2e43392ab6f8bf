package se.fardplan.assignments;

import java.time.LocalDate;
import java.util.EnumMap;
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
import se.fardplan.Crumb;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.access.Requires;
import se.fardplan.governance.Decision;
import se.fardplan.governance.Governance;

/** A paper in an assignment's file, read and written (aktens handlingar). */
@Controller
class PaperController {

    private final Assignments assignments;
    private final Papers papers;
    private final AssignmentPages pages;
    private final AssignmentWords words;
    private final Governance governance;
    private final Texts texts;

    /**
     * A paper as it is read, with its form for the one who may write it.
     *
     * @param now what stands saved when someone was first; null otherwise
     */
    record Page(
            String self,
            String action,
            String back,
            String title,
            String kind,
            String kindWord,
            List<Crumb> crumbs,
            @Nullable String problem,
            @Nullable String mark,
            String when,
            List<FieldRow> fields,
            @Nullable Link decision,
            boolean mayWrite,
            boolean isNew,
            boolean isTask,
            boolean needsDay,
            boolean needsUntil,
            String name,
            String day,
            String until,
            List<Choice> decisions,
            long version,
            @Nullable List<FieldRow> now) {}

    /** A text of the paper, or of the form. */
    record FieldRow(String input, String label, String text, boolean needed) {}

    record Link(String name, String href) {}

    PaperController(
            Assignments assignments,
            Papers papers,
            AssignmentPages pages,
            AssignmentWords words,
            Governance governance,
            Texts texts) {
        this.assignments = assignments;
        this.papers = papers;
        this.pages = pages;
        this.words = words;
        this.governance = governance;
        this.texts = texts;
    }

    @Open
    @GetMapping("/planera/uppdrag/{code}/akt/{id}")
    String page(@PathVariable String code, @PathVariable UUID id, @Nullable CurrentUser user, Model model) {
        Assignment assignment = assignments.get(code);
        return show(assignment, papers.get(code, id, user), user, null, null, model);
    }

    @Requires(Act.LEAD_ASSIGNMENT)
    @GetMapping("/planera/uppdrag/{code}/akt/ny")
    String blank(@PathVariable String code, @RequestParam("slag") String kind, CurrentUser user, Model model) {
        Assignment assignment = assignments.get(code);
        Paper blank = new Paper(UUID.randomUUID(), code, written(kind), "", null, null, Map.of(), null, 0);
        return show(assignment, blank, user, null, null, model);
    }

    @Requires(Act.LEAD_ASSIGNMENT)
    @PostMapping("/planera/uppdrag/{code}/akt")
    String add(
            @PathVariable String code,
            @RequestParam("slag") String kind,
            @RequestParam Map<String, String> form,
            CurrentUser user,
            Model model) {
        assignments.get(code);
        return saved(paper(UUID.randomUUID(), code, written(kind), form, 0), user, model);
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/planera/uppdrag/{code}/akt/{id}")
    String change(
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam(name = "version", defaultValue = "-1") long version,
            @RequestParam Map<String, String> form,
            CurrentUser user,
            Model model) {
        Paper before = papers.get(code, id, user);
        return saved(paper(id, code, before.kind(), form, version), user, model);
    }

    private static Paper.Kind written(String name) {
        Paper.Kind kind = Paper.Kind.named(name);
        if (kind == null || !kind.isWritten()) {
            throw new NotFound("paper kind " + name);
        }
        return kind;
    }

    private String saved(Paper paper, CurrentUser user, Model model) {
        try {
            return "redirect:" + papers.save(user, paper).href();
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            Assignment assignment = assignments.get(paper.assignment());
            Paper other = refusal.code().equals("ASN-001") ? papers.get(paper.assignment(), paper.id(), user) : null;
            return show(assignment, paper, user, texts.of(refusal), other, model);
        }
    }

    /** What was written; of a task only how and when it was done. */
    private Paper paper(UUID id, String code, Paper.Kind kind, Map<String, String> form, long version) {
        Map<Paper.Field, String> written = new EnumMap<>(Paper.Field.class);
        kind.fields().forEach(field -> written.put(field, form.getOrDefault(field.input(), "")));
        Paper before = kind == Paper.Kind.OWNER_TASK ? papers.get(code, id, null) : null;
        LocalDate until = Forms.day(form.get("till"));
        return new Paper(
                id,
                code,
                kind,
                before == null ? form.getOrDefault("namn", "").strip() : before.title(),
                before == null ? Forms.day(form.get("dag")) : before.day(),
                until,
                written,
                uuid(form.getOrDefault("styrbeslut", "")),
                version);
    }

    private static @Nullable UUID uuid(String written) {
        try {
            return written.isBlank() ? null : UUID.fromString(written);
        } catch (IllegalArgumentException none) {
            return new UUID(0, 0);
        }
    }

    private String show(
            Assignment assignment,
            Paper paper,
            @Nullable CurrentUser user,
            @Nullable String problem,
            @Nullable Paper other,
            Model model) {
        boolean isNew = paper.version() == 0;
        String kind = texts.of("paper.kind." + paper.kind());
        List<Decision> decisions = paper.kind() == Paper.Kind.STEERING_ITEM ? governance.listDecisions() : List.of();
        model.addAttribute(
                "page",
                new Page(
                        paper.href(),
                        isNew ? assignment.href() + "/akt" : paper.href(),
                        isNew ? AssignmentPages.View.WORK.href(assignment) : paper.href(),
                        isNew ? texts.of("paper.new." + paper.kind()) : paper.title(),
                        paper.kind().name(),
                        kind,
                        pages.crumbs(assignment, AssignmentPages.View.WORK),
                        problem,
                        paper.isOpenTask()
                                ? texts.of("paper.open")
                                : paper.isPublic() || isNew ? null : texts.of("paper.prepared"),
                        words.when(paper),
                        rows(paper),
                        decisions.stream()
                                .filter(decision -> decision.id().equals(paper.decision()))
                                .map(decision -> new Link(decision.heading(), decision.address()))
                                .findFirst()
                                .orElse(null),
                        assignment.closed() == null && papers.mayWrite(user, paper.kind()),
                        isNew,
                        paper.kind() == Paper.Kind.OWNER_TASK,
                        paper.kind().needsDay(),
                        paper.kind().needsUntil(),
                        paper.title(),
                        Objects.toString(paper.day(), ""),
                        Objects.toString(paper.until(), ""),
                        decisions.stream()
                                .map(decision -> new Choice(
                                        decision.id().toString(),
                                        decision.day() + " " + decision.heading(),
                                        decision.id().equals(paper.decision())))
                                .toList(),
                        other == null ? paper.version() : other.version(),
                        other == null ? null : rows(other)));
        return "assignments/paper";
    }

    private List<FieldRow> rows(Paper paper) {
        return paper.kind().fields().stream()
                .map(field -> new FieldRow(
                        field.input(),
                        texts.of("paper.text." + paper.kind() + "-" + field),
                        paper.text(field),
                        paper.kind().needs(field)))
                .toList();
    }
}
