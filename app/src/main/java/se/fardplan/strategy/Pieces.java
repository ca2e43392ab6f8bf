package se.fardplan.strategy;

import java.util.List;
import java.util.Locale;

/** The pieces of the strategy's text as a page asks for them, by the name of their kind (stycken). */
record Pieces(Strategies strategies) {

    /** @param kind such as {@code principle} */
    List<Passage> of(String kind) {
        return strategies.listPassages(Passage.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
    }

    /** The text that introduces {@code section}; empty where the county has none. */
    String lead(String section) {
        return strategies.listPassages(Passage.Kind.LEAD).stream()
                .filter(lead -> section.equals(lead.title()))
                .map(Passage::text)
                .findFirst()
                .orElse("");
    }
}
