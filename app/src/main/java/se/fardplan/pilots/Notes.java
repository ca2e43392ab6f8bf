package se.fardplan.pilots;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.CurrentUser;
import se.fardplan.governance.Governance;
import se.fardplan.plans.Plan;

/** What a pilot writes down on its way (akten). */
@Service
class Notes {

    private final Pilots pilots;
    private final NoteStore store;
    private final PilotRights rights;
    private final Governance governance;
    private final Access access;
    private final Texts texts;

    Notes(Pilots pilots, NoteStore store, PilotRights rights, Governance governance, Access access, Texts texts) {
        this.pilots = pilots;
        this.store = store;
        this.rights = rights;
        this.governance = governance;
        this.access = access;
        this.texts = texts;
    }

    /** By day, those without one last. */
    List<Note> list(Plan plan) {
        return store.list(plan.id());
    }

    /** @throws NotFound when there is none in this pilot */
    Note get(Plan plan, UUID id) {
        return store.find(id)
                .filter(note -> note.plan().equals(plan.id()))
                .orElseThrow(() -> new NotFound("note " + id));
    }

    /**
     * Saves a note, new or known by its id.
     *
     * @param note its version is the one that it was changed against; 0 for a new one
     * @throws Refusal {@code ACC-001}, {@code PIL-001} someone was first, {@code PIL-011} the pilot has ended, {@code PIL-046} no
     *     such need level or decision, and those of {@link Note#whole}
     */
    @Transactional
    public Note save(CurrentUser by, Note note) {
        Plan plan = pilots.locked(note.plan(), by);
        PilotRights.demand(rights.mayLead(by, plan));
        pilots.demandGoing(plan);
        Optional<Note> before = store.find(note.id());
        long now = before.map(Note::version).orElse(0L);
        if (now != note.version() || before.isPresent() && !before.get().plan().equals(note.plan())) {
            throw new Refusal("PIL-001");
        }
        note.whole(field -> name(note.kind(), field));
        demandKnown(plan, note.needLevel(), note.decision());
        store.save(note);
        access.record(
                by,
                before.isEmpty() ? "pilot.note.added" : "pilot.note.changed",
                Pilots.subject(plan.id()),
                texts.of("note.kind." + note.kind()) + ": " + note.title()
                        + before.map(known -> differences(known, note)).orElse(""));
        return store.find(note.id()).orElseThrow();
    }

    /** What its texts said before and say now, for the log. */
    private String differences(Note before, Note after) {
        return after.kind().fields().stream()
                .filter(field -> !before.text(field).equals(after.text(field)))
                .map(field -> "; " + name(after.kind(), field) + ": " + before.text(field) + " → " + after.text(field))
                .collect(Collectors.joining());
    }

    private void demandKnown(Plan plan, @Nullable Integer level, @Nullable UUID decision) {
        boolean known = level == null
                || pilots.needLevels(plan).stream().map(NeedLevel::number).anyMatch(level::equals);
        if (!known
                || decision != null && governance.decisions(List.of(decision)).isEmpty()) {
            throw new Refusal("PIL-046");
        }
    }

    /** What a field is called in a note of this kind. */
    String name(Note.Kind kind, Note.Field field) {
        return texts.of("note.text." + kind + "-" + field);
    }
}
