package se.fardplan.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.Source;

/**
 * What the county has agreed on, as its cover and vision say (strategi).
 *
 * @param formerTitle what it was called while it was made
 * @param appliesTo who it binds
 * @param version ours, since the printed one is a date
 * @param printedVersion as printed
 * @param titleFrom first year of its title
 * @param titleTo last year of its title, counted in
 * @param approvedBy as printed on the cover
 * @param visionLine the sub-goals as one line
 * @param visionOrigin where the vision's words come from
 */
public record Strategy(
        String title,
        @Nullable String formerTitle,
        @Nullable String formerTitleNote,
        List<String> appliesTo,
        String registrationNumber,
        String version,
        String printedVersion,
        LocalDate validFrom,
        LocalDate validTo,
        int titleFrom,
        int titleTo,
        String approvedBy,
        String vision,
        String visionLine,
        String visionOrigin,
        List<Source> sources,
        List<Source> visionSources) {

    public Strategy {
        appliesTo = List.copyOf(appliesTo);
        sources = List.copyOf(sources);
        visionSources = List.copyOf(visionSources);
    }

    /** The years that its title promises and its validity does not cover to their end; most often none. */
    public List<Integer> yearsNotCovered() {
        return IntStream.rangeClosed(titleFrom, titleTo)
                .filter(year -> validTo.isBefore(LocalDate.of(year, 12, 31)))
                .boxed()
                .toList();
    }

    /** True on every day from {@code validFrom} to {@code validTo}, both counted in. */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validTo);
    }
}
