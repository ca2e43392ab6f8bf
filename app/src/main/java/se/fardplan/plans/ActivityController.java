package se.fardplan.plans;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
import se.fardplan.access.Open;
import se.fardplan.access.Requires;
import se.fardplan.charts.Glyph;
import se.fardplan.indicators.Indicators;
import se.fardplan.strategy.Strategies;
import se.fardplan.strategy.Strategy;

/** An activity on the red thread: the vision, its sub-goals and plan above it, its key figures below (aktivitetens sida). */
@Controller
class ActivityController {

    private final Plans plans;
    private final Activities activities;
    private final PlanRights rights;
    private final PlanWords words;
    private final History history;
    private final Similar similar;
    private final ActivityTalk talk;
    private final Strategies strategies;
    private final Indicators indicators;
    private final Texts texts;

    /**
     * An activity as its reader sees it.
     *
     * @param vision null in a county without a strategy
     * @param answers each question with its answer; an empty answer has not been given
     * @param mark null when nothing is out of the ordinary
     * @param targets plans that the reader may move it to, by id
     * @param problem the sentence to mend a move by; null when nothing is wrong
     */
    record Page(
            String self,
            String title,
            String lead,
            List<Crumb> crumbs,
            @Nullable Link vision,
            List<Link> subGoals,
            Link plan,
            String owner,
            List<Answer> answers,
            List<Link> keyFigures,
            Sign state,
            @Nullable Sign mark,
            String reason,
            boolean mayWrite,
            List<Link> targets,
            @Nullable String problem,
            long version,
            List<Elsewhere> elsewhere,
            ActivityTalk.Talk talk,
            List<History.Change> history) {}

    record Sign(Glyph glyph, String word) {}

    record Link(String name, String href) {}

    record Answer(String question, String text) {}

    /**
     * An activity like this one, at another principal.
     *
     * @param shared the words they have in common, with commas between
     * @param byWhom may be empty
     */
    record Elsewhere(String title, String href, String owner, Sign state, String shared, String byWhom) {}

    ActivityController(
            Plans plans,
            Activities activities,
            PlanRights rights,
            PlanWords words,
            History history,
            Similar similar,
            ActivityTalk talk,
            Strategies strategies,
            Indicators indicators,
            Texts texts) {
        this.plans = plans;
        this.activities = activities;
        this.rights = rights;
        this.words = words;
        this.history = history;
        this.similar = similar;
        this.talk = talk;
        this.strategies = strategies;
        this.indicators = indicators;
        this.texts = texts;
    }

    @Open
    @GetMapping("/planera/aktiviteter/{id}")
    String page(@PathVariable UUID id, @Nullable CurrentUser user, Model model) {
        return show(id, user, null, model);
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @PostMapping("/planera/aktiviteter/{id}/flytt")
    String move(
            @PathVariable UUID id,
            @RequestParam("plan") UUID to,
            @RequestParam("version") long version,
            CurrentUser user,
            Model model) {
        readable(id, user);
        try {
            return "redirect:" + activities.move(user, id, version, to).href();
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            return show(id, user, texts.of(refusal), model);
        }
    }

    /** The plan of an activity, to those who may read it. */
    private Plan readable(UUID id, @Nullable CurrentUser user) {
        return activities
                .find(id)
                .flatMap(activity -> plans.find(activity.plan()))
                .filter(found -> rights.mayRead(user, found))
                .orElseThrow(() -> new NotFound("activity " + id));
    }

    private String show(UUID id, @Nullable CurrentUser user, @Nullable String problem, Model model) {
        Plan plan = readable(id, user);
        Activity activity = activities.find(id).orElseThrow(() -> new NotFound("activity " + id));
        model.addAttribute(
                "page",
                new Page(
                        activity.href(),
                        activity.title(),
                        activity.lead(),
                        List.of(new Crumb(texts.of("plans.title"), "/planera"), new Crumb(plan.title(), plan.href())),
                        strategies
                                .findStrategy()
                                .map(Strategy::vision)
                                .map(vision -> new Link(vision, "/strategin/malbild"))
                                .orElse(null),
                        activity.subGoals().stream()
                                .flatMap(code -> strategies.findSubGoal(code).stream())
                                .map(goal -> new Link(goal.name(), goal.href()))
                                .toList(),
                        new Link(plan.title(), plan.href()),
                        owner(activity),
                        Arrays.stream(Activity.Question.values())
                                .map(question -> new Answer(
                                        texts.of("activity.question." + question), answer(question, activity)))
                                .toList(),
                        activity.keyFigures().stream()
                                .flatMap(code -> indicators.findKeyFigure(code).stream())
                                .map(figure -> new Link(figure.name(), "/nyckeltal/" + figure.code()))
                                .toList(),
                        new Sign(PlanWords.sign(activity.state()), texts.of("activity.state." + activity.state())),
                        activity.mark() == null
                                ? null
                                : new Sign(PlanWords.sign(activity.mark()), words.mark(activity)),
                        activity.reason(),
                        user != null && rights.mayWrite(user, plan, activity) && plan.state() != PlanState.ENDED,
                        user == null
                                ? List.of()
                                : activities.listTargets(user, activity).stream()
                                        .map(target -> new Link(
                                                target.title(), target.id().toString()))
                                        .toList(),
                        problem,
                        activity.version(),
                        elsewhere(activity),
                        talk.of(activity, plan, user),
                        user == null ? List.of() : history.of(activities.history(activity))));
        return "plans/activity";
    }

    private List<Elsewhere> elsewhere(Activity activity) {
        return similar.find(activity).stream()
                .flatMap(hit -> activities.find(hit.activity()).stream()
                        .map(other -> new Elsewhere(
                                other.title(),
                                other.href(),
                                owner(other),
                                new Sign(PlanWords.sign(other.state()), texts.of("activity.state." + other.state())),
                                String.join(", ", hit.shared()),
                                other.answers().byWhom())))
                .toList();
    }

    private String owner(Activity activity) {
        String principal = words.principal(activity.owner());
        String unit = activity.unit();
        return unit == null ? principal : words.unit(unit) + ", " + principal;
    }

    private String answer(Activity.Question question, Activity activity) {
        Activity.Answers answers = activity.answers();
        return switch (question) {
            case WHO -> answers.who();
            case WHEN -> words.when(answers);
            case HOW -> answers.how();
            case BY_WHOM -> answers.byWhom();
            case FOLLOW_UP -> answers.followUp();
        };
    }
}
