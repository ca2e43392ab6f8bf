package se.fardplan.assignments;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.History;
import se.fardplan.governance.Decision;
import se.fardplan.governance.Governance;
import se.fardplan.organisation.Source;

/** Why there is an assignment, who does what in it, and the way here (om uppdraget). */
@Component
class AssignmentAbout {

    private final Assignments assignments;
    private final AssignmentPages pages;
    private final AssignmentRights rights;
    private final AssignmentWords words;
    private final History history;
    private final Governance governance;
    private final Texts texts;

    record Page(
            AssignmentPages.Head head,
            String purpose,
            @Nullable String basis,
            List<Told> goals,
            List<Told> background,
            List<Told> focus,
            List<Told> periods,
            List<Told> initiatives,
            List<RoleLine> roles,
            List<Happened> history,
            List<Told> remarks,
            List<Source> sources,
            boolean mayLead,
            List<History.Change> changes) {}

    /** A piece with its heading, text and remark; any of them may be empty. */
    record Told(String title, String text, String note) {}

    record RoleLine(String role, String bodies, List<String> items, List<String> decides) {}

    /** @param href the decision's page; null when it is none */
    record Happened(
            String day,
            String iso,
            String what,
            String text,
            String note,
            @Nullable String href) {}

    AssignmentAbout(
            Assignments assignments,
            AssignmentPages pages,
            AssignmentRights rights,
            AssignmentWords words,
            History history,
            Governance governance,
            Texts texts) {
        this.assignments = assignments;
        this.pages = pages;
        this.rights = rights;
        this.words = words;
        this.history = history;
        this.governance = governance;
        this.texts = texts;
    }

    Page page(Assignment assignment, @Nullable CurrentUser user) {
        return new Page(
                pages.head(assignment, AssignmentPages.View.ABOUT, null),
                assignment.purpose(),
                assignment.basis(),
                told(assignment, Passage.Kind.GOAL, passage -> ""),
                told(assignment, Passage.Kind.BACKGROUND, passage -> ""),
                told(assignment, Passage.Kind.FOCUS, focus -> title(focus) + ", " + span(focus)),
                told(
                        assignment,
                        Passage.Kind.TASK_PERIOD,
                        period -> words.bodies(period.bodies()) + ", " + span(period)),
                told(assignment, Passage.Kind.INITIATIVE, AssignmentAbout::initiative),
                roles(assignment),
                assignment.of(Passage.Kind.HISTORY).map(this::happened).toList(),
                told(assignment, Passage.Kind.REMARK, passage -> ""),
                assignment.sources(),
                rights.mayLead(user) && assignment.closed() == null,
                user == null ? List.of() : history.of(assignments.history(assignment)));
    }

    private static List<Told> told(Assignment assignment, Passage.Kind kind, Function<Passage, String> title) {
        return assignment
                .of(kind)
                .map(passage -> new Told(
                        title.apply(passage),
                        Objects.requireNonNullElse(passage.text(), ""),
                        Objects.requireNonNullElse(passage.note(), "")))
                .toList();
    }

    private static String title(Passage passage) {
        return Objects.requireNonNullElse(passage.title(), "");
    }

    private static String initiative(Passage passage) {
        return passage.code() != null && passage.code().equals("SPAK")
                ? passage.code() + ", " + title(passage)
                : title(passage);
    }

    private String span(Passage passage) {
        LocalDate from = Objects.requireNonNull(passage.from());
        return passage.until() == null
                ? texts.of("assignment.since", AssignmentWords.day(from))
                : texts.of("assignment.span", AssignmentWords.day(from), AssignmentWords.day(passage.until()));
    }

    private List<RoleLine> roles(Assignment assignment) {
        return assignment
                .of(Passage.Kind.ROLE)
                .map(role -> new RoleLine(
                        texts.of("assignment.part." + role.code()),
                        words.bodies(role.bodies()),
                        role.items(),
                        assignment
                                .of(Passage.Kind.MANDATE)
                                .filter(mandate -> Objects.equals(mandate.code(), role.code()))
                                .flatMap(mandate -> mandate.items().stream())
                                .toList()))
                .toList();
    }

    private Happened happened(Passage passage) {
        LocalDate day = Objects.requireNonNull(passage.from());
        return new Happened(
                AssignmentWords.day(day),
                day.toString(),
                passage.bodies().isEmpty()
                        ? Objects.requireNonNullElse(passage.title(), "")
                        : passage.title() + ", " + words.bodies(passage.bodies()),
                Objects.requireNonNullElse(passage.text(), ""),
                Objects.requireNonNullElse(passage.note(), ""),
                governance.listDecisions().stream()
                        .filter(decision -> decision.isFromPackage()
                                && decision.day().equals(day)
                                && decision.body() == null == passage.bodies().isEmpty()
                                && (decision.body() == null || passage.bodies().contains(decision.body())))
                        .map(Decision::address)
                        .findFirst()
                        .orElse(null));
    }
}
