package se.fardplan.reports;

import java.time.Instant;

/** What is known of a year's report besides its content (årsrapport). */
sealed interface AnnualReport {

    int year();

    /** Still being written; its figures follow the latest vintage (utkast). */
    record Draft(int year) implements AnnualReport {}

    /**
     * Finished: the same words and figures for ever (fryst).
     *
     * @param vintage the number of the vintage it is bound to
     * @param sha256 of the stored model
     */
    record Frozen(int year, long vintage, Instant frozenAt, String frozenBy, String sha256) implements AnnualReport {}

    /** What someone wants to do with it. */
    enum Deed {
        READ,
        READ_HISTORY,
        WRITE,
        FREEZE
    }

    /** The refusal's code when the report's state forbids {@code deed}; empty when it allows it. */
    default String forbids(Deed deed) {
        return switch (deed) {
            case READ, READ_HISTORY -> "";
            case WRITE ->
                switch (this) {
                    case Draft ignored -> "";
                    case Frozen ignored -> "REP-001";
                };
            case FREEZE ->
                switch (this) {
                    case Draft ignored -> "";
                    case Frozen ignored -> "REP-002";
                };
        };
    }

    /** True for everyone, logged in or not, once it is frozen. */
    default boolean published() {
        return this instanceof Frozen;
    }
}
