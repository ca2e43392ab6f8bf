package se.fardplan.followup;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.Crumb;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.History;
import se.fardplan.access.History.Change;
import se.fardplan.access.Open;
import se.fardplan.access.Requires;
import se.fardplan.followup.Answer.Part;
import se.fardplan.followup.Answer.Progress;
import se.fardplan.followup.Answer.Told;
import se.fardplan.followup.FollowUpWords.Link;
import se.fardplan.followup.FollowUpWords.Sign;

/** One answer: the three questions as a form for those who answer, as text for those who read (svaret). */
@Controller
class AnswerController {

    private static final Told NOTHING = Told.NOTHING;

    private final FollowUps followUps;
    private final FollowUpRights rights;
    private final FollowUpWords words;
    private final History history;
    private final Texts texts;

    /**
     * An answer as its reader sees it.
     *
     * @param about the activity's or the plan's own page
     * @param done what was just done, in a sentence; empty when nothing was
     * @param problem the sentence to mend it by; null when nothing is wrong
     * @param writes true when the reader answers, in a round that is open
     * @param sent true when the county has an answer already
     * @param theirs who wrote the answer that stands, when it was written while the reader wrote; null otherwise
     * @param before the round whose answers stand beside; empty when there are none
     * @param next the next thing the reader has to answer; null when nothing is left
     * @param views structure, culture, both or neither, in words
     * @param offer what the county can do with a good result; null when nothing
     */
    record Page(
            String self,
            String title,
            List<Crumb> crumbs,
            Link about,
            String owner,
            String lead,
            String done,
            @Nullable String problem,
            boolean writes,
            boolean sent,
            @Nullable String theirs,
            String before,
            Sign state,
            List<Group> groups,
            List<Goal> goals,
            Told told,
            String views,
            @Nullable Offer offer,
            @Nullable Link next,
            long version,
            List<Change> history) {}

    /** One of the three questions. */
    record Group(String number, String question, List<Field> fields) {}

    /**
     * A part of an answer.
     *
     * @param text what is written, or was written and not saved
     * @param theirs what stands instead, when someone was first; empty otherwise
     * @param before what was said last time; empty when nothing was
     */
    record Field(String name, String label, String hint, String text, String theirs, String before, boolean required) {}

    /** @param judged empty while it is not */
    record Goal(
            String field,
            String name,
            List<Choice> choices,
            @Nullable Sign judged,
            @Nullable Sign before) {}

    record Choice(String value, String word, boolean chosen) {}

    /** @param shown true when everyone reads it already */
    record Offer(String act, String word, boolean shown) {}

    AnswerController(FollowUps followUps, FollowUpRights rights, FollowUpWords words, History history, Texts texts) {
        this.followUps = followUps;
        this.rights = rights;
        this.words = words;
        this.history = history;
        this.texts = texts;
    }

