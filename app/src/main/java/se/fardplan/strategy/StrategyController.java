package se.fardplan.strategy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import se.fardplan.NotFound;
import se.fardplan.Texts;
import se.fardplan.access.Open;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.indicators.KeyFigureCatalogue;
import se.fardplan.organisation.Organisation;
import se.fardplan.sheets.TakeAway;

/** The strategy to read: contents, målbild, färdplan and the decided key figures. */
@Controller
class StrategyController {

    private final Strategies strategies;
    private final KeyFigureCatalogue figures;
    private final Organisation organisation;
    private final Texts texts;
    private final Clock clock;

    StrategyController(
            Strategies strategies, KeyFigureCatalogue figures, Organisation organisation, Texts texts, Clock clock) {
        this.strategies = strategies;
        this.figures = figures;
        this.organisation = organisation;
        this.texts = texts;
        this.clock = clock;
    }

    @Open
    @GetMapping("/strategin")
    ModelAndView contents() {
        return page(
                "strategy/contents",
                strategy -> new ContentsPage(
                        strategy,
                        strategies.listHeadings(),
                        strategies.listPassages(Passage.Kind.MISSING_SECTION),
                        pieces(),
                        organisation.glossary()));
    }

    @Open
    @GetMapping("/strategin/malbild")
    ModelAndView vision() {
        return page(
                "strategy/vision",
                strategy -> new VisionPage(strategy, strategies.listSubGoals(), pieces(), organisation.glossary()));
    }

    @Open
    @GetMapping("/strategin/fardplan")
    ModelAndView roadmap() {
        return page(
                "strategy/roadmap",
                strategy -> new RoadmapPage(
                        strategy, figure(strategy), pieces(), strategies.listMilestones(), organisation.glossary()));
    }

    @Open
    @GetMapping("/strategin/fardplan/kartan.{ending:svg|csv|xlsx}")
    ResponseEntity<byte[]> map(@PathVariable("ending") String ending) {
        RoadmapFigure figure = figure(strategies
                .findStrategy()
                .orElseThrow(() -> new NotFound("the roadmap of a county without a strategy")));
        return ending.equals("svg")
                ? TakeAway.file("fardplanen", ending, figure.svg())
                : TakeAway.table(figure.sheet(), "fardplanen", ending);
    }

    @Open
    @GetMapping("/strategin/nyckeltal")
    ModelAndView keyFigures() {
        Map<String, KeyFigure> byCode =
                figures.listKeyFigures().stream().collect(Collectors.toMap(KeyFigure::code, Function.identity()));
        List<KeyFiguresPage.Group> groups = strategies.listSubGoals().stream()
                .map(goal -> new KeyFiguresPage.Group(
                        goal, goal.keyFigures().stream().map(byCode::get).toList()))
                .toList();
        return new ModelAndView(
                "strategy/keyfigures",
                "page",
                new KeyFiguresPage(
                        groups,
                        figures.findDecision().orElse(null),
                        strategies.listPassages(Passage.Kind.KEY_FIGURE_PRINCIPLE),
                        figures.listSharedKoladaIds(),
                        pieces().lead("figures"),
                        organisation.glossary()));
    }

    private ModelAndView page(String view, Function<Strategy, Object> page) {
        Optional<Strategy> strategy = strategies.findStrategy();
        return strategy.map(found -> new ModelAndView(view, "page", page.apply(found)))
                .orElseGet(() -> new ModelAndView("strategy/none"));
    }

    private Pieces pieces() {
        return new Pieces(strategies);
    }

    private RoadmapFigure figure(Strategy strategy) {
        return RoadmapFigure.of(strategy, strategies.listStretches(), LocalDate.now(clock), texts);
    }
}
