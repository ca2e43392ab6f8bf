package se.fardplan.pilots;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.Source;

/**
 * A group of people by what they need (behovsnivå).
 *
 * @param number what it is called, never to be compared: the lowest number is the top of the pyramid
 * @param rank its place from the top
 * @param otherName another name in the sources; null when there is none
 */
record NeedLevel(
        int number, int rank, String name, @Nullable String otherName, List<Source> sources) {

    NeedLevel {
        sources = List.copyOf(sources);
    }

    /** True when this one's needs are more complex: nearer the top. */
    boolean isAbove(NeedLevel other) {
        return rank < other.rank;
    }
}
