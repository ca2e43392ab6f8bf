package se.fardplan.plans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Scope;
import se.fardplan.desk.Desk;
import se.fardplan.desk.Line;

/** What people say about an activity (kommentarer): whoever may read it, also when it is another organisation's to change. */
@Service
class Comments {

    private final CommentStore store;
    private final PlanStore plans;
    private final ActivityStore activities;
    private final PlanRights rights;
    private final Access access;
    private final Desk desk;
    private final Texts texts;
    private final Clock clock;

    /** @param by who said it, by name */
    record Comment(String by, LocalDate day, String words) {}

    private record Read(Plan plan, Activity activity) {}

    Comments(
            CommentStore store,
            PlanStore plans,
            ActivityStore activities,
            PlanRights rights,
            Access access,
            Desk desk,
            Texts texts,
            Clock clock) {
        this.store = store;
        this.plans = plans;
        this.activities = activities;
        this.rights = rights;
        this.access = access;
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
    }

    List<Comment> list(UUID activity) {
        return store.list(activity);
    }

    /**
     * Adds a comment; another's lies on the owner's desk until the owner answers or says it has been read.
     *
     * @throws Refusal {@code PLA-004} it may not be read, {@code PLA-006} there are no words
     */
    @Transactional
    public void add(CurrentUser by, UUID id, String words) {
        Read read = read(by, id);
        if (words.isBlank()) {
            throw new Refusal("PLA-006");
        }
        store.add(id, new Comment(by.name(), LocalDate.now(clock), words.strip()));
        access.record(by, "activity.commented", Activities.subject(read.activity()), words.strip());
        if (rights.mayWrite(by, read.plan(), read.activity())) {
            desk.done(key(id));
            return;
        }
        Scope owners = read.plan().shape().isCountys()
                ? Scope.act(Act.WRITE_COUNTY_PLAN, null)
                : Scope.act(Act.WRITE_PLAN, read.activity().owner());
        desk.put(new Line(
                key(id),
                Line.Kind.TODO,
                texts.of("comment.todo", read.activity().title()),
                by.name(),
                read.activity().href() + "#kommentarer",
                null,
                owners));
    }

    /** Takes the comments of an activity off its owner's desk. */
    @Transactional
    public void clear(CurrentUser by, UUID id) {
        Read read = read(by, id);
        if (!rights.mayWrite(by, read.plan(), read.activity())) {
            throw new Refusal("ACC-001");
        }
        desk.done(key(id));
        access.record(by, "activity.comments-read", Activities.subject(read.activity()), "");
    }

    private Read read(CurrentUser by, UUID id) {
        Activity activity = activities.find(id).orElseThrow(() -> new Refusal("PLA-004"));
        Plan plan = plans.find(activity.plan()).orElseThrow();
        if (!rights.mayRead(by, plan)) {
            throw new Refusal("PLA-004");
        }
        return new Read(plan, activity);
    }

    private static String key(UUID activity) {
        return "plans.comment:" + activity;
    }
}
