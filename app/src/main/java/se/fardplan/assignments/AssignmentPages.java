package se.fardplan.assignments;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Crumb;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.charts.Glyph;
import se.fardplan.charts.Widths;

/** Puts together the list of assignments, and how far one of them has come (uppdragens sidor). */
@Component
class AssignmentPages {

    private final Assignments assignments;
    private final AssignmentRights rights;
    private final AssignmentPicture picture;
    private final AssignmentWords words;
    private final Texts texts;

    record ListPage(List<Row> rows) {}

    record Row(String name, String href, String point, String focus) {}

    /** The two sizes of the time line. */
    /** A part of what there is to read about an assignment, with a page of its own (uppdragets delar). */
    enum View {
        OVERVIEW(""),
        WORK("/arbetet"),
        ABOUT("/om");

        private final String path;

        View(String path) {
            this.path = path;
        }

        String href(Assignment assignment) {
            return assignment.href() + path;
        }
    }

    record Tab(String name, String href, boolean current) {}

    /**
     * What the assignment's pages begin with.
     *
     * @param title the page's point
     * @param problem the sentence to mend a step by; null when nothing is wrong
     * @param shownOn the day that examples stand for; null where the days are real
     */
    record Head(
            String self,
            String title,
            String name,
            List<Crumb> crumbs,
            String here,
            List<Tab> views,
            @Nullable String problem,
            @Nullable String shownOn,
            @Nullable String closed) {}

    /**
     * How far an assignment has come, as its reader sees it.
     *
     * @param next the delivery that comes next, in a sentence; null when none does
     * @param hindrance what keeps this reader from closing it, in a sentence; null when nothing does
     */
    record Page(
            Head head,
            @Nullable String next,
            Widths picture,
            List<DeliveryLine> deliveries,
            List<DemandGroup> demands,
            boolean mayClose,
            @Nullable String hindrance,
            long version) {}

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

    AssignmentPages(
            Assignments assignments,
            AssignmentRights rights,
            AssignmentPicture picture,
            AssignmentWords words,
            Texts texts) {
        this.assignments = assignments;
        this.rights = rights;
        this.picture = picture;
        this.words = words;
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

    /** Where a page that lies under {@code view} stands. */
    List<Crumb> crumbs(Assignment assignment, View view) {
        Stream<Crumb> under =
                view == View.OVERVIEW ? Stream.of() : Stream.of(new Crumb(word(view), view.href(assignment)));
        return Stream.concat(above(assignment).stream(), under).toList();
    }

    private List<Crumb> above(Assignment assignment) {
        return Stream.concat(above().stream(), Stream.of(new Crumb(assignment.name(), assignment.href())))
                .toList();
    }

    private List<Crumb> above() {
        return List.of(
                new Crumb(texts.of("plans.title"), "/planera"),
                new Crumb(texts.of("assignments.title"), "/planera/uppdrag"));
    }

    private String word(View view) {
        return texts.of("assignment.view." + view);
    }

    Head head(Assignment assignment, View view, @Nullable String problem) {
        boolean overview = view == View.OVERVIEW;
        return new Head(
                assignment.href(),
                overview
                        ? point(assignment, assignments.timetable(assignment), assignments.listDemands(assignment))
                        : texts.of("assignment.view." + view + ".title"),
                assignment.name(),
                overview ? above() : above(assignment),
                overview ? assignment.name() : word(view),
                Arrays.stream(View.values())
                        .map(each -> new Tab(word(each), each.href(assignment), each == view))
                        .toList(),
                problem,
                assignment.shownOn() == null ? null : AssignmentWords.day(assignment.shownOn()),
                closed(assignment));
    }

    Page page(Assignment assignment, @Nullable CurrentUser user, @Nullable String problem) {
        Timetable table = assignments.timetable(assignment);
        List<Demand> demands = assignments.listDemands(assignment);
        boolean receivesFinal = user != null
                && assignment.closed() == null
                && assignment.bodies(Assignment.Part.FINAL_RECEIVER).stream()
                        .anyMatch(receiver -> rights.mayReceive(user, receiver));
        Refusal hindrance = receivesFinal ? assignments.hindrance(assignment, Objects.requireNonNull(user)) : null;
        return new Page(
                head(assignment, View.OVERVIEW, problem),
                next(table),
                Widths.of(picture.of(assignment, table)),
                table.deliveries().stream()
                        .map(delivery -> line(delivery, table))
                        .toList(),
                Arrays.stream(Demand.Kind.values())
                        .map(kind -> group(kind, demands))
                        .toList(),
                receivesFinal && hindrance == null,
                hindrance == null ? null : texts.of(hindrance),
                assignment.version());
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

    private String focus(Assignment assignment) {
        return String.join(
                ", ",
                assignment.focus().stream()
                        .map(focus -> Objects.requireNonNullElse(focus.title(), ""))
                        .toList());
    }
}
