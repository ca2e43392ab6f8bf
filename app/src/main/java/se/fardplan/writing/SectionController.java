package se.fardplan.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.Crumb;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Requires;
import se.fardplan.plans.Plan;
import se.fardplan.plans.Plans;
import se.fardplan.writing.Passage.Goal;
import se.fardplan.writing.Passage.Need;
import se.fardplan.writing.Template.Holds;
import se.fardplan.writing.Template.Section;

/** Writing one section of a plan (skriva ett avsnitt). */
@Controller
class SectionController {

    private static final String SECTION = "/planera/planer/{id}/avsnitt/{section:[a-z0-9-]+}";

    /** Blank rows to add in, and the most that a section shows. */
    private static final int MORE = 2;

    private static final int MOST_ROWS = 8;

    private final Plans plans;
    private final Writing writing;
    private final PageGuard guard;
    private final GuardWords words;
    private final SectionView view;
    private final Texts texts;

    /**
     * The form for a section.
     *
     * @param base the edition that the form is filled in from; 0 when nobody has written
     * @param signed who wrote it last; null when nobody has
     * @param problem the sentence to mend it by; null when nothing is wrong
     * @param guard how long the plan is with what is typed
     * @param collision what someone else saved meanwhile; null when nobody did
     */
    record Page(
            String plan,
            String self,
            String title,
            List<Crumb> crumbs,
            Section section,
            @Nullable String group,
            int base,
            @Nullable String signed,
            @Nullable String problem,
            Passage passage,
            List<GoalRow> goals,
            List<NeedRow> needs,
            List<Choice> evidence,
            GuardWords.Told guard,
            @Nullable Collision collision) {

        boolean isNamed() {
            return section.holds() == Holds.PRIORITY || section.holds() == Holds.QUESTION;
        }
    }

    record GoalRow(int row, String text, boolean forGroup, List<Choice> subGoals, List<List<Choice>> keyFigures) {}

    record NeedRow(int row, String text, String source, String day) {}

    record Choice(String value, String word, boolean chosen) {}

    /** Two texts of one section: theirs, which is saved, and how mine differs. */
    record Collision(String signed, List<Redline.Run> difference) {}

