package se.fardplan.reports;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.fardplan.Texts;
import se.fardplan.access.Open;
import se.fardplan.charts.Glyph;
import se.fardplan.indicators.Comparison;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.indicators.KeyFigureCatalogue;
import se.fardplan.reports.KeyFigureList.Having;
import se.fardplan.reports.KeyFigureList.Order;
import se.fardplan.reports.KeyFigureList.Row;
import se.fardplan.reports.KeyFigureSheet.Listed;
import se.fardplan.sheets.TakeAway;
import se.fardplan.strategy.Passage;
import se.fardplan.strategy.Strategies;

/** All key figures in one table. */
@Controller
class KeyFigureListController {

    /** Better before worse before the rest, then the undecidable, then those without values. */
    private static final List<Glyph> BY_DIRECTION =
            List.of(Glyph.IMPROVES, Glyph.WORSENS, Glyph.RISES, Glyph.FALLS, Glyph.STEADY, Glyph.UNKNOWN);

    private final SubGoals subGoals;
    private final Strategies strategies;
    private final KeyFigureCatalogue catalogue;
    private final KeyFigureWords words;
    private final KeyFigureSheet sheet;
    private final Texts texts;

    /** What the reader asked for (urval och ordning). */
    record Asked(Order order, @Nullable String subGoal, Having having) {

        private boolean holds(Row row) {
            return (subGoal == null || row.goal().code().equals(subGoal))
                    && (having == Having.ALL || row.hasValue() == (having == Having.VALUES));
        }
    }

    KeyFigureListController(
            SubGoals subGoals,
            Strategies strategies,
            KeyFigureCatalogue catalogue,
            KeyFigureWords words,
            KeyFigureSheet sheet,
            Texts texts) {
        this.subGoals = subGoals;
        this.sheet = sheet;
        this.strategies = strategies;
        this.catalogue = catalogue;
        this.words = words;
        this.texts = texts;
    }

    @ModelAttribute
    Asked asked(
            @RequestParam(name = "ordna", required = false) @Nullable String ordered,
            @RequestParam(name = "delmal", required = false) @Nullable String subGoal,
            @RequestParam(name = "visa", required = false) @Nullable String shown) {
        String chosen = subGoal == null || subGoal.isBlank() ? null : subGoal;
        return new Asked(Order.of(ordered), chosen, Having.of(shown));
    }

    @Open
    @GetMapping("/nyckeltal")
    ModelAndView list(@ModelAttribute Asked asked) {
        List<Row> all = rows();
        return new ModelAndView(
                "reports/keyfigurelist",
                "page",
                new KeyFigureList(
                        strategies.listSubGoals(),
                        shown(all, asked),
                        all.size(),
                        asked.order(),
                        asked.subGoal(),
                        asked.having(),
                        decision(),
                        strategies.listPassages(Passage.Kind.KEY_FIGURE_PRINCIPLE)));
    }

    @Open
    @GetMapping("/nyckeltal.{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(@PathVariable String ending, @ModelAttribute Asked asked) {
        List<Listed> listed = shown(rows(), asked).stream()
                .map(row -> new Listed(row.goal(), row.view()))
                .toList();
        return TakeAway.table(sheet.of(texts.of("keyfigures.title"), listed), "nyckeltal", ending);
    }

    private List<Row> rows() {
        return subGoals.list().stream()
                .flatMap(told -> told.figures().stream().map(view -> row(told, view)))
                .toList();
    }

    private static List<Row> shown(List<Row> rows, Asked asked) {
        return rows.stream()
                .filter(asked::holds)
                .sorted(comparator(asked.order()))
                .toList();
    }

    private Row row(SubGoals.Told told, KeyFigureView view) {
        Comparison comparison = view.comparison();
        KeyFigure figure = comparison.figure();
        boolean values = comparison.headline().hasValues();
        String value = comparison
                .headline()
                .findLatest()
                .map(latest -> texts.of("keyfigures.value", view.amounts().write(latest), words.when(latest)))
                .orElseGet(() -> texts.of("keyfigures.none." + figure.status()));
        return new Row(
                told.goal(),
                view,
                figure.code(),
                figure.name(),
                figure.measureTitle(),
                value,
                values,
                values ? words.position(comparison, view.amounts()) : null,
                values ? words.direction(comparison, view.amounts()) : null);
    }

    private static Comparator<Row> comparator(Order order) {
        return switch (order) {
            case SUB_GOAL -> Comparator.comparingInt(row -> row.goal().order());
            case NAME -> Comparator.comparing(Row::name, Collator.getInstance(Texts.SWEDISH));
            case DIRECTION -> Comparator.comparingInt(KeyFigureListController::directionOrder);
        };
    }

    private static int directionOrder(Row row) {
        Judgement direction = row.direction();
        return direction == null ? BY_DIRECTION.size() : BY_DIRECTION.indexOf(direction.glyph());
    }

    private List<String> decision() {
        return catalogue.findDecision().stream()
                .flatMap(decision -> Stream.of(decision.text(), decision.basis(), decision.until()))
                .toList();
    }
}
