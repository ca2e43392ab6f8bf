package se.fardplan.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.HouseTime;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Trace;
import se.fardplan.desk.Desk;

/** Rounds of follow-up, what each asks, and what it was answered (uppföljning). */
@Service
public class FollowUps {

    private final RoundStore rounds;
    private final AnswerStore answers;
    private final Asking asking;
    private final FollowUpRights rights;
    private final RoundLines lines;
    private final Lessons lessons;
    private final Access access;
    private final Desk desk;
    private final Texts texts;
    private final Clock clock;

    FollowUps(
            RoundStore rounds,
            AnswerStore answers,
            Asking asking,
            FollowUpRights rights,
            RoundLines lines,
            Lessons lessons,
            Access access,
            Desk desk,
            Texts texts,
            Clock clock) {
        this.rounds = rounds;
        this.answers = answers;
        this.asking = asking;
        this.rights = rights;
        this.lines = lines;
        this.lessons = lessons;
        this.access = access;
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
    }

    /** The same at noon of another day, for examples; without transactions of its own. */
    FollowUps on(LocalDate day) {
        Clock then = Clock.fixed(day.atTime(12, 0).atZone(HouseTime.SWEDEN).toInstant(), HouseTime.SWEDEN);
        return new FollowUps(rounds, answers, asking, rights, lines, lessons, access, desk, texts, then);
    }

    /** What was sent about the activities and plans of {@code year}, the latest about each, by plan. */
    public List<Reported> listReported(int year) {
        Map<UUID, Reported> latest = new LinkedHashMap<>();
        rounds.list().stream()
                .filter(round -> round.year() == year && round.state() != Round.State.PLANNED)
                .sorted(Comparator.comparing(Round::closes))
                .flatMap(round -> listReported(round).stream())
                .forEach(reported -> {
                    latest.remove(reported.asked().id());
                    latest.put(reported.asked().id(), reported);
                });
        return List.copyOf(latest.values());
    }

    /** What a round asked together with what was sent, by plan. */
    List<Reported> listReported(Round round) {
        Map<UUID, Answer> given = answers.list(round.id());
        return asking.of(round).stream()
                .filter(asked -> RoundLines.isSent(asked, given))
                .map(asked -> new Reported(
                        round, asked, Optional.ofNullable(given.get(asked.id())).orElseThrow()))
                .toList();
    }

    /** The latest last day first. */
    List<Round> list() {
        return rounds.list();
    }

    Optional<Round> find(UUID id) {
        return rounds.find(id);
    }

    /** By plan, the plan itself first. */
    List<Asked> listAsked(Round round) {
        return asking.of(round);
    }

    Optional<Asked> findAsked(Round round, UUID subject) {
        return asking.of(round).stream()
                .filter(asked -> asked.id().equals(subject))
                .findFirst();
    }

    /** By the subject's id, drafts among them. */
    Map<UUID, Answer> listAnswers(Round round) {
        return answers.list(round.id());
    }

    Optional<Answer> findAnswer(Round round, UUID subject) {
        return answers.find(round.id(), subject);
    }

    /** What was last sent about it in an earlier round. */
    Optional<Answer> findBefore(Round round, UUID subject) {
        return answers.findBefore(round.id(), subject);
    }

    List<Trace> history(Round round) {
        return access.listTraces(subject(round));
    }

    List<Trace> history(Round round, UUID subject) {
        return access.listTraces(subject(round, subject));
    }

    /**
     * Decides on a round; it opens by itself on its day.
     *
     * <p>Refusals: {@code ACC-001}, {@code FOL-034} the year has one of that name, and those of {@link RoundDraft}.
     */
    @Transactional
    public Round add(CurrentUser by, RoundDraft draft) {
        demand(rights.mayLead(by));
        Round round = draft.round(UUID.randomUUID(), today());
        try {
            rounds.save(round);
        } catch (DuplicateKeyException taken) {
            throw new Refusal("FOL-034", round.name());
        }
        access.record(by, "round.added", subject(round), round.name());
        return rounds.find(round.id()).orElseThrow();
    }

