package se.fardplan.pilots;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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
import se.fardplan.access.History;
import se.fardplan.access.Open;
import se.fardplan.access.Requires;
import se.fardplan.charts.Glyph;
import se.fardplan.charts.Timeline;
import se.fardplan.charts.Widths;
import se.fardplan.organisation.Source;
import se.fardplan.plans.Plan;
import se.fardplan.sheets.TakeAway;

/** The county's pilots, and one of them: its time line, what it rests on and how it is led (pilotens sida). */
@Controller
class PilotController {

    private final Pilots pilots;
    private final PilotRights rights;
    private final PilotPages pages;
    private final PilotPicture picture;
    private final PilotSheets sheets;
    private final PilotWords words;
    private final History history;
    private final Texts texts;

    record ListPage(List<Row> rows) {}

    record Row(String title, String href, String parties, String point, Glyph sign, String state) {}

    /**
     * A pilot as its reader sees it.
     *
     * @param picture null while it has no steps
     * @param about sentences on which steps overlap, and between which there are months without any
     * @param hindrance what keeps it from starting; null when nothing does, or nobody may start it
     */
    record Page(
            PilotPages.Head head,
            @Nullable String problem,
            String point,
            Glyph sign,
            String state,
            @Nullable Widths picture,
            List<String> about,
            List<StepLine> steps,
            List<Condition> preconditions,
            boolean mayConfirm,
            boolean mayLead,
            @Nullable String act,
            @Nullable String hindrance,
            long version,
            Pilot pilot,
            List<String> prestudy,
            @Nullable Link steeringGroup,
            List<String> needLevels,
            List<Source> sources,
            List<History.Change> changes) {}

    record StepLine(
            String name,
            @Nullable String edit,
            String kind,
            String months,
            String levels,
            String operation,
            String text,
            String note) {}

    record Condition(
            String action,
            int number,
            String text,
            @Nullable String met,
            String words,
            long version) {}

    record Link(String name, String href) {}

    PilotController(
            Pilots pilots,
            PilotRights rights,
            PilotPages pages,
            PilotPicture picture,
            PilotSheets sheets,
            PilotWords words,
            History history,
            Texts texts) {
        this.pilots = pilots;
        this.rights = rights;
        this.pages = pages;
        this.picture = picture;
        this.sheets = sheets;
        this.words = words;
        this.history = history;
        this.texts = texts;
    }

    @Open
    @GetMapping("/planera/piloter")
    String list(@Nullable CurrentUser user, Model model) {
        model.addAttribute(
                "page",
                new ListPage(pilots.list(user).stream()
                        .map(plan -> {
                            Pilot pilot = pilots.of(plan);
                            return new Row(
                                    plan.title(),
                                    pilot.href(),
                                    words.principals(plan.bound().stream()
                                            .map(Plan.Party::principal)
                                            .toList()),
                                    point(plan, pilot, pilots.course(plan)),
                                    PilotWords.sign(pilot.state()),
                                    texts.of("pilot.state." + pilot.state()));
                        })
                        .toList()));
        return "pilots/pilots";
    }

    @Open
    @GetMapping("/planera/piloter/{id:[0-9a-f-]{36}}")
    String page(@PathVariable UUID id, @Nullable CurrentUser user, Model model) {
        return show(rights.readable(id, user), user, null, model);
    }

    @Open
    @GetMapping("/planera/piloter/{id}.{ending:csv|xlsx}")
    ResponseEntity<byte[]> steps(@PathVariable UUID id, @PathVariable String ending, @Nullable CurrentUser user) {
        Plan plan = rights.readable(id, user);
        return TakeAway.table(sheets.steps(plan, pilots.course(plan)), "steg", ending);
    }

    @Requires(Act.WRITE_PLAN)
    @PostMapping("/planera/piloter/{id}/steg")
    String act(
            @PathVariable UUID id,
            @RequestParam("steg") String step,
            @RequestParam(name = "ord", defaultValue = "") String said,
            @RequestParam(name = "version", defaultValue = "-1") long version,
            CurrentUser user,
            Model model) {
        PilotAct act = Arrays.stream(PilotAct.values())
                .filter(known -> known.name().equals(step))
                .findFirst()
                .orElseThrow(() -> new NotFound("pilot act " + step));
        return done(id, user, model, () -> pilots.act(user, id, version, act, said));
    }

    @Requires(Act.WRITE_PLAN)
    @PostMapping("/planera/piloter/{id}/forutsattningar")
    String addPrecondition(
            @PathVariable UUID id,
            @RequestParam(name = "ord", defaultValue = "") String said,
            CurrentUser user,
            Model model) {
        return done(id, user, model, () -> pilots.addPrecondition(user, id, said));
    }

    @Requires(Act.AGREE_PLAN)
    @PostMapping("/planera/piloter/{id}/forutsattningar/{number}")
    String confirm(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam(name = "steg", defaultValue = "") String step,
            @RequestParam(name = "ord", defaultValue = "") String said,
            @RequestParam(name = "version", defaultValue = "-1") long version,
            CurrentUser user,
            Model model) {
        boolean met = switch (step) {
            case "CONFIRM" -> true;
            case "TAKE_BACK" -> false;
            default -> throw new NotFound("confirmation " + step);
        };
        return done(id, user, model, () -> pilots.confirm(user, id, number, version, met, said));
    }

