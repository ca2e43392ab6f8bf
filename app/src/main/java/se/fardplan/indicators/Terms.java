package se.fardplan.indicators;

import java.util.List;

/**
 * What a judgement must know of a key figure (villkor).
 *
 * @param overlapYears how many years one value averages; 1 when none
 * @param breaks years from which values cannot be compared with earlier ones
 */
record Terms(KeyFigure.Desired desired, int overlapYears, List<Integer> breaks) {

    Terms {
        if (overlapYears < 1) {
            throw new IllegalArgumentException("a value covers at least one year, not " + overlapYears);
        }
        breaks = List.copyOf(breaks);
    }

    static Terms of(KeyFigure figure) {
        return new Terms(figure.desired(), figure.overlapYears(), figure.seriesBreaks());
    }
}
