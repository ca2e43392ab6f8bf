package se.fardplan.followup;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.Crumb;
import se.fardplan.HouseTime;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Requires;
import se.fardplan.followup.Distribution.Step;
import se.fardplan.followup.Distributions.Place;
import se.fardplan.followup.FollowUpWords.Link;
import se.fardplan.followup.FollowUpWords.Sign;
import se.fardplan.plans.Activity;
import se.fardplan.plans.PartialDate;
import se.fardplan.plans.Plan;
import se.fardplan.plans.Plans;

/** Only what concerns the manager's own unit: plans received, its activities, its own steps, and what to report (min enhet). */
@Controller
class OwnUnitController {

    private final Distributions distributions;
    private final Plans plans;
    private final FollowUps followUps;
    private final FollowUpRights rights;
    private final FollowUpWords words;
    private final Texts texts;

    /**
     * The manager's page.
     *
     * @param places what the manager answers for, by name
     * @param waiting how many plans wait for a receipt
     */
    record Page(
            List<Crumb> crumbs,
            String places,
            @Nullable String problem,
            int waiting,
            List<Sent> sent,
            List<Doing> activities,
            List<Option> own,
            List<Option> states) {}

    /** @param received who and when, in a sentence; empty while it is not */
    record Sent(String plan, String title, String href, String day, String received) {}

    /**
     * @param report where to answer in the open round; null when none is open
     * @param answered true when the county has the answer already
     */
    record Doing(
            String id,
            String title,
            String href,
            String plan,
            String when,
            String byWhom,
            String followUp,
            boolean countys,
            @Nullable Link report,
            @Nullable Sign reported,
            boolean answered,
            List<Part> steps) {}

    /** @param about when, and by whom, in one line; may be empty */
    record Part(String id, String what, String about, String state, String word, long version) {}

    record Option(String value, String word) {}

    OwnUnitController(
            Distributions distributions,
            Plans plans,
            FollowUps followUps,
            FollowUpRights rights,
            FollowUpWords words,
            Texts texts) {
        this.distributions = distributions;
        this.plans = plans;
        this.followUps = followUps;
        this.rights = rights;
        this.words = words;
        this.texts = texts;
    }

    @Requires(Act.RECEIVE_PLAN)
    @GetMapping("/planera/min-enhet")
    String page(CurrentUser user, Model model) {
        return show(user, null, model);
    }

    @Requires(Act.RECEIVE_PLAN)
    @PostMapping("/planera/min-enhet/kvittens")
    String receive(@RequestParam("plan") UUID plan, CurrentUser user, Model model) {
        return done(() -> distributions.receive(user, plan), user, model);
    }

    @Requires(Act.RECEIVE_PLAN)
    @PostMapping("/planera/min-enhet/steg")
    String add(
            @RequestParam("aktivitet") UUID activity,
            @RequestParam("enhet") String place,
            @RequestParam("vad") String what,
            @RequestParam(name = "nar", defaultValue = "") String when,
            @RequestParam(name = "vem", defaultValue = "") String byWhom,
            CurrentUser user,
            Model model) {
        return done(() -> distributions.add(user, activity, place, what, when, byWhom), user, model);
    }

    @Requires(Act.RECEIVE_PLAN)
    @PostMapping("/planera/min-enhet/steg/{id}")
    String change(
            @PathVariable UUID id,
            @RequestParam("lage") String name,
            @RequestParam("version") long version,
            CurrentUser user,
            Model model) {
        Activity.State state = Arrays.stream(Activity.State.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("state " + name));
        return done(() -> distributions.change(user, id, version, state), user, model);
    }

    private String done(Runnable act, CurrentUser user, Model model) {
        try {
            act.run();
            return "redirect:/planera/min-enhet";
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            return show(user, texts.of(refusal), model);
        }
    }

