package se.fardplan.writing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
import se.fardplan.access.Requires;
import se.fardplan.governance.Decision;
import se.fardplan.governance.Governance;
import se.fardplan.plans.Plan;
import se.fardplan.plans.Plans;
import se.fardplan.writing.Placement.Level;
import se.fardplan.writing.SectionController.Choice;
import se.fardplan.writing.Template.Holds;

/** What stands around a plan's text: decisions, sender, other work, its activities' places, reviews (planens underlag). */
@Controller
class FrameController {

    private static final String FRAME = "/planera/planer/{id}/underlag";

    /** Blank rows to add a link in. */
    private static final int MORE = 2;

    private final Plans plans;
    private final Writing writing;
    private final Governance governance;
    private final Texts texts;

    /**
     * The forms around a plan's text.
     *
     * @param problem the sentence to mend by; null when nothing is wrong
     * @param open true while what the plan says may be changed
     * @param senders empty where the template asks for none
     * @param areas the priority areas; empty where the template has none
     * @param reviewable the years whose review can be noted now
     */
    record Page(
            String plan,
            String self,
            String title,
            List<Crumb> crumbs,
            @Nullable String problem,
            boolean open,
            Frame frame,
            List<Choice> senders,
            List<Choice> initiatives,
            List<Choice> decisions,
            List<Template.Link> links,
            int mostPages,
            List<Choice> areas,
            List<Placed> activities,
            List<Integer> reviewable) {}

    /** An activity and what its form holds. */
    record Placed(UUID id, String title, String href, List<Choice> areas, String resources, List<Choice> levels) {}

