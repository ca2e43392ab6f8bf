package se.fardplan.plans;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
import se.fardplan.sheets.TakeAway;

/** A plan's page, and the steps it takes (planens sida). */
@Controller
class PlanController {

    private final Plans plans;
    private final Activities activities;
    private final PlanRights rights;
    private final PlanWords words;
    private final History history;
    private final PlanSheets sheets;
    private final PlanCalendar calendar;
    private final PlanPicture picture;
    private final Texts texts;

    /**
     * A plan as its reader sees it.
     *
     * @param pilot where the pilot that it is a plan for is followed; null for other plans
     * @param problem the sentence to mend a step by; null when nothing is wrong
     * @param given when it was shown and handed in to the county, in sentences
     * @param picture its time line; null while no activity has a day
     * @param loose what keeps the plan from being adopted
     */
    record Page(
            String self,
            @Nullable String pilot,
            String title,
            List<Crumb> crumbs,
            @Nullable String problem,
            String state,
            String period,
            String context,
            List<Party> parties,
            List<String> others,
            List<String> given,
            List<Line> activities,
            PlanPicture.@Nullable View picture,
            List<Loose> loose,
            boolean mayWrite,
            List<Step> steps,
            long version,
            List<History.Change> history) {}

    record Party(String name, String word) {}

    record Line(String title, String href, String owner, Glyph sign, String state, String subGoals) {}

    /** An activity that lacks something. */
    record Loose(String title, String href, String lacking) {}

    /** A step the reader may take. */
    record Step(String act, String party, String word) {}

    PlanController(
            Plans plans,
            Activities activities,
            PlanRights rights,
            PlanWords words,
            PlanSheets sheets,
            PlanCalendar calendar,
            PlanPicture picture,
            History history,
            Texts texts) {
        this.plans = plans;
        this.activities = activities;
        this.rights = rights;
        this.words = words;
        this.history = history;
        this.sheets = sheets;
        this.calendar = calendar;
        this.picture = picture;
        this.texts = texts;
    }

    @Open
    @GetMapping("/planera/planer/{id:[0-9a-f-]{36}}")
    String page(@PathVariable UUID id, @Nullable CurrentUser user, Model model) {
        return show(readable(id, user), user, null, model);
    }

    @Open
    @GetMapping("/planera/planer/{id}.{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String ending, @Nullable CurrentUser user) {
        Plan plan = readable(id, user);
        return TakeAway.table(sheets.activities(plan, plans.listActivities(id), words), "aktiviteter", ending);
    }

