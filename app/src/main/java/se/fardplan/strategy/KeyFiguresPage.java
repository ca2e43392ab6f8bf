package se.fardplan.strategy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.fardplan.indicators.KeyFigure;
import se.fardplan.indicators.KeyFigureDecision;
import se.fardplan.organisation.Glossary;

/**
 * The decided key figures by sub-goal.
 *
 * @param change who may change the set
 * @param shared Kolada ids that more than one active figure has, with their codes
 */
record KeyFiguresPage(
        List<Group> groups,
        @Nullable KeyFigureDecision decision,
        List<Passage> principles,
        Map<String, List<String>> shared,
        String change,
        Glossary words) {

    int count() {
        return groups.stream().mapToInt(group -> group.figures().size()).sum();
    }

    record Group(SubGoal goal, List<KeyFigure> figures) {}
}
