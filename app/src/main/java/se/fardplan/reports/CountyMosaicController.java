package se.fardplan.reports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.Crumb;
import se.fardplan.NotFound;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.charts.Glyph;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;
import se.fardplan.plans.Activity;
import se.fardplan.plans.PlanCoverage;
import se.fardplan.plans.Plans;
import se.fardplan.sheets.TakeAway;
import se.fardplan.strategy.Strategies;
import se.fardplan.strategy.SubGoal;

/** The county in one table, and one principal's activities by sub-goal (länsmosaiken). */
@Controller
class CountyMosaicController {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private final CountyMosaic mosaic;
    private final PlanCoverage coverage;
    private final Organisation organisation;
    private final Strategies strategies;
    private final Texts texts;

    /** One principal's activities of a year. @param groups one for each sub-goal, then those without one where there are any */
    record Place(String name, int year, List<Crumb> crumbs, List<Group> groups, int all) {}

    /** @param href the sub-goal's page; null for activities without one */
    record Group(String code, String name, @Nullable String href, List<Line> lines) {}

    record Line(String title, String href, String owner, Glyph sign, String state) {}

    CountyMosaicController(
            CountyMosaic mosaic, PlanCoverage coverage, Organisation organisation, Strategies strategies, Texts texts) {
        this.mosaic = mosaic;
        this.coverage = coverage;
        this.organisation = organisation;
        this.strategies = strategies;
        this.texts = texts;
    }

    @Open
    @GetMapping("/planera/lanet")
    String page(
            @RequestParam(name = "ar", required = false) @Nullable Integer year,
            @Nullable CurrentUser user,
            Model model) {
        model.addAttribute("page", mosaic.show(asked(year), user));
        return "reports/mosaic";
    }

    @Open
    @GetMapping("/planera/lanet.{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String ending,
            @RequestParam(name = "ar", required = false) @Nullable Integer year,
            @Nullable CurrentUser user) {
        return TakeAway.table(mosaic.sheet(mosaic.show(asked(year), user)), "lanet", ending);
    }

    @Open
    @GetMapping("/planera/lanet/{code:[0-9]{4}}")
    String place(
            @PathVariable String code,
            @RequestParam(name = "ar", required = false) @Nullable Integer year,
            Model model) {
        Principal principal = organisation.findPrincipal(code).orElseThrow(() -> new NotFound("principal " + code));
        int of = asked(year);
        List<Plans.Published> all = coverage.listAt(principal, of);
        List<Group> groups = new ArrayList<>();
        for (SubGoal goal : strategies.listSubGoals()) {
            groups.add(new Group(
                    goal.code(),
                    goal.name(),
                    goal.href(),
                    all.stream()
                            .filter(published -> published.activity().subGoals().contains(goal.code()))
                            .map(this::line)
                            .toList()));
        }
        List<Line> loose = all.stream()
                .filter(published -> published.activity().subGoals().isEmpty())
                .map(this::line)
                .toList();
        if (!loose.isEmpty()) {
            groups.add(new Group("utan-delmal", texts.of("mosaic.loose"), null, loose));
        }
        model.addAttribute(
                "page",
                new Place(
                        principal.name(),
                        of,
                        List.of(
                                new Crumb(texts.of("plans.title"), "/planera"),
                                new Crumb(texts.of("mosaic.title"), "/planera/lanet")),
                        groups,
                        all.size()));
        return "reports/place";
    }

    private Line line(Plans.Published published) {
        Activity activity = published.activity();
        Activity.Mark mark = activity.mark();
        return new Line(
                activity.title(),
                activity.href(),
                organisation
                        .findPrincipal(activity.owner())
                        .map(Principal::name)
                        .orElse(activity.owner()),
                mark == null ? activity.state().sign() : mark.sign(),
                texts.of(mark == null ? "activity.state." + activity.state() : "activity.mark." + mark));
    }

    /** The year that is asked for; this year where none is, or none that a plan can be of. */
    private int asked(@Nullable Integer year) {
        return year == null || year < FIRST_YEAR || year > LAST_YEAR ? coverage.year() : year;
    }
}
