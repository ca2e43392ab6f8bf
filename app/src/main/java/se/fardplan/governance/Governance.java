package se.fardplan.governance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.desk.Desk;
import se.fardplan.organisation.Organisation;

/** Who leads the transition together, and what they have decided (styrningen). */
@Service
public class Governance {

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final int MOST_OF_HEADING = 200;
    private static final int MOST_OF_NUMBER = 60;

    private final BodyStore bodies;
    private final DecisionStore decisions;
    private final Organisation organisation;
    private final Access access;
    private final Desk desk;
    private final Texts texts;
    private final Clock clock;

    Governance(
            BodyStore bodies,
            DecisionStore decisions,
            Organisation organisation,
            Access access,
            Desk desk,
            Texts texts,
            Clock clock) {
        this.bodies = bodies;
        this.decisions = decisions;
        this.organisation = organisation;
        this.access = access;
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
    }

    /** The body with that code, or with that name in any spelling the package knows; letters may be large or small. */
    public Optional<Body> body(String codeOrAlias) {
        return bodies.list().stream().filter(body -> body.isCalled(codeOrAlias)).findFirst();
    }

    /** Every body in the package's order; empty for a county that names none. */
    public List<Body> bodies() {
        return bodies.list();
    }

    /** The decisions with {@code ids}, the earliest first; an id that is none is left out. */
    public List<Decision> decisions(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : decisions.list(ids);
    }

    /** Every decision, the latest first. */
    public List<Decision> listDecisions() {
        return decisions.list();
    }

    /** What each of the system leadership has done in the matter that {@code ids} decide, in the bodies' order. */
    public List<Stance> stances(Collection<UUID> ids) {
        List<Decision> made = decisions(ids);
        return bodies.list().stream()
                .filter(Body::systemLeadership)
                .map(body -> new Stance(
                        body,
                        made.stream()
                                .filter(decision -> body.code().equals(decision.body()))
                                .map(Stance.Part::of)
                                .reduce(Stance.Part.NONE, (one, other) -> one.compareTo(other) < 0 ? other : one)))
                .toList();
    }

    /** True when {@code user} may record what {@code body} decides, for some principal at least. */
    boolean mayRecord(CurrentUser user, Body body) {
        return body.kind() == Body.Kind.PRINCIPALS
                ? access.maySomewhere(user, Act.RECORD_DECISION)
                : access.may(user, Act.RECORD_DECISION, body.principal());
    }

    boolean mayCorrect(CurrentUser user, Decision decision) {
        return !decision.isFromPackage() && access.may(user, Act.RECORD_DECISION, decision.principal());
    }

    /**
     * Records what a body decided, with the escalation route it has now.
     *
     * @throws Refusal {@code GOV-001} no such body, {@code GOV-002} it may comment but not decide, {@code GOV-003} it is not
     *     set up, {@code GOV-004} it had ended, {@code GOV-005} a day to come or too long ago, {@code GOV-006} no such
     *     principal, {@code GOV-007} no heading or too long a one, {@code GOV-008} too long a paragraph, number or board,
     *     {@code GOV-009} it is recorded already, {@code ACC-001} not for this user
     */
    @Transactional
    public Decision record(CurrentUser by, Decision.Entry entry) {
        Decision decision = decision(by, entry, UUID.randomUUID(), 0, null);
        save(decision, () -> decisions.add(decision));
        access.record(by, "decision.recorded", subject(decision.id()), describe(decision));
        return decision;
    }

    /**
     * Corrects a decision that was recorded here.
     *
     * @param version the one that was corrected
     * @throws Refusal as {@link #record}, {@code GOV-010} it came with the package, {@code GOV-011} someone was first
     * @throws NotFound there is no such decision
     */
    @Transactional
    public Decision correct(CurrentUser by, UUID id, int version, Decision.Entry entry) {
        int now = decisions.lock(id).orElseThrow(() -> new NotFound("decision " + id));
        Decision before = decisions.find(id).orElseThrow(() -> new NotFound("decision " + id));
        access.demand(by, Act.RECORD_DECISION, before.principal());
        if (before.isFromPackage()) {
            throw new Refusal("GOV-010");
        }
        if (now != version) {
            throw new Refusal("GOV-011");
        }
        Decision after = decision(by, entry, id, now + 1, before);
        save(after, () -> decisions.correct(after));
        access.record(by, "decision.corrected", subject(id), describe(before) + " → " + describe(after));
        return after;
    }

