package se.fardplan.assignments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Texts;
import se.fardplan.access.Scope;
import se.fardplan.desk.Desk;
import se.fardplan.desk.Line;

/** Lays what is ahead in an assignment on the desks of its leader, its receivers and its owner (påminnelser). */
@Component
class Reminders {

    private static final int DAYS_AHEAD = 30;

    private final AssignmentStore assignments;
    private final DeliveryStore deliveries;
    private final PaperStore papers;
    private final AssignmentRights rights;
    private final AssignmentWords words;
    private final Desk desk;
    private final Texts texts;
    private final Clock clock;

    Reminders(
            AssignmentStore assignments,
            DeliveryStore deliveries,
            PaperStore papers,
            AssignmentRights rights,
            AssignmentWords words,
            Desk desk,
            Texts texts,
            Clock clock) {
        this.assignments = assignments;
        this.deliveries = deliveries;
        this.papers = papers;
        this.rights = rights;
        this.words = words;
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
    }

    @Transactional
    public void refresh() {
        assignments.list().forEach(this::refresh);
    }

    /** Puts and takes away the lines of one assignment, in the caller's transaction. */
    void refresh(Assignment assignment) {
        boolean open = assignment.closed() == null;
        Timetable table = new Timetable(deliveries.list(assignment.code()), assignment.dayOr(LocalDate.now(clock)));
        for (Delivery delivery : table.deliveries()) {
            DeliveryState state = table.state(delivery);
            put(delivery, "leader", open ? leaderLine(delivery, state, table) : null, rights.leaders());
            put(
                    delivery,
                    "receiver",
                    open ? receiverLine(delivery, state, table) : null,
                    rights.receivers(delivery.receiver()));
        }
        papers.list(assignment.code()).stream()
                .filter(paper -> paper.kind() == Paper.Kind.OWNER_TASK)
                .forEach(task -> {
                    if (open && task.isOpenTask()) {
                        desk.put(new Line(
                                "assignment.task:" + task.id(),
                                Line.Kind.TODO,
                                texts.of("reminder.task"),
                                task.title(),
                                task.href(),
                                null,
                                rights.owners()));
                    } else {
                        desk.done("assignment.task:" + task.id());
                    }
                });
    }

    /** What a line says, and on which part of the desk. */
    private record Said(Line.Kind kind, String title) {}

    private @Nullable Said leaderLine(Delivery delivery, DeliveryState state, Timetable table) {
        return switch (state) {
            case UNDATED -> new Said(Line.Kind.TODO, texts.of("reminder.undated", delivery.code()));
            case DUE, LATE -> new Said(Line.Kind.TODO, texts.of("reminder." + state, delivery.code(), delivery.text()));
            case COMING -> coming(delivery, table);
            case DELIVERED ->
                table.standing(delivery).isToBeHandedOverAgain()
                        ? new Said(Line.Kind.TODO, texts.of("reminder.again", delivery.code(), delivery.text()))
                        : null;
            case SLEEPING, NOT_NEEDED -> null;
        };
    }

    private @Nullable Said receiverLine(Delivery delivery, DeliveryState state, Timetable table) {
        return switch (state) {
            case UNDATED -> new Said(Line.Kind.TODO, texts.of("reminder.receiver.undated", delivery.code()));
            case DUE, LATE ->
                new Said(Line.Kind.TODO, texts.of("reminder.receiver." + state, delivery.code(), delivery.text()));
            case COMING -> coming(delivery, table);
            case DELIVERED ->
                delivery.outcome() == null
                        ? new Said(Line.Kind.TODO, texts.of("reminder.answer", delivery.code(), delivery.text()))
                        : null;
            case SLEEPING, NOT_NEEDED -> null;
        };
    }

    private @Nullable Said coming(Delivery delivery, Timetable table) {
        LocalDate day = delivery.day();
        return day == null || day.isAfter(table.today().plusDays(DAYS_AHEAD))
                ? null
                : new Said(Line.Kind.COMING, texts.of("reminder.coming", delivery.code(), delivery.text()));
    }

    private void put(Delivery delivery, String side, @Nullable Said said, Scope scope) {
        // A line of one part of the desk and one of another are two: what is no longer so is taken away.
        Stream.of(Line.Kind.TODO, Line.Kind.COMING)
                .filter(kind -> said == null || said.kind() != kind)
                .forEach(kind -> desk.done(key(delivery, side, kind)));
        if (said != null) {
            desk.put(new Line(
                    key(delivery, side, said.kind()),
                    said.kind(),
                    said.title(),
                    words.body(delivery.receiver()),
                    delivery.href(),
                    delivery.day(),
                    scope));
        }
    }

    private static String key(Delivery delivery, String side, Line.Kind kind) {
        return "delivery:" + delivery.assignment() + "/" + delivery.code() + "/" + side + "/" + kind;
    }
}