    private String show(CurrentUser user, @Nullable String problem, Model model) {
        List<Place> own = Distributions.managed(user);
        List<Plan> open = plans.listPublic();
        List<Sent> sent = distributions.list().stream()
                .flatMap(one -> open.stream()
                        .filter(plan -> plan.id().equals(one.plan()))
                        .filter(plan -> own.stream().anyMatch(place -> Distributions.concerns(plan, place)))
                        .map(plan -> sent(one, plan, own)))
                .toList();
        model.addAttribute(
                "page",
                new Page(
                        List.of(new Crumb(texts.of("menu.plan"), "/planera")),
                        own.stream().map(this::name).collect(Collectors.joining(", ")),
                        problem,
                        (int) sent.stream()
                                .filter(one -> one.received().isEmpty())
                                .count(),
                        sent,
                        activities(user, own),
                        own.stream()
                                .map(place -> new Option(place.code(), name(place)))
                                .toList(),
                        Arrays.stream(Activity.State.values())
                                .map(state -> new Option(state.name(), texts.of("activity.state." + state)))
                                .toList()));
        return "followup/unit";
    }

    private Sent sent(Distribution sent, Plan plan, List<Place> own) {
        List<Place> here = own.stream()
                .filter(place -> Distributions.concerns(plan, place))
                .toList();
        boolean all = here.stream().allMatch(place -> sent.isReceivedAt(place.code()));
        String received = sent.receipts().stream()
                .filter(receipt -> here.stream().anyMatch(place -> place.code().equals(receipt.place())))
                .findFirst()
                .map(receipt -> texts.of(
                        "unit.received",
                        receipt.name(),
                        FollowUpWords.day(receipt.at().atZone(HouseTime.SWEDEN).toLocalDate())))
                .orElse("");
        return new Sent(
                plan.id().toString(), plan.title(), plan.href(), FollowUpWords.day(sent.day()), all ? received : "");
    }

    private List<Doing> activities(CurrentUser user, List<Place> own) {
        Round open = followUps.list().stream()
                .filter(round -> round.state() == Round.State.OPEN)
                .findFirst()
                .orElse(null);
        List<Asked> asked = open == null ? List.of() : followUps.listAsked(open);
        Map<UUID, Answer> given = open == null ? Map.of() : followUps.listAnswers(open);
        List<Plans.Published> mine = plans.listPublished().stream()
                .filter(published -> own.stream().anyMatch(place -> Distributions.isFor(published, place)))
                .toList();
        List<Step> steps = distributions.listSteps(
                user, mine.stream().map(published -> published.activity().id()).toList());
        return mine.stream()
                .map(published -> {
                    Activity activity = published.activity();
                    Asked one = asked.stream()
                            .filter(about -> about.id().equals(activity.id()) && rights.mayAnswer(user, about))
                            .findFirst()
                            .orElse(null);
                    return doing(
                            published,
                            open == null || one == null ? null : new Link(open.name(), Reported.href(open, one)),
                            one == null ? null : words.sign(given.get(one.id())),
                            one != null && RoundLines.isSent(one, given),
                            steps);
                })
                .toList();
    }

    private Doing doing(
            Plans.Published published,
            @Nullable Link report,
            @Nullable Sign reported,
            boolean answered,
            List<Step> steps) {
        Activity activity = published.activity();
        PartialDate from = activity.answers().from();
        return new Doing(
                activity.id().toString(),
                activity.title(),
                activity.href(),
                published.plan().title(),
                from == null ? texts.of("unit.unset") : from.words(),
                activity.answers().byWhom(),
                activity.answers().followUp(),
                published.plan().shape().isCountys(),
                report,
                reported,
                answered,
                steps.stream()
                        .filter(step -> step.activity().equals(activity.id()))
                        .map(step -> new Part(
                                step.id().toString(),
                                step.what(),
                                Stream.of(step.when(), step.byWhom())
                                        .filter(words -> !words.isEmpty())
                                        .collect(Collectors.joining(" · ")),
                                step.state().name(),
                                texts.of("activity.state." + step.state()),
                                step.version()))
                        .toList());
    }

    private String name(Place place) {
        String principal = words.principal(place.principal());
        return place.unit() == null ? principal : words.unit(place.unit()) + ", " + principal;
    }
}