    /** A body's name by its code; the code itself where it is none, empty where a decision has no body. */
    String nameOf(@Nullable String code) {
        return code == null ? "" : body(code).map(Body::name).orElse(code);
    }

    private Decision decision(CurrentUser by, Decision.Entry entry, UUID id, int version, @Nullable Decision before) {
        Body body = body(entry.body()).orElseThrow(() -> new Refusal("GOV-001", entry.body()));
        String principal = body.kind() == Body.Kind.PRINCIPALS ? ownOf(entry.principal()) : body.principal();
        access.demand(by, Act.RECORD_DECISION, principal);
        Decision.Entry clean = demandSound(entry);
        body.hindrance(clean.form(), clean.day()).ifPresent(hindrance -> {
            throw new Refusal(hindrance.refusal(), body.name());
        });
        return new Decision(
                id,
                body.code(),
                principal,
                clean.board(),
                clean.day(),
                clean.paragraph(),
                clean.registrationNumber(),
                clean.form(),
                clean.outcome(),
                clean.heading(),
                null,
                body.escalation().stream().map(this::nameOf).toList(),
                List.of(),
                version,
                before == null ? by.name() : before.recordedBy(),
                before == null ? clock.instant().truncatedTo(ChronoUnit.MICROS) : before.recordedAt());
    }

    private String ownOf(@Nullable String principal) {
        if (principal == null || organisation.findPrincipal(principal).isEmpty()) {
            throw new Refusal("GOV-006");
        }
        return principal;
    }

    private Decision.Entry demandSound(Decision.Entry entry) {
        LocalDate today = LocalDate.now(clock);
        if (entry.day().isAfter(today) || entry.day().isBefore(EARLIEST)) {
            throw new Refusal("GOV-005", entry.day().toString(), today.toString());
        }
        String heading = entry.heading().strip();
        if (heading.isEmpty() || heading.length() > MOST_OF_HEADING) {
            throw new Refusal("GOV-007", MOST_OF_HEADING);
        }
        String paragraph = tidy(entry.paragraph());
        Decision.Entry clean = new Decision.Entry(
                entry.body(),
                entry.principal(),
                tidy(entry.board()),
                entry.day(),
                paragraph == null ? null : tidy(paragraph.replaceFirst("^§+", "")),
                tidy(entry.registrationNumber()),
                entry.form(),
                entry.outcome(),
                heading);
        Stream.of(clean.board(), clean.paragraph(), clean.registrationNumber())
                .filter(text -> text != null && text.length() > MOST_OF_NUMBER)
                .findFirst()
                .ifPresent(text -> {
                    throw new Refusal("GOV-008", MOST_OF_NUMBER);
                });
        return clean;
    }

    private static @Nullable String tidy(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private void save(Decision decision, Runnable store) {
        if (decisions.hasAnother(decision)) {
            throw new Refusal("GOV-009", nameOf(decision.body()), decision.day().toString());
        }
        try {
            store.run();
        } catch (DuplicateKeyException anotherWasFirst) {
            throw new Refusal("GOV-009", nameOf(decision.body()), decision.day().toString());
        }
        desk.index(GovernanceTexts.text(decision, nameOf(decision.body())));
    }

    /** One line about it, as the log tells it. */
    private String describe(Decision decision) {
        String principal = decision.principal();
        return Stream.of(
                        nameOf(decision.body()),
                        principal == null
                                ? ""
                                : organisation
                                        .findPrincipal(principal)
                                        .map(found -> found.name())
                                        .orElse(principal),
                        decision.board(),
                        decision.day().toString(),
                        decision.paragraph() == null ? "" : "§ " + decision.paragraph(),
                        decision.registrationNumber(),
                        texts.of("decision.form." + decision.form()),
                        texts.of("decision.outcome." + decision.outcome()),
                        decision.heading())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    static String subject(UUID decision) {
        return "decision/" + decision;
    }
}
