package se.fardplan.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document in the register (dokument).
 *
 * @param key stable within the county, such as {@code strategi}
 * @param file the file that facts are taken from; null for a document that no fact comes from yet
 * @param titleInterpreted true when the source has no title of its own
 * @param owner the body that stands behind it
 * @param status in words, such as {@code Beslutad}
 * @param version as numbered here; null when unknown
 * @param printedVersion as printed, where it is no version number
 * @param note on the text's quality, or why there is no text
 */
public record Document(
        String key,
        @Nullable String file,
        String title,
        boolean titleInterpreted,
        Kind kind,
        @Nullable String owner,
        String status,
        @Nullable String version,
        @Nullable String printedVersion,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String registrationNumber,
        @Nullable String link,
        @Nullable String note,
        List<String> formerTitles) {

    public Document {
        formerTitles = List.copyOf(formerTitles);
    }

    /** What sort of document it is (dokumenttyp). */
    public enum Kind {
        INTERIM_REPORT,
        FINAL_REPORT,
        STRATEGY,
        STRATEGY_PRESENTATION,
        RECOMMENDATION,
        DECISION_BASIS,
        LOCAL_PLAN,
        REGIONAL_PLAN,
        ANNUAL_REPORT,
        ASSIGNMENT,
        PRE_STUDY,
        PILOT_REPORT,
        DATA_SOURCE,
        OTHER
    }
}
