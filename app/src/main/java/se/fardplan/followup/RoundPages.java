package se.fardplan.followup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Crumb;
import se.fardplan.NotFound;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.History;
import se.fardplan.access.History.Change;
import se.fardplan.followup.Answer.Part;
import se.fardplan.followup.Answer.Progress;
import se.fardplan.followup.FollowUpWords.Link;
import se.fardplan.followup.FollowUpWords.Sign;
import se.fardplan.organisation.Organisation;

/** Puts the pages of a round together (rundans sidor): each reader gets what they may read, and what they have left. */
@Component
class RoundPages {

    private final FollowUps followUps;
    private final FollowUpRights rights;
    private final FollowUpWords words;
    private final History history;
    private final ExternalForms forms;
    private final Organisation organisation;
    private final Texts texts;

    /**
     * A round as its reader sees it.
     *
     * @param left what the reader has to answer, with what is begun and sent
     * @param places who has reported how much; empty for those who may not read what is sent
     * @param goals how the sub-goals fare over all that is sent; empty for those who may not read it
     * @param good what everyone may read
     * @param reminder when and how many were reminded, in a sentence; empty before that
     */
    record Page(
            String self,
            String title,
            List<Crumb> crumbs,
            @Nullable String problem,
            Sign state,
            boolean open,
            String point,
            String period,
            List<Mine> mine,
            int left,
            List<Place> places,
            List<Goal> goals,
            List<Good> good,
            List<Link> forms,
            List<Step> steps,
            String reminder,
            long version,
            List<Change> history) {}

    record Mine(String title, String href, String plan, Sign state) {}

    /** @param missing what is still to come, by name */
    record Place(String name, String href, int sent, int all, List<String> missing) {}

    record Goal(String name, List<Count> counts) {}

    record Count(Sign sign, int count) {}

    /** A good result that others may learn from. */
    record Good(String title, String href, String owner, String words) {}

    /** @param forward true for what is most often the next thing to do */
    record Step(String act, String word, boolean forward) {}

    /** One principal's answers. */
    record PrincipalPage(String title, List<Crumb> crumbs, String point, List<Written> answers) {}

    record Written(String title, String href, String plan, Sign state, List<Passage> passages, List<Judged> goals) {}

    record Passage(String question, String text) {}

    record Judged(String goal, Sign sign) {}

    RoundPages(
            FollowUps followUps,
            FollowUpRights rights,
            FollowUpWords words,
            History history,
            ExternalForms forms,
            Organisation organisation,
            Texts texts) {
        this.followUps = followUps;
        this.rights = rights;
        this.words = words;
        this.history = history;
        this.forms = forms;
        this.organisation = organisation;
        this.texts = texts;
    }

    Page page(Round round, @Nullable CurrentUser user, @Nullable String problem) {
        Map<UUID, Answer> given = followUps.listAnswers(round);
        List<Asked> asked = followUps.listAsked(round);
        List<Asked> own =
                asked.stream().filter(one -> rights.mayAnswer(user, one)).toList();
        boolean reads = rights.mayReadSent(user);
        boolean leads = rights.mayLead(user);
        int sent = (int)
                asked.stream().filter(one -> RoundLines.isSent(one, given)).count();
        return new Page(
                round.href(),
                round.name(),
                crumbs(),
                problem,
                words.sign(round),
                round.state() == Round.State.OPEN,
                texts.of("round.point", sent, asked.size()),
                words.period(round),
                own.stream()
                        .map(one -> new Mine(
                                one.title(),
                                Reported.href(round, one),
                                one.kind() == Asked.Kind.PLAN ? texts.of("answer.kind.PLAN") : one.plan(),
                                words.sign(given.get(one.id()))))
                        .toList(),
                round.state() == Round.State.OPEN
                        ? (int) own.stream()
                                .filter(one -> !RoundLines.isSent(one, given))
                                .count()
                        : 0,
                reads ? places(round, asked, given) : List.of(),
                reads ? goals(asked, given) : List.of(),
                good(round, asked, given),
                reads
                        ? forms.list().stream()
                                .map(form -> new Link(form.title(), round.href() + "/blankett/" + form.code()))
                                .toList()
                        : List.of(),
                leads ? steps(round) : List.of(),
                round.reminded() == null
                        ? ""
                        : texts.of("round.reminded", FollowUpWords.day(round.reminded()), round.told()),
                round.version(),
                leads ? history.of(followUps.history(round)) : List.of());
    }

