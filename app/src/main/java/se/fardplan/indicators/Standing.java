package se.fardplan.indicators;

import java.util.Collection;
import java.util.function.Predicate;
import se.fardplan.indicators.KeyFigure.Status;

/**
 * Where a sub-goal stands, from its key figures (läget i ett delmål): counts, and one direction when they bear it.
 *
 * @param figures all the sub-goal's key figures
 * @param underDevelopment those that have no value yet, never counted as missing
 * @param withValues those with at least one value
 * @param improving those that go the way the county wants
 * @param worsening those that go the other way
 * @param moving those that increase or decrease without either being better
 * @param steady those without a certain difference
 * @param better those that lie on the wanted side of the nation
 * @param level those on a level with the nation
 * @param worse those that lie on the other side
 * @param apart those that are lower or higher without either being better
 */
public record Standing(
        int figures,
        int underDevelopment,
        int withValues,
        int improving,
        int worsening,
        int moving,
        int steady,
        int better,
        int level,
        int worse,
        int apart) {

    /** One direction for the whole sub-goal (sammanvägd riktning). */
    public enum Course {
        /** More than half of the judged improve and none worsens. */
        IMPROVES,
        /** More than half of the judged worsen and none improves. */
        WORSENS,
        /** Some improve and some worsen. */
        BOTH_WAYS,
        NO_CERTAIN_DIFFERENCE,
        /** Fewer than two judged, or fewer than half of those that should have a value. */
        UNDECIDABLE
    }

    public static Standing of(Collection<Comparison> all) {
        return new Standing(
                all.size(),
                count(all, one -> one.figure().status() == Status.UNDER_DEVELOPMENT),
                count(all, one -> one.headline().hasValues()),
                count(all, one -> goes(one, Direction.Course.IMPROVES)),
                count(all, one -> goes(one, Direction.Course.WORSENS)),
                count(all, one -> goes(one, Direction.Course.INCREASES) || goes(one, Direction.Course.DECREASES)),
                count(all, one -> one.direction() instanceof Direction.NoCertainDifference),
                count(all, one -> against(one) == Against.BETTER),
                count(all, one -> against(one) == Against.LEVEL),
                count(all, one -> against(one) == Against.WORSE),
                count(all, one -> against(one) == Against.APART));
    }

    /** Key figures whose direction could be decided, be it that nothing certain is seen. */
    public int judged() {
        return improving + worsening + moving + steady;
    }

    /** Key figures that should have values: all but those under development. */
    public int expected() {
        return figures - underDevelopment;
    }

    public Course course() {
        if (judged() < 2 || judged() * 2 < expected()) {
            return Course.UNDECIDABLE;
        }
        if (improving > 0 && worsening > 0) {
            return Course.BOTH_WAYS;
        }
        if (improving * 2 > judged()) {
            return Course.IMPROVES;
        }
        return worsening * 2 > judged() ? Course.WORSENS : Course.NO_CERTAIN_DIFFERENCE;
    }

    private static int count(Collection<Comparison> all, Predicate<Comparison> which) {
        return (int) all.stream().filter(which).count();
    }

    private static boolean goes(Comparison comparison, Direction.Course course) {
        return comparison.direction() instanceof Direction.Certain certain && certain.course() == course;
    }

    private enum Against {
        BETTER,
        LEVEL,
        WORSE,
        APART,
        UNKNOWN
    }

    private static Against against(Comparison comparison) {
        if (!(comparison.position() instanceof Position.Judged judged)) {
            return Against.UNKNOWN;
        }
        Position.Side side = judged.side();
        if (side == Position.Side.LEVEL) {
            return Against.LEVEL;
        }
        return switch (comparison.figure().desired()) {
            case HIGHER -> side == Position.Side.HIGHER ? Against.BETTER : Against.WORSE;
            case LOWER -> side == Position.Side.LOWER ? Against.BETTER : Against.WORSE;
            case NONE -> Against.APART;
        };
    }
}