    /**
     * Takes a round a step on its way, or reminds everyone who has an answer left.
     *
     * @param seen the version that it was decided on
     * @throws Refusal {@code ACC-001}, {@code FOL-009} someone was first, {@code FOL-008} nobody who may answer has an
     *     account, and those of {@link RoundAct}
     */
    @Transactional
    public Round act(CurrentUser by, UUID id, long seen, RoundAct act) {
        rounds.lock(id);
        Round before = rounds.find(id).orElseThrow(() -> new Refusal("FOL-018"));
        demand(rights.mayLead(by));
        if (before.version() != seen) {
            throw new Refusal("FOL-009");
        }
        return act(by, before, act);
    }

    private Round act(CurrentUser by, Round before, RoundAct act) {
        List<Asked> asked = asking.of(before);
        Map<UUID, Answer> given = answers.list(before.id());
        int missing = (int)
                asked.stream().filter(one -> !RoundLines.isSent(one, given)).count();
        Round after = act.on(before, today(), missing);
        String detail = before.name();
        if (act == RoundAct.REMIND) {
            int told = lines.remind(before, asked, given, today());
            if (told == 0) {
                throw new Refusal("FOL-008");
            }
            after = before.remindedOn(today(), told);
            detail = texts.of("round.reminded.log", told, missing);
        }
        if (act == RoundAct.CLOSE) {
            asked.forEach(one -> rounds.keep(before.id(), one));
        }
        if (act == RoundAct.REOPEN) {
            rounds.forgetUnanswered(before.id());
        }
        rounds.save(after);
        lines.lay(after, asked, given);
        access.record(by, "round." + act, subject(before), detail);
        return rounds.find(before.id()).orElseThrow();
    }

    /** The rounds whose day to open or to close has come. */
    List<UUID> listDue() {
        return rounds.list().stream()
                .filter(round -> due(round).isPresent())
                .map(Round::id)
                .toList();
    }

    /** Opens a round whose day has come, or closes one whose last day has been. */
    @Transactional
    public void turn(UUID id) {
        rounds.lock(id);
        Round round = rounds.find(id).orElseThrow();
        due(round).ifPresent(act -> act(CurrentUser.console(), round, act));
    }

    private Optional<RoundAct> due(Round round) {
        boolean over = round.closes().isBefore(today());
        boolean begun = !round.opens().isAfter(today());
        return switch (round.state()) {
            case OPEN -> over ? Optional.of(RoundAct.CLOSE) : Optional.empty();
            case PLANNED -> begun && !over ? Optional.of(RoundAct.OPEN) : Optional.empty();
            case CLOSED -> Optional.empty();
        };
    }

    /**
     * Writes an answer, sends it, or shows it to everyone.
     *
     * @param seen the version that it was written against; 0 when there was none
     * @param told what is written; not read when a good result is shown or shown no longer
     * @throws Refusal {@code ACC-001}, {@code FOL-018} the round does not ask about it, {@code FOL-020} someone was first,
     *     and those of {@link AnswerAct}
     */
    @Transactional
    public Answer answer(CurrentUser by, UUID id, UUID about, long seen, AnswerAct act, Answer.Told told) {
        if (act == AnswerAct.SEND) {
            // Of two who send at once, the second counts the first one's answer as sent.
            rounds.lock(id);
        } else {
            rounds.hold(id);
        }
        Round round = rounds.find(id).orElseThrow(() -> new Refusal("FOL-018"));
        Asked asked = findAsked(round, about).orElseThrow(() -> new Refusal("FOL-018"));
        demand(act.isCountys() ? rights.mayLead(by) : rights.mayAnswer(by, asked));
        Answer before = answers.find(id, about).orElse(null);
        if ((before == null ? 0 : before.version()) != seen) {
            throw new Refusal("FOL-020");
        }
        Answer after = act.on(round, asked, before, told, by.name(), today());
        rounds.keep(id, asked);
        if (!answers.save(after)) {
            throw new Refusal("FOL-020");
        }
        if (act != AnswerAct.SAVE) {
            desk.index(lessons.of(new Reported(round, asked, after)));
        }
        if (act == AnswerAct.SEND) {
            lines.lay(round, asking.of(round), answers.list(id));
        }
        access.record(by, "answer." + act, subject(round, about), asked.title());
        return answers.find(id, about).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static void demand(boolean allowed) {
        if (!allowed) {
            throw new Refusal("ACC-001");
        }
    }

    private static String subject(Round round) {
        return "round/" + round.id();
    }

    private static String subject(Round round, UUID about) {
        return "answer/" + round.id() + "/" + about;
    }
}