    PrincipalPage principal(Round round, String code, @Nullable CurrentUser user) {
        String name = organisation
                .findPrincipal(code)
                .orElseThrow(() -> new NotFound("principal " + code))
                .name();
        Map<UUID, Answer> given = followUps.listAnswers(round);
        List<Asked> asked = followUps.listAsked(round).stream()
                .filter(one -> one.owners().contains(code))
                .toList();
        List<Written> answers = new ArrayList<>();
        for (Asked one : asked) {
            Answer answer = given.get(one.id());
            if (answer != null && rights.mayRead(user, one, answer)) {
                answers.add(written(round, one, answer));
            }
        }
        long sent = asked.stream().filter(one -> RoundLines.isSent(one, given)).count();
        List<Crumb> crumbs = new ArrayList<>(crumbs());
        crumbs.add(new Crumb(round.name(), round.href()));
        return new PrincipalPage(name, crumbs, texts.of("round.sent", sent, asked.size()), answers);
    }

    private Written written(Round round, Asked asked, Answer answer) {
        return new Written(
                asked.title(),
                Reported.href(round, asked),
                asked.kind() == Asked.Kind.PLAN ? texts.of("answer.kind.PLAN") : asked.plan(),
                words.sign(answer),
                Arrays.stream(Part.values())
                        .filter(part -> !answer.told().of(part).isBlank())
                        .map(part -> new Passage(
                                texts.of("answer.part." + part), answer.told().of(part)))
                        .toList(),
                asked.subGoals().stream()
                        .filter(answer.told().progress()::containsKey)
                        .map(goal -> new Judged(
                                words.goal(goal),
                                words.sign(Objects.requireNonNull(
                                        answer.told().progress().get(goal)))))
                        .toList());
    }

    private List<Crumb> crumbs() {
        return List.of(
                new Crumb(texts.of("menu.follow-up"), "/folja-upp"),
                new Crumb(texts.of("rounds.title"), "/folja-upp/rundor"));
    }

    /** Those with most left first. */
    private List<Place> places(Round round, List<Asked> asked, Map<UUID, Answer> given) {
        Map<String, List<Asked>> byOwner = new LinkedHashMap<>();
        for (Asked one : asked) {
            one.owners()
                    .forEach(owner -> byOwner.computeIfAbsent(owner, none -> new ArrayList<>())
                            .add(one));
        }
        return byOwner.entrySet().stream()
                .map(entry -> {
                    List<String> missing = entry.getValue().stream()
                            .filter(one -> !RoundLines.isSent(one, given))
                            .map(Asked::title)
                            .toList();
                    return new Place(
                            words.principal(entry.getKey()),
                            round.href() + "/huvudman/" + entry.getKey(),
                            entry.getValue().size() - missing.size(),
                            entry.getValue().size(),
                            missing);
                })
                .sorted((one, other) ->
                        Integer.compare(other.missing().size(), one.missing().size()))
                .toList();
    }

    private List<Goal> goals(List<Asked> asked, Map<UUID, Answer> given) {
        Map<String, Map<Progress, Integer>> counts = new LinkedHashMap<>();
        for (Asked one : asked) {
            if (RoundLines.isSent(one, given)) {
                Objects.requireNonNull(given.get(one.id()))
                        .told()
                        .progress()
                        .forEach((goal, progress) -> counts.computeIfAbsent(goal, none -> new LinkedHashMap<>())
                                .merge(progress, 1, Integer::sum));
            }
        }
        return words.goals().stream()
                .filter(goal -> counts.containsKey(goal.code()))
                .map(goal -> new Goal(
                        goal.name(),
                        Arrays.stream(Progress.values())
                                .map(progress -> new Count(
                                        words.sign(progress),
                                        counts.getOrDefault(goal.code(), Map.of())
                                                .getOrDefault(progress, 0)))
                                .toList()))
                .toList();
    }

    private List<Good> good(Round round, List<Asked> asked, Map<UUID, Answer> given) {
        List<Good> good = new ArrayList<>();
        for (Asked one : asked) {
            Answer answer = given.get(one.id());
            if (answer != null && answer.published() != null) {
                String result = answer.told().of(Part.RESULT);
                good.add(new Good(
                        one.title(),
                        Reported.href(round, one),
                        words.owner(one),
                        result.isBlank() ? answer.told().of(Part.DONE) : result));
            }
        }
        return good;
    }

    private List<Step> steps(Round round) {
        return Arrays.stream(RoundAct.values())
                .filter(act -> act.suits(round, words.today()))
                .map(act -> new Step(act.name(), texts.of("round.act." + act), act.isForward()))
                .toList();
    }
}