    FrameController(Plans plans, Writing writing, Governance governance, Texts texts) {
        this.plans = plans;
        this.writing = writing;
        this.governance = governance;
        this.texts = texts;
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @GetMapping(FRAME)
    String page(@PathVariable UUID id, CurrentUser user, Model model) {
        return show(own(id, user), null, model);
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @PostMapping(FRAME)
    String frame(
            @PathVariable UUID id,
            @RequestParam("version") long version,
            @RequestParam(name = "avsandare", defaultValue = "") String sender,
            @RequestParam(name = "malomraden", defaultValue = "") String targetAreas,
            @RequestParam(name = "arbeten", required = false) @Nullable List<String> initiatives,
            @RequestParam(name = "lank", required = false) @Nullable List<String> titles,
            @RequestParam(name = "adress", required = false) @Nullable List<String> addresses,
            CurrentUser user,
            Model model) {
        Frame wanted = new Frame(
                sender.isBlank() ? null : sender,
                lines(targetAreas),
                initiatives == null ? List.of() : initiatives,
                List.of(),
                "",
                links(titles, addresses),
                0);
        return saved(id, user, model, document -> writing.frame(user, id, version, wanted));
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @PostMapping(FRAME + "/beslut")
    String decide(
            @PathVariable UUID id,
            @RequestParam("version") long version,
            @RequestParam(name = "beslut", required = false) @Nullable List<UUID> decisions,
            @RequestParam(name = "varfor", defaultValue = "") String because,
            CurrentUser user,
            Model model) {
        List<UUID> named = decisions == null ? List.of() : decisions;
        return saved(id, user, model, document -> writing.decide(user, id, version, named, because));
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @PostMapping(FRAME + "/placering")
    String place(
            @PathVariable UUID id,
            @RequestParam("aktivitet") UUID activity,
            @RequestParam(name = "avsnitt", defaultValue = "") String section,
            @RequestParam(name = "resurser", defaultValue = "") String resources,
            @RequestParam(name = "niva", defaultValue = "") String level,
            CurrentUser user,
            Model model) {
        Level chosen = Arrays.stream(Level.values())
                .filter(known -> known.name().equals(level))
                .findFirst()
                .orElse(null);
        return saved(
                id,
                user,
                model,
                document -> writing.place(user, id, new Placement(activity, section, resources.strip(), chosen)));
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @PostMapping(FRAME + "/oversyn")
    String review(
            @PathVariable UUID id,
            @RequestParam("ar") int year,
            @RequestParam(name = "notering", defaultValue = "") String note,
            CurrentUser user,
            Model model) {
        return saved(id, user, model, document -> writing.review(user, id, year, note));
    }

    private interface Change {
        void on(PlanDocument document);
    }

    private String saved(UUID id, CurrentUser user, Model model, Change change) {
        PlanDocument document = own(id, user);
        try {
            change.on(document);
            return "redirect:" + document.plan().href() + "/underlag";
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            return show(own(id, user), texts.of(refusal), model);
        }
    }

    private PlanDocument own(UUID id, CurrentUser user) {
        Plan plan = plans.read(id, user).orElseThrow(() -> new NotFound("plan " + id));
        if (!plans.mayWrite(user, plan)) {
            throw new Refusal("ACC-001");
        }
        return writing.find(plan).orElseThrow(() -> new NotFound("template of plan " + id));
    }

    private String show(PlanDocument document, @Nullable String problem, Model model) {
        Plan plan = document.plan();
        Frame frame = document.frame();
        Template template = document.template();
        List<Template.Link> links = new ArrayList<>(frame.links());
        for (int more = 0; more < MORE; more++) {
            links.add(new Template.Link("", ""));
        }
        model.addAttribute(
                "page",
                new Page(
                        plan.href(),
                        plan.href() + "/underlag",
                        texts.of("writing.frame"),
                        List.of(
                                new Crumb(texts.of("plans.title"), "/planera"),
                                new Crumb(plan.title(), plan.href()),
                                new Crumb(texts.of("writing.crumb"), plan.href() + "/text")),
                        problem,
                        plan.state().isOpen(),
                        frame,
                        template.sender() == null
                                ? List.of()
                                : governance.bodies().stream()
                                        .map(body -> new Choice(
                                                body.code(),
                                                body.name(),
                                                body.code().equals(frame.sender())))
                                        .toList(),
                        writing.listInitiatives().stream()
                                .map(initiative -> new Choice(
                                        initiative.code(),
                                        initiative.name(),
                                        frame.initiatives().contains(initiative.code())))
                                .toList(),
                        governance.listDecisions().stream()
                                .map(decision -> choice(decision, frame))
                                .toList(),
                        links,
                        template.mostPages(),
                        areas(document, ""),
                        document.activities().stream()
                                .map(activity -> placed(document, activity.id(), activity.title(), activity.href()))
                                .toList(),
                        document.reviews().stream()
                                .filter(review ->
                                        review.state() == Review.State.DUE || review.state() == Review.State.OVERDUE)
                                .map(Review::year)
                                .toList()));
        return "writing/frame";
    }

    private Choice choice(Decision decision, Frame frame) {
        String body = decision.body() == null
                ? ""
                : governance.body(decision.body()).map(found -> found.name()).orElse("");
        return new Choice(
                decision.id().toString(),
                texts.of("writing.decision", body, WritingWords.day(decision.day()), decision.heading()),
                frame.decisions().contains(decision.id()));
    }

    private Placed placed(PlanDocument document, UUID activity, String title, String href) {
        Placement placement = document.placements().get(activity);
        Level level = placement == null ? null : placement.level();
        return new Placed(
                activity,
                title,
                href,
                areas(document, placement == null ? "" : placement.section()),
                placement == null ? "" : placement.resources(),
                Arrays.stream(Level.values())
                        .map(known -> new Choice(known.name(), texts.of("writing.level." + known), known == level))
                        .toList());
    }

    private static List<Choice> areas(PlanDocument document, String chosen) {
        return document.template().holding(Holds.PRIORITY).stream()
                .map(section -> new Choice(
                        section.code(),
                        section.number() + " "
                                + (document.passage(section).name().isBlank()
                                        ? section.heading()
                                        : document.passage(section).name()),
                        section.code().equals(chosen)))
                .toList();
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static List<Template.Link> links(@Nullable List<String> titles, @Nullable List<String> addresses) {
        List<Template.Link> links = new ArrayList<>();
        List<String> all = Objects.requireNonNullElse(titles, List.of());
        for (int row = 0; row < all.size(); row++) {
            String address = addresses != null && row < addresses.size()
                    ? addresses.get(row).strip()
                    : "";
            if (Stream.of(all.get(row), address).anyMatch(part -> !part.isBlank())) {
                links.add(new Template.Link(
                        all.get(row).isBlank() ? address : all.get(row).strip(), address));
            }
        }
        return links;
    }
}
