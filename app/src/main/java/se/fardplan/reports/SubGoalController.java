package se.fardplan.reports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import se.fardplan.Crumb;
import se.fardplan.HouseTime;
import se.fardplan.NotFound;
import se.fardplan.Texts;
import se.fardplan.access.Open;
import se.fardplan.charts.Size;
import se.fardplan.indicators.CatalogueEntry;
import se.fardplan.indicators.Indicators;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.indicators.KeyFigureCatalogue;
import se.fardplan.organisation.Organisation;
import se.fardplan.plans.PlanCoverage;
import se.fardplan.reports.KeyFigureCharts.Form;
import se.fardplan.strategy.Strategies;
import se.fardplan.strategy.SubGoal;

/** A sub-goal with its key figures as small multiples. */
@Controller
class SubGoalController {

    /** Two columns on a wide page. */
    private static final Size HALF = Size.of(536);

    private final Strategies strategies;
    private final SubGoals subGoals;
    private final Indicators indicators;
    private final KeyFigureCatalogue catalogue;
    private final KeyFigureWords words;
    private final KeyFigureCharts charts;
    private final KeyFigurePages pages;
    private final KeyFigureReach reach;
    private final PlanCoverage coverage;
    private final Organisation organisation;
    private final Texts texts;

    SubGoalController(
            Strategies strategies,
            SubGoals subGoals,
            Indicators indicators,
            KeyFigureCatalogue catalogue,
            KeyFigureWords words,
            KeyFigureCharts charts,
            KeyFigurePages pages,
            KeyFigureReach reach,
            PlanCoverage coverage,
            Organisation organisation,
            Texts texts) {
        this.strategies = strategies;
        this.subGoals = subGoals;
        this.indicators = indicators;
        this.catalogue = catalogue;
        this.words = words;
        this.charts = charts;
        this.pages = pages;
        this.reach = reach;
        this.coverage = coverage;
        this.organisation = organisation;
        this.texts = texts;
    }

    @Open
    @GetMapping("/delmal/{code:[a-z-]+}")
    ModelAndView show(@PathVariable String code) {
        SubGoal goal = strategies.findSubGoal(code).orElseThrow(() -> new NotFound("sub-goal " + code));
        return new ModelAndView("reports/subgoal", "page", page(subGoals.tell(goal)));
    }

    private SubGoalPage page(SubGoals.Told told) {
        List<SubGoal> all = strategies.listSubGoals();
        int place = told.goal().order();
        return new SubGoalPage(
                List.of(new Crumb(texts.of("menu.follow-up"), "/folja-upp")),
                told,
                told.figures().stream().map(this::small).toList(),
                going(told.goal()),
                find(all, place - 1).orElse(null),
                find(all, place + 1).orElse(null));
    }

    private List<SubGoalPage.Going> going(SubGoal goal) {
        Map<String, Integer> counts = new HashMap<>();
        coverage.count(coverage.year()).stream()
                .filter(cell -> cell.principal() != null && goal.code().equals(cell.subGoal()))
                .forEach(cell -> counts.put(cell.principal(), cell.activities()));
        return organisation.listPrincipals(LocalDate.now(HouseTime.SWEDEN)).stream()
                .map(principal -> new SubGoalPage.Going(
                        principal.name(),
                        counts.getOrDefault(principal.code(), 0),
                        counts.containsKey(principal.code())
                                ? "/planera/lanet/" + principal.code() + "#" + goal.code()
                                : null))
                .toList();
    }

    private static Optional<SubGoal> find(List<SubGoal> all, int order) {
        return all.stream().filter(goal -> goal.order() == order).findFirst();
    }

    private SubGoalPage.Small small(KeyFigureView view) {
        KeyFigure figure = view.comparison().figure();
        boolean values = view.comparison().headline().hasValues();
        CatalogueEntry entry = Optional.ofNullable(figure.koladaId())
                .flatMap(indicators::findIndicator)
                .orElse(null);
        return new SubGoalPage.Small(
                figure,
                pages.lead(figure),
                pages.number(view),
                values ? words.judgements(view.comparison(), view.amounts()) : List.of(),
                charts.find(Form.TREND, view, HALF).orElse(null),
                values
                        ? List.of()
                        : reach.absence(
                                figure, catalogue.findBackground(figure.code()).orElse(null), entry),
                values ? List.of() : pages.told(figure));
    }
}
