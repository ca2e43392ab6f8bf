package se.fardplan.indicators;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import se.fardplan.indicators.KeyFigure.Desired;

/** How far it is to the goal a body has set (avstånd till mål). No body has set any yet. */
public sealed interface GoalDistance {

    /** No body has set a goal (målvärde saknas). */
    record NoGoal() implements GoalDistance {}

    /** A goal, but no value that could be held against it (kan inte avgöras). */
    record NoValue(Goal goal) implements GoalDistance {}

    /** The goal is reached (framme). */
    record Reached(Goal goal, Point last) implements GoalDistance {}

    /** Not there yet (inte framme). @param left always more than 0 */
    record Left(Goal goal, Point last, BigDecimal left) implements GoalDistance {}

    /** A value to reach (målvärde), by the end of {@code year}. */
    record Goal(BigDecimal value, int year) {}

    /** A figure that the county wants neither way cannot have a goal. */
    static GoalDistance of(Series series, @Nullable Goal goal, Desired desired) {
        if (goal == null) {
            return new NoGoal();
        }
        Point last = series.findLatest().orElse(null);
        if (last == null) {
            return new NoValue(goal);
        }
        BigDecimal left = switch (desired) {
            case HIGHER -> goal.value().subtract(last.number());
            case LOWER -> last.number().subtract(goal.value());
            case NONE -> throw new IllegalArgumentException("a goal for a figure without a desired direction");
        };
        return left.signum() <= 0 ? new Reached(goal, last) : new Left(goal, last, left);
    }
}
