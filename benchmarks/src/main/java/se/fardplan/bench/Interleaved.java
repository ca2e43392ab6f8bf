package se.fardplan.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * Two things measured in turn, five times each, so that both meet the same machine.
 *
 * @param ours the medians' unit is the caller's
 */
record Interleaved(double ours, double peer) {

    private static final int ROUNDS = 5;

    /** One measurement. */
    interface Measure {
        double take() throws Exception;
    }

    static Interleaved of(Measure ours, Measure peer) throws Exception {
        double[] own = new double[ROUNDS];
        double[] other = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            own[round] = ours.take();
            other[round] = peer.take();
        }
        return new Interleaved(median(own), median(other));
    }

    double ratio() {
        return ours / peer;
    }

    /** Prints the line every benchmark prints. */
    void print(String name, String unit, String limit) {
        System.out.printf(
                Locale.ROOT,
                "%s ours=%.2f%s peer=%.2f%s ratio=%.2f (%s)%n",
                name,
                ours,
                unit,
                peer,
                unit,
                ratio(),
                limit);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
