package se.fardplan.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.Crumb;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.strategy.SubGoal;

/** The page of one sub-goal (delmålets sida). */
record SubGoalPage(
        List<Crumb> crumbs,
        SubGoals.Told told,
        List<Small> figures,
        List<Going> going,
        @Nullable SubGoal before,
        @Nullable SubGoal after) {

    SubGoalPage {
        crumbs = List.copyOf(crumbs);
        figures = List.copyOf(figures);
        going = List.copyOf(going);
    }

    /** How many activities work for it at a principal this year. @param href where they are; null where there are none */
    record Going(String name, int activities, @Nullable String href) {}

    /** True where at least one key figure has a value. */
    boolean hasValues() {
        return told.standing().withValues() > 0;
    }

    /**
     * One key figure in small (smått nyckeltal).
     *
     * @param figure its trend; null where there is nothing to draw
     * @param facts what is measured and by whom, where there is no value
     * @param absence why there is no value, when one comes and what replaces it; empty where there is one
     */
    record Small(
            KeyFigure keyFigure,
            String lead,
            KeyFigurePage.@Nullable Number number,
            List<Judgement> judgements,
            @Nullable Figure figure,
            List<String> absence,
            List<KeyFigurePage.Fact> facts) {

        Small {
            judgements = List.copyOf(judgements);
            absence = List.copyOf(absence);
            facts = List.copyOf(facts);
        }
    }
}
