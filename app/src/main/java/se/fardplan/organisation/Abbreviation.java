package se.fardplan.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A short form and what it stands for (förkortning), shown as help text.
 *
 * @param interpreted true when the written sources use it without spelling it out
 */
public record Abbreviation(
        String shortForm, String longForm, @Nullable String explanation, boolean interpreted, List<Source> sources) {

    public Abbreviation {
        sources = List.copyOf(sources);
    }
}
