package se.fardplan.indicators;

import java.util.List;
import se.fardplan.organisation.Source;

/**
 * The decision behind the whole set of key figures (beslut om nyckeltal): they are decided, not examples.
 *
 * @param basis what the set was put together from
 * @param until when the set is to be looked over
 */
public record KeyFigureDecision(String text, String basis, String until, List<Source> sources) {

    public KeyFigureDecision {
        sources = List.copyOf(sources);
    }
}
