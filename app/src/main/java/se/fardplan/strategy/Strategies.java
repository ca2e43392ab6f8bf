package se.fardplan.strategy;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What the county has agreed on (strategin). */
@Service
public class Strategies {

    private final StrategyStore store;

    Strategies(StrategyStore store) {
        this.store = store;
    }

    /** The strategy; empty for a county that has decided on none. */
    public Optional<Strategy> findStrategy() {
        return store.findStrategy();
    }

    /** The sub-goals in their order; empty for a county without a strategy. */
    public List<SubGoal> listSubGoals() {
        return store.listSubGoals();
    }

    /** The sub-goal with {@code code}, such as {@code nara-for-mig}. */
    public Optional<SubGoal> findSubGoal(String code) {
        return store.listSubGoals().stream()
                .filter(goal -> goal.code().equals(code))
                .findFirst();
    }

    /** The sub-goal that the key figure with {@code keyFigure}, such as {@code KF18}, measures. */
    public Optional<SubGoal> findSubGoalOf(String keyFigure) {
        return store.listSubGoals().stream()
                .filter(goal -> goal.keyFigures().contains(keyFigure))
                .findFirst();
    }

    /** The pieces of one kind, in order. */
    public List<Passage> listPassages(Passage.Kind kind) {
        return store.listPassages(kind);
    }

    /** The table of contents, in order. */
    public List<Heading> listHeadings() {
        return store.listHeadings();
    }

    /** The strategy's dates, in order. */
    public List<Milestone> listMilestones() {
        return store.listMilestones();
    }

    /** The common journey by the calendar, in order. */
    public List<Stretch> listStretches() {
        return store.listStretches();
    }
}