    @Open
    @GetMapping("/planera/planer/{id}/datum.ics")
    ResponseEntity<byte[]> days(@PathVariable UUID id, @Nullable CurrentUser user) {
        Plan plan = readable(id, user);
        return TakeAway.file("datum", "ics", calendar.of(plan, plans.listActivities(id)));
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/planera/planer/{id}/steg")
    String act(
            @PathVariable UUID id,
            @RequestParam("steg") String step,
            @RequestParam(name = "part", defaultValue = "") String party,
            @RequestParam("version") long version,
            CurrentUser user,
            Model model) {
        Plan plan = readable(id, user);
        PlanAct act = Arrays.stream(PlanAct.values())
                .filter(known -> known.name().equals(step))
                .findFirst()
                .orElseThrow(() -> new NotFound("plan act " + step));
        try {
            return "redirect:" + plans.act(user, id, version, act, party).href();
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            return show(plans.find(id).orElse(plan), user, texts.of(refusal), model);
        }
    }

    private Plan readable(UUID id, @Nullable CurrentUser user) {
        return plans.find(id).filter(plan -> rights.mayRead(user, plan)).orElseThrow(() -> new NotFound("plan " + id));
    }

    private String show(Plan plan, @Nullable CurrentUser user, @Nullable String problem, Model model) {
        List<Activity> listed = plans.listActivities(plan.id());
        boolean mayWrite =
                user != null && rights.mayWrite(user, plan) && plan.state().isOpen();
        model.addAttribute(
                "page",
                new Page(
                        plan.href(),
                        plan.shape() == Shape.PILOT ? "/planera/piloter/" + plan.id() : null,
                        plan.title(),
                        List.of(new Crumb(texts.of("plans.title"), "/planera")),
                        problem,
                        words.state(plan),
                        words.period(plan),
                        plan.context(),
                        plan.parties().stream().map(this::party).toList(),
                        plan.others(),
                        given(plan),
                        listed.stream().map(this::line).toList(),
                        picture.of(plan, listed, PlanWords.today()),
                        user != null
                                        && rights.mayWrite(user, plan)
                                        && plan.state().isBeforeAdoption()
                                ? loose(plan, listed)
                                : List.of(),
                        mayWrite,
                        user == null ? List.of() : steps(plan, user),
                        plan.version(),
                        user == null ? List.of() : history.of(plans.history(plan))));
        return "plans/plan";
    }

    private Party party(Plan.Party party) {
        String word;
        if (party.left() != null) {
            word = texts.of("plan.party.left", PlanWords.day(Objects.requireNonNull(party.left())));
        } else if (party.withdrew() != null) {
            word = texts.of("plan.party.withdrew", PlanWords.day(Objects.requireNonNull(party.withdrew())));
        } else if (party.agreed() != null) {
            word = texts.of("plan.party.agreed", PlanWords.day(Objects.requireNonNull(party.agreed())));
        } else {
            word = texts.of("plan.party.open");
        }
        return new Party(words.principal(party.principal()), word);
    }

    private List<String> given(Plan plan) {
        return Stream.of(agreed(plan), said("plan.shared", plan.shared()), said("plan.submitted", plan.submitted()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** How many parties have said yes, while some have not. */
    private Optional<String> agreed(Plan plan) {
        long yes = plan.bound().stream().filter(party -> party.agreed() != null).count();
        return plan.allAgree() || plan.state() == PlanState.ENDED
                ? Optional.empty()
                : Optional.of(texts.of("plan.agreed", yes, plan.bound().size()));
    }

    private Optional<String> said(String key, @Nullable LocalDate day) {
        return Optional.ofNullable(day).map(known -> texts.of(key, PlanWords.day(known)));
    }

    private Line line(Activity activity) {
        return new Line(
                activity.title(),
                activity.href(),
                words.principal(activity.owner()),
                activity.mark() == null ? PlanWords.sign(activity.state()) : PlanWords.sign(activity.mark()),
                texts.of(
                        activity.mark() == null
                                ? "activity.state." + activity.state()
                                : "activity.mark." + activity.mark()),
                words.subGoals(activity));
    }

    private List<Loose> loose(Plan plan, List<Activity> listed) {
        Map<UUID, GapReason> reasons = activities.listReasons(plan.id());
        return listed.stream()
                .filter(activity -> !GapReason.unexplained(activity, reasons.get(activity.id()))
                        .isEmpty())
                .map(activity -> new Loose(activity.title(), activity.href(), ActivityTalk.lacking(activity, texts)))
                .toList();
    }

    /** The steps this user may take now, those for a party once for each. */
    private List<Step> steps(Plan plan, CurrentUser user) {
        return Arrays.stream(PlanAct.values())
                .flatMap(act -> plan.bound().stream()
                        .filter(party -> rights.may(user, act, plan, party.principal()))
                        .filter(party -> isPossible(act, plan, party.principal()))
                        .limit(act.isOneParty() ? Long.MAX_VALUE : 1)
                        .map(party -> new Step(
                                act.name(),
                                party.principal(),
                                texts.of("plan.act." + act, words.principal(party.principal())))))
                .toList();
    }

    private static boolean isPossible(PlanAct act, Plan plan, String party) {
        try {
            act.on(plan, party, PlanWords.today());
            return true;
        } catch (Refusal notNow) {
            return false;
        }
    }
}
