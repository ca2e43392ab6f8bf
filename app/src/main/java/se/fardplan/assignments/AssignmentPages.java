package se.fardplan.assignments;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Crumb;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.History;
import se.fardplan.charts.Drawing;
import se.fardplan.charts.Glyph;
import se.fardplan.charts.Size;
import se.fardplan.governance.Decision;
import se.fardplan.governance.Governance;
import se.fardplan.organisation.Source;

/** Puts together the pages of assignments (uppdragens sidor). */
@Component
class AssignmentPages {

    private final Assignments assignments;
    private final Papers papers;
    private final AssignmentRights rights;
    private final AssignmentPicture picture;
    private final AssignmentWords words;
    private final History history;
    private final Governance governance;
    private final Texts texts;

    record ListPage(List<Row> rows) {}

    record Row(String name, String href, String point, String focus) {}

    /** The two sizes of the time line. */
    record Picture(Drawing wide, Drawing phone) {}

    /**
     * An assignment as its reader sees it.
     *
     * @param problem the sentence to mend a step by; null when nothing is wrong
     * @param shownOn the day that examples stand for; null where the days are real
     * @param next the delivery that comes next, in a sentence; null when none does
     * @param hindrance what keeps this reader from closing it, in a sentence; null when nothing does
     */
    record Page(
            String self,
            String code,
            String title,
            String name,
            List<Crumb> crumbs,
            @Nullable String problem,
            @Nullable String shownOn,
            @Nullable String closed,
            @Nullable String next,
            String purpose,
            @Nullable String basis,
            Picture picture,
            List<DeliveryLine> deliveries,
            List<DemandGroup> demands,
            List<PaperGroup> papers,
            List<Told> goals,
            List<Told> background,
            List<Told> focus,
            List<Told> periods,
            List<Told> quarters,
            List<Told> initiatives,
            List<RoleLine> roles,
            List<Happened> history,
            List<Told> remarks,
            List<Source> sources,
            boolean mayLead,
            boolean mayClose,
            @Nullable String hindrance,
            long version,
            List<History.Change> changes) {}

    record DeliveryLine(
            String code,
            String text,
            String href,
            String receiver,
            String day,
            Glyph sign,
            String state,
            String told) {}

    record DemandGroup(String title, String point, List<DemandLine> lines) {}

    record DemandLine(
            String code,
            String text,
            String href,
            Glyph sign,
            String state,
            String evidence,
            @Nullable String link) {}

    record PaperGroup(String title, String none, List<PaperLine> lines, List<Choice> addable) {}

    record PaperLine(
            String title,
            String href,
            String when,
            String told,
            @Nullable String mark) {}

    /** A piece with its heading, text and remark; any of them may be empty. */
    record Told(String title, String text, String note, List<String> items, List<Source> sources) {}

    record RoleLine(String role, String bodies, List<String> items, List<String> decides) {}

    /** @param href the decision's page; null when it is none */
    record Happened(
            String day,
            String iso,
            String what,
            String text,
            String note,
            @Nullable String href) {}

    AssignmentPages(
            Assignments assignments,
            Papers papers,
            AssignmentRights rights,
            AssignmentPicture picture,
            AssignmentWords words,
            History history,
            Governance governance,
            Texts texts) {
        this.assignments = assignments;
        this.papers = papers;
        this.rights = rights;
        this.picture = picture;
        this.words = words;
        this.history = history;
        this.governance = governance;
        this.texts = texts;
    }

    ListPage list() {
        return new ListPage(assignments.list().stream()
                .map(assignment -> new Row(
                        assignment.name(),
                        assignment.href(),
                        point(assignment, assignments.timetable(assignment), assignments.listDemands(assignment)),
                        focus(assignment)))
                .toList());
    }

    List<Crumb> crumbs(Assignment assignment) {
        return Stream.concat(above().stream(), Stream.of(new Crumb(assignment.name(), assignment.href())))
                .toList();
    }

    private List<Crumb> above() {
        return List.of(
                new Crumb(texts.of("plans.title"), "/planera"),
                new Crumb(texts.of("assignments.title"), "/planera/uppdrag"));
    }

    Page page(Assignment assignment, @Nullable CurrentUser user, @Nullable String problem) {
        Timetable table = assignments.timetable(assignment);
        List<Demand> demands = assignments.listDemands(assignment);
        boolean open = assignment.closed() == null;
        boolean receivesFinal = user != null
                && open
                && assignment.bodies(Assignment.Part.FINAL_RECEIVER).stream()
                        .anyMatch(receiver -> rights.mayReceive(user, receiver));
        Refusal hindrance = receivesFinal ? assignments.hindrance(assignment, Objects.requireNonNull(user)) : null;
        return new Page(
                assignment.href(),
                assignment.code(),
                point(assignment, table, demands),
                assignment.name(),
                above(),
                problem,
                assignment.shownOn() == null ? null : AssignmentWords.day(assignment.shownOn()),
                closed(assignment),
                next(table),
                assignment.purpose(),
                assignment.basis(),
                new Picture(
                        picture.of(assignment, table).render(Size.full()),
                        picture.of(assignment, table).render(Size.phone())),
                table.deliveries().stream()
                        .map(delivery -> line(delivery, table))
                        .toList(),
                Arrays.stream(Demand.Kind.values())
                        .map(kind -> group(kind, demands))
                        .toList(),
                papers(assignment, user, open),
                told(assignment, Passage.Kind.GOAL, passage -> ""),
                told(assignment, Passage.Kind.BACKGROUND, passage -> ""),
                assignment.of(Passage.Kind.FOCUS).map(this::focus).toList(),
                assignment.of(Passage.Kind.TASK_PERIOD).map(this::period).toList(),
                assignment.of(Passage.Kind.QUARTER).map(this::quarter).toList(),
                told(assignment, Passage.Kind.INITIATIVE, this::initiative),
                roles(assignment),
                assignment.of(Passage.Kind.HISTORY).map(this::happened).toList(),
                told(assignment, Passage.Kind.REMARK, passage -> ""),
                assignment.sources(),
                rights.mayLead(user) && open,
                receivesFinal && hindrance == null,
                hindrance == null ? null : texts.of(hindrance),
                assignment.version(),
                user == null ? List.of() : history.of(assignments.history(assignment)));
    }

