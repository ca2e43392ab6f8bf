package se.fardplan.governance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.Source;

/**
 * What a body's own page tells beside {@link Body} (gruppens uppgifter).
 *
 * @param belongsTo the organisation around it, in words; null when it is none
 * @param compositionInterpreted true when the source does not say it outright
 * @param meets how often, as the source says it; null when it does not
 * @param period when it worked, in words; null when that is unknown or still goes on
 * @param note on how sure the reading is
 */
record BodyDetails(
        Body body,
        @Nullable String belongsTo,
        List<String> composition,
        boolean compositionInterpreted,
        List<String> ledBy,
        List<String> support,
        List<String> mandates,
        boolean mandatesInterpreted,
        @Nullable String meets,
        @Nullable String meetsNote,
        @Nullable String period,
        @Nullable String note,
        List<Seat> seats,
        List<Source> sources) {

    BodyDetails {
        composition = List.copyOf(composition);
        ledBy = List.copyOf(ledBy);
        support = List.copyOf(support);
        mandates = List.copyOf(mandates);
        seats = List.copyOf(seats);
        sources = List.copyOf(sources);
    }

    /** The same with its seats, which are kept apart. */
    BodyDetails with(List<Seat> all) {
        return new BodyDetails(
                body,
                belongsTo,
                composition,
                compositionInterpreted,
                ledBy,
                support,
                mandates,
                mandatesInterpreted,
                meets,
                meetsNote,
                period,
                note,
                all,
                sources);
    }

    /**
     * A place in a body (plats): who holds it is a role in an organisation, never a person's name.
     *
     * @param code such as {@code KOMMUN-1}, the same for those who held it after one another; null where places have none
     * @param organisation whose place it is; null where the source does not say
     * @param holders how many have it; null where the source does not say
     * @param adjunct true for one who takes part without being a member (adjungerad)
     * @param from in words, such as {@code maj 2021}; null when unknown
     * @param until in words; null when unknown or still held
     */
    record Seat(
            @Nullable String code,
            @Nullable String organisation,
            String role,
            @Nullable Integer holders,
            boolean adjunct,
            @Nullable String from,
            @Nullable String until) {}
}
