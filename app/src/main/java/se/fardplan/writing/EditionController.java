package se.fardplan.writing;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.fardplan.Crumb;
import se.fardplan.NotFound;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Requires;
import se.fardplan.plans.Plan;
import se.fardplan.plans.Plans;
import se.fardplan.writing.Template.Section;

/** The editions of a plan's text, each to be read and compared (planens versioner). */
@Controller
class EditionController {

    private final Plans plans;
    private final Writing writing;
    private final SectionView view;
    private final Texts texts;

    /** Every edition, the newest first. */
    record Page(String title, List<Crumb> crumbs, List<Line> editions) {}

    record Line(int number, String href, String section, String signed) {}

    /** One edition: what was changed in it, and the whole text as it then stood. */
    record One(
            String self,
            String title,
            List<Crumb> crumbs,
            int number,
            int newest,
            String section,
            String signed,
            List<Redline.Run> difference,
            List<SectionView.View> sections) {}

    EditionController(Plans plans, Writing writing, SectionView view, Texts texts) {
        this.plans = plans;
        this.writing = writing;
        this.view = view;
        this.texts = texts;
    }

    @Requires(Act.BE_LOGGED_IN)
    @GetMapping("/planera/planer/{id}/versioner")
    String list(@PathVariable UUID id, CurrentUser user, Model model) {
        PlanDocument document = readable(id, user);
        model.addAttribute(
                "page",
                new Page(
                        texts.of("writing.editions"),
                        crumbs(document.plan()),
                        writing.editions(document.plan()).stream()
                                .map(edition -> new Line(
                                        edition.number(),
                                        document.plan().href() + "/versioner/" + edition.number(),
                                        title(document, edition),
                                        signed(edition)))
                                .toList()));
        return "writing/editions";
    }

    @Requires(Act.BE_LOGGED_IN)
    @GetMapping("/planera/planer/{id}/versioner/{number:[0-9]{1,6}}")
    String one(@PathVariable UUID id, @PathVariable int number, CurrentUser user, Model model) {
        PlanDocument document = readable(id, user);
        Plan plan = document.plan();
        List<Edition> all = writing.editions(plan);
        Edition chosen = all.stream()
                .filter(edition -> edition.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("edition " + number));
        Passage before = all.stream()
                .filter(edition ->
                        edition.number() < number && edition.section().equals(chosen.section()))
                .findFirst()
                .map(Edition::passage)
                .orElse(Passage.EMPTY);
        PlanDocument then = writing.find(plan, number).orElseThrow();
        List<Crumb> crumbs = new java.util.ArrayList<>(crumbs(plan));
        crumbs.add(new Crumb(texts.of("writing.editions"), plan.href() + "/versioner"));
        model.addAttribute(
                "page",
                new One(
                        plan.href(),
                        texts.of("writing.edition", number),
                        crumbs,
                        number,
                        all.getFirst().number(),
                        title(document, chosen),
                        signed(chosen),
                        Redline.between(before.told(), chosen.passage().told()),
                        then.template().sections().stream()
                                .map(section -> view.of(section, then))
                                .filter(section -> !section.isEmpty())
                                .toList()));
        return "writing/edition";
    }

    private PlanDocument readable(UUID id, CurrentUser user) {
        return plans.read(id, user).flatMap(writing::find).orElseThrow(() -> new NotFound("plan " + id));
    }

    private static String title(PlanDocument document, Edition edition) {
        return document.template().find(edition.section()).map(Section::title).orElse(edition.section());
    }

    private String signed(Edition edition) {
        return texts.of("writing.signed", edition.by(), WritingWords.hour(edition.at()));
    }

    private List<Crumb> crumbs(Plan plan) {
        return List.of(
                new Crumb(texts.of("plans.title"), "/planera"),
                new Crumb(plan.title(), plan.href()),
                new Crumb(texts.of("writing.crumb"), plan.href() + "/text"));
    }
}