    SectionController(Plans plans, Writing writing, PageGuard guard, GuardWords words, SectionView view, Texts texts) {
        this.plans = plans;
        this.writing = writing;
        this.guard = guard;
        this.words = words;
        this.view = view;
        this.texts = texts;
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @GetMapping(SECTION)
    String write(@PathVariable UUID id, @PathVariable String section, CurrentUser user, Model model) {
        PlanDocument document = own(id, user);
        Edition newest = writing.newest(document.plan(), section(document, section));
        return show(document, section, newest, newest.passage(), null, null, model);
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @PostMapping(SECTION)
    String save(
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> form,
            CurrentUser user,
            Model model) {
        PlanDocument document = own(id, user);
        Section of = section(document, section);
        Passage mine = SectionForm.read(form);
        try {
            SectionForm.demandDays(form);
            return switch (writing.save(user, id, of, SectionForm.base(form), mine)) {
                case Writing.Saving.Saved saved -> "redirect:" + document.plan().href() + "/text#" + section;
                case Writing.Saving.Unchanged same ->
                    "redirect:" + document.plan().href() + "/text#" + section;
                case Writing.Saving.Collision collision ->
                    show(document, section, collision.theirs(), mine, null, collision.theirs(), model);
            };
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            return show(document, section, base(document, of, form), mine, texts.of(refusal), null, model);
        }
    }

    /** How long the plan would be with what is typed, before it is saved. */
    @Requires(Act.WRITE_SOME_PLAN)
    @PostMapping(SECTION + "/sidor")
    String count(
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String live,
            CurrentUser user,
            Model model) {
        PlanDocument document = own(id, user);
        Section of = section(document, section);
        Passage mine = SectionForm.read(form);
        if (live != null) {
            model.addAttribute("told", told(document, of, mine));
            return "writing/guard";
        }
        return show(document, section, base(document, of, form), mine, null, null, model);
    }

    /** The edition that the form was filled in from, signed by who wrote last. */
    private Edition base(PlanDocument document, Section section, MultiValueMap<String, String> form) {
        Edition newest = writing.newest(document.plan(), section);
        return new Edition(SectionForm.base(form), section.code(), newest.passage(), newest.by(), newest.at());
    }

    private PlanDocument own(UUID id, CurrentUser user) {
        Plan plan = plans.read(id, user).orElseThrow(() -> new NotFound("plan " + id));
        if (!plans.mayWrite(user, plan)) {
            throw new Refusal("ACC-001");
        }
        return writing.find(plan).orElseThrow(() -> new NotFound("template of plan " + id));
    }

    private static Section section(PlanDocument document, String code) {
        return document.template()
                .find(code)
                .filter(section -> section.holds() != Holds.CONTEXT)
                .orElseThrow(() -> new NotFound("section " + code));
    }

    private GuardWords.Told told(PlanDocument document, Section section, Passage mine) {
        return words.told(guard.look(document.with(section.code(), mine))).with(view.readability(mine.text()));
    }

    private String show(
            PlanDocument document,
            String code,
            Edition base,
            Passage passage,
            @Nullable String problem,
            @Nullable Edition theirs,
            Model model) {
        Plan plan = document.plan();
        Section section = section(document, code);
        model.addAttribute(
                "page",
                new Page(
                        plan.href(),
                        plan.href() + "/avsnitt/" + code,
                        section.title(),
                        List.of(
                                new Crumb(texts.of("plans.title"), "/planera"),
                                new Crumb(plan.title(), plan.href()),
                                new Crumb(texts.of("writing.crumb"), plan.href() + "/text")),
                        section,
                        document.template().targetGroup(),
                        base.number(),
                        base.isWritten() ? signed(base) : null,
                        problem,
                        passage,
                        section.holds() == Holds.GOALS ? goals(passage) : List.of(),
                        section.holds() == Holds.PRIORITY ? needs(passage) : List.of(),
                        section.holds() == Holds.PRIORITY ? keyFigures(passage.evidence()) : List.of(),
                        told(document, section, passage),
                        theirs == null
                                ? null
                                : new Collision(
                                        signed(theirs),
                                        Redline.between(theirs.passage().told(), passage.told()))));
        return "writing/section";
    }

    private List<GoalRow> goals(Passage passage) {
        List<GoalRow> rows = new ArrayList<>();
        for (Goal goal : passage.goals()) {
            rows.add(row(rows.size(), goal));
        }
        for (int more = 0; more < MORE && rows.size() < MOST_ROWS; more++) {
            rows.add(row(rows.size(), new Goal("", List.of(), true, List.of())));
        }
        return rows;
    }

    private GoalRow row(int row, Goal goal) {
        String first = goal.keyFigures().isEmpty() ? "" : goal.keyFigures().get(0);
        String second = goal.keyFigures().size() < 2 ? "" : goal.keyFigures().get(1);
        return new GoalRow(
                row,
                goal.text(),
                goal.forGroup(),
                view.subGoals().stream()
                        .map(subGoal -> new Choice(
                                subGoal.code(), subGoal.name(), goal.subGoals().contains(subGoal.code())))
                        .toList(),
                List.of(keyFigures(List.of(first)), keyFigures(List.of(second))));
    }

    private List<Choice> keyFigures(List<String> chosen) {
        return view.keyFigures().stream()
                .map(figure -> new Choice(figure.code(), figure.name(), chosen.contains(figure.code())))
                .toList();
    }

    private static List<NeedRow> needs(Passage passage) {
        List<NeedRow> rows = new ArrayList<>();
        for (Need need : passage.needs()) {
            rows.add(new NeedRow(
                    rows.size(),
                    need.text(),
                    need.source(),
                    need.day() == null ? "" : need.day().toString()));
        }
        for (int more = 0; more < MORE && rows.size() < MOST_ROWS; more++) {
            rows.add(new NeedRow(rows.size(), "", "", ""));
        }
        return rows;
    }

    private String signed(Edition edition) {
        return texts.of("writing.signed", edition.by(), WritingWords.hour(edition.at()));
    }
}