    private String done(UUID id, CurrentUser user, Model model, Runnable change) {
        try {
            change.run();
            return "redirect:" + Pilot.href(id);
        } catch (Refusal refusal) {
            return show(rights.readable(id, user), user, pages.sentence(refusal), model);
        }
    }

    private String show(Plan plan, @Nullable CurrentUser user, @Nullable String problem, Model model) {
        Pilot pilot = pilots.of(plan);
        Course course = pilots.course(plan);
        List<Precondition> preconditions = pilots.preconditions(plan);
        boolean going = pilot.state() != Pilot.State.ENDED;
        boolean leads = going && rights.mayLead(user, plan);
        Timeline line = picture.of(course, pilots.today());
        PilotAct next = pilot.state() == Pilot.State.PLANNED ? PilotAct.START : PilotAct.END;
        String steering = pilot.steeringGroup();
        model.addAttribute(
                "page",
                new Page(
                        pages.head(plan, plan.title(), false),
                        problem,
                        point(plan, pilot, course),
                        PilotWords.sign(pilot.state()),
                        texts.of("pilot.state." + pilot.state()),
                        line == null ? null : Widths.of(line),
                        about(course),
                        course.all().stream()
                                .map(step -> line(step, leads, pilot))
                                .toList(),
                        preconditions.stream().map(this::condition).toList(),
                        going && rights.maySteer(user, plan),
                        leads,
                        leads ? next.name() : null,
                        leads ? hindrance(next, pilot, preconditions) : null,
                        pilot.version(),
                        pilot,
                        pilot.prestudy().stream().map(words::body).toList(),
                        steering == null ? null : new Link(words.body(steering), "/strategin/grupper/" + steering),
                        pilots.needLevels(plan).stream().map(this::level).toList(),
                        pilot.sources(),
                        user == null ? List.of() : history.of(pilots.history(plan))));
        return "pilots/pilot";
    }

    private @Nullable String hindrance(PilotAct act, Pilot pilot, List<Precondition> preconditions) {
        try {
            act.check(pilot.state(), preconditions);
            return null;
        } catch (Refusal notYet) {
            return texts.of(notYet);
        }
    }

    private String level(NeedLevel level) {
        return level.otherName() == null
                ? texts.of("needLevel.line", level.number(), level.name())
                : texts.of("needLevel.line.also", level.number(), level.name(), level.otherName());
    }

    /** Where it is today, in a sentence. */
    private String point(Plan plan, Pilot pilot, Course course) {
        LocalDate today = pilots.today();
        if (pilot.ended() != null) {
            return texts.of("pilot.point.ended", PilotWords.day(pilot.ended()));
        }
        List<Step> now = course.at(today);
        if (!now.isEmpty()) {
            return texts.of(
                    "pilot.point.now",
                    now.stream().map(Step::name).collect(Collectors.joining(", ")),
                    PilotWords.month(now.stream()
                            .map(Step::until)
                            .max(YearMonth::compareTo)
                            .orElseThrow()));
        }
        return course.after(today)
                .findFirst()
                .map(step -> texts.of("pilot.point.next", step.name(), PilotWords.month(step.from())))
                .orElseGet(() -> course.steps().isEmpty()
                        ? texts.of("pilot.point.none")
                        : texts.of("pilot.point.past", PilotWords.month(YearMonth.from(plan.until()))));
    }

    private List<String> about(Course course) {
        List<String> sentences = new ArrayList<>();
        course.overlaps()
                .forEach(overlap -> sentences.add(texts.of(
                        "pilot.overlap",
                        overlap.one().name(),
                        overlap.other().name(),
                        PilotWords.months(overlap.from(), overlap.until()))));
        course.gaps()
                .forEach(gap -> sentences.add(texts.of(
                        "pilot.gap",
                        gap.after().name(),
                        gap.before().name(),
                        PilotWords.months(gap.from(), gap.until()))));
        return sentences;
    }

    private StepLine line(Step step, boolean leads, Pilot pilot) {
        return new StepLine(
                step.name(),
                leads ? pilot.href() + "/tid/" + step.code() : null,
                step.kind() == Step.Kind.TRACK ? texts.of("step.kind." + step.kind()) : "",
                PilotWords.months(step.from(), step.until()),
                words.levels(step.needLevels()),
                step.operation() == null ? "" : texts.of("step.operation.month", PilotWords.month(step.operation())),
                step.text(),
                step.note());
    }

    private Condition condition(Precondition precondition) {
        Precondition.Met met = precondition.met();
        return new Condition(
                Pilot.href(precondition.plan()) + "/forutsattningar/" + precondition.number(),
                precondition.number(),
                precondition.text(),
                met == null ? null : texts.of("precondition.met", PilotWords.day(met.day()), met.by()),
                met == null ? "" : met.words(),
                precondition.version());
    }
}
