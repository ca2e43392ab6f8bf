package se.fardplan.pilots;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.access.Access;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Trace;
import se.fardplan.plans.Plan;

/** The agreements in writing between a pilot's principals (överenskommelser). */
@Service
class Agreements {

    private final Pilots pilots;
    private final AgreementStore store;
    private final PilotRights rights;
    private final PilotWords words;
    private final Access access;

    Agreements(Pilots pilots, AgreementStore store, PilotRights rights, PilotWords words, Access access) {
        this.pilots = pilots;
        this.store = store;
        this.rights = rights;
        this.words = words;
        this.access = access;
    }

    List<Agreement> list(Plan plan) {
        return store.list(plan.id());
    }

    /** @throws NotFound when there is none in this pilot */
    Agreement get(Plan plan, UUID id) {
        return store.find(plan.id(), id).orElseThrow(() -> new NotFound("agreement " + id));
    }

    List<Trace> history(Agreement agreement) {
        return access.listTraces(subject(agreement.id()));
    }

    /**
     * Saves its words, new or known by its id; whoever had signed is asked anew when they differ.
     *
     * @param draft its version is the one that it was changed against; 0 for a new one
     * @throws Refusal {@code ACC-001}, {@code PIL-001} someone was first, {@code PIL-011} the pilot has ended, {@code PIL-052} a
     *     party that is not the pilot's, and those of {@link Agreement}
     */
    @Transactional
    public Agreement save(CurrentUser by, Agreement draft) {
        Plan plan = pilots.locked(draft.plan(), by);
        PilotRights.demand(rights.mayLead(by, plan));
        pilots.demandGoing(plan);
        Optional<Agreement> before = store.find(plan.id(), draft.id());
        before.ifPresent(known -> known.check(Agreement.Act.CHANGE, ""));
        refuse(before.map(Agreement::version).orElse(0L) != draft.version(), "PIL-001");
        refuse(!draft.parties().stream().allMatch(plan::binds), "PIL-052");
        boolean same = before.filter(known -> known.title().equals(draft.title())
                        && known.text().equals(draft.text())
                        && known.parties().equals(draft.parties()))
                .isPresent();
        Agreement after = new Agreement(
                        draft.id(),
                        plan.id(),
                        draft.title(),
                        draft.text(),
                        draft.parties(),
                        same ? before.get().signatures() : List.of(),
                        null,
                        draft.version())
                .whole();
        String detail = before.filter(known -> !known.text().equals(after.text()))
                .map(known -> after.title() + ": " + known.text() + " → " + after.text())
                .orElse(after.title());
        return saved(by, after, before.isEmpty() ? "agreement.added" : "agreement.changed", detail);
    }

    /** Signs it for {@code party}. @throws Refusal {@code ACC-001}, {@code PIL-001} someone was first, and its own */
    @Transactional
    public Agreement sign(CurrentUser by, UUID pilot, UUID id, long seen, String party) {
        return sign(by, pilot, id, seen, party, pilots.today());
    }

    /** The same on a day of one's own choice, for examples. */
    @Transactional
    public Agreement sign(CurrentUser by, UUID pilot, UUID id, long seen, String party, LocalDate day) {
        Plan plan = pilots.locked(pilot, by);
        Agreement before = get(plan, id);
        PilotRights.demand(rights.maySign(by, plan, party));
        before.check(Agreement.Act.SIGN, party);
        refuse(before.version() != seen, "PIL-001");
        List<Agreement.Signature> signatures = Stream.concat(
                        before.signatures().stream(), Stream.of(new Agreement.Signature(party, day, by.name())))
                .toList();
        return saved(by, with(before, signatures, null), "agreement.signed", words.principal(party));
    }

    /** Lets it hold no longer. @throws Refusal {@code ACC-001}, {@code PIL-001} someone was first, and its own */
    @Transactional
    public Agreement end(CurrentUser by, UUID pilot, UUID id, long seen) {
        Plan plan = pilots.locked(pilot, by);
        Agreement before = get(plan, id);
        PilotRights.demand(rights.mayLead(by, plan));
        before.check(Agreement.Act.END, "");
        refuse(before.version() != seen, "PIL-001");
        return saved(by, with(before, before.signatures(), pilots.today()), "agreement.ended", before.title());
    }

    private static Agreement with(Agreement of, List<Agreement.Signature> signatures, @Nullable LocalDate ended) {
        return new Agreement(of.id(), of.plan(), of.title(), of.text(), of.parties(), signatures, ended, of.version());
    }

    private Agreement saved(CurrentUser by, Agreement agreement, String act, String detail) {
        store.save(agreement);
        access.record(by, act, subject(agreement.id()), detail);
        return store.find(agreement.plan(), agreement.id()).orElseThrow();
    }

    private static void refuse(boolean hindered, String code) {
        if (hindered) {
            throw new Refusal(code);
        }
    }

    static String subject(UUID agreement) {
        return "agreement/" + agreement;
    }
}
