package se.fardplan.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A value axis with even steps (skala).
 *
 * @param ticks  ascending, the first is where the axis begins and the last where it ends; two or more
 * @param broken true where the axis does not begin at zero
 */
record Scale(List<Double> ticks, int decimals, boolean broken) {

    /** Below this share of a zero-based axis the data would be squeezed flat. */
    private static final double WORTH_ZERO = 0.5;

    /** A broken axis spans at least this share of the largest value, so that small changes look small. */
    private static final double LEAST_SPAN = 0.15;

    Scale {
        ticks = List.copyOf(ticks);
    }

    /** An axis for lines: from zero when asked for or when the data fill at least half of it. */
    static Scale forLines(double min, double max, Trend.Axis axis, int wantedSteps) {
        return switch (axis) {
            case PERCENT -> covering(Math.min(0, min), Math.max(100, max), wantedSteps, false);
            case FROM_ZERO -> covering(Math.min(0, min), Math.max(0, max), wantedSteps, false);
            case AUTO -> automatic(min, max, wantedSteps);
        };
    }

    private static Scale automatic(double min, double max, int wantedSteps) {
        double far = Math.max(Math.abs(min), Math.abs(max));
        boolean zero = min == max || (min <= 0 && max >= 0) || (max - min) / far >= WORTH_ZERO;
        if (zero) {
            return covering(Math.min(0, min), Math.max(0, max), wantedSteps, false);
        }
        double lacking = Math.max(0, far * LEAST_SPAN - (max - min));
        Scale scale = covering(min - lacking * 0.7, max + lacking * 0.3, wantedSteps, true);
        if (min - scale.low() < scale.step() / 3) {
            scale = scale.oneStepLower();
        }
        return scale.low() <= 0 && min > 0 ? covering(0, max, wantedSteps, false) : scale;
    }

    /** An axis for points: as tight as even steps allow, with a margin at both ends. */
    static Scale forDots(double min, double max, int wantedSteps) {
        double margin = min == max ? Math.max(Math.abs(min) * 0.1, 0.5) : (max - min) * 0.04;
        return covering(min - margin, max + margin, wantedSteps, false);
    }

    /** Of the even steps near the wanted number, the one that wastes least of the height. */
    private static Scale covering(double min, double max, int wantedSteps, boolean broken) {
        double top = max > min ? max : min + 1;
        double rough = (top - min) / Math.max(1, wantedSteps);
        int power = (int) Math.floor(Math.log10(rough));
        Scale best = null;
        double least = Double.MAX_VALUE;
        for (BigDecimal step : evenSteps(power)) {
            Scale scale = covering(min, top, step, broken);
            int steps = scale.ticks.size() - 1;
            double waste = (scale.high() - scale.low()) / (top - min) - 1 + Math.abs(steps - wantedSteps) * 0.1;
            boolean readable = steps <= wantedSteps + 2 && steps >= Math.min(2, wantedSteps);
            if (readable && (best == null || waste < least)) {
                best = scale;
                least = waste;
            }
        }
        return best == null ? covering(min, top, BigDecimal.TEN.scaleByPowerOfTen(power), broken) : best;
    }

    /** Quarters only of whole tens: 25 and 250, never 2,5. */
    private static List<BigDecimal> evenSteps(int power) {
        return Stream.of("0.5", "1", "2", "2.5", "5", "10", "20")
                .filter(step -> power >= 1 || !step.equals("2.5"))
                .map(step -> new BigDecimal(step).scaleByPowerOfTen(power))
                .toList();
    }

    private static Scale covering(double min, double top, BigDecimal step, boolean broken) {
        long first = (long) Math.floor(min / step.doubleValue() + 1e-9);
        long last = (long) Math.ceil(top / step.doubleValue() - 1e-9);
        List<Double> ticks = new ArrayList<>();
        for (long i = first; i <= Math.max(last, first + 1); i++) {
            ticks.add(step.multiply(BigDecimal.valueOf(i)).doubleValue());
        }
        return new Scale(ticks, Math.max(0, step.stripTrailingZeros().scale()), broken);
    }

    private Scale oneStepLower() {
        List<Double> lower = new ArrayList<>();
        lower.add(BigDecimal.valueOf(low()).subtract(BigDecimal.valueOf(step())).doubleValue());
        lower.addAll(ticks);
        return new Scale(lower, decimals, broken);
    }

    double low() {
        return ticks.getFirst();
    }

    double high() {
        return ticks.getLast();
    }

    private double step() {
        return ticks.get(1) - ticks.get(0);
    }

    /** From 0 at the axis' beginning to 1 at its end. */
    double share(double value) {
        return (value - low()) / (high() - low());
    }

    String write(double tick) {
        return Numbers.write(tick, decimals);
    }
}