    @Open
    @GetMapping("/folja-upp/rundor/{id}/svar/{subject}")
    String page(
            @PathVariable UUID id,
            @PathVariable UUID subject,
            @RequestParam(name = "klart", defaultValue = "") String done,
            @Nullable CurrentUser user,
            Model model) {
        Round round = round(id);
        Asked asked = readable(round, subject, user);
        Answer answer = followUps.findAnswer(round, subject).orElse(null);
        String sentence = Stream.of(AnswerAct.values())
                .filter(act -> act.name().equals(done))
                .map(act -> texts.of("answer.did." + act))
                .findFirst()
                .orElse("");
        return show(round, asked, user, answer, answer == null ? NOTHING : answer.told(), null, sentence, null, model);
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/folja-upp/rundor/{id}/svar/{subject}")
    String write(
            @PathVariable UUID id,
            @PathVariable UUID subject,
            @ModelAttribute AnswerForm form,
            @RequestParam(name = "gor", defaultValue = "SAVE") String does,
            @RequestParam MultiValueMap<String, String> fields,
            CurrentUser user,
            Model model) {
        Round round = round(id);
        Asked asked = readable(round, subject, user);
        AnswerAct act = does.equals(AnswerAct.SEND.name()) ? AnswerAct.SEND : AnswerAct.SAVE;
        Told told = form.told(asked, fields);
        try {
            followUps.answer(user, id, subject, form.seen(), act, told);
            return "redirect:" + Reported.href(round, asked) + "?klart=" + act;
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            Answer standing = followUps.findAnswer(round, subject).orElse(null);
            Answer theirs = refusal.code().equals("FOL-020") ? standing : null;
            return show(round, asked, user, standing, told, texts.of(refusal), "", theirs, model);
        }
    }

    @Requires(Act.LEAD_ROUND)
    @PostMapping("/folja-upp/rundor/{id}/svar/{subject}/visning")
    String show(
            @PathVariable UUID id,
            @PathVariable UUID subject,
            @RequestParam("gor") String does,
            @RequestParam("version") long version,
            CurrentUser user,
            Model model) {
        Round round = round(id);
        Asked asked = readable(round, subject, user);
        AnswerAct act = Arrays.stream(AnswerAct.values())
                .filter(known -> known.isCountys() && known.name().equals(does))
                .findFirst()
                .orElseThrow(() -> new NotFound("answer act " + does));
        try {
            followUps.answer(user, id, subject, version, act, NOTHING);
            return "redirect:" + Reported.href(round, asked) + "?klart=" + act;
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            Answer standing = followUps.findAnswer(round, subject).orElse(null);
            Told told = standing == null ? NOTHING : standing.told();
            return show(round, asked, user, standing, told, texts.of(refusal), "", null, model);
        }
    }

    private Round round(UUID id) {
        return followUps.find(id).orElseThrow(() -> new NotFound("round " + id));
    }

    private Asked readable(Round round, UUID subject, @Nullable CurrentUser user) {
        Answer answer = followUps.findAnswer(round, subject).orElse(null);
        return followUps
                .findAsked(round, subject)
                .filter(asked -> rights.mayAnswer(user, asked) || answer != null && rights.mayRead(user, asked, answer))
                .orElseThrow(() -> new NotFound("answer " + round.id() + "/" + subject));
    }

    /** @param standing what is kept; @param told what the fields show */
    private String show(
            Round round,
            Asked asked,
            @Nullable CurrentUser user,
            @Nullable Answer standing,
            Told told,
            @Nullable String problem,
            String done,
            @Nullable Answer theirs,
            Model model) {
        boolean answers = rights.mayAnswer(user, asked);
        boolean writes = answers && round.state() == Round.State.OPEN;
        Answer before = followUps
                .findBefore(round, asked.id())
                .filter(earlier -> rights.mayRead(user, asked, earlier))
                .orElse(null);
        String beforeName = before == null
                ? ""
                : followUps.find(before.round()).map(Round::name).orElse("");
        model.addAttribute(
                "page",
                new Page(
                        Reported.href(round, asked),
                        asked.title(),
                        List.of(
                                new Crumb(texts.of("menu.follow-up"), "/folja-upp"),
                                new Crumb(texts.of("rounds.title"), "/folja-upp/rundor"),
                                new Crumb(round.name(), round.href())),
                        new Link(texts.of("answer.about." + asked.kind()), asked.href()),
                        words.owner(asked),
                        lead(round, standing, writes),
                        done,
                        problem,
                        writes,
                        standing != null && standing.state() == Answer.State.SENT,
                        theirs == null ? null : theirs.by(),
                        beforeName,
                        words.sign(standing),
                        groups(told, theirs, before),
                        asked.subGoals().stream()
                                .map(goal -> goal(goal, told, before))
                                .toList(),
                        told,
                        words.views(told),
                        offer(user, standing),
                        answers && !done.isEmpty() ? next(round, asked, user) : null,
                        standing == null ? 0 : standing.version(),
                        user == null ? List.of() : history.of(followUps.history(round, asked.id()))));
        return "followup/answer";
    }

    private String lead(Round round, @Nullable Answer standing, boolean writes) {
        if (writes) {
            return texts.of(
                    "answer.lead." + (standing == null ? "none" : standing.state()), FollowUpWords.day(round.closes()));
        }
        return standing == null || standing.sent() == null
                ? texts.of("answer.lead.closed")
                : texts.of("answer.lead.read", round.name(), FollowUpWords.day(standing.sent()));
    }

    private List<Group> groups(Told told, @Nullable Answer theirs, @Nullable Answer before) {
        return List.of(
                group("1", told, theirs, before, Part.DONE, Part.RESULT),
                group("2", told, theirs, before, Part.LESSONS, Part.SUCCESS, Part.CHALLENGE, Part.AGAIN),
                group("3", told, theirs, before, Part.GOES_ON));
    }

    private Group group(String number, Told told, @Nullable Answer theirs, @Nullable Answer before, Part... parts) {
        return new Group(
                number,
                texts.of("answer.question." + number),
                Arrays.stream(parts)
                        .map(part -> new Field(
                                AnswerForm.field(part),
                                texts.of("answer.part." + part),
                                texts.of("answer.part." + part + ".hint"),
                                told.of(part),
                                theirs == null || theirs.told().of(part).equals(told.of(part))
                                        ? ""
                                        : theirs.told().of(part),
                                before == null ? "" : before.told().of(part),
                                part == Part.DONE))
                        .toList());
    }

    private Goal goal(String code, Told told, @Nullable Answer before) {
        Progress now = told.progress().get(code);
        Progress then = before == null ? null : before.told().progress().get(code);
        return new Goal(
                AnswerForm.GOAL + code,
                words.goal(code),
                Arrays.stream(Progress.values())
                        .map(progress ->
                                new Choice(progress.name(), texts.of("answer.progress." + progress), progress == now))
                        .toList(),
                now == null ? null : words.sign(now),
                then == null ? null : words.sign(then));
    }

    private @Nullable Offer offer(@Nullable CurrentUser user, @Nullable Answer standing) {
        if (standing == null || !rights.mayLead(user) || standing.state() != Answer.State.SENT) {
            return null;
        }
        if (standing.published() != null) {
            return new Offer(AnswerAct.UNPUBLISH.name(), texts.of("answer.act.UNPUBLISH"), true);
        }
        return standing.told().offered()
                ? new Offer(AnswerAct.PUBLISH.name(), texts.of("answer.act.PUBLISH"), false)
                : null;
    }

    private @Nullable Link next(Round round, Asked asked, @Nullable CurrentUser user) {
        if (round.state() != Round.State.OPEN) {
            return null;
        }
        Map<UUID, Answer> given = followUps.listAnswers(round);
        return followUps.listAsked(round).stream()
                .filter(other -> !other.id().equals(asked.id())
                        && !RoundLines.isSent(other, given)
                        && rights.mayAnswer(user, other))
                .findFirst()
                .map(other -> new Link(other.title(), Reported.href(round, other)))
                .orElse(null);
    }
}
