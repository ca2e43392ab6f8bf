package se.fardplan.writing;

import java.util.List;
import se.fardplan.organisation.Source;

/** Other work in the county that a plan takes account of (relaterat arbete), such as {@code SPAK}. */
public record Initiative(String code, String name, String text, List<Source> sources) {

    public Initiative {
        sources = List.copyOf(sources);
    }
}
