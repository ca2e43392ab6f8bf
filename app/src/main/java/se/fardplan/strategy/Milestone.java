package se.fardplan.strategy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.Source;

/**
 * A date of the strategy (datum): approved, recommended, sent out, in force; each apart from the others.
 *
 * @param day null where the source gives no day
 * @param shown as the source tells it, such as {@code våren 2020} or {@code Datum anges inte}
 * @param body who did it, empty when the source does not say
 */
public record Milestone(
        int order, Kind kind, @Nullable LocalDate day, String shown, String body, String text, List<Source> sources) {

    public Milestone {
        sources = List.copyOf(sources);
    }

    /** What happened. */
    public enum Kind {
        STARTED,
        DECIDED,
        INSPIRED,
        APPROVED,
        DELIBERATED,
        RECOMMENDED,
        SENT,
        COMMUNICATED,
        ADOPTED_BY_PRINCIPAL,
        PUBLISHED,
        IN_FORCE
    }
}
