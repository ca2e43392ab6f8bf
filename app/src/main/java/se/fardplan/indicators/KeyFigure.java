package se.fardplan.indicators;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.Source;

/**
 * A key figure that the county has decided to follow (nyckeltal), as the county package gives it.
 *
 * @param code the county's own stable code, such as {@code KF01}; also its address
 * @param name as shown, such as {@code Behov av hemtjänst, 65 år och äldre}
 * @param printedName as printed in the strategy; equal to {@code name} where nothing was corrected
 * @param measureTitle what is really measured, shown beside the name everywhere
 * @param koladaId the id values are read by; null when there is none or it needs verification
 * @param printedKoladaId as printed, empty when none was
 * @param successorId the Kolada id that follows on another scale, linked and never spliced
 * @param overlapYears how many years one value averages: 3 for a three-year mean, 1 otherwise
 * @param seriesBreaks years from which values cannot be compared with earlier ones
 * @param cautions sentences on the limits of interpretation, shown with the value
 * @param surveyedBy who collects the figure and how often
 */
public record KeyFigure(
        String code,
        int order,
        String name,
        String printedName,
        String measureTitle,
        @Nullable String definition,
        @Nullable String koladaId,
        String printedKoladaId,
        @Nullable String successorId,
        Unit unit,
        Desired desired,
        Level level,
        Status status,
        int overlapYears,
        List<Integer> seriesBreaks,
        List<String> cautions,
        @Nullable String surveyedBy,
        @Nullable Integer nationalIndicator,
        List<Source> sources) {

    public KeyFigure {
        seriesBreaks = List.copyOf(seriesBreaks);
        cautions = List.copyOf(cautions);
        sources = List.copyOf(sources);
    }

    /** What a value counts (enhet). */
    public enum Unit {
        PERCENT,
        INDEX,
        MEAN,
        PER_100_000,
        PER_1_000,
        KRONOR_PER_INHABITANT,
        UNCLEAR
    }

    /** Which way is better (önskad riktning). */
    public enum Desired {
        HIGHER,
        LOWER,
        NONE
    }

    /** For which areas Kolada has values (nivå): municipalities (K), regions (L) or both (A). */
    public enum Level {
        MUNICIPALITY,
        REGION,
        BOTH
    }

    /** Where the key figure stands (status). */
    public enum Status {
        /** Decided, with a Kolada id. */
        ACTIVE,
        /** No value exists yet; never counted as missing reporting. */
        UNDER_DEVELOPMENT,
        /** Printed with an id that cannot be right; no values are read until a user with the right role gives one. */
        NEEDS_VERIFICATION
    }
}
