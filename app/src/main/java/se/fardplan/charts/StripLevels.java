package se.fardplan.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.fardplan.charts.Canvas.Pen;

/**
 * Finds a place for every dot and every name on a level strip (etikettnivåer).
 *
 * <p>Dots that would cover each other get lanes of their own. Names lie in levels above and below; no name meets another
 * name or another name's leader, and none above the strip crosses a reference line (these end below it). Several orders
 * are tried; the one with the fewest levels wins.
 */
final class StripLevels {

    private static final double DOT = 16;
    private static final double CLEAR = 6;
    /** How near two leaders may leave the strip. */
    private static final double LEADERS = 14;

    private final double width;
    private final List<Double> lines;
    private final List<Spot> spots;

    private StripLevels(double width, List<Double> lines, List<Spot> spots) {
        this.width = width;
        this.lines = lines;
        this.spots = spots;
    }

    /** A dot; its leader leaves the strip at {@code anchor}. */
    private record Spot(DotStrip.Dot dot, double x, int lane, double anchor, double width) {}

    /**
     * A dot and its name.
     *
     * @param lane  0 on the line, negative above
     * @param level from 1, nearest the line
     */
    record Placed(
            DotStrip.Dot dot, double x, int lane, double anchor, boolean up, int level, double left, double width) {

        /** Where the leader meets the name. */
        double touch() {
            return Math.max(left + 4, Math.min(left + width - 4, anchor));
        }
    }

    /** How one attempt goes about it. */
    private record Attempt(boolean fromLeft, boolean belowFirst, boolean aligned, int deepest) {}

    private static final List<Attempt> ATTEMPTS = List.of(
            new Attempt(true, false, false, 2),
            new Attempt(false, false, false, 2),
            new Attempt(true, true, false, 3),
            new Attempt(true, false, false, 3),
            new Attempt(false, false, false, 4),
            new Attempt(true, true, true, 6),
            new Attempt(false, true, true, 6),
            new Attempt(true, true, true, 12),
            new Attempt(false, true, true, 12));

    /**
     * Every dot with its name, or nothing where the strip is too crowded for this width.
     *
     * @param lines where reference lines stand
     */
    static Optional<List<Placed>> of(
            List<DotStrip.Dot> dots, DoubleUnaryOperator position, double width, List<Double> lines) {
        StripLevels levels = new StripLevels(width, lines, spots(dots, position, width));
        return ATTEMPTS.stream().map(levels::attempt).flatMap(Optional::stream).findFirst();
    }

    private static List<Spot> spots(List<DotStrip.Dot> dots, DoubleUnaryOperator position, double width) {
        List<DotStrip.Dot> order = dots.stream()
                .sorted(Comparator.comparing((DotStrip.Dot d) -> Objects.requireNonNull(d.value()))
                        .thenComparing(DotStrip.Dot::name))
                .toList();
        List<Double> x = order.stream()
                .map(d -> position.applyAsDouble(Objects.requireNonNull(d.value())))
                .toList();
        double apart = Math.min(LEADERS, width / Math.max(1, order.size()));
        List<Double> anchors =
                Stack.place(x.stream().map(v -> new Stack.Wish(v, apart)).toList(), 0, width);
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            int lane = 0;
            while (laneTaken(spots, lane, x.get(i))) {
                lane = lane <= 0 ? 1 - lane : -lane;
            }
            DotStrip.Dot dot = order.get(i);
            double nameWidth = (dot.own() ? Pen.OWN : Pen.PLAIN).widthOf(dot.name());
            spots.add(new Spot(dot, x.get(i), lane, anchors.get(i), nameWidth));
        }
        return spots;
    }

    private static boolean laneTaken(List<Spot> spots, int lane, double x) {
        return spots.stream().anyMatch(s -> s.lane == lane && Math.abs(s.x - x) < DOT);
    }

    private Optional<List<Placed>> attempt(Attempt attempt) {
        List<Placed> placed = new ArrayList<>();
        for (Spot spot : attempt.fromLeft ? spots : spots.reversed()) {
            Placed found = IntStream.rangeClosed(1, attempt.deepest)
                    .boxed()
                    .flatMap(level -> sides(spot, attempt).stream().map(up -> at(spot, up, level, attempt, placed)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                return Optional.empty();
            }
            placed.add(found);
        }
        return Optional.of(placed);
    }

    private static List<Boolean> sides(Spot spot, Attempt attempt) {
        boolean belowFirst = spot.lane > 0 || (spot.lane == 0 && attempt.belowFirst);
        return belowFirst ? List.of(false, true) : List.of(true, false);
    }

    /** Centred on its leader, else moved aside but still touching it. */
    private @Nullable Placed at(Spot spot, boolean up, int level, Attempt attempt, List<Placed> placed) {
        return wishes(spot, attempt).stream()
                .map(left -> Math.max(0, Math.min(width - spot.width, left)))
                .filter(left -> left - 10 <= spot.anchor && spot.anchor <= left + spot.width + 10)
                .filter(left -> left >= 0 && (!up || crossesNoLine(left, spot.width)))
                .map(left -> new Placed(spot.dot, spot.x, spot.lane, spot.anchor, up, level, left, spot.width))
                .filter(wanted -> clear(wanted, placed))
                .findFirst()
                .orElse(null);
    }

    private List<Double> wishes(Spot spot, Attempt attempt) {
        List<Double> wishes = new ArrayList<>();
        if (!attempt.aligned) {
            wishes.add(spot.anchor - spot.width / 2);
            for (double line : lines) {
                wishes.add(line + CLEAR);
                wishes.add(line - CLEAR - spot.width);
            }
        }
        wishes.add(attempt.fromLeft ? spot.anchor - spot.width + 6 : spot.anchor - 6);
        if (!attempt.aligned) {
            wishes.add(attempt.fromLeft ? spot.anchor - 6 : spot.anchor - spot.width + 6);
        }
        return wishes;
    }

    private boolean crossesNoLine(double left, double nameWidth) {
        return lines.stream().noneMatch(l -> left - CLEAR < l - 0.01 && l + 0.01 < left + nameWidth + CLEAR);
    }

    private static boolean clear(Placed wanted, List<Placed> placed) {
        return placed.stream()
                .filter(other -> other.up == wanted.up)
                .noneMatch(other -> other.level == wanted.level && meets(wanted, other)
                        || other.level > wanted.level && leaderMeets(other, wanted)
                        || other.level < wanted.level && leaderMeets(wanted, other));
    }

    private static boolean meets(Placed a, Placed b) {
        return a.left < b.left + b.width + 10 && b.left < a.left + a.width + 10;
    }

    /** A leader runs anywhere between its anchor and where it meets its own name. */
    private static boolean leaderMeets(Placed leader, Placed name) {
        double from = Math.min(leader.anchor, leader.touch()) - 3;
        double to = Math.max(leader.anchor, leader.touch()) + 3;
        return name.left < to && from < name.left + name.width;
    }
}
