package se.fardplan.pilots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.access.Requires;
import se.fardplan.charts.Glyph;
import se.fardplan.plans.Activity;
import se.fardplan.plans.PartialDate;
import se.fardplan.plans.Plan;
import se.fardplan.plans.Plans;
import se.fardplan.sheets.TakeAway;

/** A pilot's strategies with their activities, and where each activity stands among them (pilotens aktiviteter). */
@Controller
class PilotActivityController {

    private final Pilots pilots;
    private final Plans plans;
    private final PilotRights rights;
    private final PilotPages pages;
    private final PilotSheets sheets;
    private final PilotWords words;
    private final Texts texts;

    record Page(PilotPages.Head head, String point, List<Group> groups, boolean mayLead) {}

    /** A strategy; the last one, without a name, holds what stands under none. */
    record Group(String name, List<Line> lines) {}

    /**
     * An activity.
     *
     * @param remarks what is to be known of its days and its source
     * @param place where it is placed; null for those who may not
     */
    record Line(
            String code,
            String title,
            String href,
            String how,
            String byWhom,
            String when,
            List<String> remarks,
            Glyph sign,
            String state,
            boolean overdue,
            @Nullable String place) {}

    record PlacePage(
            PilotPages.Head head,
            String action,
            @Nullable String problem,
            List<PilotPages.Choice> strategies,
            List<PilotPages.Choice> steps,
            String uncertain,
            long version) {}

    PilotActivityController(
            Pilots pilots,
            Plans plans,
            PilotRights rights,
            PilotPages pages,
            PilotSheets sheets,
            PilotWords words,
            Texts texts) {
        this.pilots = pilots;
        this.plans = plans;
        this.rights = rights;
        this.pages = pages;
        this.sheets = sheets;
        this.words = words;
        this.texts = texts;
    }

    @Open
    @GetMapping("/planera/piloter/{id}/aktiviteter")
    String page(@PathVariable UUID id, @Nullable CurrentUser user, Model model) {
        Plan plan = rights.readable(id, user);
        boolean leads = pilots.mayChange(user, plan);
        Course course = pilots.course(plan);
        Map<UUID, Placement> placed = placed(plan);
        List<Strategy> strategies = pilots.strategies(plan);
        List<Activity> activities = sorted(plan, placed);
        List<Group> groups = new ArrayList<>();
        for (Strategy strategy : strategies) {
            groups.add(new Group(
                    strategy.name(),
                    activities.stream()
                            .filter(activity ->
                                    strategy.code().equals(of(placed, activity).strategy()))
                            .map(activity -> line(plan, activity, of(placed, activity), course, leads))
                            .toList()));
        }
        List<Line> loose = activities.stream()
                .filter(activity -> of(placed, activity).strategy() == null)
                .map(activity -> line(plan, activity, of(placed, activity), course, leads))
                .toList();
        if (!loose.isEmpty()) {
            groups.add(new Group(strategies.isEmpty() ? "" : texts.of("pilot.strategy.none"), loose));
        }
        model.addAttribute(
                "page",
                new Page(
                        pages.head(plan, texts.of("pilot.activities"), true),
                        texts.of("pilot.activities.point", activities.size(), strategies.size()),
                        groups,
                        leads));
        return "pilots/activities";
    }

    @Open
    @GetMapping("/planera/piloter/{id}/aktiviteter.{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String ending, @Nullable CurrentUser user) {
        Plan plan = rights.readable(id, user);
        return TakeAway.table(
                sheets.activities(plan, sorted(plan, placed(plan)), pilots.placements(plan), pilots.strategies(plan)),
                "aktiviteter",
                ending);
    }

    @Requires(Act.WRITE_PLAN)
    @GetMapping("/planera/piloter/{id}/aktiviteter/{activity}")
    String place(@PathVariable UUID id, @PathVariable UUID activity, CurrentUser user, Model model) {
        Plan plan = rights.led(id, user);
        Placement now = of(placed(plan), get(plan, activity));
        return show(plan, activity, now, null, model);
    }

    @Requires(Act.WRITE_PLAN)
    @PostMapping("/planera/piloter/{id}/aktiviteter/{activity}")
    String save(
            @PathVariable UUID id,
            @PathVariable UUID activity,
            @RequestParam(name = "strategi", defaultValue = "") String strategy,
            @RequestParam(name = "steg", defaultValue = "") List<String> steps,
            @RequestParam(name = "osaker", defaultValue = "") String uncertain,
            @RequestParam(name = "version", defaultValue = "-1") long version,
            CurrentUser user,
            Model model) {
        Plan plan = rights.readable(id, user);
        Placement before = of(placed(plan), get(plan, activity));
        Placement after = new Placement(
                activity,
                strategy.isBlank() ? null : strategy,
                before.code(),
                before.leadership(),
                steps.stream().filter(step -> !step.isBlank()).toList(),
                before.schedule(),
                uncertain.strip(),
                before.notes(),
                before.sources(),
                before.version());
        try {
            pilots.place(user, id, after, version);
            return "redirect:" + Pilot.href(id) + "/aktiviteter";
        } catch (Refusal refusal) {
            return show(plan, activity, after, pages.sentence(refusal), model);
        }
    }