    private String point(Assignment assignment, Timetable table, List<Demand> demands) {
        long settled = demands.stream().filter(Demand::isSettled).count();
        return assignment.closed() != null
                ? texts.of(
                        "assignment.point.closed",
                        AssignmentWords.day(assignment.closed().day()))
                : texts.of(
                        "assignment.point",
                        table.count(DeliveryState.DELIVERED),
                        table.countAwake(),
                        settled,
                        demands.size());
    }

    private @Nullable String closed(Assignment assignment) {
        Assignment.Closing closing = assignment.closed();
        return closing == null
                ? null
                : texts.of("assignment.closed", AssignmentWords.day(closing.day()), closing.by(), closing.words());
    }

    private @Nullable String next(Timetable table) {
        Delivery next = table.next();
        return next == null
                ? null
                : texts.of(
                        "assignment.next." + (table.state(next) == DeliveryState.LATE ? "late" : "ahead"),
                        next.code(),
                        next.text(),
                        words.body(next.receiver()),
                        words.day(next));
    }

    private DeliveryLine line(Delivery delivery, Timetable table) {
        DeliveryState state = table.state(delivery);
        return new DeliveryLine(
                delivery.code(),
                delivery.text(),
                delivery.href(),
                words.body(delivery.receiver()),
                words.day(delivery),
                AssignmentWords.sign(state),
                words.state(state),
                words.told(delivery, state));
    }

    private DemandGroup group(Demand.Kind kind, List<Demand> demands) {
        List<Demand> own =
                demands.stream().filter(demand -> demand.kind() == kind).toList();
        return new DemandGroup(
                texts.of("demand.kind." + kind),
                texts.of("demand.point", own.stream().filter(Demand::isSettled).count(), own.size()),
                own.stream()
                        .map(demand -> new DemandLine(
                                demand.code(),
                                demand.text(),
                                demand.href(),
                                AssignmentWords.sign(demand.state()),
                                words.state(demand.state()),
                                demand.evidence(),
                                demand.link()))
                        .toList());
    }

    /** Workshops and dialogues stand together, as what brings people in. */
    private List<PaperGroup> papers(Assignment assignment, @Nullable CurrentUser user, boolean open) {
        List<Paper> all = papers.list(assignment, user);
        return Stream.of(
                        List.of(Paper.Kind.STEERING_ITEM),
                        List.of(Paper.Kind.COMMUNICATION),
                        List.of(Paper.Kind.WORKSHOP, Paper.Kind.DIALOGUE),
                        List.of(Paper.Kind.WORKING_GROUP),
                        List.of(Paper.Kind.OWNER_TASK))
                .map(kinds -> new PaperGroup(
                        texts.of("papers." + kinds.getFirst()),
                        texts.of("papers." + kinds.getFirst() + ".none"),
                        all.stream()
                                .filter(paper -> kinds.contains(paper.kind()))
                                .map(this::line)
                                .toList(),
                        kinds.stream()
                                .filter(kind -> open && kind.isWritten() && papers.mayWrite(user, kind))
                                .map(kind -> new Choice(
                                        assignment.href() + "/akt/ny?slag=" + kind,
                                        texts.of("paper.new." + kind),
                                        false))
                                .toList()))
                .toList();
    }

    private PaperLine line(Paper paper) {
        String told = paper.kind().fields().stream()
                .map(paper::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        String mark =
                paper.isOpenTask() ? texts.of("paper.open") : paper.isPublic() ? null : texts.of("paper.prepared");
        return new PaperLine(paper.title(), paper.href(), words.when(paper), told, mark);
    }

    private List<Told> told(Assignment assignment, Passage.Kind kind, Function<Passage, String> title) {
        return assignment
                .of(kind)
                .map(passage -> told(passage, title.apply(passage)))
                .toList();
    }

    private static Told told(Passage passage, String title) {
        return new Told(
                title,
                Objects.requireNonNullElse(passage.text(), ""),
                Objects.requireNonNullElse(passage.note(), ""),
                passage.items(),
                passage.sources());
    }

    private String initiative(Passage passage) {
        return passage.code() != null && passage.code().equals("SPAK")
                ? passage.code() + ", " + passage.title()
                : Objects.requireNonNullElse(passage.title(), "");
    }

    private String focus(Assignment assignment) {
        return String.join(
                ", ",
                assignment.focus().stream()
                        .map(focus -> Objects.requireNonNullElse(focus.title(), ""))
                        .toList());
    }

    private Told focus(Passage passage) {
        return told(passage, Objects.requireNonNullElse(passage.title(), "") + ", " + span(passage));
    }

    private Told period(Passage passage) {
        return told(passage, words.bodies(passage.bodies()) + ", " + span(passage));
    }

    private Told quarter(Passage passage) {
        String code = Objects.requireNonNullElse(passage.code(), "");
        return told(passage, texts.of("assignment.quarter", code.substring(code.length() - 1), code.substring(0, 4)));
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
