package se.fardplan.reports;

import java.util.List;
import org.springframework.stereotype.Component;
import se.fardplan.charts.Glyph;
import se.fardplan.indicators.Indicators;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.indicators.Standing;
import se.fardplan.indicators.Vintage;
import se.fardplan.strategy.Strategies;
import se.fardplan.strategy.SubGoal;

/** The sub-goals with where they stand (delmålens läge), for the start page and their own pages. */
@Component
class SubGoals {

    private final Strategies strategies;
    private final Indicators indicators;
    private final KeyFigures figures;
    private final SubGoalWords words;

    SubGoals(Strategies strategies, Indicators indicators, KeyFigures figures, SubGoalWords words) {
        this.strategies = strategies;
        this.indicators = indicators;
        this.figures = figures;
        this.words = words;
    }

    /**
     * One sub-goal and what its key figures say together (delmål med läge).
     *
     * @param summary one sentence on where the county stands and which way it moves
     * @param glyph the direction's shape, shown only with {@code word}
     * @param reason what the direction rests on
     */
    record Told(
            SubGoal goal,
            List<KeyFigureView> figures,
            Standing standing,
            String summary,
            Glyph glyph,
            String word,
            String reason) {

        Told {
            figures = List.copyOf(figures);
        }
    }

    /** Every sub-goal in its order, as the latest vintage shows it; empty for a county without a strategy. */
    List<Told> list() {
        Vintage vintage = indicators.findLatestVintage().orElse(null);
        List<KeyFigure> all = indicators.listKeyFigures();
        return strategies.listSubGoals().stream()
                .map(goal -> tell(goal, all, vintage))
                .toList();
    }

    /** One sub-goal as the latest vintage shows it. */
    Told tell(SubGoal goal) {
        return tell(
                goal,
                indicators.listKeyFigures(),
                indicators.findLatestVintage().orElse(null));
    }

    /** One sub-goal as {@code vintage} shows it; null before the first import. */
    Told tell(SubGoal goal, List<KeyFigure> all, @org.jspecify.annotations.Nullable Vintage vintage) {
        List<KeyFigureView> views = all.stream()
                .filter(figure -> goal.keyFigures().contains(figure.code()))
                .map(figure -> figures.view(figure, vintage, null))
                .toList();
        return tell(goal, views);
    }

    /** One sub-goal by key figures that were read for some purpose of the caller's. */
    Told tell(SubGoal goal, List<KeyFigureView> views) {
        Standing standing =
                Standing.of(views.stream().map(KeyFigureView::comparison).toList());
        return new Told(
                goal,
                views,
                standing,
                words.summary(standing),
                words.glyph(standing),
                words.word(standing),
                words.reason(standing));
    }
}
