package se.fardplan.followup;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fardplan.DemoPart;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.followup.Answer.Part;
import se.fardplan.followup.Answer.Progress;
import se.fardplan.followup.Answer.Told;

/** Example rounds: last year's, closed, and this year's, open, where some have answered and some not (exempeldata). */
@Component
@Order(70)
class FollowUpDemo implements DemoPart {

    /** How many ways there are to answer. */
    private static final int VOICES = 3;

    private static final int DAYS_OPEN = 20;

    private final FollowUps followUps;
    private final Texts texts;
    private final Clock clock;

    FollowUpDemo(FollowUps followUps, Texts texts, Clock clock) {
        this.followUps = followUps;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void fill(LocalDate asOf) {
        int year = asOf.getYear();
        LocalDate first = LocalDate.of(year, 1, 12);
        Round last = opened(year - 1, first.isAfter(asOf) ? asOf : first, asOf);
        answer(last, 1, asOf);
        step(last, RoundAct.CLOSE, asOf);
        Round now = opened(year, asOf.minusDays(DAYS_OPEN), asOf);
        answer(now, 2, asOf);
    }

    private Round opened(int year, LocalDate opens, LocalDate asOf) {
        FollowUps then = followUps.on(opens);
        Round round = then.add(
                lead(),
                new RoundDraft(
                        texts.of("round.name.default", Integer.toString(year)),
                        year,
                        opens,
                        year < asOf.getYear() ? opens.plusDays(2L * DAYS_OPEN) : lastDay(asOf)));
        return then.act(lead(), round.id(), round.version(), RoundAct.OPEN);
    }

    /** Also of a demo of a day gone by the round of the year stays open while it is shown. */
    private LocalDate lastDay(LocalDate asOf) {
        LocalDate today = LocalDate.now(clock);
        return (today.isAfter(asOf) ? today : asOf).plusDays(DAYS_OPEN);
    }

    private void step(Round round, RoundAct act, LocalDate asOf) {
        followUps.on(asOf).act(lead(), round.id(), round.version(), act);
    }

    /** Every {@code pace}th is left out; the first that offers a good result is shown to all. */
    private void answer(Round round, int pace, LocalDate asOf) {
        FollowUps then = followUps.on(round.closes().isBefore(asOf) ? round.closes() : asOf);
        boolean shown = false;
        int at = 0;
        for (Asked asked : followUps.listAsked(round)) {
            at++;
            if (asked.owners().isEmpty() || pace > 1 && at % pace == 0) {
                continue;
            }
            CurrentUser by = someone(asked.owners().getFirst());
            boolean draft = pace > 1 && at % 7 == 0;
            Told told = told(asked, at);
            Answer answer = then.answer(by, round.id(), asked.id(), 0, draft ? AnswerAct.SAVE : AnswerAct.SEND, told);
            if (!shown && !draft && told.offered()) {
                then.answer(lead(), round.id(), asked.id(), answer.version(), AnswerAct.PUBLISH, told);
                shown = true;
            }
        }
    }

    private Told told(Asked asked, int at) {
        int voice = at % VOICES + 1;
        String start = asked.kind() == Asked.Kind.PLAN ? "followup.demo.plan." : "followup.demo.activity.";
        Map<Part, String> words = new HashMap<>();
        for (Part part : Part.values()) {
            words.put(part, texts.of(start + voice + "-" + part));
        }
        Map<String, Progress> progress = new HashMap<>();
        asked.subGoals().forEach(goal -> progress.put(goal, Progress.values()[at % 5 == 0 ? 2 : at % 2]));
        return new Told(words, progress, voice != 2, voice != 1, voice == 1);
    }

    /** Someone who exists in the examples alone and cannot log in. */
    private CurrentUser someone(String principal) {
        return person("plans.demo.lead", new CurrentUser.Grant(Role.LOCAL_LEAD, principal));
    }

    private CurrentUser lead() {
        return person("followup.demo.lead", new CurrentUser.Grant(Role.REGIONAL_LEAD, null));
    }

    private CurrentUser person(String key, CurrentUser.Grant grant) {
        return new CurrentUser(
                UUID.nameUUIDFromBytes((key + grant.organisation()).getBytes(StandardCharsets.UTF_8)),
                texts.of(key),
                "",
                List.of(grant));
    }
}