    private Activity get(Plan plan, UUID id) {
        return plans.listActivities(plan.id()).stream()
                .filter(activity -> activity.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("activity " + id));
    }

    private Map<UUID, Placement> placed(Plan plan) {
        return pilots.placements(plan).stream().collect(Collectors.toMap(Placement::activity, Function.identity()));
    }

    private static Placement of(Map<UUID, Placement> placed, Activity activity) {
        return placed.getOrDefault(activity.id(), Placement.blank(activity.id()));
    }

    private List<Activity> sorted(Plan plan, Map<UUID, Placement> placed) {
        return plans.listActivities(plan.id()).stream()
                .sorted(Comparator.comparing((Activity activity) ->
                                of(placed, activity).code().isEmpty())
                        .thenComparing(activity -> of(placed, activity).code()))
                .toList();
    }

    private Line line(Plan plan, Activity activity, Placement placement, Course course, boolean leads) {
        Activity.Answers answers = activity.answers();
        Activity.Mark mark = activity.mark();
        boolean unsaid = isUnsaid(activity, placement);
        return new Line(
                placement.code(),
                activity.title(),
                activity.href(),
                answers.how(),
                answers.byWhom(),
                when(answers),
                remarks(activity, placement, course),
                unsaid ? Glyph.UNKNOWN : mark == null ? activity.state().sign() : mark.sign(),
                texts.of(
                        unsaid
                                ? "pilot.activity.unsaid"
                                : mark == null ? "activity.state." + activity.state() : "activity.mark." + mark),
                isOverdue(activity, placement),
                leads ? Pilot.href(plan.id()) + "/aktiviteter/" + activity.id() : null);
    }

    private String when(Activity.Answers answers) {
        PartialDate from = answers.from();
        PartialDate until = answers.until();
        if (from == null) {
            return texts.of("trial.undated");
        }
        return until == null || until.equals(from) ? from.words() : texts.of("pilot.span", from.words(), until.words());
    }

    private List<String> remarks(Activity activity, Placement placement, Course course) {
        PartialDate until = activity.answers().until();
        List<Step> after = until == null ? List.of() : course.notYetBegun(placement.steps(), until.last());
        return Stream.of(
                        Stream.of(placement.uncertain())
                                .filter(why -> !why.isEmpty())
                                .map(why -> texts.of("pilot.activity.uncertain.why", why)),
                        after.isEmpty()
                                ? Stream.<String>empty()
                                : Stream.of(texts.of(
                                        "pilot.activity.before",
                                        after.stream().map(Step::name).collect(Collectors.joining(", ")))),
                        placement.notes().stream())
                .flatMap(Function.identity())
                .toList();
    }

    /** True for one as it came with the package: nobody has said how far it has come. */
    private static boolean isUnsaid(Activity activity, Placement placement) {
        return !placement.code().isEmpty() && activity.version() == 1;
    }

    /** True when its last day has passed and it is not introduced; never of one whose days cannot be relied on. */
    private boolean isOverdue(Activity activity, Placement placement) {
        PartialDate until = activity.answers().until();
        LocalDate today = pilots.today();
        return placement.uncertain().isEmpty()
                && !isUnsaid(activity, placement)
                && until != null
                && until.last().isBefore(today)
                && activity.mark() == null
                && (activity.state() == Activity.State.PLANNED || activity.state() == Activity.State.STARTED);
    }

    private String show(Plan plan, UUID activity, Placement shown, @Nullable String problem, Model model) {
        Activity of = get(plan, activity);
        model.addAttribute(
                "page",
                new PlacePage(
                        pages.head(plan, of.title(), true),
                        Pilot.href(plan.id()) + "/aktiviteter/" + activity,
                        problem,
                        pilots.strategies(plan).stream()
                                .map(strategy -> new PilotPages.Choice(
                                        strategy.code(),
                                        strategy.name(),
                                        Objects.equals(strategy.code(), shown.strategy())))
                                .toList(),
                        pilots.course(plan).steps().stream()
                                .map(step -> new PilotPages.Choice(
                                        step.code(), step.name(), shown.steps().contains(step.code())))
                                .toList(),
                        shown.uncertain(),
                        of(placed(plan), of).version()));
        return "pilots/place";
    }
}
