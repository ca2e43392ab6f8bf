package se.fardplan.indicators;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.Source;

/**
 * One of Socialstyrelsen's proposed indicators of the transition (nationell indikator).
 *
 * @param number 1 to 36
 * @param printedSubArea as printed on the indicator's own row; null where the row has none
 * @param subAreaInterpreted true when {@code subArea} was read out of a merged cell
 * @param statusCodes one or more of 1 to 4
 */
public record NationalIndicator(
        int number,
        String area,
        String subArea,
        @Nullable String printedSubArea,
        boolean subAreaInterpreted,
        @Nullable String subAreaNote,
        String name,
        String printedName,
        List<Integer> statusCodes,
        List<Source> sources) {

    public NationalIndicator {
        statusCodes = List.copyOf(statusCodes);
        sources = List.copyOf(sources);
    }

    /**
     * What a status code means (statuskod).
     *
     * @param asOf the year the status was judged
     */
    public record Status(int code, String text, int asOf) {}
}
