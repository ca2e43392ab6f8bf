package se.fardplan.assignments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.CurrentUser;
import se.fardplan.governance.Governance;

/** The papers of an assignment, who may read them, and every change of them (akten). */
@Service
class Papers {

    private final PaperStore store;
    private final AssignmentStore assignments;
    private final AssignmentRights rights;
    private final Governance governance;
    private final Reminders reminders;
    private final Access access;
    private final Texts texts;
    private final Clock clock;

    Papers(
            PaperStore store,
            AssignmentStore assignments,
            AssignmentRights rights,
            Governance governance,
            Reminders reminders,
            Access access,
            Texts texts,
            Clock clock) {
        this.store = store;
        this.assignments = assignments;
        this.rights = rights;
        this.governance = governance;
        this.reminders = reminders;
        this.access = access;
        this.texts = texts;
        this.clock = clock;
    }

    /** What {@code reader} may read, by day; null asks for an open visitor. */
    List<Paper> list(Assignment assignment, @Nullable CurrentUser reader) {
        return store.list(assignment.code()).stream()
                .filter(paper -> mayRead(reader, paper))
                .toList();
    }

    /** @throws NotFound there is none that {@code reader} may read */
    Paper get(String assignment, UUID id, @Nullable CurrentUser reader) {
        return store.find(id)
                .filter(paper -> paper.assignment().equals(assignment) && mayRead(reader, paper))
                .orElseThrow(() -> new NotFound("paper " + id));
    }

    private boolean mayRead(@Nullable CurrentUser reader, Paper paper) {
        return paper.isPublic() || rights.mayReadPrepared(reader);
    }

    /** A task is its owner's to answer; everything else is the leader's. */
    boolean mayWrite(@Nullable CurrentUser user, Paper.Kind kind) {
        return kind == Paper.Kind.OWNER_TASK ? rights.maySteer(user) : rights.mayLead(user);
    }

    /**
     * Adds a paper, or changes the one with its id.
     *
     * @throws Refusal {@code ACC-001}, {@code ASN-001} someone was first, {@code ASN-002} the assignment is closed,
     *     {@code ASN-055} no such decision, {@code ASN-056} a task says how it was done, and those of {@link Paper}
     */
    @Transactional
    public Paper save(CurrentUser by, Paper paper) {
        assignments.lock(paper.assignment());
        Assignment of = assignments
                .find(paper.assignment())
                .orElseThrow(() -> new NotFound("assignment " + paper.assignment()));
        if (!mayWrite(by, paper.kind())) {
            throw new Refusal("ACC-001");
        }
        if (of.closed() != null) {
            throw new Refusal("ASN-002");
        }
        Paper before = store.find(paper.id()).orElse(null);
        if (before == null ? paper.version() != 0 || !paper.kind().isWritten() : before.version() != paper.version()) {
            throw new Refusal("ASN-001");
        }
        Paper whole = paper.whole(field -> texts.of("paper.text." + paper.kind() + "-" + field));
        UUID decision = whole.decision();
        if (decision != null && governance.decisions(List.of(decision)).isEmpty()) {
            throw new Refusal("ASN-055");
        }
        if (whole.kind() == Paper.Kind.OWNER_TASK
                && (whole.until() == null || whole.text(Paper.Field.DONE).isEmpty())) {
            throw new Refusal("ASN-056");
        }
        store.save(whole);
        reminders.refresh(of);
        access.record(
                by,
                before == null ? "paper.added" : "paper.changed",
                Assignments.subject(of.code()),
                texts.of("paper.kind." + whole.kind()) + ": " + whole.title());
        return store.find(whole.id()).orElseThrow();
    }

    /** Asks the owner to tell those who gave the assignment; in the caller's transaction. */
    void askOwner(Assignment assignment, String what) {
        store.save(new Paper(
                UUID.randomUUID(),
                assignment.code(),
                Paper.Kind.OWNER_TASK,
                what,
                assignment.dayOr(LocalDate.now(clock)),
                null,
                Map.of(),
                null,
                0));
    }
}
